"""tools/check_rooms says no to every kind of breach, and yes to a house without one."""
import pathlib
import subprocess
import sys
import tempfile

ROOMS = """
low  | 1 |     | spdlog/
side | 1 |     |
high | 2 | low |
"""
CASES = [
    ("a house in order", {"high/a.cc": '#include "low/b.h"\n#include <vector>\n'}, None),
    ("a look upwards", {"low/a.cc": '#include "high/b.h"\n'}, "may not include room high"),
    ("a look aside", {"high/a.cc": '#include "side/b.h"\n'}, "may not include room side"),
    ("a foreign header", {"high/a.cc": "#include <spdlog/spdlog.h>\n"}, "foreign header spdlog"),
    ("the door", {"high/a.cc": '#include "helium/engine.h"\n'}, "the door"),
    ("a room without a floor", {"attic/a.cc": "\n"}, "not in engine/ROOMS"),
    ("a long file", {"low/a.cc": "// line\n" * 401}, "401 lines"),
    ("a foreign letter", {"low/a.cc": "// \u00e4\n"}, "ASCII"),
    ("a noun that looks up", {"include/helium/a.h": "#include <soci/soci.h>\n"}, "a noun may not"),
]


def verdict(tool, files, rooms=ROOMS):
    with tempfile.TemporaryDirectory() as folder:
        engine = pathlib.Path(folder, "engine")
        (engine / "include/helium").mkdir(parents=True)
        (engine / "ROOMS").write_text(rooms)
        for name, text in files.items():
            path = engine / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([tool, "--root", folder], capture_output=True, text=True)
        return done.returncode, done.stdout


def main():
    tool = sys.argv[1]
    wrong = []
    for name, files, expected in CASES:
        code, out = verdict(tool, files)
        good = code == 0 if expected is None else code == 1 and expected in out
        if not good:
            wrong.append(f"{name}: exit {code}, {out!r}")
    code, out = verdict(tool, {}, "low | 1 | high |\nhigh | 2 | |\n")
    if code != 1 or "may not stand on" not in out:
        wrong.append(f"a table upside down: exit {code}, {out!r}")
    print("\n".join(wrong) or f"{len(CASES) + 1} houses judged rightly")
    sys.exit(1 if wrong else 0)


main()

"""Runs `helium generate` on the cases beside this file: a folder with from.sql, to.sql, arguments, and
migrations/ as they are before. What is written must be what expected/ holds, byte for byte, but for the
date and, in a name of 14 digits, the time. UPDATE_GOLDEN=1 rewrites expected/; review the difference.

Usage: generate_test.py HELIUM [CASE ...]
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATE = re.compile(rb"\b20\d\d-\d\d-\d\d\b")
STAMP = re.compile(r"^20\d{12}")


def neutral(text: bytes) -> bytes:
    return DATE.sub(b"2026-11-21", text)


def neutral_name(name: str) -> str:
    return STAMP.sub("20261121000000", name)


def written(helium: str, case: Path) -> dict:
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(case / "migrations", Path(home) / "migrations")
        for name in ("from.sql", "to.sql"):
            shutil.copy(case / name, home)
        arguments = shlex.split((case / "arguments").read_text())
        command = [helium, "generate", *arguments, "--from", "from.sql", "--to", "to.sql",
                   "--design", "migrations", "--dialect", "postgresql", "--scratch", "none"]
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        before = {path.name for path in (case / "migrations").iterdir()}
        files = {path.name: path.read_bytes() for path in (Path(home) / "migrations").iterdir()
                 if path.name not in before and path.name != "helium.sum"}
        assert sorted(done.stdout.split()) == sorted(f"migrations/{name}" for name in files), done.stdout
        return {neutral_name(name): neutral(text) for name, text in files.items()}


def check(helium: str, case: Path) -> list:
    expected = case / "expected"
    files = written(helium, case)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        shutil.rmtree(expected, ignore_errors=True)
        expected.mkdir()
        for name, text in files.items():
            (expected / name).write_bytes(text)
    wanted = {neutral_name(path.name): neutral(path.read_bytes()) for path in expected.iterdir()}
    wrong = [f"{case.name}: {name} is not written" for name in wanted if name not in files]
    for name, text in files.items():
        if wanted.get(name) != text:
            wrong.append(f"{case.name}: {name} is\n{text.decode()}")
    return wrong


def main() -> int:
    helium = os.path.abspath(sys.argv[1])
    cases = [HERE / name for name in sys.argv[2:]] or sorted(p.parent for p in HERE.glob("*/arguments"))
    assert cases
    wrong = [line for case in cases for line in check(helium, case)]
    print("\n".join(wrong) if wrong else f"{len(cases)} cases hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

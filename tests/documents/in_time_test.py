"""Documents a design of 300 migrations and 150 tables: the index within a second, all diagrams within ten, the site
within twenty, and a second run writes nothing.

    in_time_test.py HELIUM
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMITS = [("index", ["index"], 1), ("all diagrams", ["diagram", "--all", "--output", "pictures"], 10),
          ("the site", ["docs", "--output", "site"], 20)]


def state_of(folder):
    return {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*") if path.is_file()}


def main():
    helium = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, Path(__file__).with_name("make_folder.py"), "300", "150", f"{folder}/big"],
                       check=True)
        wrong = []
        for name, words, limit in LIMITS:
            command = [helium, "--design", "big", *words]
            began, worked = time.monotonic(), os.times()
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            took, after = time.monotonic() - began, os.times()
            # A machine that does other things meanwhile says little about us: then the processor's time decides.
            spent = after.children_user + after.children_system - worked.children_user - worked.children_system
            before = state_of(folder)
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            again = "writes nothing again" if state_of(folder) == before else "WRITES AGAIN"
            print(f"{name}: {took:.2f} s, processor {spent:.2f} s (limit {limit}), {again}")
            if "WRITES" in again or (took > limit and spent > limit):
                wrong.append(name)
    sys.exit(f"too slow or not still: {', '.join(wrong)}" if wrong else 0)


main()

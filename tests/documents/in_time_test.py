"""Documents the sample design, the Helium folder of the tests, and a design and a folder of 300 migrations each: the
index within a second, all diagrams within ten, the site within twenty, and a second run writes nothing.

    in_time_test.py HELIUM
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMITS = [("index", ["index"], 1), ("all diagrams", ["diagram", "--all", "--output", "pictures"], 10),
          ("the site", ["docs", "--output", "site"], 20)]


def state_of(folder):
    return {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*") if path.is_file()}


def made(script, *words):
    subprocess.run([sys.executable, ROOT / "tests" / script, *words], check=True)


def designs_in(folder):
    """What is documented, by name: the folders of its designs, below `folder` because the index is written there."""
    for path in ("migrations/shop", "tests/compat/harbor", "tests/compat/pilot"):
        shutil.copytree(ROOT / path, folder / Path(path).name)
    made("documents/make_folder.py", "300", "150", folder / "big")
    made("compat/make_folder.py", "300", folder / "folder/big")
    return {"shop": ["shop"], "test folder": ["harbor", "pilot"], "300 migrations": ["big"],
            "folder of 300": ["folder/big"]}


def measured(helium, folder, words):
    command = [helium, *words]
    began, worked = time.monotonic(), os.times()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    took, after = time.monotonic() - began, os.times()
    # A machine that does other things meanwhile says little about us: then the processor's time decides.
    spent = after.children_user + after.children_system - worked.children_user - worked.children_system
    before = state_of(folder)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return min(took, spent), state_of(folder) == before


def main():
    helium = Path(sys.argv[1]).resolve()
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, designs in designs_in(folder).items():
            named = [word for design in designs for word in ("--design", design)]
            for document, words, limit in LIMITS:
                seconds, still = measured(helium, folder, [*named, *words])
                print(f"{what}, {document}: {seconds:.2f} s (limit {limit}), "
                      f"{'writes nothing again' if still else 'WRITES AGAIN'}", flush=True)
                if not still or seconds > limit:
                    wrong.append(f"{what}, {document}")
    sys.exit(f"too slow or not still: {', '.join(wrong)}" if wrong else 0)


main()

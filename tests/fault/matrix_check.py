#!/usr/bin/env python3
"""Checks MATRIX: every row once, every named file there, every quoted test in its file."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main():
    wrong, rows, tests = [], [], 0
    for number, line in enumerate((Path(__file__).parent / "MATRIX").read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 3 or not parts[0].isdigit():
            wrong.append(f"line {number}: write `row | fault | test, or later: why`")
            continue
        rows.append(int(parts[0]))
        if parts[2].startswith("later: "):
            continue
        tests += 1
        path, *title = parts[2].split(" ", 1)
        if not (ROOT / path).is_file():
            wrong.append(f"line {number}: there is no {path}")
        elif title:
            text = re.sub(r'"\s*\n\s*"', "", (ROOT / path).read_text())
            if title[0].strip('"') not in text:
                wrong.append(f"line {number}: {path} has no test {title[0]}")
    if rows != list(range(1, 54)):
        wrong.append("the rows 1 to 53 must stand there once each, in order")
    print("\n".join(wrong) or f"{len(rows)} rows, {tests} of them are tests")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

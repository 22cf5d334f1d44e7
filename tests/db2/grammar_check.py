#!/usr/bin/env python3
"""Runs the sample design, and a design of what Derby does not know, through H2 in DB2 mode.

    grammar_check.py HELIUM

Each migration goes up, down and up again. What H2 cannot know either is left out by name.
"""
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# H2's triggers are Java classes.
UNKNOWN = ("CREATE TRIGGER", "DROP TRIGGER")


def sections(helium, path):
    text = subprocess.run([helium, "expand", path, "--dialect", "db2", "--format", "json"],
                          check=True, capture_output=True, text=True).stdout
    return {section["section"]: [one["text"] for one in section["statements"]]
            for section in json.loads(text)["sections"]}


def main(helium):
    statements, left_out = [], []
    for folder in ("migrations/shop", "tests/db2/grammar"):
        migrations = [sections(helium, path) for path in sorted((ROOT / folder).glob("*_*.lua"))
                      if not path.name.startswith("macros_")]
        forward = [one for each in migrations for one in each["forward"]]
        reverse = [one for each in reversed(migrations) for one in each.get("reverse", [])]
        statements += forward + reverse + forward
    known = [one for one in statements if not one.startswith(UNKNOWN)]
    left_out = sorted({" ".join(one.split()[:3]) for one in statements if one.startswith(UNKNOWN)})
    assert known, "nothing to check"
    print("left out:", ", ".join(left_out) or "nothing")
    return subprocess.run(["java", "-cp", "/usr/share/java/h2.jar", ROOT / "tests/db2/Grammar.java"],
                          input="\0".join(known), text=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

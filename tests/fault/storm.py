#!/usr/bin/env python3
"""Many runners at once on an empty database: each migration runs once, the others wait and say so.

    storm.py HELIUM ENV_FILE [--runners N] [--rounds N] [DIALECT ...]
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/story"))
sys.path.insert(0, str(ROOT / "tests/fault"))
from run_story import missed  # noqa: E402
from sweep import WANTED, Trial  # noqa: E402


def storm(program, dialect, url, runners):
    trial = Trial(program, dialect, url)
    try:
        started = [subprocess.Popen([trial.program, "up", "--design", "shop"], cwd=trial.folder,
                                    env=trial.environment, text=True, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT) for _ in range(runners)]
        said = [(process.communicate(timeout=240)[0], process.returncode) for process in started]
        wrong = [f"exit {code}: {text}" for text, code in said if code != 0]
        moved = sum(text.count("up   shop") for text, _ in said)
        if moved != 3:
            wrong.append(f"{moved} migrations were told, not 3")
        if trial.effects() != WANTED["up"]:
            wrong.append(f"effects: {trial.effects()}")
        return wrong
    finally:
        trial.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("env_file")
    parser.add_argument("--runners", type=int, default=50)
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--rounds", type=int, default=20 if deep else 2)
    parser.add_argument("dialects", nargs="*", default=["sqlite", "postgresql", "mariadb", "mysql"])
    options = parser.parse_intermixed_args()
    servers = dict(line.split("=", 1) for line in Path(options.env_file).read_text().splitlines()
                   if "=" in line) if Path(options.env_file).exists() else {}
    os.environ.update({key: value for key, value in servers.items() if key not in os.environ})
    good = True
    for dialect in options.dialects:
        url = os.environ.get(f"HELIUM_TEST_{dialect.upper()}_URL")
        if dialect != "sqlite" and not url:
            print(f"[{dialect}] no server: left out", flush=True)
            good = good and not missed(dialect)
            continue
        wrong = [text for _ in range(options.rounds)
                 for text in storm(options.program, dialect, url, options.runners)]
        for text in wrong[:5]:
            print(f"[{dialect}] {text}", flush=True)
        print(f"{dialect}: {options.rounds} rounds of {options.runners} runners, "
              f"{len(wrong)} things wrong", flush=True)
        good = good and not wrong
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Many runners at once on an empty database: each migration runs once, the others wait and say so.

    storm.py HELIUM ENV_FILE [--runners N] [--rounds N] [DIALECT ...]
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from trial import WANTED, Trial, each_server  # noqa: E402


def wave(trial, runners):
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


def storm(program, dialect, url, runners):
    """On an empty database, and on one where everything was taken down again: its records are there."""
    trial = Trial(program, dialect, url)
    try:
        wrong = wave(trial, runners)
        down = trial.helium("down", "--all")
        if down.returncode != 0:
            wrong.append(f"down: {down.stdout}{down.stderr}")
        return wrong + wave(trial, runners)
    finally:
        trial.close()


def rounds(program, dialect, url, options):
    wrong = [text for _ in range(options.rounds)
             for text in storm(program, dialect, url, options.runners)]
    for text in wrong[:5]:
        print(f"[{dialect}] {text}", flush=True)
    print(f"{dialect}: {options.rounds} rounds of {options.runners} runners, {len(wrong)} things wrong",
          flush=True)
    return not wrong


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--runners", type=int, default=200 if deep else 50)
    parser.add_argument("--rounds", type=int, default=20 if deep else 2)
    return each_server(parser, ["sqlite", "postgresql", "pgbouncer", "mariadb", "mysql"], rounds)


if __name__ == "__main__":
    sys.exit(main())

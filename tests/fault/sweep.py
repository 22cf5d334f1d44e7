#!/usr/bin/env python3
"""Kills the program at every point where it touches the world, and looks what the next run makes of it.

    sweep.py HELIUM ENV_FILE [--every K] [--twice] [DIALECT ...]

For each system call that reaches the disk or the server, the n-th one is turned into SIGKILL (strace), for
n = 1, 2, 3 ... until the program ends by itself. Then the same command is run again, without help, and what it
left is judged (trial.py).

--every K takes each K-th point only (the gate: each 13th; deep: all); --twice kills the second run as well, at its own n-th point.
"""
import argparse
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from trial import (Failed, arguments_of, catalog_after, each_server, finish, judge,  # noqa: E402
                   prepared)

DIALECTS = ["sqlite", "postgresql", "mariadb", "mysql", "db2"]
CALLS = {
    "sqlite": ["pwrite64", "fdatasync", "unlink", "openat"],
    "postgresql": ["sendto", "recvfrom"],
    "pgbouncer": ["sendto", "recvfrom"],
    "mariadb": ["sendto", "recvfrom"],
    "mysql": ["sendto", "recvfrom"],
    "db2": ["sendto", "recvfrom"],
}

def sweep(program, dialect, url, options):
    points = bad = 0
    for verb in ("up", "down"):
        expected = catalog_after(program, dialect, url, verb)
        for call in CALLS[dialect]:
            number, alive = options.begin, False
            while not alive:
                trial = prepared(program, dialect, url, verb)
                try:
                    killed = trial.helium(*arguments_of(verb), kill=(call, number))
                    alive = killed.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL)
                    if not alive:
                        points += 1
                        if options.twice:
                            trial.helium(*arguments_of(verb), kill=(call, number))
                    finish(trial, verb)
                    judge(trial, verb, expected)
                except (Failed, AssertionError) as error:
                    bad += 1
                    print(f"[{dialect}] {verb}, killed at {call} {number}: {error}", flush=True)
                finally:
                    trial.close()
                number += options.every
    print(f"{dialect}: killed at {points} points, {bad} of them came out wrong", flush=True)
    return points > 0 and bad == 0


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--every", type=int, default=1 if deep else 13)
    parser.add_argument("--begin", type=int, default=1)
    parser.add_argument("--twice", action="store_true")
    return each_server(parser, DIALECTS, sweep)


if __name__ == "__main__":
    sys.exit(main())

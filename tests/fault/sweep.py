#!/usr/bin/env python3
"""Kills the program at every point where it touches the world, and looks what the next run makes of it.

    sweep.py HELIUM ENV_FILE [--every K] [--twice] [--verbs up,down,undo,upgrade] [DIALECT ...]

For each system call that reaches the disk or the server, the n-th one is turned into SIGKILL (strace), for
n = 1, 2, 3 ... until the program ends by itself. Then the same command is run again, without help, and what it
left is judged (trial.py). The same for calls that fail: no space, an I/O error, a connection reset. On the way
up, down, back by `resume --undo`, and up over a ledger of the oldest format.

--every K takes each K-th point only, from --begin on. Deep: each fifth, from another one every
day, so that five nights in a row take all of them; --every 1 takes all at once, which is a night's work. --twice
kills the second run as well, at its own n-th point.
"""
import argparse
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from trial import (STYLE, Failed, arguments_of, catalog_after, each_server, finish, judge,  # noqa: E402
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

ERRORS = {
    "pwrite64": ["ENOSPC", "EIO"],
    "fdatasync": ["EIO"],
    "sendto": ["ECONNRESET"],
    "recvfrom": ["ECONNRESET"],
}
KILL = "signal=KILL"
# libpq reads on after a send that failed, for the server's last words. A server that is not gone has none, and
# both wait for each other: such a reset does not exist, so these lines break where they are read.
READS_ON = ["postgresql", "pgbouncer"]


def hit(trial, done, what):
    """Whether the fault came to pass: the n-th call was reached."""
    if what == KILL:
        return done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
    return "(INJECTED)" in (trial.folder / "trace").read_text(errors="replace")


def attempt(trial, verb, fault, options, expected):
    """One fault, once more in the next run where asked, then the judge. False past the last call."""
    done = trial.helium(*arguments_of(verb), fault=fault)
    struck = hit(trial, done, fault[2])
    half = [5] if verb == "undo" else []  # as half done as it was before
    if struck and fault[2] != KILL and done.returncode not in [0, 4, 6, 7, *half]:
        raise Failed(f"exit {done.returncode}: {done.stdout}{done.stderr}")
    if struck and options.twice:
        trial.helium(*arguments_of(verb), fault=fault)
    finish(trial, verb)
    judge(trial, verb, expected)
    return struck


def sweep(program, dialect, url, options):
    points = {KILL: 0, "error": 0}
    bad = 0
    for verb in options.verbs.split(","):
        if STYLE["typed"] and dialect == "sqlite" and verb == "undo":
            continue  # a rebuild is one transaction: nothing of it is ever half there
        expected = catalog_after(program, dialect, url, verb)
        faults = [(call, KILL) for call in CALLS[dialect]]
        if verb == "up" or options.twice:
            faults += [(call, f"error={error}") for call in CALLS[dialect]
                       if not (call == "sendto" and dialect in READS_ON)
                       for error in ERRORS.get(call, [])]
        for call, what in faults:
            number, struck = options.begin, True
            while struck:
                trial = prepared(program, dialect, url, verb)
                try:
                    struck = attempt(trial, verb, (call, number, what), options, expected)
                except (Failed, AssertionError) as error:
                    bad += 1
                    print(f"[{dialect}] {verb}, {call} {number} {what}: {error}", flush=True)
                finally:
                    trial.close()
                points[KILL if what == KILL else "error"] += 1 if struck else 0
                number += options.every if what == KILL else options.every * 3
    print(f"{dialect}, every {options.every} from {options.begin} on: killed at {points[KILL]} points, "
          f"refused {points['error']} calls, {bad} of them came "
          f"out wrong", flush=True)
    return points[KILL] > 0 and bad == 0


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--every", type=int, default=5 if deep else 50)
    parser.add_argument("--begin", type=int, default=1 if deep else 9)
    parser.set_defaults(grain=1, fewer={"": 1, "folder": 1, "typed": 1})
    parser.add_argument("--verbs", default="up,down,undo,upgrade")
    parser.add_argument("--twice", action="store_true", default=deep)
    return each_server(parser, DIALECTS, sweep)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Lets the n-th allocation of the program fail, once and from there on, and looks what the next run makes of it.

    scarce.py --shim SCARCE_SO [--points K] HELIUM ENV_FILE [DIALECT ...]

A run that lacks memory must end soon with one of the documented exit codes and say why, never by a signal
while it is connected: glibc and OpenSSL themselves give up when their first steps lack memory, which is
before Helium opens anything. Then the same command without the shortage must lead to the same end as the
sweep's. --points K spreads K points over all allocations on SQLite and a third of them on servers (the gate: 24;
deep: 900). Besides, memory ends for good in the last steps of the run, where a program that waits for an answer
which it had no room for waits for ever.
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

from trial import Failed, catalog_after, each_server, finish, judge, prepared

DOCUMENTED = (0, 4, 5, 6, 7, 64, 65, 66, 73, 78)
LAST_STEPS = range(5, 95, 10)  # allocations before a run's last
LAST_ANSWERS = range(100, 220)  # where libpq once forgot that it waited for nothing any more


def starved(trial, scarce, number=0, for_ever=False):
    count, log = trial.folder / "count", trial.folder / "log"
    environment = {**trial.environment, "LD_PRELOAD": scarce, "HELIUM_SCARCE": str(number),
                   "HELIUM_SCARCE_COUNT": str(count), **({"HELIUM_SCARCE_FOREVER": "1"} if for_ever else {})}
    done = subprocess.run([trial.program, "up", "--design", "shop", "--log-file", str(log)], text=True,
                          cwd=trial.folder, env=environment, capture_output=True, timeout=60, check=False)
    connected = log.exists() and "connected to" in log.read_text()
    return done, connected, int(count.read_text()) if count.exists() else 0


def one_point(program, scarce, dialect, url, point, expected):
    number, for_ever = point
    trial = prepared(program, dialect, url, "up")
    try:
        done, connected, _ = starved(trial, scarce, number, for_ever)
        said = done.stdout + done.stderr
        if done.returncode not in DOCUMENTED and (connected or done.returncode > 0):
            raise Failed(f"exit {done.returncode}: {said}")
        if done.returncode > 0 and ":" not in done.stderr:
            raise Failed(f"exit {done.returncode} without a word")
        finish(trial, "up")
        judge(trial, "up", expected)
        return done.returncode
    finally:
        trial.close()


def starve(program, dialect, url, options):
    scarce = str(Path(options.shim).resolve())
    spread = options.points if dialect == "sqlite" else options.points // 3
    expected = catalog_after(program, dialect, url, "up")
    trial = prepared(program, dialect, url, "up")
    total = starved(trial, scarce)[2]
    trial.close()
    points = [(1 + i * total // spread, i % 4 == 3) for i in range(spread)]
    points += [(total - before, True) for before in LAST_STEPS]
    points += [(total - before, False) for before in LAST_ANSWERS[::1 if options.points > 24 else 12]]
    codes, bad = {}, 0
    for point in points:
        try:
            code = one_point(program, scarce, dialect, url, point, expected)
            codes[code] = codes.get(code, 0) + 1
        except (Failed, AssertionError, subprocess.TimeoutExpired) as error:
            bad += 1
            print(f"[{dialect}] allocation {point}: {error}", flush=True)
    print(f"{dialect}: {len(points)} of {total} allocations failed, exit codes {dict(sorted(codes.items()))}, "
          f"{bad} came out wrong", flush=True)
    return total > 0 and bad == 0


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--shim", required=True)
    parser.add_argument("--points", type=int, default=900 if deep else 24)
    return each_server(parser, ["sqlite", "postgresql", "mariadb"], starve)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Cuts the line between the program and its server, everywhere, and looks what the program makes of it.

    lost.py HELIUM ENV_FILE [--every BYTES] [--each-commit] [DIALECT ...]

The line breaks after n bytes to the server, after n bytes from it, before the server gets a COMMIT, and
after it obeyed one but before it answered. The program must connect again, find out what stands, go on by
itself and end well; where the line breaks each time it must say exactly what is left, and the same command
must finish it. On MySQL and MariaDB the line also stands while no answer comes any more: Ctrl-C must end the
run all the same, and it must say what is left. Judged as in sweep.py: every effect once, the catalog, the ledger and its chain.

Each cut costs a second, with full tables three. Deep: at each COMMIT, and each 1,500 bytes (of a Helium folder each
4,500, of typed operations each 15,000), from others every day; all of them, each 97 bytes, are a day's work.
"""
import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from proxy import Bytes, Commit, Proxy, Unanswered, upstream_of  # noqa: E402
from trial import (STYLE, Failed, arguments_of, catalog_after, each_server, finish, judge,  # noqa: E402
                   prepared)

DIALECTS = ["postgresql", "mariadb", "mysql"]


ONE_LESS = {False: '"applied":[1000,1001]', True: '"applied":[1000,1001,1002]'}  # by STYLE["folder"]


class Score:
    def __init__(self):
        self.cut = self.went_on = self.told = self.bad = 0


def through(trial, proxy, verb):
    direct = trial.environment["DATABASE_URL"]
    trial.environment["DATABASE_URL"] = proxy.url(direct)
    try:
        return trial.helium(*arguments_of(verb))
    finally:
        trial.environment["DATABASE_URL"] = direct


def once(score, trial, verb, proxy, expected):
    """One run over a line that breaks once: nothing but the run itself may mend it."""
    done = through(trial, proxy, verb)
    score.cut += proxy.cuts
    said = done.stdout + done.stderr
    if done.returncode == 7 and "cannot connect" in said:
        score.told += 1  # it never got in
        finish(trial, verb)
    elif done.returncode != 0:
        raise Failed(f"exit {done.returncode}: {said}")
    else:
        score.went_on += 1 if "connected again" in said else 0
    judge(trial, verb, expected)


def each_time(score, trial, verb, proxy, expected):
    """Every connection breaks: the program gives up, and what it says must be true."""
    done = through(trial, proxy, verb)
    score.cut += proxy.cuts
    said = done.stdout + done.stderr
    if done.returncode not in (0, 4, 5, 7):
        raise Failed(f"exit {done.returncode}: {said}")
    if done.returncode != 0:
        score.told += 1
        if done.returncode == 4 and "in doubt" in said:
            raise Failed(f"exit 4 and in doubt: {said}")
    finish(trial, verb)
    judge(trial, verb, expected)


def attempt(score, place, verb, expected, how, **rules):
    program, dialect, url, what = place
    trial = prepared(program, dialect, url, verb)
    try:
        with Proxy(upstream_of(url), **rules) as proxy:
            how(score, trial, verb, proxy, expected)
            return proxy.cuts > 0
    except (Failed, AssertionError) as error:
        score.bad += 1
        print(f"[{dialect}] {verb}, {what}: {error}", flush=True)
        return True
    finally:
        trial.close()


def takes_one(program, dialect, url, number):
    """`down` takes one migration down, also when nobody heard that it did."""
    trial = prepared(program, dialect, url, "down")
    try:
        with Proxy(upstream_of(url), rule=Commit(number, "after")) as proxy:
            trial.environment["DATABASE_URL"] = proxy.url(trial.environment["DATABASE_URL"])
            done = trial.helium("down")
            applied = trial.helium("status", "--format", "json").stdout
            if done.returncode != 0 or ONE_LESS[STYLE["folder"]] not in applied:
                raise Failed(f"exit {done.returncode}: {done.stdout}{done.stderr}{applied}")
            return proxy.cuts > 0
    finally:
        trial.close()


def interrupted(trial, rule):
    """The exit code and the words of an `up` that hears nothing behind the rule's COMMIT, and then Ctrl-C."""
    direct, said = trial.environment["DATABASE_URL"], trial.folder / "said"
    with Proxy(upstream_of(direct), rule) as proxy, said.open("w") as out:
        environment = {**trial.environment, "DATABASE_URL": proxy.url(direct)}
        command = [trial.program, *arguments_of("up"), "--design", "shop"]
        with subprocess.Popen(command, cwd=trial.folder, stdout=out, stderr=out, env=environment) as running:
            while not rule.struck and running.poll() is None:
                time.sleep(0.05)
            time.sleep(0.5)
            running.send_signal(signal.SIGINT)
            try:
                running.wait(timeout=60)
            except subprocess.TimeoutExpired:
                running.kill()
    return running.returncode, said.read_text()


def unanswered(program, dialect, url):
    """The first packet ends in the middle of 1001, at a statement that answers freely; no answer comes."""
    expected = catalog_after(program, dialect, url, "up")
    trial = prepared(program, dialect, url, "up")
    try:
        trial.sql("CREATE PROCEDURE fill() INSERT INTO effects (n) VALUES (22)")
        path = trial.folder / "shop/shop_1001.lua"
        path.write_text(path.read_text().replace("INSERT INTO effects (n) VALUES (22)", "CALL fill()"))
        code, said = interrupted(trial, Unanswered(1))
        for wanted in ("stopping", "up   shop 1000", "failed shop 1001 forward", "statement 3 of 4 of shop_1001",
                       "next: look at the database, then helium resume --as done"):
            if code != 5 or wanted not in said:
                raise Failed(f"exit {code}, not 5 and {wanted!r}: {said}")
        done = trial.helium("resume", "--as", "done")
        if done.returncode != 0:
            raise Failed(f"exit {done.returncode}: {done.stdout}{done.stderr}")
        finish(trial, "up")
        judge(trial, "up", expected)
    except (Failed, AssertionError) as error:
        print(f"[{dialect}] up, no answers, then Ctrl-C: {error}", flush=True)
        return False
    finally:
        trial.close()
    print(f"{dialect}: Ctrl-C ended a run that got no answers", flush=True)
    return True


def sweep(program, dialect, url, options):
    score = Score()
    number = 1
    while takes_one(program, dialect, url, number):
        number += 1 if options.each_commit else 3
    for verb in ("up", "down"):
        expected = catalog_after(program, dialect, url, verb)
        for when in ("before", "after"):
            number, cut = 1 if options.each_commit else 2, True
            while cut:
                what = (program, dialect, url, f"line lost {when} COMMIT {number}")
                cut = attempt(score, what, verb, expected, once, rule=Commit(number, when))
                number += 1 if options.each_commit else 4
        for direction in ("up", "down"):
            number, cut = options.begin, True
            while cut:
                what = (program, dialect, url, f"line lost after {number} bytes {direction}")
                cut = attempt(score, what, verb, expected, once, rule=Bytes(direction, number))
                number += options.every if direction == "up" else max(options.every // 4, 1)
        for number in range(options.begin, 24000, options.every * 3):
            what = (program, dialect, url, f"each line lost after {number} bytes")
            attempt(score, what, verb, expected, each_time, always=lambda n=number: Bytes("up", n))
    print(f"{dialect}: the line was cut {score.cut} times; {score.went_on} runs went on by themselves, "
          f"{score.told} said what was left, {score.bad} came out wrong", flush=True)
    heard = dialect == "postgresql" or STYLE["folder"] or STYLE["typed"] or unanswered(program, dialect, url)
    return score.went_on > 0 and score.told > 0 and score.bad == 0 and heard


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--every", type=int, default=1500 if deep else 15000)
    parser.add_argument("--begin", type=int, default=701)
    parser.add_argument("--each-commit", action="store_true", default=deep)
    parser.set_defaults(grain=97, fewer={"": 1, "folder": 3, "typed": 10})
    return each_server(parser, DIALECTS, sweep)


if __name__ == "__main__":
    sys.exit(main())

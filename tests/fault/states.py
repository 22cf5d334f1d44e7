#!/usr/bin/env python3
"""Breaks a run off in every state that its journal can have, and counts the resumes.

    states.py HELIUM ENV_FILE [--numbers 1001,1002] [DIALECT ...]

Each migration runs statement by statement. A trigger on the ledger stops the row that says "statement k is
done" in the middle; then the program is killed, and its session on the server ended. What stands is a journal
that says k - 1 are done and k is on its way, beside a catalog in which k took effect (a schema change where
the server commits by itself) or did not (everything else). The same command, run again, must finish: on the
way up, down, and back by `resume --undo`. The row of the last statement is the final row: the step stands with it.
"""
import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from trial import (Failed, arguments_of, catalog_after, each_server, finish, judge,  # noqa: E402
                   prepared)

DIALECTS = ["postgresql", "mariadb", "mysql"]
AT = "NEW.number = {number} AND NEW.done = {k} AND OLD.done <> {k}"


class Stop:
    """The trigger, and who sleeps in it."""

    def __init__(self, trial, condition):
        self.trial, name = trial, trial.place.name
        self.postgresql = trial.dialect == "postgresql"
        if self.postgresql:
            trial.sql("CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                      f"IF {condition} THEN PERFORM set_config('application_name', 'stop {name}', false); "
                      "PERFORM pg_sleep(60); END IF; RETURN NEW; END $$")
            trial.sql("CREATE TRIGGER stop BEFORE UPDATE ON helium_ledger FOR EACH ROW "
                      "EXECUTE FUNCTION stop()")
            self.who = f"SELECT pid FROM pg_stat_activity WHERE application_name = 'stop {name}'"
        else:
            trial.sql("CREATE TRIGGER stop BEFORE UPDATE ON helium_ledger FOR EACH ROW SET "
                      f"NEW.milliseconds = NEW.milliseconds + IF({condition}, SLEEP(60), 0)")
            self.who = ("SELECT id FROM information_schema.processlist WHERE state = 'User sleep' "
                        f"AND db = '{name}'")

    def sleeper(self, running):
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if found := self.trial.sql(self.who).strip():
                return found
            if running.poll() is not None:
                raise Failed(f"it was not stopped: {running.communicate()[0]}")
            time.sleep(0.05)
        raise Failed("nobody sleeps in the trigger")

    def end(self, session):
        self.trial.sql(f"SELECT pg_terminate_backend({session})" if self.postgresql else f"KILL {session}")
        while self.trial.sql(self.who).strip():
            time.sleep(0.05)
        self.trial.sql("DROP TRIGGER stop ON helium_ledger" if self.postgresql else "DROP TRIGGER stop")
        if self.postgresql:
            self.trial.sql("DROP FUNCTION stop()")


def break_off(trial, verb, condition):
    """What `status` says of the migration that is half done then."""
    stop = Stop(trial, condition)
    running = subprocess.Popen([trial.program, *arguments_of(verb), "--design", "shop"], cwd=trial.folder,
                               env=trial.environment, text=True, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
    session = stop.sleeper(running)
    running.kill()
    running.communicate()
    stop.end(session)
    status = json.loads(trial.helium("status", "--format", "json").stdout)
    return status["designs"][0]["partial"]


def resume(program, dialect, url, verb, number, k, expected):
    trial = prepared(program, dialect, url, verb, "each")
    try:
        if verb == "up":
            done = trial.helium("up", "--to", str(number - 1))
            if done.returncode != 0:
                raise Failed(f"up --to: {done.stdout}{done.stderr}")
        condition = AT.format(number=number, k=k)
        partial = break_off(trial, verb, condition)
        if [(one["number"], one["done"]) for one in partial] != [(number, k - 1)]:
            raise Failed(f"the journal says {partial}")
        finish(trial, verb)
        judge(trial, verb, expected)
    finally:
        trial.close()


def statements_of(verb):
    return 3 if verb == "undo" else 4


def states(program, dialect, url, options):
    seen, bad = Counter(), 0
    for verb in ("up", "down", "undo"):
        expected = catalog_after(program, dialect, url, verb, "each")
        numbers = [1001] if verb == "undo" else [int(word) for word in options.numbers.split(",")]
        for number in numbers:
            for k in range(1, statements_of(verb) + 1):
                try:
                    resume(program, dialect, url, verb, number, k, expected)
                    seen[(verb, k - 1)] += 1
                except (Failed, AssertionError) as error:
                    bad += 1
                    print(f"[{dialect}] {verb} of {number}, stopped at statement {k}: {error}", flush=True)
    wanted = {(verb, done) for verb in ("up", "down", "undo") for done in range(statements_of(verb))}
    missing = wanted - set(seen)
    told = ", ".join(f"{verb} " + " ".join(f"{done}:{seen[(verb, done)]}" for way, done in sorted(wanted)
                                           if way == verb) for verb in ("up", "down", "undo"))
    print(f"{dialect}: resumed by statements done: {told}; {len(missing)} states never seen, {bad} came out "
          f"wrong", flush=True)
    return not missing and bad == 0


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--numbers", default="1001,1002" if deep else "1001")
    return each_server(parser, DIALECTS if deep else DIALECTS[:2], states)


if __name__ == "__main__":
    sys.exit(main())

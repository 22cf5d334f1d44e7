#!/usr/bin/env python3
"""Kills database servers in the middle of a run, starts them again, and looks what the run makes of it.

    crash.py HELIUM ENV_FILE [--every K] [DIALECT ...]

Servers of its own (synced to disk) are killed with SIGKILL a few milliseconds after the n-th message that the
program sent, and started again. The run waits, connects again and ends well by itself; every second time the
program is killed together with its server, and the same command finishes. Then the same address leads to
another server of the run: the move must stop there and touch nothing. Judged as in trial.py.
"""
import argparse
import contextlib
import importlib.machinery
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from proxy import Cut, Proxy, upstream_of  # noqa: E402
from trial import (ROOT, Failed, Place, arguments_of, catalog_after, each_server,  # noqa: E402
                   finish, judge, prepared)

servers = importlib.machinery.SourceFileLoader("servers", str(ROOT / "tools/servers")).load_module()
servers.FSYNC = True
DIALECTS = ["postgresql", "mariadb", "mysql"]
DELAYS = (0.0, 0.004, 0.012, 0.03)


def lives(process):
    """False for a zombie too: it has given back all that it held."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


class Home(servers.Home):
    """A server that can be killed and started again."""

    def start(self, name, command):
        process = super().start(name, command)
        if name != "pgbouncer":
            self.server, self.process = (name, command), process
        return process

    def crash(self):
        # PostgreSQL refuses to start while one of the old processes is left, be it as a zombie; its
        # children write their titles over the mark that they are known by.
        children = set()
        while processes := list(self.processes()):
            for process in processes:
                with contextlib.suppress(ProcessLookupError, FileNotFoundError):
                    os.kill(process, signal.SIGSTOP)
                    children.update(Path(f"/proc/{process}/task/{process}/children").read_text().split())
                    os.kill(process, signal.SIGKILL)
            time.sleep(0.02)
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        while any(lives(child) for child in children):
            time.sleep(0.02)
        self.process.wait(10)

    def again(self, alive):
        self.wait(self.server[0], self.start(*self.server), alive)


class Strike:
    """After the n-th message to the server and a moment, something happens; then the line is lost."""

    def __init__(self, number, delay, deed):
        self.left, self.delay, self.deed = number, delay, deed

    def carry(self, line, direction, data):
        line.send(direction, data)
        if direction == "up":
            self.left -= 1
            if self.left == 0:
                time.sleep(self.delay)
                self.deed()
                raise Cut


class Crash:
    def __init__(self, program, dialect, home, url):
        self.program, self.dialect, self.home, self.url = program, dialect, home, url
        self.kills = self.bad = self.by_itself = 0

    def alive(self, trial):
        done = subprocess.run([*trial.place.client, "SELECT 1"], capture_output=True, timeout=60,
                              env=trial.environment, check=False)
        if done.returncode != 0:
            raise RuntimeError("not yet")

    def strike(self, verb, expected, number, both):
        trial = prepared(self.program, self.dialect, self.url, verb)
        direct = trial.environment["DATABASE_URL"]
        running = []

        def deed():
            if both:
                running[0].kill()
            self.home.crash()
            self.kills += 1
            self.home.again(lambda: self.alive(trial))

        try:
            rule = Strike(number, DELAYS[number % len(DELAYS)], deed)
            with Proxy(upstream_of(self.url), rule=rule) as proxy:
                trial.environment["DATABASE_URL"] = proxy.url(direct)
                running.append(subprocess.Popen(
                    [trial.program, *arguments_of(verb), "--design", "shop"], cwd=trial.folder,
                    env=trial.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
                said, _ = running[0].communicate(timeout=120)
                proxy.join()  # the program is dead, its server may be on the way back
                hit = proxy.cuts > 0
            code = running[0].returncode
            trial.environment["DATABASE_URL"] = direct
            if hit and not both and code not in (0, 7):
                raise Failed(f"exit {code}: {said}")
            self.by_itself += 1 if hit and code == 0 else 0
            if code != 0:
                finish(trial, verb)
            judge(trial, verb, expected)
            return hit
        except (Failed, AssertionError) as error:
            self.bad += 1
            print(f"[{self.dialect}] {verb}, server killed after message {number}"
                  f"{' with the program' if both else ''}: {error}", flush=True)
            return True
        finally:
            trial.environment["DATABASE_URL"] = direct
            trial.close()

    def other_server(self, other, number):
        """The line breaks, and behind the same address another server answers."""
        trial = prepared(self.program, self.dialect, self.url, "up")
        twin = Place(self.dialect, other, trial.folder, trial.place.name)
        try:
            with Proxy(upstream_of(self.url)) as proxy:
                def deed():
                    proxy.upstream = upstream_of(other)
                proxy.rule = Strike(number, 0.2, deed)
                trial.environment["DATABASE_URL"] = proxy.url(trial.environment["DATABASE_URL"])
                done = trial.helium("up")
            if "another server answers" not in done.stdout + done.stderr or done.returncode != 5:
                raise Failed(f"exit {done.returncode}: {done.stdout}{done.stderr}")
            question = f"SELECT count(*) FROM information_schema.tables WHERE table_schema = '{twin.name}'"
            found = subprocess.run([*twin.client, question], capture_output=True, text=True, timeout=60,
                                   check=True).stdout.strip()
            if found != "0":
                raise Failed(f"{found} tables were made on the other server")
        except Failed as error:
            self.bad += 1
            print(f"[{self.dialect}] another server behind the address: {error}", flush=True)
        finally:
            twin.close()
            trial.close()


def crash(program, dialect, url, options):
    home = Home(servers.Home.make().path)
    try:
        lines = servers.STARTERS[dialect](home, servers.make_certificates(home))
        own = lines[f"HELIUM_TEST_{dialect.upper()}_URL"]
        test = Crash(program, dialect, home, own)
        for verb in ("up", "down"):
            expected = catalog_after(program, dialect, own, verb)
            number, hit, both = options.begin, True, False
            while hit:
                hit = test.strike(verb, expected, number, both)
                number, both = number + options.every, not both
        test.other_server(url, options.other)
        print(f"{dialect}: the server was killed {test.kills} times, {test.by_itself} runs went on by "
              f"themselves, {test.bad} came out wrong", flush=True)
        return test.kills > 0 and test.by_itself > 0 and test.bad == 0
    finally:
        home.end()


def main():
    parser = argparse.ArgumentParser()
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    parser.add_argument("--every", type=int, default=1 if deep else 5)
    parser.add_argument("--begin", type=int, default=1 if deep else 14)  # before that it connects and locks
    parser.add_argument("--other", type=int, default=14)
    return each_server(parser, DIALECTS, crash)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""A line that goes dead without a word: packets vanish, nobody closes anything.

    silent.py HELIUM ENV_FILE [DIALECT ...]

In a network of its own (unshare) the loopback is taken down in the middle of a run and brought up again when
the program has noticed. It must notice by its keepalives alone, connect again, and end well.
"""
import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from proxy import Cut, Proxy, upstream_of  # noqa: E402
from trial import Failed, catalog_after, each_server, judge, prepared  # noqa: E402

QUICK = "&keepalives_idle=1&keepalives_interval=1&keepalives_count=2&tcp_user_timeout=2000"
NOTICED = "the connection was lost"


def loopback(state):
    subprocess.run(["ip", "link", "set", "lo", state], check=True, timeout=10)


class Silence:
    """From the n-th message on no packet arrives, until the program says that the line is lost."""

    def __init__(self, number, said):
        self.left, self.said, self.took = number, said, None

    def carry(self, line, direction, data):
        if direction == "up":
            self.left -= 1
            if self.left == 0:
                self.wait()
                raise Cut
        line.send(direction, data)

    def wait(self):
        loopback("down")
        began = time.monotonic()
        while NOTICED not in self.said.read_text() and time.monotonic() < began + 20:
            time.sleep(0.1)
        self.took = time.monotonic() - began
        loopback("up")


def silence(program, dialect, url, options):
    loopback("up")
    expected = catalog_after(program, dialect, url, "up")
    trial = prepared(program, dialect, url, "up")
    direct, said = trial.environment["DATABASE_URL"], trial.folder / "said"
    try:
        rule = Silence(options.number, said)
        with Proxy(upstream_of(url), rule=rule) as proxy, said.open("w") as out:
            environment = {**trial.environment, "DATABASE_URL": proxy.url(direct) + QUICK}
            code = subprocess.run([trial.program, "up", "--design", "shop"], cwd=trial.folder, stdout=out,
                                  stderr=out, env=environment, timeout=100, check=False).returncode
        if code != 0 or rule.took is None or rule.took > 15:
            raise Failed(f"exit {code} after {rule.took} s of silence: {said.read_text()}")
        judge(trial, "up", expected)
        print(f"{dialect}: a dead line was noticed after {rule.took:.1f} s", flush=True)
        return True
    except (Failed, AssertionError) as error:
        print(f"[{dialect}] {error}", flush=True)
        return False
    finally:
        trial.close()


def main():
    if "HELIUM_ALONE" not in os.environ:
        if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode != 0:
            print("no network of its own can be had here (unshare -n): left out")
            return 77
        os.environ["HELIUM_ALONE"] = "1"
        os.execvp("unshare", ["unshare", "-n", sys.executable, *sys.argv])
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=14)
    return each_server(parser, ["postgresql", "mariadb", "mysql"], silence)


if __name__ == "__main__":
    sys.exit(main())

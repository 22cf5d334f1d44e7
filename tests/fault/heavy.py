#!/usr/bin/env python3
"""Much of everything, and little to do it with: long literals, many files, few file descriptors.

    heavy.py HELIUM ENV_FILE [DIALECT ...]

Each ends well in bounded memory, or with a clear error and a documented exit code, and nothing half done. The
gate takes the descriptors only; HELIUM_TEST_DEPTH=deep all of it.
"""
import argparse
import os
import subprocess
import sys
import threading
from pathlib import Path

from trial import Failed, Trial, each_server, finish

DOCUMENTED = (0, 4, 5, 6, 7, 64, 65, 66, 73, 78)
MEGABYTE = 1 << 20


def run(command, folder, environment=None, descriptors=None):
    """Exit code, what was said and the peak memory in MB."""
    if descriptors:
        command = ["sh", "-c", f'ulimit -n {descriptors}; exec "$0" "$@"', *command]
    with open(folder / "said", "wb") as said:
        child = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        timer = threading.Timer(600, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, (folder / "said").read_text(errors="replace"), usage.ru_maxrss // 1024


def write_migration(folder, number, forward, reverse):
    folder.mkdir(exist_ok=True)
    (folder / f"{folder.name}_{number}.lua").write_text(
        f"-- {folder.name}_{number}.lua\n-- Heavy\nreturn {{\n  forward = {{ {forward} }},\n  reverse = {{ {reverse} }},\n}}\n")


def few_descriptors(trial):
    """Whatever number is allowed, the end is a documented one, and the next run finishes."""
    codes = set()
    for number in (3, 4, 5, 6, 7, 8, 9, 10, 12):
        code, said, _ = run([trial.program, "up", "--design", "shop"], trial.folder, trial.environment, number)
        # 127: not even the libraries could be loaded
        assert code in (*DOCUMENTED, 127), f"{number} descriptors: exit {code}: {said}"
        assert code == 0 or said.strip(), f"{number} descriptors: exit {code} without a word"
        codes.add(code)
    assert len(codes) > 1, f"nothing was scarce: {codes}"
    finish(trial, "up")


def a_long_literal(trial):
    """A literal of 64 MB: it goes in, or the server's limit is named before anything ran."""
    table = "CREATE TABLE big (x " + {"postgresql": "TEXT", "sqlite": "TEXT"}.get(trial.dialect, "LONGTEXT") + ")"
    write_migration(trial.folder / "big", 1, f'{{ sql = "{table}" }}, {{ sql = [[INSERT INTO big VALUES (\''
                    + "x" * 64 * MEGABYTE + "')]] }", '{ sql = "SELECT 1" }, { sql = "DROP TABLE big" }')
    (trial.folder / "helium.toml").write_text('designs = ["big"]\n[lua]\nmemory = "1GB"\ntime = "300s"\n')
    code, said, megabytes = run([trial.program, "up"], trial.folder, trial.environment)
    assert megabytes < 1500, f"{megabytes} MB"
    assert len(said) < 8192, f"{len(said)} bytes were said"
    if code == 0:
        assert trial.sql("SELECT length(x) FROM big").strip() == str(64 * MEGABYTE)
    else:
        assert code in (4, 5) and "max_allowed_packet" in said, f"exit {code}: {said}"
    (trial.folder / "helium.toml").unlink()


def ten_thousand_files(trial):
    """10,000 migrations are validated, applied and found applied."""
    for number in range(1, 10_001):
        write_migration(trial.folder / "many", number, f'{{ sql = "INSERT INTO effects VALUES ({number})" }}',
                        f'{{ sql = "DELETE FROM effects WHERE n = {number}" }}')
    for verb in (["validate"], ["up"], ["status", "--exit-code"]):
        code, said, megabytes = run([trial.program, *verb, "--design", "many"], trial.folder, trial.environment)
        assert code == 0 and megabytes < 400, f"{verb}: exit {code}, {megabytes} MB: {said[-500:]}"
    assert trial.sql("SELECT count(*) FROM effects").strip() == "10000"


def heavy(program, dialect, url, _):
    deep = os.environ.get("HELIUM_TEST_DEPTH") == "deep"
    good = True
    for feat in (few_descriptors, *((a_long_literal, ten_thousand_files) if deep else ())):
        trial = Trial(program, dialect, url)
        try:
            feat(trial)
            print(f"{dialect}: {feat.__doc__}", flush=True)
        except (AssertionError, Failed) as error:
            good = False
            print(f"{dialect}: WRONG: {feat.__doc__} {error}", flush=True)
        finally:
            trial.close()
    return good


if __name__ == "__main__":
    sys.exit(each_server(argparse.ArgumentParser(), ["sqlite", "postgresql", "mariadb", "mysql"], heavy))

#!/usr/bin/env python3
"""Runs one story through the command line, once per dialect.

    run_story.py HELIUM ENV_FILE STORY [DIALECT ...]

A story is a text of blocks, each begun by a line `--- KIND ARGUMENTS`:

    --- dialects sqlite postgresql      where it is told; all of them when left out
    --- alone                           it changes the server: no other test may run beside it
    --- file shop/shop_1000.lua         written below the story's temp folder
    --- run [exit=N]                    lines for sh; `helium` and `sql STATEMENT` are at hand
    --- start NAME                      the same in the background
    --- until                           repeated until it exits 0 (30 s)
    --- interrupt NAME                  Ctrl-C for everything NAME started
    --- kill NAME                       kill -9 of everything NAME started
    --- wait NAME [exit=N]              its end
    --- out                             what the last run or wait said (both streams); `...` is anything

A block whose line ends in words such as `@mysql` is told on these dialects only.
DATABASE_URL and HELIUM_SCHEMA lead to a fresh place, gone at the end; TCP_URL is the way to the same
server by 127.0.0.1 and a password; SHOP is the sample design, COMPAT holds the Helium folders of the tests.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

SKIPPED = 77
DIALECTS = ["sqlite", "postgresql", "mariadb", "mysql", "db2"]
ROOT = Path(__file__).resolve().parents[2]
# Stories told at the same time share PostgreSQL's database: what asks a catalog says whose objects it means.
CATALOG = re.compile(r"\bpg_(class|constraint|proc|type|sequences?|index|indexes|tables|views|matviews|trigger|attribute)\b")
OWN = re.compile(r"::reg(class|namespace|type|procedure)|nspname|schemaname|is_visible|HELIUM_SCHEMA")


def blocks(text):
    kind, lines = None, []
    for line in text.splitlines():
        if line.startswith("--- "):
            if kind:
                yield kind, "\n".join(lines) + "\n"
            kind, lines = line[4:].split(), []
        else:
            lines.append(line)
    if kind:
        yield kind, "\n".join(lines) + "\n"


class Place:
    """A fresh database or schema, and a client for it."""

    def __init__(self, dialect, url, folder, name=None):
        self.name, self.server = name or "story_" + uuid.uuid4().hex[:10], url
        self.environment = {"DATABASE_URL": url or "", "HELIUM_SCHEMA": "",
                            "TCP_URL": os.environ.get(f"HELIUM_TEST_{dialect.upper()}_TCP_URL", "")}
        if dialect == "pgbouncer":  # the program goes through the pool, the client does not
            dialect, url = "postgresql", os.environ["HELIUM_TEST_POSTGRESQL_URL"]
        self.dialect = dialect
        self.drop = None
        if dialect == "sqlite":
            self.environment["DATABASE_URL"] = f"sqlite:{folder}/story.db"
            self.client = ["sqlite3", f"{folder}/story.db"]
        elif dialect == "postgresql":
            self.client = ["psql", "-XqAt", url, "-c"]
            self.sql(f"CREATE SCHEMA {self.name}")
            self.drop = [*self.client, f"DROP SCHEMA {self.name} CASCADE"]
            self.environment["HELIUM_SCHEMA"] = self.name
            self.client = ["env", f"PGOPTIONS=-csearch_path={self.name}"] + self.client
        elif dialect == "db2":
            self.name = self.name.upper()
            self.client = [sys.executable, str(ROOT / "tests/db2/sql.py"), url]
            self.sql(f"CREATE SCHEMA {self.name}")
            self.drop = [*self.client, "--empty", self.name]
            self.environment["HELIUM_SCHEMA"] = self.name
            self.client += ["--schema", self.name]
        else:
            parts = urlsplit(url)
            socket = parse_qs(parts.query).get("socket", [""])[0]
            self.client = ["mariadb", "-N", "-B", "-u", unquote(parts.username or "root")]
            self.client += ["-S", socket] if socket else ["-h", parts.hostname, "-P", str(parts.port)]
            self.client += [f"-p{unquote(parts.password)}"] if parts.password else []
            self.client += ["-e"]
            self.sql(f"CREATE DATABASE {self.name}")
            self.drop = [*self.client, f"DROP DATABASE {self.name}"]
            self.client[-1:] = ["-D", self.name, "-e"]
            self.environment["DATABASE_URL"] = urlunsplit(parts._replace(path="/" + self.name))

    def sql(self, statement):
        subprocess.run([*self.client, statement], check=True, capture_output=True, timeout=60)

    def close(self):
        if self.drop and subprocess.run(self.drop, capture_output=True, timeout=60).returncode != 0:
            print(f"[{self.dialect}] left behind: {self.name}", flush=True)


class Story:
    def __init__(self, program, folder, place):
        self.folder, self.running, self.output, self.code = folder, {}, "", 0
        tools = folder / ".tools"
        tools.mkdir()
        (tools / "helium").symlink_to(Path(program).resolve())
        quoted = " ".join("'" + part.replace("'", "'\\''") + "'" for part in place.client)
        (tools / "sql").write_text(f'#!/bin/sh\nexec {quoted} "$1"\n')
        (tools / "sql").chmod(0o755)
        self.environment = {**os.environ, **place.environment, "NO_COLOR": "1",
                            "HOME": str(folder), "DIALECT": place.dialect,
                            "SHOP": str(ROOT / "migrations/shop"),
                            "COMPAT": str(ROOT / "tests/compat"),
                            "PATH": f"{tools}:{os.environ['PATH']}"}

    def begin(self, text):
        return subprocess.Popen(["sh", "-c", text], cwd=self.folder, env=self.environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, start_new_session=True)

    def end(self, process, options):
        self.output, _ = process.communicate(timeout=120)
        wanted = [int(word[5:]) for word in options if word.startswith("exit=")] or [0]
        if process.returncode != wanted[0]:
            raise AssertionError(f"exit {process.returncode}, not {wanted[0]}:\n{self.output}")

    def block(self, kind, text):
        verb, options = kind[0], kind[1:]
        if verb == "file":
            path = self.folder / options[0]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        elif verb == "run":
            self.end(self.begin(text), options)
        elif verb == "start":
            self.running[options[0]] = self.begin(text)
        elif verb == "wait":
            self.end(self.running.pop(options[0]), options[1:])
        elif verb == "interrupt":
            os.killpg(self.running[options[0]].pid, signal.SIGINT)
        elif verb == "kill":
            process = self.running.pop(options[0])
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        elif verb == "until":
            self.until(text)
        elif verb == "out":
            self.match(text)
        elif verb not in ("dialects", "alone"):
            raise AssertionError(f"unknown block {verb}")

    def until(self, text):
        over = time.monotonic() + 30
        while self.begin(text).wait() != 0:
            if time.monotonic() > over:
                raise AssertionError(f"never came true:\n{text}")
            time.sleep(0.05)

    def match(self, expected):
        pattern = ".*".join(re.escape(part) for part in expected.strip().split("..."))
        if not re.fullmatch(pattern, self.output.strip(), re.DOTALL):
            raise AssertionError(f"expected:\n{expected}\ngot:\n{self.output}")

    def close(self):
        for process in self.running.values():
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def tell(program, parts, dialect, url):
    folder = Path(tempfile.mkdtemp(prefix="helium_story_"))
    place = Place(dialect, url, folder)
    story = Story(program, folder, place)
    try:
        for kind, text in parts:
            only = [word[1:] for word in kind if word.startswith("@")]
            if only and dialect not in only:
                continue
            try:
                story.block(kind, text)
            except AssertionError as error:
                print(f"[{dialect}] --- {' '.join(kind)}\n{text}{error}", flush=True)
                return False
        return True
    finally:
        story.close()
        place.close()
        shutil.rmtree(folder, ignore_errors=True)


def missed(dialect):
    """Whether a missing server is a failure: in CI, but for what tools/servers lets be missing."""
    excused = dialect in ("mysql", "pgbouncer") or (dialect == "db2" and os.environ.get("HELIUM_TEST_DB2") == "0")
    return os.environ.get("CI") == "true" and not excused


def main(program, env_file, story, *only):
    servers = dict(line.split("=", 1) for line in
                   (Path(env_file).read_text().splitlines() if Path(env_file).exists() else [])
                   if "=" in line)
    os.environ.update({key: value for key, value in servers.items() if key not in os.environ})
    parts = list(blocks(Path(story).read_text()))
    for line in "".join(text for kind, text in parts if kind[0] in ("run", "until")).splitlines():
        if "sql " in line and CATALOG.search(line) and not OWN.search(line):
            print(f"it asks for the objects of every schema: {line}", flush=True)
            return 1
    named = [kind[1:] for kind, _ in parts if kind[0] == "dialects"]
    told, good = 0, True
    for dialect in only or (named[0] if named else DIALECTS):
        url = os.environ.get(f"HELIUM_TEST_{dialect.upper()}_URL",
                             servers.get(f"HELIUM_TEST_{dialect.upper()}_URL"))
        if dialect != "sqlite" and not url:
            print(f"[{dialect}] no server: left out", file=sys.stderr)
            good = good and not missed(dialect)
            continue
        told += 1
        good = tell(program, parts, dialect, url) and good
    return 1 if not good else 0 if told else SKIPPED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

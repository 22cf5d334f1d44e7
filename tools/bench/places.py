"""Fresh databases and how each program gets there; the proxy that makes them far."""
import os
import queue
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
HELIUM = ROOT / "build/helium"


def run(command, **more):
    """Seconds, standard output and the most memory in MB that a program took."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        began = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=errors, **more)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - began
        out.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, command))[:200]}: {out.read()[-500:]}"
                               f"{errors.read()[-1500:]}")
        return took, out.read(), used.ru_maxrss / 1024


def system_calls(command, names, **more):
    """How often a program makes these system calls."""
    with tempfile.NamedTemporaryFile("r") as counts:
        run(["strace", "-f", "-c", "-o", counts.name, "-e", "trace=" + ",".join(names), *command], **more)
        rows = [line.split() for line in counts.read().splitlines()]
    return sum(int(row[3]) for row in rows if row and row[-1] in names)


class Database:
    """A fresh database of a dialect; how our program and the raw client get there."""

    def __init__(self, dialect, folder, servers, proxies=None):
        self.dialect, self.folder = dialect, Path(folder)
        self.name = "bench_" + uuid.uuid4().hex[:8]
        self.servers, self.proxies = servers, proxies or {}
        self.port = self.proxies.get(dialect)
        if dialect == "sqlite":
            self.path = self.folder / f"{self.name}.db"
            self.url = f"sqlite:{self.path}"
            return
        parts = urlsplit(servers[f"HELIUM_TEST_{dialect.upper()}_URL"])
        tcp = urlsplit(servers[f"HELIUM_TEST_{dialect.upper()}_TCP_URL"])
        self.socket = parse_qs(parts.query).get("host", parse_qs(parts.query).get("socket"))[0]
        self.user, self.password = unquote(tcp.username), unquote(tcp.password)
        self.server_port = tcp.port
        if dialect == "postgresql":
            self.admin = [*self.psql("postgres", near=True), "-c"]
            self.address = (f"postgresql://{quote(self.user)}:{quote(self.password, safe='')}@127.0.0.1:"
                            f"{self.port or tcp.port}/{self.name}")
            self.url = (self.address + "?tls=disable" if self.port else
                        f"postgresql://postgres@/{self.name}?host={quote(self.socket, safe='')}"
                        f"&port={tcp.port}")
        else:
            self.admin = ["mariadb", "--no-defaults", "-uroot", f"-S{self.socket}", "-e"]
            self.url = (f"{dialect}://{quote(self.user)}:{quote(self.password, safe='')}@127.0.0.1:"
                        f"{self.port}/{self.name}?tls=disable" if self.port else
                        f"{dialect}://root@localhost/{self.name}?socket={quote(self.socket, safe='')}")
        run([*self.admin, f"CREATE DATABASE {self.name}"])

    def psql(self, database, near=False):
        program = Path(self.servers["HELIUM_TEST_POSTGRESQL_BIN"]) / "psql"
        if self.port and not near:
            return [program, "-XqAt", f"postgresql://{quote(self.user)}:"
                    f"{quote(self.password, safe='')}@127.0.0.1:{self.port}/{database}?sslmode=disable"]
        return [program, "-XqAt", "-h", self.socket, "-p", self.server_port, "-U", "postgres", "-d",
                database]

    def close(self):
        if self.dialect == "sqlite":
            self.path.unlink(missing_ok=True)
        else:
            run([*self.admin, f"DROP DATABASE {self.name}"])

    def raw_command(self, script):
        if self.dialect == "sqlite":
            return ["sqlite3", "-bail", self.path, f".read {script}"]
        if self.dialect == "postgresql":
            return [*self.psql(self.name), "-v", "ON_ERROR_STOP=1", "-f", script]
        near = [f"-S{self.socket}", "-uroot"]
        far = ["-h127.0.0.1", f"-P{self.port}", f"-u{self.user}", f"-p{self.password}", "--skip-ssl"]
        return ["mariadb", "--no-defaults", *(far if self.port else near), self.name]

    def raw(self, script):
        """Seconds that the raw client takes for a script."""
        with open(script, encoding="utf-8") as text:
            return run(self.raw_command(script), stdin=text)[0]

    def dump_command(self):
        """What writes the schema down, by the server's own program."""
        if self.dialect == "sqlite":
            return ["sqlite3", self.path, ".schema"]
        if self.dialect == "postgresql":
            return [Path(self.servers["HELIUM_TEST_POSTGRESQL_BIN"]) / "pg_dump", "-s", "-d", self.url]
        return ["mariadb-dump", "--no-defaults", "-uroot", f"-S{self.socket}", "--no-data", self.name]

    def environment(self):
        return {**os.environ, "DATABASE_URL": self.url, "NO_COLOR": "1"}

    def helium(self, *arguments):
        return run([HELIUM, *arguments], env=self.environment(), cwd=self.folder)[0]

    def memory(self, *arguments):
        return run([HELIUM, *arguments], env=self.environment(), cwd=self.folder)[2]

    def ask(self, sql):
        """The cells that the server answers, as one list of words."""
        if self.dialect == "postgresql":
            return run([*self.psql(self.name, near=True), "-F", " ", "-c", sql])[1].split()
        return run([*self.admin[:-1], "-N", "-e", sql])[1].split()

    def work_done(self):
        """What the server counts: commits and syncs of its log so far."""
        if self.dialect == "postgresql":
            return [int(word) for word in self.ask(
                "SELECT pg_stat_force_next_flush(), xact_commit, (SELECT wal_sync FROM pg_stat_wal) "
                f"FROM pg_stat_database WHERE datname = '{self.name}'")]
        rows = self.ask("SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_commit', "
                        "'Innodb_data_fsyncs')")
        named = dict(zip(rows[::2], rows[1::2]))
        return [int(named["Handler_commit"]), int(named["Innodb_data_fsyncs"])]


class Proxy:
    """Forwards a local port, each direction held back for half a round trip. Threads that sleep: an event
    loop rounds each wait up to a millisecond."""

    def __init__(self, target, round_trip, counter=None):
        self.target, self.half, self.counter = target, round_trip / 2, counter
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            here, _ = self.server.accept()
            there = socket.create_connection(("127.0.0.1", self.target))
            for end in (here, there):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for source, sink in ((here, there), (there, here)):
                waiting = queue.SimpleQueue()
                counter = self.counter() if self.counter and source is here else None
                threading.Thread(target=self.take, args=(source, waiting, counter),
                                 daemon=True).start()
                threading.Thread(target=self.give, args=(sink, waiting), daemon=True).start()

    def take(self, source, waiting, counter):
        chunk = True
        while chunk:
            try:
                chunk = source.recv(1 << 16)
            except OSError:
                chunk = b""
            if counter:
                counter.take(chunk)
            waiting.put((time.perf_counter() + self.half, chunk))

    @staticmethod
    def give(sink, waiting):
        while True:
            due, chunk = waiting.get()
            delay = due - time.perf_counter()
            if delay > 0:
                time.sleep(delay)
            try:
                if not chunk:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(chunk)
            except OSError:
                return


class Waits:
    """Counts in what a client sends how often it must wait for an answer: Query and Sync of PostgreSQL, commands
    of MySQL. The first message of PostgreSQL has no kind."""
    total = 0

    def __init__(self, dialect):
        self.postgresql, self.first, self.left = dialect == "postgresql", dialect == "postgresql", b""

    def take(self, chunk):
        self.left += chunk
        while True:
            head = 4 if self.first or not self.postgresql else 5
            if len(self.left) < head:
                return
            size = (int.from_bytes(self.left[head - 4:head], "big") + head - 4 if self.postgresql
                    else int.from_bytes(self.left[:3], "little") + 4)
            if len(self.left) < size:
                return
            waits = (not self.first and self.left[:1] in (b"Q", b"S") if self.postgresql
                     else self.left[3] == 0)
            Waits.total += waits
            self.first, self.left = False, self.left[size:]

"""A line between the program and its server that breaks when it is told to.

    with Proxy(upstream) as proxy: proxy.url(dialect, url) ... proxy.lost

It carries bytes both ways until its rule says that the line is lost: then both ends are closed at once.
A rule belongs to the first connection only, unless `always` is set; what was cut stands in `cuts`.
"""
import contextlib
import re
import select
import socket
import struct
import threading
import time
from urllib.parse import parse_qs, quote, unquote, urlsplit

FLUSH = b"H\0\0\0\4"  # PostgreSQL's message that asks for answers now
NOBODY_LISTENS = struct.pack("ii", 1, 0)  # SO_LINGER: closed with a reset, as a dead machine's line ends


def upstream_of(url):
    """Where the server of a URL listens: a path, or host and port."""
    parts = urlsplit(url)
    more = {key: values[0] for key, values in parse_qs(parts.query).items()}
    if "socket" in more:
        return more["socket"]
    if parts.scheme == "postgresql" and more.get("host", "").startswith("/"):
        return f"{more['host']}/.s.PGSQL.{more.get('port', 5432)}"
    return parts.hostname, parts.port


def connected(upstream):
    family = socket.AF_UNIX if isinstance(upstream, str) else socket.AF_INET
    line = socket.socket(family)
    line.connect(upstream)
    return line


class Cut(Exception):
    pass


class Bytes:
    """The line is lost after so many bytes in one direction: "up" to the server, "down" from it."""

    def __init__(self, direction, number):
        self.direction, self.left = direction, number

    def carry(self, line, direction, data):
        if direction != self.direction:
            return line.send(direction, data)
        line.send(direction, data[:self.left])
        self.left -= len(data)
        if self.left <= 0:
            raise Cut


class Commit:
    """The line is lost at the n-th COMMIT: "before" the server gets it, or "after" it obeyed, before its
    answer. PostgreSQL's messages are told apart, on MySQL what is held back is the packet it stands in."""

    def __init__(self, number, when):
        self.left, self.when, self.struck, self.flushed = number, when, False, False

    def carry(self, line, direction, data):
        if direction == "down":
            if self.struck:
                time.sleep(0.2)  # whatever was on its way is carried out
                raise Cut
            return line.send(direction, data)
        if self.struck:
            return self.finish(line, data)
        for found in re.finditer(rb"COMMIT(?!TED)", data):
            self.left -= 1
            if self.left == 0:
                return self.lose(line, data, found.start())
        return line.send("up", data)

    def lose(self, line, data, found):
        postgresql = data[found + 6:found + 7] == b"\0"
        if self.when == "before":
            # Parse: a letter, four bytes of length, the statement's empty name, its text.
            line.send("up", data[:found - 6] if postgresql else b"")
            time.sleep(0.1)
            raise Cut
        self.struck, self.pipelined = True, postgresql
        line.send("up", data[:found])
        self.finish(line, data[found:])

    def finish(self, line, data):
        """Up to the flush behind the COMMIT on PostgreSQL, the rest of its packet on MySQL."""
        if self.pipelined:
            end = data.find(FLUSH) + len(FLUSH) if FLUSH in data else len(data)
            data = b"" if self.flushed else data[:end]
            self.flushed = self.flushed or FLUSH in data
        line.send("up", data)


class Unanswered(Commit):
    """From the n-th COMMIT on the server obeys, and none of its answers arrives; the line stands until it closes."""

    def __init__(self, number):
        super().__init__(number, "after")

    def carry(self, line, direction, data):
        if not (self.struck and direction == "down"):
            super().carry(line, direction, data)


class Line:
    """One connection through the proxy."""

    def __init__(self, proxy, near, rule):
        self.proxy, self.near, self.far, self.rule = proxy, near, connected(proxy.upstream), rule

    def send(self, direction, data):
        (self.far if direction == "up" else self.near).sendall(data)

    def run(self):
        try:
            while True:
                ready, _, _ = select.select([self.near, self.far], [], [])
                for end in ready:
                    data = end.recv(1 << 16)
                    if not data:
                        return
                    direction = "up" if end is self.near else "down"
                    if self.rule:
                        self.rule.carry(self, direction, data)
                    else:
                        self.send(direction, data)
        except Cut:
            self.proxy.cuts += 1
        except OSError:
            pass
        finally:
            for end in (self.near, self.far):
                with contextlib.suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NOBODY_LISTENS)
                end.close()


class Proxy:
    def __init__(self, upstream, rule=None, always=None):
        """`rule` is for the first connection; `always()` makes one for every connection."""
        self.upstream, self.rule, self.always, self.cuts, self.seen = upstream, rule, always, 0, 0
        self.lines = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                self.seen += 1
                rule, self.rule = self.rule, None
                try:
                    line = Line(self, near, self.always() if self.always else rule)
                except OSError:
                    near.close()  # nobody listens there, as far as the program can see
                    continue
                self.lines.append(threading.Thread(target=line.run, daemon=True))
                self.lines[-1].start()

    def join(self):
        """Waits until all lines have ended: after the program's end, for what its last messages set off."""
        while self.lines:
            self.lines.pop().join()

    def url(self, url):
        """The same place through this line, without TLS."""
        parts = urlsplit(url)
        user = quote(unquote(parts.username or "root"), safe="")
        return f"{parts.scheme}://{user}@127.0.0.1:{self.port}{parts.path}?tls=disable"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()

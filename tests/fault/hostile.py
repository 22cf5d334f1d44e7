#!/usr/bin/env python3
"""A server that means harm: it speaks PostgreSQL's frames and answers whatever it likes.

    hostile.py HELIUM

Whatever it says, the program ends soon, with a documented exit code, in little memory, and says it in few
words that drive no terminal.
"""
import os
import resource
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

DOCUMENTED = (0, 4, 5, 6, 7, 64, 65, 66, 73, 78)
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b1m \u202eevil \r\n over"
MOST_BYTES, MOST_SECONDS, MOST_MEGABYTES = 64 * 1024, 60, 400


def frame(kind, body=b""):
    return kind + struct.pack("!I", len(body) + 4) + body


def refusal(text, state="42000"):
    fields = b"".join(code + value.encode() + b"\0" for code, value in
                      ((b"S", "ERROR"), (b"V", "ERROR"), (b"C", state), (b"M", text), (b"D", text), (b"H", text)))
    return frame(b"E", fields + b"\0")


def rows(columns, table):
    described = struct.pack("!H", columns) + b"".join(
        b"\x1b[2Jc\0" + struct.pack("!IHIhih", 0, 0, 25, -1, -1, 0) for _ in range(columns))
    def cell(value):
        return struct.pack("!i", -1) if value is None else struct.pack("!i", len(value)) + value
    return [frame(b"T", described)] + [
        frame(b"D", struct.pack("!H", columns) + b"".join(map(cell, row))) for row in table]


def done(tag=b"SELECT 1"):
    return frame(b"C", tag + b"\0")


# What each server answers to any statement, as frames.
ANSWERS = {
    "escapes in refusals": lambda: [refusal(ESCAPES)],
    "a refusal of 20 MB": lambda: [refusal(ESCAPES + "x" * 20_000_000)],
    "no rows": lambda: rows(1, []) + [done(b"SELECT 0")],
    "no columns": lambda: rows(0, [[]]) + [done()],
    "escapes in one row": lambda: rows(1, [[ESCAPES.encode()]]) + [done()],
    "NULLs": lambda: rows(40, [[None] * 40]) + [done()],
    "no UTF-8": lambda: rows(40, [[b"\xff\xfe\0\x80"] * 40]) + [done()],
    "words for numbers": lambda: rows(40, [[b"many"] * 40]) + [done()],
    "huge numbers": lambda: rows(40, [[b"9" * 400] * 40]) + [done()],
    "50,000 rows": lambda: rows(40, [[b"1"] * 40] * 50_000) + [done(b"SELECT 50000")],
    "one value of 30 MB": lambda: rows(2, [[b"1" * 30_000_000, b"2"]]) + [done()],
    "a thousand notices": lambda: [frame(b"N", b"SWARNING\0C01000\0M" + ESCAPES.encode() + b"\0\0")] * 1000
                                  + rows(1, [[b"1"]]) + [done()],
    "a tag that lies": lambda: [done(b"ROLLBACK")],
    "a COPY": lambda: [frame(b"H", b"\0\0\0"), frame(b"c"), done(b"COPY 0")],
    "a COPY that wants data": lambda: [frame(b"G", b"\0\0\0")],
    "garbage": lambda: [bytes(range(256)) * 64],
    "a frame that says it holds 1 GB": lambda: [b"D" + struct.pack("!I", 1 << 30) + b"x" * 4096, None],
    "nothing, and the line closed": lambda: [None],
}


class Server:
    def __init__(self, answer):
        self.answer = answer
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(line,), daemon=True).start()

    def serve(self, line):
        try:
            with line, line.makefile("rb") as stream:
                self.greet(line, stream)
                self.talk(line, stream)
        except (OSError, struct.error, EOFError):
            pass

    def greet(self, line, stream):
        while True:
            length, code = struct.unpack("!II", stream.read(8))
            stream.read(length - 8)
            if code == 80877102:  # a cancel request
                raise EOFError
            if code == 196608:
                break
            line.sendall(b"N")
        line.sendall(frame(b"R", struct.pack("!I", 0)))
        for name, value in (("server_version", "15.0" + ESCAPES.split("\r")[0]), ("client_encoding", "UTF8"),
                            ("standard_conforming_strings", "on")):
            line.sendall(frame(b"S", name.encode() + b"\0" + value.encode() + b"\0"))
        line.sendall(frame(b"K", struct.pack("!II", 1, 2)) + frame(b"Z", b"I"))

    def talk(self, line, stream):
        while True:
            kind = stream.read(1)
            length, = struct.unpack("!I", stream.read(4))
            stream.read(length - 4)
            if kind == b"X":
                return
            if kind in b"QE":
                for part in self.answer():
                    if part is None:
                        raise EOFError
                    line.sendall(part)
            if kind in b"QS":
                line.sendall(frame(b"Z", b"I"))
            elif kind in b"PBC":
                line.sendall(frame({b"P": b"1", b"B": b"2", b"C": b"3"}[kind]))


def objections(done_run, seconds, megabytes):
    said = done_run.stdout + done_run.stderr
    driven = {byte for byte in said if (byte < 0x20 and byte not in b"\n\t") or byte == 0x7F}
    return [text for wrong, text in (
        (done_run.returncode not in DOCUMENTED, f"exit {done_run.returncode}"),
        (driven or "\u202e".encode() in said or b"\xc2\x9b" in said, f"control characters {driven}"),
        (len(said) > MOST_BYTES, f"{len(said)} bytes"),
        (seconds > MOST_SECONDS, f"{seconds:.0f} s"),
        (megabytes > MOST_MEGABYTES, f"{megabytes} MB"),
        (done_run.returncode != 0 and not said.strip(), "not a word")) if wrong]


def run(program, verb, port, folder):
    command = [program, *verb, "--design", "shop", "--url",
               f"postgresql://u@127.0.0.1:{port}/d?sslmode=disable", "--lock-timeout", "1s"]
    began = time.monotonic()
    # wait4 gives the memory of this child alone
    with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        timer = threading.Timer(MOST_SECONDS + 5, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
    finished = subprocess.CompletedProcess(command, os.waitstatus_to_exitcode(status),
                                           (folder / "out").read_bytes(), (folder / "err").read_bytes())
    return finished, time.monotonic() - began, usage.ru_maxrss // 1024


def main():
    program, bad, count = str(Path(sys.argv[1]).resolve()), 0, 0
    only = sys.argv[2:]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory(prefix="helium_hostile_") as name:
        folder = Path(name)
        (folder / "shop").mkdir()
        (folder / "shop/shop_1000.lua").write_text(
            '-- shop_1000.lua\n-- One\nreturn { forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }\n')
        for what, answer in ANSWERS.items():
            if only and what not in only:
                continue
            server = Server(answer)
            for verb in (["status"], ["up"], ["history"]):
                count += 1
                finished, seconds, megabytes = run(program, verb, server.port, folder)
                wrong = objections(finished, seconds, megabytes)
                if wrong or only:
                    print(f"{what}, {verb[0]}: {', '.join(wrong)}\n{(finished.stdout + finished.stderr)[:1500]!r}", flush=True)
                bad += bool(wrong)
            server.listener.close()
    print(f"{count} commands at hostile servers, {bad} of them came out wrong")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())

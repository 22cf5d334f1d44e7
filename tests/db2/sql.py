#!/usr/bin/env python3
"""A client for the Db2 stand-in, for stories: runs statements through unixODBC and prints rows.

    sql.py URL [--schema NAME] [--empty NAME] STATEMENT...

Cells are parted by a tab, NULL is empty. `--empty NAME` drops a schema and what is in it. Results are
never described: IBM's driver then sends what Derby does not understand.
"""
import ctypes
import sys
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

odbc = ctypes.CDLL("libodbc.so.2")
POINTER, SHORT = ctypes.c_void_p, ctypes.c_short
ENVIRONMENT, CONNECTION, STATEMENT = 1, 2, 3
NTS, NO_DATA = -3, 100


class Refused(Exception):
    pass


def check(code, kind, handle):
    if code in (0, 1, NO_DATA):
        return code
    state, text = ctypes.create_string_buffer(6), ctypes.create_string_buffer(2048)
    odbc.SQLGetDiagRec(SHORT(kind), handle, SHORT(1), state, ctypes.byref(ctypes.c_int()), text,
                       SHORT(len(text)), ctypes.byref(SHORT()))
    raise Refused(f"{state.value.decode()}: {text.value.decode(errors='replace')}")


def handle_of(kind, parent):
    handle = POINTER()
    check(odbc.SQLAllocHandle(SHORT(kind), parent, ctypes.byref(handle)), kind, parent)
    return handle


def connect(url):
    parts = urlsplit(url)
    keys = dict(parse_qsl(parts.query))
    words = {"DRIVER": keys.pop("driver", "Db2"), "DATABASE": parts.path.strip("/"),
             "HOSTNAME": parts.hostname, "PORT": parts.port, "PROTOCOL": "TCPIP",
             "UID": unquote(parts.username), "PWD": unquote(parts.password), **keys}
    environment = handle_of(ENVIRONMENT, POINTER())
    odbc.SQLSetEnvAttr(environment, 200, POINTER(3), 0)
    connection = handle_of(CONNECTION, environment)
    text = ";".join(f"{key}={value}" for key, value in words.items()).encode()
    check(odbc.SQLDriverConnect(connection, POINTER(), text, SHORT(NTS), None, SHORT(0),
                                ctypes.byref(SHORT()), SHORT(0)), CONNECTION, connection)
    return connection


def cell_of(statement, column):
    text, length = ctypes.create_string_buffer(65536), ctypes.c_ulonglong()
    check(odbc.SQLGetData(statement, SHORT(column), SHORT(1), text, ctypes.c_longlong(len(text)),
                          ctypes.byref(length)), STATEMENT, statement)
    # The driver writes the low half of the length only; -1 is NULL.
    return "" if length.value & 0xFFFFFFFF == 0xFFFFFFFF else text.value.decode(errors="replace")


def rows_of(connection, text):
    statement = handle_of(STATEMENT, connection)
    try:
        check(odbc.SQLExecDirect(statement, text.encode(), NTS), STATEMENT, statement)
        columns = SHORT()
        odbc.SQLNumResultCols(statement, ctypes.byref(columns))
        rows = []
        while columns.value and check(odbc.SQLFetch(statement), STATEMENT, statement) != NO_DATA:
            rows.append([cell_of(statement, at + 1) for at in range(columns.value)])
        return rows
    finally:
        odbc.SQLFreeHandle(SHORT(STATEMENT), statement)


def empty(connection, schema):
    for question in (Path(__file__).parent / "drop_schema.sql").read_text().splitlines():
        for row in rows_of(connection, question.replace("%SCHEMA%", schema)):
            rows_of(connection, row[0])


def main(url, *words):
    connection = connect(url)
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "--schema":
            rows_of(connection, f"SET SCHEMA {words.pop(0)}")
        elif word == "--empty":
            empty(connection, words.pop(0))
        else:
            for row in rows_of(connection, word):
                print("\t".join(row))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refused as refusal:
        sys.exit(str(refusal))

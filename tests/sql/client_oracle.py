"""The corpus against a real client: what it sends to its server is what `helium split` cuts.

Usage: client_oracle.py psql|mariadb|mysql HELIUM CORPUS_FOLDER SERVERS_ENV
psql writes each query between markers into its log (-L), the mariadb client shows each statement between lines
of dashes (-v). White space and leading comments are not compared: psql and mariadb treat them in ways of their own.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

DIALECT = {"psql": "postgresql", "mariadb": "mariadb", "mysql": "mysql"}
FAMILY = {"postgresql": ["common", "postgresql"], "mariadb": ["common", "mysql_family", "mariadb"],
          "mysql": ["common", "mysql_family", "mysql"]}
NOT_RUN = 77


def environment(path):
    lines = pathlib.Path(path).read_text().splitlines() if os.path.exists(path) else []
    found = dict(line.split("=", 1) for line in lines if "=" in line)
    return {**found, **os.environ}


def cases(folder, names):
    for name in names:
        for chunk in re.split(r"^=== ", pathlib.Path(folder, name + ".cases").read_text(), flags=re.M)[1:]:
            title, _, rest = chunk.partition("\n")
            text = re.split(r"^---.*\n", rest, flags=re.M)[0]
            if not title.startswith("(ours)"):
                yield title, text[:-1] if text.endswith("\n") else text


QUOTED = r"'(?:[^'\\]|\\.|'')*'|\"(?:[^\"\\]|\\.|\"\")*\"|`[^`]*`"
MYSQL = re.compile(QUOTED + r"|/\*(?![!M+]).*?\*/|--[ \t][^\n]*|--$|--(?=\n)|#[^\n]*|\s+|.", re.S)
PSQL = re.compile(r"[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|\"[^\"]*\"|(\$\w*\$).*?\1|--[^\n]*|/\*|\s+|.", re.S)


def end_of_nested(text, at):
    """Behind the comment that opens at `at`; PostgreSQL's comments nest."""
    depth = 0
    for mark in re.finditer(r"/\*|\*/", text[at:]):
        depth += 1 if mark.group(0) == "/*" else -1
        if depth == 0:
            return at + mark.end()
    return len(text)


def comparable(statement, client):
    """White space as single blanks; comments away outside of quotes."""
    out, at = [], 0
    tokens = PSQL if client == "psql" else MYSQL
    while at < len(statement):
        piece = tokens.match(statement, at).group(0)
        at += len(piece)
        if client == "psql":
            is_comment = piece == "/*" or piece.startswith("--")
            at = end_of_nested(statement, at - 2) if piece == "/*" else at
        else:
            is_comment = bool(re.match(r"/\*(?![!M+]).*\*/|--([ \t\n]|$)|#", piece, re.S))
        out.append(" " if is_comment or piece.isspace() else piece)
    return re.sub(r"\s+", " ", "".join(out)).strip()


def url_parts(url):
    parts = urllib.parse.urlsplit(url)
    query = dict(urllib.parse.parse_qsl(parts.query))
    return parts, query


def by_psql(url, path):
    parts, query = url_parts(url)
    log = path + ".log"
    subprocess.run(["psql", "-X", "-q", "-h", query["host"], "-p", query["port"], "-U", parts.username,
                    "-d", parts.path.lstrip("/") or "postgres", "-L", log, "-f", path],
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    text = pathlib.Path(log).read_text()
    # From version 16 on the markers look different.
    return re.findall(r"(?:\*{8,9} QUERY \*{8,10}|/\*{8,9} QUERY \*{8,10}/)\n(.*?)\n(?:\*{26}|/\*{24}/)\n", text, flags=re.S)


def by_mariadb(url, path):
    parts, query = url_parts(url)
    password = ["--password=" + urllib.parse.unquote(parts.password)] if parts.password else []
    done = subprocess.run(["mariadb", "--no-defaults", "--force", "--comments", "-v", "-u", parts.username,
                           *password, "--socket", query["socket"], "--default-character-set=utf8mb4",
                           parts.path.lstrip("/") or "test"],
                          stdin=open(path, "rb"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return re.findall(r"^-{14}\n(.*?)\n-{14}\n", done.stdout.decode(), flags=re.S | re.M)


def by_helium(program, dialect, path):
    done = subprocess.run([program, "split", path, "--dialect", dialect, "--format", "json"],
                          stdout=subprocess.PIPE, check=True)
    return [one["text"] for one in json.loads(done.stdout)["statements"]]


def main():
    client, program, folder, env_path = sys.argv[1:5]
    dialect = DIALECT[client]
    url = environment(env_path).get(f"HELIUM_TEST_{dialect.upper()}_URL")
    if not url:
        print(f"{dialect} is not there")
        sys.exit(1 if os.environ.get("CI") and dialect != "mysql" else NOT_RUN)
    wrong = compared = 0
    with tempfile.TemporaryDirectory() as work:
        for title, text in cases(folder, FAMILY[dialect]):
            path = os.path.join(work, "case.sql")
            pathlib.Path(path).write_text(text)
            pathlib.Path(path + ".log").unlink(missing_ok=True)
            ours = [comparable(one, client) for one in by_helium(program, dialect, path)]
            theirs = by_psql(url, path) if client == "psql" else by_mariadb(url, path)
            theirs = [comparable(one, client) for one in theirs]
            if client == "psql":  # it shows the terminator, and sends empty statements too
                theirs = [one[:-1].rstrip() if one.endswith(";") else one for one in theirs]
            theirs = [one for one in theirs if one]
            compared += 1
            if ours != theirs:
                wrong += 1
                print(f"{title}\n  ours:   {ours}\n  theirs: {theirs}")
    print(f"{compared} cases compared with {client}, {wrong} differ")
    sys.exit(1 if wrong or compared < 60 else 0)


main()

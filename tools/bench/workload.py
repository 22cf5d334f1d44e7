"""What is migrated: W1 of the bench, as our design, as the raw client's script, and in the forms of other tools."""

def statements(number):
    """Migration `number` of W1: five migrations make and change one table."""
    group, step = divmod(number, 5)
    table = f"t{group}"
    if step == 0:
        return [f"CREATE TABLE {table} (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, b INTEGER, "
                f"c VARCHAR(40), d VARCHAR(40), e INTEGER)",
                f"CREATE INDEX {table}_a ON {table} (a)",
                f"INSERT INTO {table} (id, a, b, c, d, e) VALUES (1, 1, 1, 'x', 'y', 1), "
                f"(2, 2, 2, 'x', 'y', 2), (3, 3, 3, 'x', 'y', 3)"]
    if step == 1:
        return [f"ALTER TABLE {table} ADD COLUMN f INTEGER", f"UPDATE {table} SET f = id"]
    if step == 2:
        return [f"ALTER TABLE {table} ADD COLUMN g INTEGER DEFAULT 7 NOT NULL"]
    if step == 3:
        return [f"CREATE INDEX {table}_ba ON {table} (b, a)"]
    return [f"ALTER TABLE {table} ADD COLUMN h VARCHAR(20)",
            f"INSERT INTO {table} (id, a, b, c, d, e) VALUES (4, 4, 4, 'x', 'y', 4)"]


def write_design(folder, count):
    folder.mkdir()
    for number in range(count):
        entries = "".join(f"    {{ sql = [=[ {text} ]=] }},\n" for text in statements(number))
        (folder / f"w_{number + 1}.lua").write_text(
            f"-- w_{number + 1}.lua\n-- Migration {number + 1}\nreturn {{\n"
            f"  forward = {{\n{entries}  }},\n  irreversible = \"a bench\",\n}}\n")


def raw_script(count, dialect):
    """The same statements, one transaction and one history row for each migration."""
    lines = ["CREATE TABLE history (number INTEGER NOT NULL PRIMARY KEY, checksum VARCHAR(64), "
             "applied_at VARCHAR(40), title VARCHAR(200));"]
    for number in range(count):
        lines.append("BEGIN IMMEDIATE;" if dialect == "sqlite" else "BEGIN;")
        lines += [text + ";" for text in statements(number)]
        lines.append(f"INSERT INTO history VALUES ({number + 1}, '{'0' * 64}', "
                     f"'2026-01-01T00:00:00Z', 'Migration {number + 1}');")
        lines.append("COMMIT;")
    return "\n".join(lines) + "\n"


def packet_script(count, most=64):
    """For MariaDB: the same as raw_script, `most` migrations in each multi-statement packet."""
    head, *rest = raw_script(count, "mariadb").splitlines()
    lines, migrations = [head, "DELIMITER $$"], 0
    for line in rest:
        lines.append(line)
        migrations += line == "COMMIT;"
        if line == "COMMIT;" and migrations % most == 0:
            lines.append("$$")
    return "\n".join([*lines, "$$"]) + "\n"


# --- The forms of other tools -----------------------------------------------------------------------------

PEERS = {
    "dbmate": {"file": "{0:014}_w.sql", "text": "-- migrate:up\n{1}\n-- migrate:down\n",
               "command": ["dbmate", "--no-dump-schema", "--url", "{url}?sslmode=disable",
                           "--migrations-dir", "{folder}", "migrate"]},
    "goose": {"file": "{0:05}_w.sql", "text": "-- +goose Up\n{1}\n-- +goose Down\n",
              "command": ["goose", "-dir", "{folder}", "postgres", "{url}?sslmode=disable", "up"]},
    "tern": {"file": "{0:05}_w.sql", "text": "{1}\n---- create above / drop below ----\n",
             "command": ["tern", "migrate", "--conn-string", "{url}?sslmode=disable", "-m",
                         "{folder}"]},
    "migrate": {"file": "{0:05}_w.up.sql", "text": "{1}\n",
                "command": ["migrate", "-path", "{folder}", "-database", "{url}?sslmode=disable",
                            "up"]},
}


def write_peer(folder, count, tool):
    """The same statements as files of another tool."""
    folder.mkdir()
    for number in range(count):
        text = "\n".join(text + ";" for text in statements(number))
        (folder / PEERS[tool]["file"].format(number + 1)).write_text(
            PEERS[tool]["text"].format(number + 1, text))


def schema_script(count, dialect):
    """Tables of 10 columns with a key and two indexes each."""
    number, time = ("integer", "text") if dialect == "sqlite" else ("bigint", {
        "postgresql": "timestamptz"}.get(dialect, "datetime(3)"))
    lines = ["BEGIN;"]
    for i in range(count):
        if i % 500 == 499:  # PostgreSQL holds a lock for each new object until the end
            lines.append("COMMIT; BEGIN;")
        columns = ", ".join(f"c{k} {'varchar(40)' if k % 2 else number}{' DEFAULT ' + chr(39) + 'x' + chr(39) if k == 3 else ''}"
                            for k in range(7))
        lines.append(f"CREATE TABLE t{i} (id {number} NOT NULL, kind integer NOT NULL DEFAULT 0, {columns}, "
                     f"made {time}, PRIMARY KEY (id));")
        lines += [f"CREATE INDEX t{i}_a ON t{i} (kind, c0);", f"CREATE INDEX t{i}_b ON t{i} (c1);"]
    return "\n".join([*lines, "COMMIT;", ""])


def rows_script(dialect, count):
    """As many rows in the table big."""
    if dialect == "postgresql":
        return f"INSERT INTO big SELECT i, 'note ' || i FROM generate_series(1, {count}) i;\n"
    setting = f"SET max_recursive_iterations = {count + 1};\n" if dialect == "mariadb" else ""
    note = "CONCAT('note ', i)" if dialect == "mariadb" else "'note ' || i"
    return (f"{setting}INSERT INTO big WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
            f"SELECT i, {note} FROM n;\n")

"""What the fault tests have in common: a fresh place with three migrations of four statements, in which every
statement that can be counted writes a number of its own, so that a lost or doubled one shows; and the judge:
each number there exactly once, the catalog that of an undisturbed run, the ledger in accord, its hash chain
whole, the lock free.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/story"))
from run_story import Place, missed  # noqa: E402

MIGRATIONS = {
    1000: (["CREATE TABLE one (id INTEGER NOT NULL PRIMARY KEY)",
            "INSERT INTO effects (n) VALUES (11)",
            "INSERT INTO effects (n) VALUES (12)",
            "CREATE INDEX effects_n ON effects (n)"],
           ["DROP INDEX effects_n", "DELETE FROM effects WHERE n = 12",
            "DELETE FROM effects WHERE n = 11", "DROP TABLE one"]),
    1001: (["INSERT INTO effects (n) VALUES (21)",
            "ALTER TABLE one ADD COLUMN name VARCHAR(20)",
            "INSERT INTO effects (n) VALUES (22)",
            "INSERT INTO one (id, name) VALUES (1, 'one')"],
           ["DELETE FROM one WHERE id = 1", "DELETE FROM effects WHERE n = 22",
            "ALTER TABLE one DROP COLUMN name", "DELETE FROM effects WHERE n = 21"]),
    1002: (["CREATE TABLE two (id INTEGER NOT NULL PRIMARY KEY)",
            "INSERT INTO effects (n) VALUES (31)",
            "CREATE VIEW ones AS SELECT id FROM one",
            "INSERT INTO effects (n) VALUES (32)"],
           ["DELETE FROM effects WHERE n = 32", "DROP VIEW ones",
            "DELETE FROM effects WHERE n = 31", "DROP TABLE two"]),
}
# What a test carries out: a command; the effects, and the words of `status`, that it must leave.
ARGUMENTS = {"up": ["up"], "down": ["down", "--all"], "undo": ["resume", "--undo"], "upgrade": ["up"],
             "again": ["up"]}
WANTED = {"up": "11 12 21 22 31 32", "down": "", "undo": "11 12", "upgrade": "11 12 21 22 31 32",
          "again": "11 12 21 22 31 32"}
STANDING = {"up": '"applied":[1000,1001,1002],"pending":[]', "down": '"applied":[]',
            "undo": '"applied":[1000],"pending":[1001,1002]',
            "upgrade": '"applied":[1000,1001,1002],"pending":[]',
            "again": '"applied":[1000,1001,1002],"pending":[]'}


# --typed: operations that take data away, on tables that are full before the first of them.
TABLES = {
    "person": ("id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, fax VARCHAR(200) NOT NULL, "
               "score DECIMAL(8,2), account_id INTEGER"),
    "note": "id INTEGER NOT NULL PRIMARY KEY, person_id INTEGER REFERENCES person(id), text VARCHAR(80)",
}
PEOPLE = 60
OPERATIONS = {
    1000: ['queries:drop_column("person", "fax")',
           'queries:sql("INSERT INTO effects (n) VALUES (11)", { reverse = "DELETE FROM effects WHERE n = 11" })',
           'queries:update("person", { set = { name = "upper(name)" }, where = "id > 2" })',
           'queries:sql("INSERT INTO effects (n) VALUES (12)", { reverse = "DELETE FROM effects WHERE n = 12" })',
           'queries:drop_table("note")'],
    1001: ['queries:alter_column("person", "score", { type = "integer" })',
           'queries:sql("INSERT INTO effects (n) VALUES (21)", { reverse = "DELETE FROM effects WHERE n = 21" })',
           'queries:delete("person", { where = "id > 20" })',
           'queries:sql("INSERT INTO effects (n) VALUES (22)", { reverse = "DELETE FROM effects WHERE n = 22" })'],
    1002: ['queries:add_column("person", { name = "nick", type = "varchar(40)", null = false, backfill = "name" })',
           'queries:sql("INSERT INTO effects (n) VALUES (31)", { reverse = "DELETE FROM effects WHERE n = 31" })',
           'queries:create_table("badge", { columns = { { name = "id", type = "integer", primary_key = true }, '
           '{ name = "text", type = "varchar(80)", null = false } } })',
           'queries:insert("badge", { { id = 1, text = "one" }, { id = 2, text = "two" } })',
           'queries:sql("INSERT INTO effects (n) VALUES (32)", { reverse = "DELETE FROM effects WHERE n = 32" })'],
}

# --folder: the same three as a Helium folder, behind the file that makes its queries table.
COMPAT = ROOT / "tests/compat/harbor/migrations"
STYLE = {"folder": False, "typed": False}
ROW = """  table.insert(queries, {{ sql = [[
    INSERT INTO ${{SCHEMA}}${{QUERIES}} (${{QUERIES_INSERT}})
    WITH next_query_id AS (SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id FROM ${{SCHEMA}}${{QUERIES}})
    SELECT new_query_id, ${{MIGRATION}}, 1, {type}, ${{DIALECT}}, 0, ${{TIMEOUT}},
      [=[
        {code}
      ]=], '{name}', NULL, '{{}}', ${{COMMON_INSERT}}
    FROM next_query_id;
  ]] }})
"""
FLIP = """UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = %s
        WHERE query_ref = ${MIGRATION} AND query_type_a28 = %s;"""


def standing(verb):
    """The words of `status` that a command must leave; a folder has the file of its queries table too."""
    if not STYLE["folder"]:
        return STANDING[verb]
    return {"up": '"applied":[1000,1001,1002,1003],"pending":[]', "down": '"applied":[]'}[verb]


def write_folder(design, number, forward, reverse):
    def code(texts, to, came):
        return "\n        ${SUBQUERY_DELIMITER}\n        ".join(
            [text + ";" for text in texts] + [FLIP % (to, came)])
    (design / f"shop_{number}.lua").write_text(
        f"-- shop_{number}.lua\n-- Step {number}\nreturn function(engine, design, schema, cfg)\n"
        f"  local queries = {{}}\n  cfg.MIGRATION = \"{number}\"\n"
        + ROW.format(type=1000, code=code(forward, 1003, 1000), name=f"Step {number}")
        + ROW.format(type=1001, code=code(reverse, 1000, 1003), name=f"Step back {number}")
        + "  return queries\nend\n")


def write_design(folder, dialect, wish=None):
    design = folder / "shop"
    design.mkdir(exist_ok=True)
    if STYLE["folder"]:
        for file in COMPAT.glob("database*.lua"):
            shutil.copy(file, design)
        shutil.copy(COMPAT / "harbor_1000.lua", design / "shop_1000.lua")
    option = f'  transaction = "{wish}",\n' if wish else ""
    if STYLE["typed"]:
        for number, calls in OPERATIONS.items():
            lines = "".join(f"    {call}\n" for call in calls)
            (design / f"shop_{number}.lua").write_text(
                f"-- shop_{number}.lua\n-- Step {number}\nreturn {{\n{option}"
                f"  forward = function(queries)\n{lines}  end,\n}}\n")
        return
    for number, (forward, reverse) in MIGRATIONS.items():
        def listed(texts):
            return "".join(f'    {{ sql = "{text}" }},\n' for text in texts)
        if dialect in ("mysql", "mariadb"):
            reverse = [text + " ON effects" if text.startswith("DROP INDEX") else text
                       for text in reverse]
        if STYLE["folder"]:
            write_folder(design, number + 1, forward, reverse)
            continue
        (design / f"shop_{number}.lua").write_text(
            f"-- shop_{number}.lua\n-- Step {number}\nreturn {{\n{option}  forward = {{\n{listed(forward)}"
            f"  }},\n  reverse = {{\n{listed(reverse)}  }},\n}}\n")


class Trial:
    """A fresh place with its design; commands in it."""

    def __init__(self, program, dialect, url, wish=None):
        self.folder = Path(tempfile.mkdtemp(prefix="helium_fault_"))
        self.program = str(Path(program).resolve())
        self.place = Place(dialect, url, self.folder)
        self.dialect = dialect = self.place.dialect
        self.environment = {**os.environ, **self.place.environment, "NO_COLOR": "1",
                            "HOME": str(self.folder)}
        write_design(self.folder, dialect, wish)
        self.sql("CREATE TABLE effects (n INTEGER NOT NULL)")
        if STYLE["typed"]:
            self.fill()

    def close(self):
        self.place.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, statement):
        done = subprocess.run([*self.place.client, statement], capture_output=True, text=True,
                              env=self.environment, timeout=60, check=False)
        if done.returncode != 0:
            raise AssertionError(f"{statement}: {done.stdout}{done.stderr}")
        return done.stdout

    def helium(self, *arguments, fault=None):
        """Runs the program; `fault` = (system call, number, what strace makes of it)."""
        command = [self.program, *arguments, "--design", "shop"]
        if fault:
            call, number, what = fault
            command = ["strace", "-f", "-qq", "-o", f"{self.folder}/trace", "-e", f"trace={call}", "-e",
                       f"inject={call}:{what}:when={number}", *command]
        return subprocess.run(command, cwd=self.folder, env=self.environment, text=True,
                              capture_output=True, timeout=120, check=False)

    def fill(self):
        """The tables of the typed operations, with rows that tell whether one was lost or changed."""
        for table, columns in TABLES.items():
            self.sql(f"CREATE TABLE {table} ({columns})")
        self.sql("CREATE INDEX person_fax ON person (fax)")
        # So much of the table that MySQL and MariaDB write it anew when the column comes back.
        people = ", ".join(
            f"({n}, 'Zoë {n}', 'fax {n:->150}', {'NULL' if n % 7 == 0 else f'{n}.25'}, {n % 5})"
            for n in range(1, PEOPLE + 1))
        self.sql(f"INSERT INTO person (id, name, fax, score, account_id) VALUES {people}")
        notes = ", ".join(f"({n}, {n}, 'ça {n}')" for n in range(1, PEOPLE + 1, 2))
        self.sql(f"INSERT INTO note (id, person_id, text) VALUES {notes}")

        self.began = self.kept()

    def kept(self):
        """The rows as they were before the first migration, if they are there."""
        return self.sql("SELECT id, name, fax, score, account_id FROM person ORDER BY id") + \
            self.sql("SELECT id, person_id, text FROM note ORDER BY id")

    def break_statement(self):
        """The last statement of 1001 is one that the server refuses."""
        path = self.folder / "shop/shop_1001.lua"
        if STYLE["typed"]:
            path.write_text(path.read_text().replace("effects (n) VALUES (22)", "nowhere (n) VALUES (22)"))
            return
        path.write_text(path.read_text().replace("INTO one (id, name)", "INTO nowhere (id, name)"))

    def ours(self, table):
        """One of our tables; Db2 folds bare names to capitals."""
        quote = '"' if self.dialect == "db2" else ""
        return f"{quote}helium_{table}{quote}"

    def load_old_ledger(self):
        """A ledger of the oldest format, with rows of another schema in it."""
        dumps = ROOT / "tests/live/history/dumps"
        text = "".join((dumps / f"format_0_{name}.sql").read_text() for name in (self.dialect, "rows"))
        for table in ("info", "ledger", "events"):
            text = text.replace(f"{{helium_{table}}}", self.ours(table))
        for statement in text.replace("('main'", "('elsewhere'").split(";\n"):
            if statement.strip():
                self.sql(statement)

    def rows(self):
        """Every row of every table that is not the ledger's, and of every stash."""
        everything = {
            "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'table'",
            "postgresql": "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                          "current_schema()::text::regnamespace",
        }.get(self.dialect, "SELECT table_name FROM information_schema.tables WHERE table_schema = database()")
        names = sorted(name for name in self.sql(everything).split()
                       if not name.startswith(("helium_", "sqlite_")) or name.startswith("helium_stash_"))
        quote = "`" if self.dialect in ("mysql", "mariadb") else '"'
        return "".join(f"{name}:\n{self.sql(f'SELECT * FROM {quote}{name}{quote} ORDER BY 1')}" for name in names)

    def catalog(self):
        return self.objects() + (self.rows() if STYLE["typed"] else "")

    def objects(self):
        questions = {
            "sqlite": "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'helium%' "
                      "AND name NOT LIKE 'sqlite%' ORDER BY 1, 2",
            "postgresql": "SELECT c.relname, c.relkind, a.attname FROM pg_class c LEFT JOIN "
                          "pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT "
                          "a.attisdropped WHERE c.relnamespace = current_schema()::text::regnamespace"
                          " AND c.relname NOT LIKE 'helium%' ORDER BY 1, 2, 3",
            "db2": f"SELECT t.tablename, c.columnname FROM SYS.SYSTABLES t, SYS.SYSCOLUMNS c, "
                   f"SYS.SYSSCHEMAS s WHERE c.referenceid = t.tableid AND t.schemaid = s.schemaid "
                   f"AND s.schemaname = '{self.place.name}' AND t.tablename NOT LIKE 'helium%' "
                   f"ORDER BY 1, 2",
        }
        mysql = ("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema "
                 "= database() AND table_name NOT LIKE 'helium%' UNION ALL SELECT table_name, "
                 "index_name FROM information_schema.statistics WHERE table_schema = database() AND "
                 "table_name NOT LIKE 'helium%' ORDER BY 1, 2")
        return self.sql(questions.get(self.dialect, mysql))

    def effects(self):
        return " ".join(self.sql("SELECT n FROM effects ORDER BY n").split())


class Failed(Exception):
    pass


def judge(trial, verb, expected_catalog):
    if trial.effects() != WANTED[verb]:
        raise Failed(f"effects: {trial.effects()!r}, not {WANTED[verb]!r}")
    if trial.catalog() != expected_catalog:
        raise Failed(f"catalog:\n{trial.catalog()}")
    status = trial.helium("status", "--format", "json")
    if standing(verb) not in status.stdout or '"partial":[]' not in status.stdout:
        raise Failed(f"status: {status.stdout}{status.stderr}")
    history = trial.helium("history")
    if history.returncode != 0 or "broken_" in history.stdout + history.stderr:
        raise Failed(f"history: {history.stdout}{history.stderr}")
    again = trial.helium(*arguments_of(verb), "--lock-timeout", "1s")
    if again.returncode != 0 or "nothing to do" not in again.stdout:
        raise Failed(f"again: {again.stdout}{again.stderr}")
    if verb == "upgrade":
        question = "SELECT count(*) FROM {} WHERE schema_name = 'elsewhere'"
        kept = [trial.sql(question.format(trial.ours(table))).strip() for table in ("ledger", "events")]
        if kept != ["4", "8"]:
            raise Failed(f"of the old ledger {kept} rows are left")


def arguments_of(verb):
    return ARGUMENTS[verb]


def finish(trial, verb):
    """The same command until it ends well; only what it says itself may be done."""
    done = trial.helium(*arguments_of(verb))
    if done.returncode == 5 and "next: helium resume" in done.stdout + done.stderr:
        raise Failed(f"a person was asked: {done.stdout}{done.stderr}")
    if done.returncode != 0:
        raise Failed(f"exit {done.returncode}: {done.stdout}{done.stderr}")


def prepared(program, dialect, url, verb, wish=None):
    trial = Trial(program, dialect, url, "each" if verb == "undo" else wish)
    if verb == "upgrade":
        trial.load_old_ledger()
    if verb == "undo":
        trial.break_statement()
    if verb in ("down", "undo", "again"):
        done = trial.helium("up")
        if done.returncode != (5 if verb == "undo" else 0):
            raise Failed(f"up: {done.stdout}{done.stderr}")
    if verb == "again":
        done = trial.helium("down", "--all")
        if done.returncode != 0:
            raise Failed(f"down: {done.stdout}{done.stderr}")
    return trial


def catalog_after(program, dialect, url, verb, wish=None):
    trial = prepared(program, dialect, url, verb, wish)
    try:
        finish(trial, verb)
        expected = trial.catalog()
        if STYLE["typed"] and verb == "down" and trial.kept() != trial.began:
            raise Failed(f"down leaves\n{trial.kept()}\nof\n{trial.began}")
        judge(trial, verb, expected)
        return expected
    finally:
        trial.close()


def thin_out(options):
    """Fewer points where each costs more: a Helium folder beside the native design, and typed operations, whose
    trials move full tables about. The deep run takes its points (options.grain apart, options.fewer of them) in
    turns, from other ones every day, so that days in a row take all of them."""
    if os.environ.get("HELIUM_TEST_DEPTH") != "deep":
        options.every = (8 if options.typed else 3 if options.folder else 1) * getattr(options, "every", 1)
        if options.typed and "--verbs" not in sys.argv:
            options.verbs = "up,down"
    elif hasattr(options, "grain"):
        options.every *= options.fewer["typed" if options.typed else "folder" if options.folder else ""]
        options.begin += int(time.time() / 86400) * options.grain % options.every


def each_server(parser, dialects, test):
    """Reads the command line, then calls test(program, dialect, url, options) for each server of the run."""
    parser.add_argument("--folder", action="store_true", help="a Helium folder instead; up and down")
    parser.add_argument("--typed", action="store_true", help="typed operations on tables that hold rows")
    parser.add_argument("program")
    parser.add_argument("env_file")
    parser.add_argument("dialects", nargs="*", default=dialects)
    options = parser.parse_intermixed_args()
    STYLE["folder"], STYLE["typed"] = options.folder, options.typed
    if options.typed:
        options.dialects = [one for one in options.dialects if one != "db2"]  # its catalog is not read there
        options.verbs = getattr(options, "verbs", "").replace("upgrade", "again")
    if "--every" not in sys.argv:
        thin_out(options)
    file = Path(options.env_file)
    servers = dict(line.split("=", 1) for line in
                   (file.read_text().splitlines() if file.exists() else []) if "=" in line)
    os.environ.update({key: value for key, value in servers.items() if key not in os.environ})
    good = True
    for dialect in options.dialects:
        url = os.environ.get(f"HELIUM_TEST_{dialect.upper()}_URL")
        if dialect != "sqlite" and not url:
            print(f"[{dialect}] no server: left out", flush=True)
            good = good and not missed(dialect)
            continue
        good = test(options.program, dialect, url, options) and good
    return 0 if good else 1

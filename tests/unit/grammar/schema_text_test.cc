#include <algorithm>
#include <catch2/catch.hpp>

#include "grammar/grammar.h"
#include "grammar/names.h"
#include "helium/error.h"

using namespace helium;

namespace {

Schema folded(const std::string& text) {
  grammar::SchemaText schema;
  schema.add(text, "a.sql");
  REQUIRE(schema.unfolded().empty());
  return schema.schema();
}

Error refused(const std::string& text) {
  try {
    grammar::SchemaText().add(text, "a.sql");
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was refused");
  throw;
}

std::vector<std::string> names(const Table& table) {
  std::vector<std::string> all;
  if (table.primary_key) {
    all.push_back(table.primary_key->name);
  }
  for (const auto& one : table.uniques) {
    all.push_back(one.name);
  }
  for (const auto& one : table.checks) {
    all.push_back(one.name);
  }
  for (const auto& one : table.foreign_keys) {
    all.push_back(one.name);
  }
  for (const auto& one : table.indexes) {
    all.push_back(one.name);
  }
  return all;
}

}  // namespace

TEST_CASE("A table of text is what the server would tell of it") {
  const Schema schema = folded(
      "CREATE TABLE users (id serial primary key, email character varying(255) UNIQUE NOT NULL,\n"
      "  created_at timestamp DEFAULT now(), price numeric(10), seen timestamp(3) with time zone,\n"
      "  n bigint GENERATED ALWAYS AS IDENTITY (START 5), tags text[], t numeric(9,2) "
      "GENERATED ALWAYS AS (price * 2) STORED)");
  REQUIRE(schema.tables.size() == 1);
  const auto& columns = schema.tables[0].columns;
  CHECK(columns[0].type == "serial");
  CHECK_FALSE(columns[0].null);
  CHECK(columns[1].type == "varchar(255)");
  CHECK_FALSE(columns[1].null);
  CHECK(columns[2].type == "timestamp");
  CHECK(columns[2].default_value == "now()");
  CHECK(columns[3].type == "decimal(10,0)");
  CHECK(columns[4].type == "timestamptz(3)");
  CHECK(columns[5].identity == Column::Identity::always);
  CHECK(columns[5].sequence.start == 5);
  CHECK_FALSE(columns[5].null);
  CHECK(columns[6].type == "text[]");
  CHECK(columns[7].expression == "price * 2");
  CHECK(names(schema.tables[0]) == std::vector<std::string>{"users_pkey", "users_email_key"});
}

TEST_CASE("Keys, checks and indexes without a name get the one that the server makes up") {
  const Schema schema = folded(
      "CREATE TABLE b (x int PRIMARY KEY);\n"
      "CREATE TABLE a (i int CHECK (i > 0), j int REFERENCES b, k int, CHECK (i < j), CHECK (j > "
      "i),"
      "  UNIQUE (i, j), FOREIGN KEY (k) REFERENCES b ON DELETE CASCADE);\n"
      "CREATE INDEX ON a (lower(k::text), i); CREATE INDEX ON a (i); CREATE INDEX ON a (i);");
  CHECK(names(schema.tables[0]) ==
        std::vector<std::string>{"a_i_j_key", "a_check", "a_check1", "a_i_check", "a_j_fkey",
                                 "a_k_fkey", "a_i_idx", "a_i_idx1", "a_lower_i_idx"});
  CHECK(schema.tables[0].foreign_keys[1].referenced_columns == std::vector<std::string>{"x"});
  CHECK(schema.tables[0].foreign_keys[1].on_delete == "cascade");
  const auto nothing = [](const std::string&) { return false; };
  const std::string made =
      grammar::made_name(std::string(40, 't'), std::string(40, 'c'), "key", nothing);
  CHECK(made == std::string(29, 't') + "_" + std::string(29, 'c') + "_key");
}

TEST_CASE("What a dump writes in pieces is the same schema") {
  const Schema one = folded(
      "CREATE TABLE public.t (id serial NOT NULL, a text DEFAULT 'x', CONSTRAINT t_pkey PRIMARY "
      "KEY (id));\n"
      "COMMENT ON COLUMN t.a IS 'why';");
  const Schema pieces = folded(
      "SET client_encoding = 'UTF8'; SELECT pg_catalog.set_config('search_path', '', false);\n"
      "CREATE TABLE public.t (id integer NOT NULL, a text);\n"
      "ALTER TABLE public.t OWNER TO me;\n"
      "CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO "
      "MAXVALUE CACHE 1;\n"
      "ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;\n"
      "ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT "
      "nextval('public.t_id_seq'::regclass);\n"
      "ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);\n"
      "ALTER TABLE t ALTER a SET DEFAULT /* so */ 'x';\n"
      "COMMENT ON COLUMN public.t.a IS 'why';\n"
      "ALTER TABLE t ADD COLUMN b int; ALTER TABLE t DROP b; ALTER TABLE t RENAME a TO c; ALTER "
      "TABLE t RENAME c TO a;");
  CHECK(one == pieces);
}

TEST_CASE("Types, views, routines, triggers and grants of text are folded") {
  const Schema schema = folded(
      "CREATE TYPE mood AS ENUM ('sad', 'glad'); ALTER TYPE mood ADD VALUE 'so' AFTER 'sad';\n"
      "CREATE DOMAIN age AS int NOT NULL CHECK (value > 0);\n"
      "CREATE TABLE t (m mood, a age); CREATE VIEW v AS SELECT m FROM t;\n"
      "CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
      "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;\n"
      "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();\n"
      "COMMENT ON COLUMN v.m IS 'how'; COMMENT ON TRIGGER tr ON t IS 'first';\n"
      "COMMENT ON VIEW v IS 'all'; CREATE VIEW w AS SELECT m FROM t; COMMENT ON COLUMN w.m IS "
      "'x';\n"
      "COMMENT ON COLUMN w.m IS NULL;\n"
      "GRANT SELECT, INSERT ON t TO bob; REVOKE INSERT ON t FROM bob; DROP VIEW IF EXISTS "
      "nowhere;");
  CHECK(schema.enums[0].values == std::vector<std::string>{"sad", "so", "glad"});
  CHECK(schema.domains[0].checks[0].name == "age_check");
  CHECK(schema.views[0].definition == "SELECT m FROM t");
  CHECK(schema.routines[0].arguments == "a integer, b text");
  CHECK(schema.views[0].column_comments == std::map<std::string, std::string>{{"m", "how"}});
  CHECK(schema.views[1].column_comments.empty());
  CHECK(schema.triggers[0].table == "t");
  CHECK(schema.triggers[0].comment == "first");
  REQUIRE(schema.grants.size() == 1);
  CHECK(schema.grants[0].privilege == "select");
}

TEST_CASE("A syntax error is told with its place and its line") {
  const Error error = refused("-- ä\nCREATE TABLE a (\n  ä int,\n  b int int\n);\n");
  CHECK(error.fault() == Fault::design);
  CHECK(error.where().line == 4);
  CHECK(error.where().column == 9);
  CHECK(error.source_line() == "  b int int");
}

TEST_CASE("A table that two texts make is refused with both places") {
  grammar::SchemaText schema;
  schema.add("CREATE TABLE a (b int);", "one.sql");
  try {
    schema.add("\nCREATE TABLE a (c int);", "two.sql");
    FAIL("it was taken");
  } catch (const Error& error) {
    CHECK(error.where().file == "two.sql");
    CHECK(error.where().line == 2);
    CHECK(error.message().find("one.sql:1") != std::string::npos);
  }
}

TEST_CASE("IF NOT EXISTS makes a table twice in statements that run again, not in texts") {
  grammar::SchemaText schema;
  schema.add("CREATE TABLE a (b int);", "one.sql");
  schema.add("CREATE TABLE IF NOT EXISTS a (b int);", "");
  CHECK(schema.schema().tables.size() == 1);
  try {
    schema.add("CREATE TABLE IF NOT EXISTS a (c int);", "two.sql");
    FAIL("it was taken");
  } catch (const Error& error) {
    CHECK(error.message() == "the table a is made twice; it stands in one.sql:1 too");
    CHECK(error.where().file == "two.sql");
  }
}

TEST_CASE("What is not there is refused with the nearest name") {
  CHECK(refused("CREATE TABLE a (b intger)").hint() == "did you mean integer?");
  CHECK(
      refused("CREATE TABLE user_x (b int); ALTER TABLE users_x ADD c int").hint().find("user_x") !=
      std::string::npos);
  CHECK(refused("CREATE TABLE a (name int); ALTER TABLE a DROP nam").hint().find("name") !=
        std::string::npos);
  CHECK(refused("CREATE TABLE a (b int REFERENCES nowhere)").where().column == 34);
}

TEST_CASE("A comment says what a column or a table was called") {
  const Schema schema = folded(
      "-- @renamed from=person\nCREATE TABLE people (\n  id int,\n"
      "  mail text, -- @renamed from=email\n  -- @renamed from=nick\n  nickname text\n);");
  CHECK(schema.tables[0].renamed_from == "person");
  CHECK(schema.tables[0].columns[1].renamed_from == "email");
  CHECK(schema.tables[0].columns[2].renamed_from == "nick");
  CHECK(schema.tables[0].columns[0].renamed_from.empty());
  CHECK(refused("SELECT 1; -- @renamed from=x").message() ==
        "@renamed stands beside no column and no table");
  CHECK(refused("CREATE TABLE a (b int, c int); -- @renamed from=x").fault() == Fault::design);
}

TEST_CASE("What only a server understands is named with its place") {
  grammar::SchemaText schema;
  schema.add(
      "CREATE TABLE a (b int);\n-- why\nDO $$ BEGIN END $$;\nCREATE RULE r AS ON INSERT TO a DO "
      "NOTHING;",
      "a.sql");
  REQUIRE(schema.unfolded().size() == 2);
  CHECK(schema.unfolded()[0].what == "DO");
  CHECK(schema.unfolded()[0].where.line == 3);
  CHECK(schema.unfolded()[1].what == "CREATE RULE");
}

TEST_CASE("What text says and a schema cannot hold is named") {
  for (const auto& [text, what] : {
           std::pair("CREATE TABLE a (n int CHECK (n > 0) NO INHERIT)", "NO INHERIT"),
           std::pair("CREATE TABLE a (n int, m int, UNIQUE (n) INCLUDE (m))", "INCLUDE"),
           std::pair("CREATE TABLE a (n int PRIMARY KEY WITH (fillfactor = 50))", "WITH"),
           std::pair("CREATE TABLE b (n int PRIMARY KEY);\n"
                     "CREATE TABLE a (n int REFERENCES b MATCH FULL)",
                     "MATCH FULL"),
           std::pair("CREATE TABLE b (n int PRIMARY KEY);\n"
                     "CREATE TABLE a (n int, FOREIGN KEY (n) REFERENCES b ON DELETE SET NULL (n))",
                     "SET NULL"),
           std::pair("CREATE TABLE a (n int); CREATE INDEX i ON a (n) WITH (fillfactor = 50)",
                     "WITH"),
           std::pair("CREATE TABLE a (n int); CREATE INDEX i ON a (n) TABLESPACE fast",
                     "TABLESPACE"),
           std::pair("CREATE DOMAIN d AS text COLLATE \"C\"", "COLLATE"),
           std::pair("BEGIN; CREATE TABLE a (n int); ROLLBACK", "ROLLBACK"),
           std::pair("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
                     "REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC",
                     "REVOKE"),
           std::pair("CREATE TABLE a (n int); ALTER TABLE a DISABLE TRIGGER ALL", "ALTER TABLE"),
       }) {
    INFO(text);
    grammar::SchemaText schema;
    schema.add(text, "a.sql");
    REQUIRE(schema.unfolded().size() == 1);
    CHECK(schema.unfolded().front().what.find(what) != std::string::npos);
  }
}

TEST_CASE("A sequence of text stands as the server tells it") {
  const Schema schema = folded(
      "CREATE SEQUENCE a INCREMENT 1 MINVALUE 1 START 1 CACHE 1;\n"
      "CREATE SEQUENCE b INCREMENT -1;\n"
      "CREATE SEQUENCE c MINVALUE 5 START 5;\n"
      "CREATE SEQUENCE d START 7 CYCLE; ALTER SEQUENCE d MINVALUE 3 NO CYCLE;\n"
      "CREATE SEQUENCE e INCREMENT 2; ALTER SEQUENCE e INCREMENT 1;\n");
  SequenceOptions usual;
  usual.type = "bigint";
  CHECK(schema.sequences[0].options == usual);
  SequenceOptions down = usual;
  down.increment = -1;
  CHECK(schema.sequences[1].options == down);
  SequenceOptions from_five = usual;
  from_five.minimum = 5;
  CHECK(schema.sequences[2].options == from_five);
  SequenceOptions from_seven = usual;
  from_seven.minimum = 3;
  from_seven.start = 7;
  CHECK(schema.sequences[3].options == from_seven);
  CHECK(schema.sequences[4].options == usual);
}

TEST_CASE("What says the name of a dropped column goes with it") {
  const Schema schema = folded(
      "CREATE TABLE a (id int, n int, m int, PRIMARY KEY (id, n), CHECK (n > m), CHECK (m > 0));"
      "CREATE INDEX a_expression ON a ((n + 1));"
      "CREATE INDEX a_where ON a (m) WHERE n > 0;"
      "CREATE INDEX a_include ON a (m) INCLUDE (n);"
      "CREATE INDEX a_m ON a (m);"
      "ALTER TABLE a DROP COLUMN n;");
  const Table& table = schema.tables.at(0);
  CHECK(table.columns.size() == 2);
  CHECK_FALSE(table.primary_key);
  REQUIRE(table.checks.size() == 1);
  CHECK(table.checks[0].expression.find("n >") == std::string::npos);
  REQUIRE(table.indexes.size() == 1);
  CHECK(table.indexes[0].name == "a_m");
}

TEST_CASE("What is said of a table ONLY is not said of its partitions") {
  const Schema schema = folded(
      "CREATE TABLE log (day date NOT NULL, n int) PARTITION BY RANGE (day);"
      "CREATE TABLE part PARTITION OF log DEFAULT;"
      "ALTER TABLE ONLY log ALTER COLUMN n SET DEFAULT 1;");
  for (const Table& table : schema.tables) {
    CHECK(table.columns.at(1).default_value.has_value() == (table.name == "log"));
  }
}

TEST_CASE("A partition has what its table gets, and loses what it loses") {
  const std::string made =
      "CREATE TABLE log (day date NOT NULL, n text, old int, id serial) PARTITION BY RANGE (day);"
      "CREATE TABLE part PARTITION OF log DEFAULT PARTITION BY RANGE (day);"
      "CREATE TABLE lowest PARTITION OF part DEFAULT;"
      "CREATE INDEX lowest_old ON lowest (old);";
  const Schema schema =
      folded(made +
             "ALTER TABLE log RENAME COLUMN n TO name;"
             "ALTER TABLE log DROP COLUMN old, ADD COLUMN m bigserial, ADD CHECK (m > 0);");
  REQUIRE(schema.tables.size() == 3);
  for (const Table& table : schema.tables) {
    INFO(table.name);
    const bool whole = table.name == "log";
    REQUIRE(table.columns.size() == 4);
    CHECK(table.columns[1].name == "name");
    CHECK(table.columns[2].type == (whole ? "serial" : "integer"));
    CHECK(table.columns[2].default_value.value_or("") ==
          (whole ? "" : "nextval('log_id_seq'::regclass)"));
    CHECK(table.columns[3].type == (whole ? "bigserial" : "bigint"));
    CHECK(table.checks.size() == 1);
    CHECK(table.indexes.empty());
  }
}

TEST_CASE("Statements may name the sequence behind a serial column, which is what it stands for") {
  const std::string made = "CREATE TABLE t (id serial, n text);";
  const Schema wider =
      folded(made + "ALTER TABLE t ALTER id TYPE bigint; ALTER SEQUENCE t_id_seq AS bigint;");
  CHECK(wider.tables[0].columns[0].type == "bigserial");
  CHECK(wider.sequences.empty());
  CHECK(wider.unknown.empty());
  const Schema leaping = folded(made + "ALTER SEQUENCE t_id_seq INCREMENT BY 10;");
  REQUIRE(leaping.unknown.size() == 1);
  CHECK(leaping.unknown[0].name == "t_id_seq");
  const Schema along =
      folded(made + "ALTER TABLE t RENAME TO u; ALTER SEQUENCE t_id_seq RENAME TO u_id_seq;");
  CHECK(along.tables[0].columns[0].type == "serial");
  CHECK(along.sequences.empty());
  const Schema alone = folded(made + "ALTER TABLE t RENAME TO u;");
  CHECK(alone.tables[0].columns[0].type == "integer");
  CHECK(alone.tables[0].columns[0].default_value == "nextval('t_id_seq'::regclass)");
  REQUIRE(alone.sequences.size() == 1);
  CHECK(alone.sequences[0].owned_by == "u.id");
  const Schema ended =
      folded(made + "ALTER TABLE t ALTER id DROP DEFAULT; DROP SEQUENCE t_id_seq;");
  CHECK(ended.tables[0].columns[0].type == "integer");
  CHECK_FALSE(ended.tables[0].columns[0].default_value);
  CHECK(ended.sequences.empty());
  const Schema like = folded(made + "CREATE TABLE l (LIKE t);");
  CHECK(like.tables[0].columns[0].type == "integer");
  CHECK_FALSE(like.tables[0].columns[0].null);
  CHECK_FALSE(like.tables[0].columns[0].default_value);
}

TEST_CASE("An index stands on columns that are there") {
  const Error error =
      refused("CREATE TABLE t (id int, name text);\nCREATE INDEX i ON t (id, nam);");
  CHECK(error.message() == "there is no column nam in t");
  CHECK(error.hint() == "did you mean name?");
  CHECK(error.where().line == 2);
  CHECK(refused("CREATE TABLE t (id int); CREATE INDEX i ON t (id) INCLUDE (x);").message() ==
        "there is no column x in t");
  CHECK(
      folded("CREATE TABLE t (id int); CREATE INDEX i ON t (abs(id));").tables[0].indexes.size() ==
      1);
}

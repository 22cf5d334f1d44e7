#include "sql/shape.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "helium/error.h"
#include "sql/quote.h"

using namespace helium;

namespace {

struct Expected {
  const char* dialect;
  const char* text;
  Shape::Kind kind;
  bool outside;
  bool commits;
  std::vector<std::string> touches;
};

using Kind = Shape::Kind;

const std::vector<Expected>& shapes() {
  static const std::vector<Expected> table = {
      {"postgresql", "select 1", Kind::query, false, false, {}},
      {"postgresql", "(SELECT 1)", Kind::query, false, false, {}},
      {"postgresql", "WITH a AS (SELECT 1) SELECT * FROM a", Kind::query, false, false, {}},
      {"postgresql",
       "WITH a AS (DELETE FROM t RETURNING *) SELECT 1",
       Kind::query,
       false,
       false,
       {}},
      {"postgresql",
       "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a",
       Kind::dml,
       false,
       false,
       {"t", "a"}},
      {"postgresql",
       "INSERT INTO \"my schema\".\"My Table\" VALUES (1)",
       Kind::dml,
       false,
       false,
       {"My Table"}},
      {"postgresql", "UPDATE ONLY shop.t SET a = 1", Kind::dml, false, false, {"t"}},
      {"postgresql", "DELETE FROM t WHERE a = 'FROM x'", Kind::dml, false, false, {"t"}},
      {"postgresql", "CREATE TABLE IF NOT EXISTS a.t (x int)", Kind::ddl, false, false, {"t"}},
      {"postgresql", "CREATE UNIQUE INDEX i ON t (a)", Kind::ddl, false, false, {"i", "t"}},
      {"postgresql",
       "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
       Kind::ddl,
       true,
       false,
       {"i", "t"}},
      {"postgresql", "CREATE INDEX CONCURRENTLY ON t (a)", Kind::ddl, true, false, {"t"}},
      {"postgresql",
       "CREATE INDEX concurrently_named ON t (a)",
       Kind::ddl,
       false,
       false,
       {"concurrently_named", "t"}},
      {"postgresql", "DROP INDEX CONCURRENTLY i", Kind::ddl, true, false, {"i"}},
      {"postgresql", "REINDEX (VERBOSE) TABLE CONCURRENTLY t", Kind::ddl, true, false, {"t"}},
      {"postgresql", "ALTER TYPE \"mood\" ADD VALUE 'sad'", Kind::ddl, true, false, {"mood"}},
      {"postgresql", "VACUUM t", Kind::other, true, false, {}},
      {"postgresql", "DROP TABLE a, b.c", Kind::ddl, false, false, {"a", "c"}},
      {"postgresql", "ALTER TABLE a RENAME TO b", Kind::ddl, false, false, {"a", "b"}},
      {"postgresql", "BEGIN", Kind::transaction_control, false, false, {}},
      {"postgresql", "START TRANSACTION READ ONLY", Kind::transaction_control, false, false, {}},
      {"postgresql", "PREPARE p AS SELECT 1", Kind::other, false, false, {}},
      {"postgresql", "SET search_path = x", Kind::session_setting, false, false, {}},
      {"postgresql", "SET LOCAL lock_timeout = '1s'", Kind::other, false, false, {}},
      {"mysql", "CREATE TABLE t (a int)", Kind::ddl, false, true, {"t"}},
      {"mysql", "CREATE TEMPORARY TABLE t (a int)", Kind::ddl, false, false, {"t"}},
      {"mysql", "RENAME TABLE a TO b, c TO d", Kind::ddl, false, true, {"a", "b", "c", "d"}},
      {"mysql", "/*!50001 CREATE TABLE t (a int) */", Kind::ddl, false, true, {"t"}},
      {"mysql", "TRUNCATE TABLE `t`", Kind::ddl, false, true, {"t"}},
      {"mysql", "SET autocommit = 0", Kind::transaction_control, false, false, {}},
      {"mysql", "SET @a = 1", Kind::session_setting, false, false, {}},
      {"mysql", "INSERT INTO t VALUES (1)", Kind::dml, false, false, {"t"}},
      {"mysql", "REPLACE INTO t VALUES (1)", Kind::dml, false, false, {"t"}},
      {"mysql", "LOCK TABLES t WRITE", Kind::other, false, true, {}},
      {"mariadb", "BEGIN NOT ATOMIC SELECT 1; END", Kind::other, false, true, {}},
      {"sqlite", "PRAGMA foreign_keys = OFF", Kind::session_setting, true, false, {}},
      {"sqlite", "PRAGMA table_info(t)", Kind::other, false, false, {}},
      {"sqlite", "BEGIN IMMEDIATE", Kind::transaction_control, false, false, {}},
      {"postgresql", "BEGIN NOT DEFERRABLE", Kind::transaction_control, false, false, {}},
      {"postgresql", "begin deferrable", Kind::transaction_control, false, false, {}},
      {"sqlite", "VACUUM", Kind::other, true, false, {}},
      {"sqlite",
       "CREATE TRIGGER g AFTER INSERT ON [my t] BEGIN SELECT 1; END",
       Kind::ddl,
       false,
       false,
       {"g", "my t"}},
      {"db2", "BEGIN ATOMIC SET a = 1; END", Kind::other, false, false, {}},
      {"db2", "CALL SYSPROC.ADMIN_CMD('REORG TABLE t')", Kind::other, true, true, {}},
      {"db2", "RENAME TABLE a TO b", Kind::ddl, false, false, {"a", "b"}},
      {"db2", "SET CURRENT SCHEMA = x", Kind::session_setting, false, false, {}},
  };
  return table;
}

}  // namespace

TEST_CASE("the shape of a statement is read from its tokens") {
  for (const auto& one : shapes()) {
    CAPTURE(one.dialect, one.text);
    const Dialect dialect = dialect::read(one.dialect);
    const Shape shape = sql::shape_of(one.text, dialect.lexicon);
    CHECK(static_cast<int>(shape.kind) == static_cast<int>(one.kind));
    CHECK(shape.outside == one.outside);
    CHECK(shape.commits == one.commits);
    std::vector<std::string> touches;
    for (const auto& name : shape.touches) {
      touches.push_back(name);
    }
    CHECK(touches == one.touches);
  }
}

TEST_CASE("savepoints are told from transactions") {
  const Dialect dialect = dialect::read("postgresql");
  CHECK(sql::shape_of("SAVEPOINT a", dialect.lexicon).savepoint);
  CHECK(sql::shape_of("ROLLBACK TO SAVEPOINT a", dialect.lexicon).savepoint);
  CHECK(sql::shape_of("RELEASE a", dialect.lexicon).savepoint);
  CHECK_FALSE(sql::shape_of("ROLLBACK", dialect.lexicon).savepoint);
}

TEST_CASE("names and values stay one token whatever they hold") {
  const Dialect postgresql = dialect::read("postgresql");
  const Dialect mysql = dialect::read("mysql");
  CHECK(sql::quote_identifier("a\"b", postgresql.lexicon) == "\"a\"\"b\"");
  CHECK(sql::quote_identifier("a`b", mysql.lexicon) == "`a``b`");
  CHECK(sql::quote_literal("it's \\", postgresql.lexicon) == "E'it''s \\\\'");
  CHECK(sql::quote_literal("it's", postgresql.lexicon) == "'it''s'");
  CHECK(sql::quote_literal("it's \\", mysql.lexicon) == "'it''s \\\\'");
  CHECK(sql::quote_dollar("SELECT 1") == "$$SELECT 1$$");
  CHECK(sql::quote_dollar("a$$b") == "$body1$a$$b$body1$");
  CHECK(sql::quote_dollar("a$") == "$body1$a$$body1$");
  CHECK(sql::quote_dollar("a$$b $body1$") == "$body2$a$$b $body1$$body2$");
  CHECK_THROWS_AS(sql::quote_identifier("", mysql.lexicon), Error);
  CHECK_THROWS_AS(sql::quote_identifier(std::string(64, 'x'), postgresql.lexicon), Error);
  CHECK_NOTHROW(sql::quote_identifier(std::string(63, 'x'), postgresql.lexicon));
  CHECK_THROWS_AS(sql::quote_literal(std::string("a\0b", 3), mysql.lexicon), Error);
  CHECK_THROWS_AS(sql::quote_literal("\xFF", mysql.lexicon), Error);
  CHECK(sql::is_plain_identifier("a_1"));
  CHECK_FALSE(sql::is_plain_identifier("1a"));
}

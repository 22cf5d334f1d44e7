// Migration text reaches the server byte for byte: SOCI's own door would rewrite colons, split at
// blanks and drop what follows.
#include "live/session/bench.h"

using namespace helium;
using namespace helium::test;

TEST_CASE("A colon in a comment, a string or a name changes nothing") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL, draft INTEGER, name VARCHAR(80))");
      bench.run("INSERT INTO item VALUES (1, 0, 'it''s 10:30, :x and :v1')");
      bench.run("INSERT INTO item VALUES (2, 1, 'a::b := c')");
      // Seen with another tool: the text after the first colon was not sent, and all rows went.
      bench.run("DELETE FROM item WHERE id > 0 -- note: only drafts\n  AND draft = 1");
      CHECK(bench.value("SELECT CAST(COUNT(*) AS CHAR(9)) AS n FROM item").substr(0, 1) == "1");
      CHECK(bench.value("SELECT name FROM item WHERE id = 1") == "it's 10:30, :x and :v1");
      const Statement marked = bench.statement("UPDATE item SET name = ':a ?b $1 %s {x}'");
      Unit unit;
      unit.statements.push_back(marked);
      CHECK(bench.execute(unit).state == UnitOutcome::State::done);
      CHECK(bench.value("SELECT name FROM item") == ":a ?b $1 %s {x}");
    }
  }
}

TEST_CASE("PostgreSQL: bodies, slices and escape strings stay what they were") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    bench.run(
        "CREATE FUNCTION two() RETURNS text LANGUAGE plpgsql AS $body$\n"
        "/* todo: x */ DECLARE a text := 'v:1'; BEGIN RETURN a || ':b'; END $body$");
    CHECK(bench.value("SELECT two() AS t") == "v:1:b");
    CHECK(bench
              .value("SELECT prosrc AS t FROM pg_proc WHERE proname = 'two' AND pronamespace = "
                     "current_schema()::text::regnamespace")
              .find("todo: x") != std::string::npos);
    bench.run("CREATE TABLE item (name text)");
    bench.run("INSERT INTO item VALUES (E'it\\'s :x'), ((ARRAY['a','b','c'])[2:3]::text)");
    CHECK(bench.value("SELECT name FROM item LIMIT 1") == "it's :x");
    CHECK(bench.value("SELECT name FROM item OFFSET 1") == "{b,c}");
  }
}

TEST_CASE("MySQL: double quotes, backticks and labels with colons") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE `a:b` (`c:d` VARCHAR(20))");
      bench.run("INSERT INTO `a:b` VALUES (\"x:y\"), ('q\\'r:s')");
      CHECK(bench.execute("SELECT `c:d` FROM `a:b`").statements.at(0).rows == 2);
      bench.run(
          "CREATE PROCEDURE spin() BEGIN DECLARE i INT DEFAULT 0; lp: LOOP SET i = i + 1; "
          "IF i > 3 THEN LEAVE lp; END IF; END LOOP; SELECT i; SELECT i + 1; END");
      // A CALL leaves several results: the next statement must not meet them.
      CHECK(bench.execute("CALL spin()").state == UnitOutcome::State::done);
      CHECK(bench.execute(bench.unit({"CALL spin()", "INSERT INTO `a:b` VALUES ('z')"}, false))
                .state == UnitOutcome::State::done);
      CHECK(bench.execute("SELECT `c:d` FROM `a:b`").statements.at(0).rows == 3);
    }
  }
}

TEST_CASE("Values that we bind arrive unchanged") {
  const std::string hard = "a'b\"c\\d:e?f$1%g;h\nü€😀 -- /* */";
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      const bool mysql = server.dialect == "mysql" || server.dialect == "mariadb";
      bench.run("CREATE TABLE item (name VARCHAR(200))" +
                std::string(mysql ? " CHARACTER SET utf8mb4" : ""));
      (void)bench.session->ask({"INSERT INTO item (name) VALUES (:v1)", {hard}});
      CHECK(bench.value("SELECT name FROM item") == hard);
      const auto rows = bench.session->ask({"SELECT name FROM item WHERE name = :v1", {hard}});
      CHECK(rows.rows.size() == 1);
    }
  }
}

TEST_CASE("NULL and numbers beyond 32 bits are read as they are") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (big BIGINT, name VARCHAR(10))");
      bench.run("INSERT INTO item VALUES (5000000000, NULL)");
      const bool db2 = server.dialect == "db2";
      const std::string text = server.dialect == "postgresql" || server.dialect == "sqlite"
                                   ? "CAST(big AS TEXT)"
                                   : "CAST(big AS CHAR(20))";
      const auto rows = bench.session->ask({"SELECT " + text + " AS big, name FROM item", {}});
      REQUIRE(rows.rows.size() == 1);
      CHECK(rows.rows[0][0]->substr(0, 10) == "5000000000");
      CHECK_FALSE(rows.rows[0][1].has_value());
      CHECK((db2 || rows.columns[0] == "big"));
    }
  }
}

TEST_CASE("A statement of 20 MB is sent and read again") {
  const std::string big(20U << 20U, 'x');
  for (const LiveServer& server : servers({"postgresql", "sqlite", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run(server.dialect == "mariadb" ? "CREATE TABLE item (name LONGTEXT)"
                                            : "CREATE TABLE item (name TEXT)");
      const std::string huge =
          server.dialect == "mariadb" ? big.substr(0, 15U << 20U) : big;  // max_allowed_packet
      const Unit unit =
          bench.unit({"INSERT INTO item VALUES ('a')", "INSERT INTO item VALUES ('" + huge + "')",
                      "INSERT INTO item VALUES ('b')"});
      CHECK(bench.execute(unit).state == UnitOutcome::State::done);
      CHECK(bench.value("SELECT CAST(SUM(LENGTH(name)) AS CHAR(20)) AS n FROM item").substr(0, 8) ==
            std::to_string(huge.size() + 2));
    }
  }
}

TEST_CASE("Db2: three megabytes travel as a value") {
  for (const LiveServer& server : servers({"db2"})) {
    const Bench bench(server);
    bench.run("CREATE TABLE item (name CLOB(16M))");
    Unit unit = bench.unit({"INSERT INTO item VALUES (?)"});
    unit.statements[0].values = {std::string(3U << 20U, 'y') + "'z"};
    REQUIRE(bench.execute(unit).state == UnitOutcome::State::done);
    CHECK(bench.value("SELECT CAST(LENGTH(name) AS CHAR(20)) AS n FROM item").substr(0, 7) ==
          std::to_string((3U << 20U) + 2));
    CHECK(bench.value("SELECT CAST(SUBSTR(name, 3145728, 3) AS VARCHAR(3)) AS n FROM item") ==
          "y'z");
  }
}

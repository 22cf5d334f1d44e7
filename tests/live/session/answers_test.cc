// Every answer finds its statement: notices, warnings, results that nobody asked for.
#include <sys/resource.h>

#include "live/session/bench.h"

using namespace helium;
using namespace helium::test;
using session::Standing;

namespace {

std::string rows_in(const Bench& bench) {
  return bench.value("SELECT CAST(COUNT(*) AS CHAR(9)) AS n FROM item");
}

long peak_kilobytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

// Seen on PostgreSQL: of 64 notices in one window 39 came back. Seen on MariaDB: a statement
// without tables got the warnings of the one before it.
TEST_CASE("Sixty-four notices come back at sixty-four statements") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      std::vector<Unit> window;
      for (int i = 0; i < 64; ++i) {
        window.push_back(bench.unit(
            {"SELECT 1", "DROP TABLE IF EXISTS nowhere" + std::to_string(100 + i), "SELECT 2"},
            server.dialect == "postgresql"));
      }
      const auto outcomes = bench.session->execute(window);
      for (std::size_t i = 0; i < outcomes.size(); ++i) {
        REQUIRE(outcomes[i].state == UnitOutcome::State::done);
        CHECK(outcomes[i].statements[0].notices.empty());
        REQUIRE(outcomes[i].statements[1].notices.size() == 1);
        const std::string& message = outcomes[i].statements[1].notices[0].message;
        CHECK(message.find("nowhere" + std::to_string(100 + i)) != std::string::npos);
        CHECK(outcomes[i].statements[2].notices.empty());
      }
    }
  }
}

TEST_CASE("PostgreSQL: what a deferred trigger says at COMMIT is told") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    bench.run("CREATE TABLE item (id integer)");
    bench.run(
        "CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE WARNING 'at commit'; RETURN NULL; END $$");
    bench.run(
        "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION late()");
    const auto outcome = bench.execute(bench.unit({"INSERT INTO item VALUES (1)", "SELECT 1"}));
    REQUIRE(outcome.state == UnitOutcome::State::done);
    REQUIRE(outcome.statements[1].notices.size() == 1);
    CHECK(outcome.statements[1].notices[0].message == "at commit");
    CHECK(outcome.statements[1].notices[0].severity == "WARNING");
  }
}

// The server says it while it reads the text, before the answer to the statement begins.
TEST_CASE("PostgreSQL: a barrier is judged by its own notices") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    Unit unit = bench.unit({"SELECT 1", "CREATE TABLE " + std::string(70, 'x') + " (id integer)"});
    unit.statements[1].expect.kind = Expectation::Kind::no_warning;
    const auto outcome = bench.execute(unit);
    CHECK(outcome.state == UnitOutcome::State::done);
    CHECK(outcome.statements[0].notices.empty());
    REQUIRE(outcome.statements[1].notices.size() == 1);
    CHECK(outcome.statements[1].notices[0].code == "42622");
  }
}

// Seen: a pipeline waited for ever.
TEST_CASE("PostgreSQL: COPY TO STDOUT runs to its end, and its rows go nowhere") {
  for (const LiveServer& server : servers({"postgresql"})) {
    for (const bool transaction : {true, false}) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id integer)");
      const auto outcome =
          bench.execute(bench.unit({"INSERT INTO item SELECT generate_series(1, 5000)",
                                    "COPY item TO STDOUT", "INSERT INTO item VALUES (0)"},
                                   transaction));
      CHECK(outcome.state == UnitOutcome::State::done);
      CHECK(bench.session->standing() == Standing::idle);
      CHECK(rows_in(bench) == "5001");
    }
  }
}

// Seen on MariaDB: the results of a block were taken for those of the statements behind it.
TEST_CASE("MySQL: what gives several results is read to its end before anything follows it") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    std::vector<std::string> texts = {"CALL two()", "/*!50000 CALL two() */", "EXECUTE prepared"};
    if (server.dialect == "mariadb") {
      texts.insert(texts.end(),
                   {"BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
                    "IF 1 THEN SELECT 1; SELECT 2; END IF", "EXECUTE IMMEDIATE 'CALL two()'"});
    }
    for (const std::string& text : texts) {
      DYNAMIC_SECTION(server.dialect << ": " << text) {
        const Bench bench(server);
        bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)");
        bench.run("INSERT INTO item VALUES (1)");
        bench.run("CREATE PROCEDURE two() BEGIN SELECT 1; SELECT 2; END");
        bench.run("PREPARE prepared FROM 'CALL two()'");
        const auto outcome = bench.execute(bench.unit(
            {text, "INSERT INTO item VALUES (1)", "SELECT 3", "INSERT INTO item VALUES (4)"},
            false));
        CHECK(outcome.statements[0].state == Outcome::State::done);
        CHECK(outcome.statements[0].rows == 2);
        CHECK(outcome.statements[0].notices.empty());
        CHECK(outcome.statements[1].state == Outcome::State::failed);
        CHECK(refusal(outcome).trouble == Trouble::unique_violation);
        CHECK(outcome.statements[2].state == Outcome::State::unrun);
        CHECK(rows_in(bench) == "1");
      }
    }
  }
}

TEST_CASE("MySQL: a call is judged by its own warnings") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER)");
      bench.run(
          "CREATE PROCEDURE warns() BEGIN SELECT 1; SIGNAL SQLSTATE '01000' "
          "SET MESSAGE_TEXT = 'look here'; END");
      Unit unit = bench.unit({"CALL warns()", "INSERT INTO item VALUES (1)"}, false);
      const auto told = bench.execute(unit);
      CHECK(told.state == UnitOutcome::State::done);
      REQUIRE(told.statements[0].notices.size() == 1);
      CHECK(told.statements[0].notices[0].message == "look here");
      unit.statements[0].expect.kind = Expectation::Kind::no_warning;
      CHECK(refusal(bench.execute(unit)).trouble == Trouble::expectation);
      CHECK(rows_in(bench) == "1");
    }
  }
}

// Seen: the server cut the line, and the outcome of everything sent was in doubt.
TEST_CASE("MySQL: a statement longer than the server takes is refused before its unit is sent") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (name LONGTEXT)");
      const auto most = std::stoull(bench.value("SELECT CAST(@@max_allowed_packet AS CHAR) AS n"));
      const std::string huge = "INSERT INTO item VALUES ('" + std::string(most, 'x') + "')";
      const std::vector<Unit> window = {bench.unit({"INSERT INTO item VALUES ('a')"}),
                                        bench.unit({"INSERT INTO item VALUES ('b')", huge})};
      const auto outcomes = bench.session->execute(window);
      CHECK(outcomes[0].state == UnitOutcome::State::done);
      CHECK(outcomes[1].state == UnitOutcome::State::rolled_back);
      CHECK(outcomes[1].statements[1].state == Outcome::State::failed);
      CHECK(refusal(outcomes[1]).message.find("max_allowed_packet") != std::string::npos);
      CHECK(bench.session->standing() == Standing::idle);
      CHECK(rows_in(bench) == "1");
    }
  }
}

// A stash may be bigger than the memory.
TEST_CASE("Rows that are taken one by one are not collected, and no one is another") {
  const std::string many =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT ";
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      const bool sqlite = server.dialect == "sqlite";
      const std::string big = sqlite ? "hex(zeroblob(100000))" : "repeat('0', 200000)";
      const std::string text = many + "CAST(i AS CHAR(9)), " + big + ", NULL FROM n";
      const long before = peak_kilobytes();
      std::size_t rows = 0;
      bench.session->each(text, [&](session::Cells&& cells) {
        ++rows;
        REQUIRE(cells.size() == 3);
        CHECK(std::stoul(cells[0].value()) == rows);
        CHECK(cells[1].value().size() == 200000);
        CHECK_FALSE(cells[2]);
      });
      CHECK(rows == 900);
      CHECK(peak_kilobytes() - before < 60 * 1024);
    }
  }
}

TEST_CASE("Nothing of a row is left in the next, whether it was taken or not") {
  const std::string text =
      "SELECT 1 AS n, 'long enough for a place of its own' AS a, NULL AS b UNION ALL "
      "SELECT 2, NULL, 'c' UNION ALL SELECT 3, '', NULL UNION ALL SELECT 4, 'd', '' ORDER BY n";
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    for (const bool taken : {true, false}) {
      DYNAMIC_SECTION(server.dialect << (taken ? " taken" : " left")) {
        const Bench bench(server);
        std::string seen;
        bench.session->each(text, [&](session::Cells&& cells) {
          for (const auto& cell : cells) {
            seen += cell ? "'" + *cell + "' " : "NULL ";
          }
          if (taken) {
            const session::Cells mine = std::move(cells);
          }
        });
        CHECK(seen ==
              "'1' 'long enough for a place of its own' NULL '2' NULL 'c' '3' '' NULL '4' 'd' '' ");
      }
    }
  }
}

TEST_CASE("A session goes on when the rows of an answer are let go, or break off") {
  const std::string many =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT ";
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)");
      for (int i = 0; i < 3; ++i) {
        bench.run("INSERT INTO item VALUES (" + std::to_string(i) + ")");
      }
      std::size_t rows = 0;
      const auto enough = [&](session::Cells&&) {
        if (++rows == 2) {
          throw Error(Fault::write, "the disk is full");
        }
      };
      CHECK_THROWS_AS(bench.session->each("SELECT id FROM item", enough), Error);
      CHECK(rows == 2);
      CHECK_THROWS_AS(bench.session->each("SELECT id FROM nowhere", enough), Error);
      CHECK(bench.session->standing() == Standing::idle);
      CHECK(rows_in(bench) == "3");
    }
  }
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    std::size_t rows = 0;
    CHECK_THROWS_AS(
        bench.session->each(many + "1 / (800 - i) FROM n", [&](session::Cells&&) { ++rows; }),
        Error);
    CHECK(rows == 799);
    CHECK(bench.value("SELECT 1") == "1");
  }
}

TEST_CASE("Several statements in one text give their rows in order, and the refusal of one") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)");
      bench.run("INSERT INTO item VALUES (1)");
      std::vector<std::string> rows;
      const auto take = [&](session::Cells&& cells) {
        rows.push_back(cells.at(0).value());
        if (rows.size() == 7) {
          throw Error(Fault::write, "the disk is full");
        }
      };
      const std::string more = ";SELECT id FROM item WHERE id > 7;SELECT 'a;b' UNION SELECT 'c'";
      bench.session->each("SELECT id FROM item" + more, take);
      CHECK(rows == std::vector<std::string>{"1", "a;b", "c"});
      CHECK_THROWS_AS(bench.session->each("SELECT 4;SELECT id FROM nowhere;SELECT 5", take), Error);
      CHECK(rows.size() == 4);
      CHECK(rows_in(bench) == "1");
      CHECK_THROWS_AS(bench.session->each("SELECT 5" + more + more, take), Error);
      CHECK(rows.size() == 7);
      CHECK(rows_in(bench) == "1");
    }
  }
}

// The clients would collect the whole answer before anybody looks at it.
TEST_CASE("An answer of 300 MB is read to its end in little memory") {
  const std::string many =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
      "i < 300) SELECT ";
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    for (const bool transaction : {true, false}) {
      DYNAMIC_SECTION(server.dialect << (transaction ? " in" : " outside") << " a transaction") {
        const Bench bench(server);
        const bool sqlite = server.dialect == "sqlite";
        const std::string big = many + (sqlite ? "hex(zeroblob(500000))" : "repeat('x', 1000000)");
        const long before = peak_kilobytes();
        const auto outcome = bench.execute(bench.unit({big + " FROM n", "SELECT 1"}, transaction));
        CHECK(outcome.state == UnitOutcome::State::done);
        CHECK(outcome.statements[0].rows == 300);
        CHECK(peak_kilobytes() - before < 60 * 1024);
      }
    }
  }
}

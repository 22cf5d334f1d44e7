// Several units on their way together: outcomes come back one by one, at their places.
#include "live/session/bench.h"

using namespace helium;
using namespace helium::test;

namespace {

std::string rows_in(const Bench& bench) {
  const std::string text = bench.value("SELECT CAST(COUNT(*) AS CHAR(9)) AS n FROM item");
  return text.substr(0, text.find(' '));
}

std::string insert(int id) {
  return "INSERT INTO item VALUES (" + std::to_string(id) + ", 'x')";
}

}  // namespace

TEST_CASE("A failure in unit 5 of 64 leaves 1 to 4 committed and 6 to 64 unrun") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(9))");
      std::vector<Unit> window;
      for (int i = 1; i <= 64; ++i) {
        window.push_back(bench.unit({insert(i * 10), i == 5 ? insert(10) : insert(i * 10 + 1)}));
      }
      const auto outcomes = bench.session->execute(window);
      REQUIRE(outcomes.size() >= 5);
      for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto wanted = i < 4    ? UnitOutcome::State::done
                            : i == 4 ? UnitOutcome::State::rolled_back
                                     : UnitOutcome::State::unrun;
        CHECK(outcomes[i].state == wanted);
      }
      CHECK(outcomes[4].statements.at(1).state == Outcome::State::failed);
      CHECK(rows_in(bench) == "8");
    }
  }
}

TEST_CASE("Sixty-four units of many statements come back complete") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(9))");
      std::vector<Unit> window;
      for (int i = 0; i < 64; ++i) {
        std::vector<std::string> texts;
        for (int k = 0; k < 10; ++k) {
          texts.push_back(insert(i * 10 + k));
        }
        window.push_back(bench.unit(texts));
      }
      for (const auto& outcome : bench.session->execute(window)) {
        CHECK(outcome.state == UnitOutcome::State::done);
        CHECK(outcome.statements.size() == 10);
        for (const auto& one : outcome.statements) {
          CHECK(one.rows == 1);
        }
      }
      CHECK(rows_in(bench) == "640");
    }
  }
}

TEST_CASE("What a statement expects is read before anything after it is sent") {
  struct Row {
    const char* text;
    Expectation expect;
    bool holds;
  };
  const std::vector<Row> rows = {
      {"SELECT id FROM item WHERE id = 1", {Expectation::Kind::no_rows, 0, {}}, false},
      {"SELECT id FROM item WHERE id = 9", {Expectation::Kind::no_rows, 0, {}}, true},
      {"SELECT id FROM item", {Expectation::Kind::row_count, 2, {}}, true},
      {"SELECT id FROM item", {Expectation::Kind::row_count, 3, {}}, false},
      {"UPDATE item SET name = 'y'", {Expectation::Kind::row_count, 2, {}}, true},
      {"DELETE FROM item WHERE id = 7", {Expectation::Kind::row_count, 1, {}}, false},
  };
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      for (const Row& row : rows) {
        const Bench bench(server);
        INFO(row.text);
        bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(9))");
        bench.run(insert(1));
        bench.run(insert(2));
        Unit unit = bench.unit({insert(3), row.text, insert(4)}, false);
        unit.statements[1].expect = row.expect;
        unit.statements.erase(unit.statements.begin());
        const auto outcome = bench.execute(unit);
        CHECK((outcome.state == UnitOutcome::State::done) == row.holds);
        CHECK(rows_in(bench) == (row.holds ? "3" : "2"));
        if (!row.holds) {
          CHECK(refusal(outcome).trouble == Trouble::expectation);
        }
      }
    }
  }
}

TEST_CASE("Notices and warnings come back at their statement") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(9))");
      const auto outcome =
          bench.execute(bench.unit({insert(1), "DROP TABLE IF EXISTS nowhere", insert(2)}, false));
      REQUIRE(outcome.state == UnitOutcome::State::done);
      CHECK(outcome.statements[0].notices.empty());
      REQUIRE(outcome.statements[1].notices.size() == 1);
      CHECK(outcome.statements[1].notices[0].where.line == 2);
      CHECK(outcome.statements[1].notices[0].message.find("nowhere") != std::string::npos);
      CHECK(outcome.statements[2].notices.empty());
      const char* const warns = server.dialect == "postgresql"
                                    ? "DO $$ BEGIN RAISE WARNING 'nowhere'; END $$"
                                    : "SELECT 1 / 0";
      Unit unit = bench.unit({warns, insert(3)}, false);
      unit.statements[0].expect.kind = Expectation::Kind::no_warning;
      CHECK(bench.execute(unit).state == UnitOutcome::State::broken);
      CHECK(rows_in(bench) == "2");
    }
  }
}

TEST_CASE("A refusal says where in the statement, where the server does") {
  for (const LiveServer& server : servers({"postgresql", "sqlite", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      const std::string text = "SELECT 1\n  FROMM nothing";
      const auto said = refusal(bench.execute(text));
      REQUIRE(said.position);
      CHECK(*said.position >= text.find("FROMM"));
      CHECK(said.trouble == Trouble::other);
      CHECK_FALSE(said.message.empty());
    }
  }
}

TEST_CASE("A row of ours that comes again is prepared, and nothing of that stays in the session") {
  for (const LiveServer& server : servers({"postgresql"})) {
    for (const char* const between :
         {"SELECT 1", "DEALLOCATE ALL", "INSERT INTO item VALUES (1, 'x')"}) {
      DYNAMIC_SECTION(server.dialect << ", between them " << between) {
        const Bench bench(server);
        bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(9))");
        std::vector<Unit> window;
        for (int i = 1; i <= 9; ++i) {
          Unit unit = bench.unit({between});
          Statement ours = bench.statement("INSERT INTO item VALUES ($1, $2)");
          ours.origin = Origin::helium;
          ours.values = {std::to_string(i * 10), "it's"};
          unit.statements.push_back(ours);
          window.push_back(unit);
        }
        const bool twice = std::string(between).substr(0, 6) == "INSERT";
        const auto outcomes = bench.session->execute(window);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
          const bool refused = twice && i > 0;
          CHECK((outcomes[i].state == UnitOutcome::State::done) != refused);
        }
        CHECK(rows_in(bench) == (twice ? "2" : "9"));
        CHECK(bench.value("SELECT CAST(COUNT(*) AS CHAR(9)) AS n FROM pg_prepared_statements") ==
              bench.value("SELECT CAST(0 AS CHAR(9)) AS n"));
      }
    }
  }
}

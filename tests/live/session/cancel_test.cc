// Cancel and time limits: what they stop, and that they stop nothing else.
#include <chrono>
#include <memory>
#include <thread>

#include "live/session/bench.h"

using namespace helium;
using namespace helium::test;
using session::Standing;
using namespace std::chrono_literals;

namespace {

// A query of about so many milliseconds; SQLite counts instead of sleeping.
std::string nap(const std::string& dialect, int milliseconds) {
  if (dialect == "sqlite") {
    return "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < " +
           std::to_string(milliseconds * 4000) + ") SELECT CAST(count(*) AS TEXT) AS n FROM c";
  }
  const std::string seconds = std::to_string(milliseconds / 1000.0);
  return dialect == "postgresql" ? "SELECT pg_sleep(" + seconds + ")::text AS n"
                                 : "SELECT CAST(sleep(" + seconds + ") AS CHAR) AS n";
}

std::string rows_in(const Bench& bench) {
  return bench.value("SELECT CAST(COUNT(*) AS CHAR(9)) AS n FROM item");
}

}  // namespace

// Seen on PostgreSQL: the last request arrived after the window and hit the reading of the ledger.
TEST_CASE("A cancel hits nothing that runs after its window") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      for (int i = 0; i < 40; ++i) {
        std::jthread other([&] {
          std::this_thread::sleep_for(std::chrono::microseconds(i * 90));
          bench.session->cancel();
        });
        (void)bench.execute(bench.unit({nap(server.dialect, 2)}));
        for (int k = 0; k < 3; ++k) {
          CHECK_NOTHROW(bench.value(nap(server.dialect, 3)));
        }
        CHECK(bench.session->standing() == Standing::idle);
      }
    }
  }
}

// MySQL and MariaDB: the end of a packet; the others: the next statement.
TEST_CASE("A cancel between two statements says what ran and what did not") {
  for (const LiveServer& server : servers()) {
    for (const bool transaction : {true, false}) {
      DYNAMIC_SECTION(server.dialect << (transaction ? " in a transaction" : "")) {
        const Bench bench(server);
        bench.run("CREATE TABLE item (id INTEGER)");
        std::unique_ptr<session::Session> session;
        std::jthread other;
        session::Options options;
        options.on_statement = [&](std::size_t, std::size_t statement) {
          if (statement == 1) {
            other = std::jthread([&] { session->cancel(); });
            std::this_thread::sleep_for(200ms);
          }
        };
        session = bench.place.open(options);
        Unit unit = bench.unit({"INSERT INTO item VALUES (1)", "INSERT INTO item VALUES (2)",
                                "INSERT INTO item VALUES (3)"},
                               transaction);
        unit.statements[1].expect = {Expectation::Kind::row_count, 1, {}};
        const auto outcome = session->execute({&unit, 1}).at(0);
        other.join();
        CHECK(outcome.state ==
              (transaction ? UnitOutcome::State::rolled_back : UnitOutcome::State::broken));
        CHECK(refusal(outcome).trouble == Trouble::cancelled);
        std::size_t done = 0;
        while (done < 3 && outcome.statements[done].state == Outcome::State::done) {
          ++done;
        }
        CHECK(done < 3);
        CHECK(rows_in(bench) == std::to_string(transaction ? 0 : done));
        CHECK(session->standing() == Standing::idle);
      }
    }
  }
}

// Seen on SQLite: the limit was for the unit, and ran on while nothing ran.
TEST_CASE("Each statement has the whole of its time limit") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      Target target = bench.place.target();
      target.statement_timeout = 1000ms;
      const auto session = session::open(target, {});
      // SQLite's naps are work, which a busy machine stretches: many short ones.
      const bool works = server.dialect == "sqlite";
      const Unit unit = bench.unit(
          std::vector<std::string>(works ? 100 : 5, nap(server.dialect, works ? 20 : 300)));
      CHECK(session->execute({&unit, 1}).at(0).state == UnitOutcome::State::done);
      std::this_thread::sleep_for(1100ms);
      CHECK_NOTHROW(test::value(*session, nap(server.dialect, 5)));
    }
  }
}

TEST_CASE("The limits of one unit are not those of the next, nor take its author's settings back") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    Unit set = bench.unit({"SET TimeZone = 'Asia/Tokyo'"}, false);
    Unit look = bench.unit({"SELECT 1 / (current_setting('TimeZone') = 'Asia/Tokyo')::int"}, false);
    for (Unit* unit : {&set, &look}) {
      unit->limits.lock_timeout = 70ms;
      unit->limits.statement_timeout = 7s;
      CHECK(bench.execute(*unit).state == UnitOutcome::State::done);
    }
    CHECK(bench.value("SELECT current_setting('lock_timeout') AS v") == "1s");
    CHECK(bench.value("SELECT current_setting('statement_timeout') AS v") == "0");
  }
}

// Seen on MySQL: execute threw, and the next Ctrl-C waited for ever.
TEST_CASE("A session that was cut off between two windows says so in the outcome") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    const Bench bench(server);
    bench.run("CREATE TABLE item (id INTEGER)");
    const auto cut = [&](const session::Session& session) {
      const std::string& id = session.server().session_id;
      if (server.dialect == "postgresql") {
        (void)bench.value("SELECT pg_terminate_backend(" + id + ", 5000)::text AS done");
      } else {
        bench.run("KILL " + id);
        std::this_thread::sleep_for(100ms);
      }
    };
    for (const std::string kind : {"plain", "limits", "pins", "question"}) {
      DYNAMIC_SECTION(server.dialect << ": " << kind) {
        const auto session = bench.place.open();
        const Unit change =
            bench.unit({server.dialect == "postgresql" ? "SET TimeZone = 'Asia/Tokyo'"
                                                       : "SET SESSION time_zone = '+09:00'"},
                       false);
        CHECK(session->execute({&change, 1}).at(0).state == UnitOutcome::State::done);
        cut(*session);
        Unit unit = bench.unit({"INSERT INTO item VALUES (1)"});
        if (kind == "limits") {
          unit.limits.lock_timeout = 3s;
        } else if (kind == "pins") {
          unit.statements[0].span.file = "shop_1001.lua";
        }
        if (kind == "question") {
          CHECK_THROWS_AS(session->ask({"SELECT 1 AS one", {}}), Error);
        } else {
          const auto outcome = session->execute({&unit, 1}).at(0);
          CHECK(outcome.state != UnitOutcome::State::done);
          CHECK(refusal(outcome).trouble == Trouble::connection_lost);
        }
        CHECK(session->standing() == Standing::lost);
        session->cancel();
        CHECK(rows_in(bench) == "0");
      }
    }
  }
}

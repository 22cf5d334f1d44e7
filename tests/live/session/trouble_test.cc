// Cancelled, too slow, locked out, dead-locked, cut off: what came of it is always known.
#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

#include "live/session/bench.h"

using namespace helium;
using namespace helium::test;
using session::Standing;
using namespace std::chrono_literals;

namespace {

// Half a minute of work, or of sleep.
std::string slow(const std::string& dialect) {
  if (dialect == "postgresql") {
    return "SELECT pg_sleep(30)";
  }
  if (dialect == "sqlite") {
    return "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000) "
           "SELECT count(*) FROM c";
  }
  return "SELECT COUNT(*) FROM item WHERE sleep(30) = 0";
}

}  // namespace

TEST_CASE("Cancel from another thread ends the statement and keeps the session") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER)");
      bench.run("INSERT INTO item VALUES (1)");
      const auto began = std::chrono::steady_clock::now();
      std::jthread other([&] {
        std::this_thread::sleep_for(300ms);
        bench.session->cancel();
      });
      const auto outcome =
          bench.execute(bench.unit({"INSERT INTO item VALUES (2)", slow(server.dialect)}));
      CHECK(refusal(outcome).trouble == Trouble::cancelled);
      CHECK(outcome.state == UnitOutcome::State::rolled_back);
      CHECK(std::chrono::steady_clock::now() - began < 20s);
      CHECK(bench.session->standing() == Standing::idle);
      CHECK(bench.execute("INSERT INTO item VALUES (3)").state == UnitOutcome::State::done);
    }
  }
}

TEST_CASE("A cancel that comes between windows stops nothing later") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER)");
      bench.session->cancel();
      CHECK(bench.execute("INSERT INTO item VALUES (1)").state == UnitOutcome::State::done);
    }
  }
}

TEST_CASE("A statement that takes too long is ended by its own limit") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER)");
      bench.run("INSERT INTO item VALUES (1)");
      Unit unit = bench.unit({slow(server.dialect)});
      unit.limits.statement_timeout = 400ms;
      const auto began = std::chrono::steady_clock::now();
      const auto outcome = bench.execute(unit);
      CHECK(std::chrono::steady_clock::now() - began < 20s);
      CHECK(outcome.state != UnitOutcome::State::done);
      CHECK(refusal(outcome).trouble == Trouble::statement_timeout);
      // The limit was for that unit alone.
      CHECK(bench.execute("INSERT INTO item VALUES (3)").state == UnitOutcome::State::done);
    }
  }
}

TEST_CASE("A lock that another session holds is waited for so long, and no longer") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))");
      bench.run("INSERT INTO item VALUES (1, 'a')");
      auto holder = bench.place.open();
      std::promise<void> holds;
      std::promise<void> seen;
      std::jthread other([&] {
        Unit held = bench.unit({"UPDATE item SET name = 'held' WHERE id = 1"});
        held.commit = false;
        (void)holder->execute({&held, 1});
        holds.set_value();
        (void)seen.get_future().wait_for(30s);  // who waits for ever gets the lock, and fails
        holder.reset();
      });
      holds.get_future().wait();
      Unit unit = bench.unit({"UPDATE item SET name = 'other' WHERE id = 1"});
      unit.limits.lock_timeout = 600ms;
      const auto outcome = bench.execute(unit);
      seen.set_value();
      CHECK(refusal(outcome).trouble == Trouble::lock_timeout);
      CHECK(outcome.state == UnitOutcome::State::rolled_back);
      CHECK(bench.session->standing() == Standing::idle);
    }
  }
}

TEST_CASE("Of two sessions that wait for each other one is told of a deadlock") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)");
      bench.run("INSERT INTO item VALUES (1, 0)");
      bench.run("INSERT INTO item VALUES (2, 0)");
      const auto second = bench.place.open();
      const char* const nap =
          server.dialect == "postgresql" ? "SELECT pg_sleep(0.6)" : "SELECT sleep(0.6)";
      auto one = bench.unit(
          {"UPDATE item SET n = 1 WHERE id = 1", nap, "UPDATE item SET n = 1 WHERE id = 2"});
      auto two = bench.unit(
          {"UPDATE item SET n = 2 WHERE id = 2", nap, "UPDATE item SET n = 2 WHERE id = 1"});
      one.limits.lock_timeout = two.limits.lock_timeout = 10s;
      UnitOutcome theirs;
      {
        std::jthread other([&] { theirs = second->execute({&two, 1}).at(0); });
        const auto ours = bench.execute(one);
        other.join();
        const bool first_lost = refusal(ours).trouble == Trouble::deadlock;
        const bool second_lost = refusal(theirs).trouble == Trouble::deadlock;
        CHECK(first_lost != second_lost);
        const auto& lost = first_lost ? ours : theirs;
        CHECK(lost.state == UnitOutcome::State::rolled_back);
        CHECK((refusal(lost).sqlstate == "40P01" || refusal(lost).sqlstate == "40001"));
      }
      CHECK(bench.session->standing() == Standing::idle);
      CHECK(second->standing() == Standing::idle);
    }
  }
}

TEST_CASE("A session that is killed in a statement says so, and names what it cannot know") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      bench.run("CREATE TABLE item (id INTEGER)");
      bench.run("INSERT INTO item VALUES (1)");
      const std::string id = bench.session->server().session_id;
      std::jthread other([&] {
        std::this_thread::sleep_for(300ms);
        const auto killer = bench.place.open();
        if (server.dialect == "postgresql") {
          (void)test::value(*killer, "SELECT pg_terminate_backend(" + id + ")::text AS done");
        } else {
          test::run(*killer, "KILL " + id);
        }
      });
      const auto outcome = bench.execute(bench.unit({slow(server.dialect)}, false));
      CHECK(outcome.state == UnitOutcome::State::in_doubt);
      CHECK(refusal(outcome).trouble == Trouble::connection_lost);
      CHECK(bench.session->standing() == Standing::lost);
      CHECK_THROWS_AS(bench.session->ask({"SELECT 1 AS one", {}}), Error);
    }
  }
}

// A plan is made under the lock of its runner, and MariaDB leaves out of information_schema's
// answers what somebody is changing as soon as the asker holds any lock.
TEST_CASE("MariaDB: who holds a lock hears of a table that somebody is changing just now") {
  for (const LiveServer& server : servers({"mariadb"})) {
    const Bench bench(server);
    const auto maker = bench.place.open();
    CHECK(bench.value("SELECT GET_LOCK(CONCAT('left out ', DATABASE()), 0)") == "1");
    std::jthread making([&] { run(*maker, "CREATE TABLE made AS SELECT SLEEP(0.8) AS waited"); });
    const std::string makers =
        "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND state = "
        "'User sleep'";
    for (int look = 0; look < 20 && bench.value(makers) != "1"; ++look) {
      std::this_thread::sleep_for(20ms);
    }
    CHECK(bench.value("SELECT column_name FROM information_schema.columns WHERE table_schema = "
                      "DATABASE() AND table_name = 'made'") == "waited");
  }
}

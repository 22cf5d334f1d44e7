// Other sessions that hold locks: waited for, named, and not waited for for ever.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "live/run/road.h"

using namespace helium;
using namespace helium::test;
using namespace std::chrono_literals;

namespace {

// What the runner was told while it waited; the first word lets the test go on.
struct Watcher : Observer {
  void waiting(const std::string& holder, std::chrono::milliseconds) override {
    said = holder;
    told = true;
  }
  std::string said;
  std::atomic<bool> told = false;
};

struct Neighbour {
  explicit Neighbour(Road& road) : road_(road), session(road.place.open()) {}
  // A transaction that stays open.
  void begin(const std::vector<std::string>& texts) {
    session::Unit unit{.begin = true, .commit = false, .statements = {}, .limits = {}};
    for (const std::string& text : texts) {
      unit.statements.push_back(road_.statement(text, 1));
    }
    unit.limits.lock_timeout = 20s;
    last = session->execute({&unit, 1}).at(0);
  }
  Road& road_;
  std::unique_ptr<session::Session> session;
  session::UnitOutcome last;
};

run::Result apply(Road& road, const Step& step, Observer& observer,
                  std::chrono::milliseconds retry_for) {
  Plan plan;
  plan.steps = {step};
  run::Setting setting;
  setting.store = road.store;
  setting.runner = road.runner;
  setting.retry_for = retry_for;
  setting.runner_timeout = 300ms;  // SQLite cannot tell a neighbour from another runner
  return run::apply(plan, road.ledger(), *road.session, setting, observer);
}

}  // namespace

TEST_CASE("A long reader is named while its lock is waited for, and outlasted") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      test::run(*road.session, "CREATE TABLE a (id integer NOT NULL)");
      test::run(*road.session, "INSERT INTO a (id) VALUES (1)");
      auto reader = std::make_unique<Neighbour>(road);
      reader->begin({"SELECT id FROM a"});
      const std::string id = reader->session->server().session_id;
      Watcher watcher;
      std::jthread patience([&] {
        while (!watcher.told) {
          std::this_thread::sleep_for(10ms);
        }
        reader.reset();
      });
      Step step = road.step(1, {"ALTER TABLE a ADD COLUMN b integer"});
      step.limits.lock_timeout = 300ms;
      const auto result = apply(road, step, watcher, 20s);
      watcher.told = true;
      patience.join();
      CHECK_FALSE(result.report.failed);
      CAPTURE(watcher.said);
      CHECK(watcher.said.find((server.dialect == "postgresql" ? "pid " : "connection ") + id) !=
            std::string::npos);
      CHECK(watcher.said.find("user ") != std::string::npos);
      CHECK(watcher.said.find("transaction began 20") != std::string::npos);
      if (server.dialect != "mariadb") {  // it forgets what an idle session ran last
        CHECK(watcher.said.find("last statement S") != std::string::npos);
      }
    }
  }
}

TEST_CASE("A lock that is not given up ends in an error that names its holder") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      test::run(*road.session, "CREATE TABLE a (id integer NOT NULL)");
      Neighbour writer(road);
      writer.begin({"INSERT INTO a (id) VALUES (1)"});
      Observer observer;
      Step step = road.step(1, {"ALTER TABLE a ADD COLUMN b integer"});
      step.limits.lock_timeout = 300ms;
      const auto result = apply(road, step, observer, 0ms);
      REQUIRE(result.report.failed);
      CHECK(result.report.failed->error.fault() == Fault::busy);
      CHECK(result.report.state == State::clean);
      if (server.dialect == "sqlite") {  // a file does not know who holds it
        CHECK(result.report.failed->error.message().find("locked") != std::string::npos);
        continue;
      }
      REQUIRE_FALSE(result.report.failed->error.trail().empty());
      const std::string& who = result.report.failed->error.trail().front();
      CAPTURE(who);
      CHECK(who.find(" " + writer.session->server().session_id + ", user ") != std::string::npos);
    }
  }
}

TEST_CASE("Of two transactions in opposite order ours is tried again as a whole") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      test::run(*road.session, "CREATE TABLE a (id integer NOT NULL PRIMARY KEY, n integer)");
      test::run(*road.session, "CREATE TABLE b (id integer NOT NULL)");
      test::run(*road.session, "INSERT INTO a (id, n) VALUES (1, 0)");
      test::run(*road.session, "INSERT INTO a (id, n) VALUES (2, 0)");
      Neighbour other(road);
      // The heavier transaction is spared by InnoDB, the later waiter by PostgreSQL.
      std::vector<std::string> weight = {"UPDATE a SET n = n + 1 WHERE id = 2"};
      for (int i = 0; i < 20; ++i) {
        weight.push_back("INSERT INTO b (id) VALUES (7)");
      }
      other.begin(weight);
      std::jthread later([&] {
        std::this_thread::sleep_for(700ms);
        session::Unit rest{.begin = false, .commit = false, .statements = {}, .limits = {}};
        rest.limits.lock_timeout = 20s;
        for (const char* text : {"UPDATE a SET n = n + 1 WHERE id = 1", "COMMIT"}) {
          rest.statements.push_back(road.statement(text, 1));
        }
        other.last = other.session->execute({&rest, 1}).at(0);
      });
      Step step = road.step(
          1, {"UPDATE a SET n = n + 10 WHERE id = 1", "UPDATE a SET n = n + 10 WHERE id = 2"});
      // On MySQL the two are one transaction when their author says so.
      if (!road.dialect.traits.ddl_in_transaction) {
        step.transaction = TransactionClass::whole;
      }
      step.limits.lock_timeout = 20s;
      Watcher watcher;
      const auto result = apply(road, step, watcher, 20s);
      later.join();
      CHECK_FALSE(result.report.failed);
      CHECK(watcher.told);
      CHECK(other.last.state == session::UnitOutcome::State::done);
      const std::string cast =
          server.dialect == "postgresql" ? "CAST(SUM(n) AS text)" : "CAST(SUM(n) AS char)";
      CHECK(value(*road.session, "SELECT " + cast + " FROM a") == "22");
    }
  }
}

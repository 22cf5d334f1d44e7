#include <catch2/catch.hpp>

#include "live/run/road.h"

using namespace helium;
using namespace helium::test;

namespace {

void everywhere(const std::function<void(Road&)>& body) {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      body(road);
    }
  }
}

std::vector<std::string> kinds(Road& road) {
  std::vector<std::string> kinds;
  for (const Event& event : history::events(*road.session, road.store).events) {
    kinds.push_back(event.kind);
  }
  return kinds;
}

}  // namespace

TEST_CASE("Two migrations go up, their records say applied and the chain holds") {
  everywhere([](Road& road) {
    const auto result = road.apply(
        {road.step(1, {"CREATE TABLE a (id integer NOT NULL)", "INSERT INTO a (id) VALUES (1)"}),
         road.step(2, {"INSERT INTO a (id) VALUES (2)"})});
    REQUIRE_FALSE(result.report.failed);
    REQUIRE(result.report.moved.size() == 2);
    CHECK(road.count("a") == "2");
    const Ledger ledger = road.ledger();
    REQUIRE(ledger.find("shop", 2) != nullptr);
    CHECK(ledger.find("shop", 1)->state == RecordState::applied);
    CHECK(ledger.find("shop", 1)->done == 2);
    CHECK(ledger.find("shop", 1)->intent == 0);
    CHECK(ledger.find("shop", 1)->title == "It's a step");
    CHECK(ledger.find("shop", 1)->milliseconds >= 0);
    CHECK(history::events(*road.session, road.store).findings.empty());
  });
}

TEST_CASE("A refused statement leaves nothing where a transaction can hold it, else its journal") {
  everywhere([](Road& road) {
    const auto result = road.apply(
        {road.step(1, {"CREATE TABLE a (id integer NOT NULL)",
                       "INSERT INTO nowhere (id) VALUES (1)", "INSERT INTO a (id) VALUES (3)"})});
    REQUIRE(result.report.failed);
    CHECK(result.report.failed->statement == 2);
    CHECK(result.report.failed->error.where().line == 2);
    const Ledger ledger = road.ledger();
    if (road.dialect.traits.ddl_in_transaction) {
      CHECK(result.report.state == State::clean);
      CHECK(result.report.failed->error.fault() == Fault::database);
      CHECK(ledger.find("shop", 1) == nullptr);
      CHECK(kinds(road) == std::vector<std::string>{"failed"});
      return;
    }
    CHECK(result.report.state == State::needs_resume);
    CHECK(result.report.failed->error.fault() == Fault::partial);
    REQUIRE(ledger.find("shop", 1) != nullptr);
    CHECK(ledger.find("shop", 1)->state == RecordState::failed);
    CHECK(ledger.find("shop", 1)->done == 1);
    Step mended = road.step(1, {"CREATE TABLE a (id integer NOT NULL)",
                                "INSERT INTO a (id) VALUES (1)", "INSERT INTO a (id) VALUES (3)"});
    mended.kind = Step::Kind::resume;
    mended.first = 1;
    const auto resumed = road.apply({mended});
    REQUIRE_FALSE(resumed.report.failed);
    CHECK(road.count("a") == "2");
    CHECK(road.ledger().find("shop", 1)->state == RecordState::applied);
    CHECK(kinds(road) == std::vector<std::string>{"started", "failed", "resumed", "applied"});
  });
}

TEST_CASE("A journalled step on any dialect stops at its statement and is taken back") {
  everywhere([](Road& road) {
    Step step =
        road.step(1, {"CREATE TABLE a (id integer NOT NULL)", "INSERT INTO a (id) VALUES (1)",
                      "INSERT INTO nowhere (id) VALUES (1)"});
    step.transaction = TransactionClass::each;
    const auto result = road.apply({step});
    REQUIRE(result.report.failed);
    CHECK(result.report.state == State::needs_resume);
    CHECK(road.ledger().find("shop", 1)->done == 2);
    CHECK(road.count("a") == "1");
    Step back = road.step(1, {"DELETE FROM a WHERE id = 1", "DROP TABLE a"});
    back.direction = Direction::reverse;
    back.transaction = TransactionClass::each;
    back.kind = Step::Kind::undo;
    const auto undone = road.apply({back});
    REQUIRE_FALSE(undone.report.failed);
    CHECK(road.ledger().find("shop", 1)->state == RecordState::reverted);
    CHECK(history::events(*road.session, road.store).findings.empty());
  });
}

TEST_CASE("A first statement that is refused leaves the migration as if it had never begun") {
  everywhere([](Road& road) {
    Step step = road.step(1, {"INSERT INTO nowhere (id) VALUES (1)"});
    step.transaction = TransactionClass::each;
    const auto result = road.apply({step});
    REQUIRE(result.report.failed);
    CHECK(result.report.state == State::clean);
    CHECK(result.report.failed->error.fault() == Fault::database);
    CHECK(road.ledger().find("shop", 1)->state == RecordState::reverted);
  });
}

TEST_CASE("The reverse comes back from the ledger as it was at apply") {
  everywhere([](Road& road) {
    Step step = road.step(1, {"CREATE TABLE a (id integer NOT NULL)"});
    step.reverse = {road.statement("DROP TABLE a /* it's \xC3\xA9 */", 4)};
    step.reverse[0].description = std::string(60000, 'x');
    REQUIRE_FALSE(road.apply({step}).report.failed);
    const Kept kept = history::kept_reverse(*road.session, road.store, "shop", 1);
    REQUIRE(kept.found);
    CHECK(kept.reversible);
    REQUIRE(kept.statements.size() == 1);
    CHECK(kept.statements[0].text == step.reverse[0].text);
    CHECK(kept.statements[0].description.size() == 60000);
    CHECK(kept.statements[0].span.line == 4);
    CHECK(kept.statements[0].shape == step.reverse[0].shape);
  });
}

TEST_CASE("A runner that planned before another one moved loses at the fence") {
  everywhere([](Road& road) {
    const Ledger before = road.ledger();
    REQUIRE_FALSE(
        road.apply({road.step(1, {"CREATE TABLE a (id integer NOT NULL)"})}).report.failed);
    Plan plan;
    plan.steps = {road.step(1, {"CREATE TABLE a (id integer NOT NULL)"})};
    run::Setting setting;
    setting.store = road.store;
    setting.runner = history::runner();
    const auto late = run::apply(plan, before, *road.session, setting, road.observer);
    CHECK(late.moved_under_us);
    CHECK_FALSE(late.report.failed);
    CHECK(late.report.moved.empty());
  });
}

TEST_CASE("A check that finds rows stops the step and shows them") {
  everywhere([](Road& road) {
    Step step =
        road.step(1, {"CREATE TABLE a (id integer NOT NULL)", "INSERT INTO a (id) VALUES (7)"});
    step.check_after = {road.statement("SELECT id FROM a", 9)};
    step.check_after[0].expect.kind = Expectation::Kind::no_rows;
    const auto result = road.apply({step});
    REQUIRE(result.report.failed);
    CHECK(result.report.failed->error.where().line == 9);
    CHECK(result.report.failed->error.message().find('7') != std::string::npos);
    const bool whole = road.dialect.traits.ddl_in_transaction;
    CHECK(result.report.state == (whole ? State::clean : State::needs_resume));
  });
}

TEST_CASE("A fingerprint changes when the table it is about changes") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      test::run(*road.session, "CREATE TABLE a (id integer NOT NULL)");
      const Statement alter = road.statement("ALTER TABLE a ADD COLUMN b integer", 1);
      REQUIRE_FALSE(alter.shape.touches.empty());
      const std::string before = history::fingerprint(*road.session, road.store, alter);
      CHECK(before.size() >= 32);
      CHECK(history::fingerprint(*road.session, road.store, alter) == before);
      test::run(*road.session, alter.text);
      CHECK(history::fingerprint(*road.session, road.store, alter) != before);
    }
  }
}

TEST_CASE("A fingerprint tells of each kind of schema change whether it was made") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      for (const char* const text :
           {"CREATE TABLE a (id integer NOT NULL)", "ALTER TABLE a ADD COLUMN b integer",
            "ALTER TABLE a MODIFY COLUMN b bigint", "CREATE INDEX a_b ON a (b)",
            "ALTER TABLE a ADD UNIQUE (b, id)", "DROP INDEX a_b ON a",
            "CREATE VIEW v AS SELECT id FROM a", "CREATE OR REPLACE VIEW v AS SELECT b FROM a",
            "ALTER TABLE a ADD CONSTRAINT positive CHECK (b > 0)", "RENAME TABLE a TO c",
            "ALTER TABLE c RENAME TO d", "CREATE TABLE e LIKE d", "DROP TABLE d, e"}) {
        INFO(text);
        const Statement statement = road.statement(text, 1);
        const std::string before = history::fingerprint(*road.session, road.store, statement);
        CHECK(history::fingerprint(*road.session, road.store, statement) == before);
        test::run(*road.session, text);
        CHECK(history::fingerprint(*road.session, road.store, statement) != before);
      }
    }
  }
}

TEST_CASE("A second runner is told who holds the lock") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      Road road(server);
      const auto other = road.place.open();
      const auto hold =
          history::hold(*road.session, road.store, std::chrono::seconds(1), road.observer);
      try {
        (void)history::hold(*other, road.store, std::chrono::milliseconds(1), road.observer);
        FAIL("the lock was given twice");
      } catch (const Error& error) {
        CHECK(error.fault() == Fault::busy);
        CHECK(error.message().find(road.session->server().session_id) != std::string::npos);
      }
    }
  }
}

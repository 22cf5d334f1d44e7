#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "dialect/dialect.h"
#include "history/history.h"
#include "history/words.h"
#include "support/servers.h"

using namespace helium;
using namespace helium::test;

namespace {

struct Bench {
  explicit Bench(const LiveServer& server)
      : place(server),
        session(place.open({.create = true})),
        dialect(dialect::read(session->server().dialect)) {
    store.dialect = &dialect;
    store.schema = session->server().schema;
    store.ledger_schema = store.schema;
  }

  // One baselined migration, written by this build.
  void write_one() {
    history::Writer writer(store, history::runner(), history::read(*session, store));
    Record record;
    record.design = "shop";
    record.number = 1000;
    record.title = "It's there";
    record.checksum = "abc";
    const session::Unit unit = writer.note("baselined", record, "a\\b 'c'");
    REQUIRE(session->execute({&unit, 1}).at(0).state == session::UnitOutcome::State::done);
  }

  void say_format(const std::string& format) {
    const history::Words words(store);
    test::run(*session, "UPDATE " + words.table("info") + " SET value = '" + format +
                            "' WHERE name = 'format'");
  }

  TempSchema place;
  std::unique_ptr<session::Session> session;
  Dialect dialect;
  history::Store store;
};

}  // namespace

TEST_CASE("A ledger of format 0 is read as it is and upgraded in place with all it holds") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Bench bench(server);
      history::prepare(*bench.session, bench.store);
      bench.write_one();
      const history::Words words(bench.store);
      test::run(*bench.session,
                "ALTER TABLE " + words.table("ledger") + " DROP COLUMN taking_back");
      bench.say_format("0");
      CHECK(history::read(*bench.session, bench.store).version == 0);
      history::prepare(*bench.session, bench.store);
      const Ledger ledger = history::read(*bench.session, bench.store);
      CHECK(ledger.version == 1);
      REQUIRE(ledger.records.size() == 1);
      CHECK(ledger.records[0].title == "It's there");
      CHECK_FALSE(ledger.records[0].taking_back);
      const history::Log log = history::events(*bench.session, bench.store);
      CHECK(log.findings.empty());
      CHECK(log.events.at(0).detail == "a\\b 'c'");
    }
  }
}

TEST_CASE("A ledger of a newer format is refused and left as it is") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Bench bench(server);
      history::prepare(*bench.session, bench.store);
      bench.say_format("2");
      for (const auto& verb : std::vector<std::function<void()>>{
               [&] { (void)history::read(*bench.session, bench.store); },
               [&] { history::prepare(*bench.session, bench.store); },
               [&] { (void)history::events(*bench.session, bench.store); }}) {
        try {
          verb();
          FAIL("a newer ledger was accepted");
        } catch (const Error& error) {
          CHECK(error.fault() == Fault::refused);
        }
      }
    }
  }
}

TEST_CASE("Many runners make the first ledger at once, and all of them find it") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Bench bench(server);
      std::vector<std::string> failures(8);
      std::vector<std::jthread> runners;
      for (std::string& failure : failures) {
        runners.emplace_back([&bench, &failure] {
          try {
            const auto session = bench.place.open();
            history::prepare(*session, bench.store);
          } catch (const std::exception& error) {
            failure = error.what();
          }
        });
      }
      runners.clear();
      for (const std::string& failure : failures) {
        CHECK(failure.empty());
      }
      CHECK(history::read(*bench.session, bench.store).version == 1);
    }
  }
}

TEST_CASE("An edited row of the event log is named") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Bench bench(server);
      history::prepare(*bench.session, bench.store);
      bench.write_one();
      const history::Words words(bench.store);
      test::run(*bench.session, "UPDATE " + words.table("events") + " SET number = 7");
      const history::Log log = history::events(*bench.session, bench.store);
      REQUIRE(log.findings.size() == 1);
      CHECK(log.findings[0].message.find("event 1 of shop") == 0);
    }
  }
}

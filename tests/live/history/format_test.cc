#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/text.h"
#include "dialect/dialect.h"
#include "helium/version.h"
#include "history/history.h"
#include "history/words.h"
#include "support/places.h"
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

  void load(const std::string& dump) {
    std::ifstream file(test::source_folder() + "/tests/live/history/dumps/" + dump + ".sql");
    REQUIRE(file);
    std::string statement;
    for (std::string line; std::getline(file, line); statement += "\n") {
      statement += line;
      if (!line.empty() && line.back() == ';') {
        statement.pop_back();
        for (const char* table : {"info", "ledger", "events"}) {
          statement = base::replaced(statement, std::string("{helium_") + table + "}",
                                     history::Words(store).table(table));
        }
        test::run(*session, statement);
        statement.clear();
      }
    }
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

void holds_what_was_dumped(const Ledger& ledger) {
  REQUIRE(ledger.records.size() == 4);
  CHECK(ledger.records[0].title == "It's a table");
  CHECK(ledger.records[0].state == RecordState::applied);
  CHECK(ledger.records[2].state == RecordState::reverted);
  CHECK(ledger.records[3].state == RecordState::failed);
  CHECK(ledger.records[3].transaction == TransactionClass::each);
  CHECK(ledger.records[3].done == 1);
  CHECK(ledger.records[3].message == "no such table: nowhere");
  CHECK_FALSE(ledger.records[3].taking_back);
  CHECK(ledger.heads.at("shop").sequence == 8);
}

}  // namespace

// A dump of every format that a release ever wrote lies in dumps/: what stood there must be found
// again. Statements end with `;` at the end of a line; the rows speak of a schema named main.
TEST_CASE("The dump of a ledger of any format is read as it is and upgraded with all it holds") {
  for (const LiveServer& server : servers()) {
    for (const std::string format : {"0", "1", "2"}) {
      DYNAMIC_SECTION(server.dialect << ", format " << format) {
        Bench bench(server);
        bench.load("format_" + format + "_" + server.dialect);
        bench.load("format_" + format + "_rows");
        bench.store.schema = "main";
        const Ledger before = history::read(*bench.session, bench.store);
        CHECK(before.version == std::stoi(format));
        holds_what_was_dumped(before);
        history::prepare(*bench.session, bench.store, std::chrono::seconds(30));
        const Ledger after = history::read(*bench.session, bench.store);
        CHECK(after.version == ledger_format);
        holds_what_was_dumped(after);
        const history::Log log = history::events(*bench.session, bench.store);
        CHECK(log.findings.empty());
        CHECK(log.events.size() == 8);
        const Kept kept = history::kept_reverse(*bench.session, bench.store, "shop", 1000);
        REQUIRE(kept.statements.size() == 1);
        CHECK(kept.statements[0].text == "DROP TABLE item");
      }
    }
  }
}

TEST_CASE("A ledger of a newer format is refused and left as it is") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Bench bench(server);
      history::prepare(*bench.session, bench.store, std::chrono::seconds(30));
      bench.say_format(std::to_string(ledger_format + 1));
      for (const auto& verb : std::vector<std::function<void()>>{
               [&] { (void)history::read(*bench.session, bench.store); },
               [&] { history::prepare(*bench.session, bench.store, std::chrono::seconds(30)); },
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
            history::prepare(*session, bench.store, std::chrono::seconds(30));
          } catch (const std::exception& error) {
            failure = error.what();
          }
        });
      }
      runners.clear();
      for (const std::string& failure : failures) {
        CHECK(failure.empty());
      }
      CHECK(history::read(*bench.session, bench.store).version == ledger_format);
    }
  }
}

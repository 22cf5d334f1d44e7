// Somebody with rights in the ledger's tables: what was done to a row is named.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/text.h"
#include "dialect/dialect.h"
#include "helium/error.h"
#include "history/history.h"
#include "history/kept.h"
#include "history/words.h"
#include "support/servers.h"

using namespace helium;
using namespace helium::test;

namespace {

// A ledger with the migrations 1000, 1001 and 1002, as events 1, 2 and 3.
class Victim {
 public:
  explicit Victim(const LiveServer& server)
      : place_(server),
        session_(place_.open({.create = true})),
        dialect_(dialect::read(session_->server().dialect)) {
    store_.dialect = &dialect_;
    store_.schema = session_->server().schema;
    store_.ledger_schema = store_.schema;
    history::prepare(*session_, store_, std::chrono::seconds(30));
  }

  void restore() {
    run("DELETE FROM {ledger}");
    run("DELETE FROM {events}");
    history::Writer writer(store_, history::runner(), history::read(*session_, store_));
    for (const std::int64_t number : {1000, 1001, 1002}) {
      Record record;
      record.design = "shop";
      record.number = number;
      record.checksum = "c" + std::to_string(number);
      const session::Unit unit = writer.note("baselined", record, "");
      REQUIRE(session_->execute({&unit, 1}).at(0).state == session::UnitOutcome::State::done);
    }
  }

  void run(const std::string& text) {
    const history::Words words(store_);
    const std::string whole = history::filled(
        text, {{"ledger", words.table("ledger")}, {"events", words.table("events")}});
    test::run(*session_, whole);
  }

  [[nodiscard]] std::vector<std::string> findings() {
    std::vector<std::string> messages;
    for (const Finding& finding : history::events(*session_, store_).findings) {
      messages.push_back(finding.message);
    }
    return messages;
  }

  // Applies the migration 1003, whose kept text is given back.
  std::string apply() {
    Step step;
    step.design = "shop";
    step.number = 1003;
    step.reverse = {history::Words::ours("DELETE FROM item")};
    step.reversible = true;
    history::Writer writer(store_, history::runner(), history::read(*session_, store_));
    const auto units = writer.units(step);
    REQUIRE(session_->execute(units).at(0).state == session::UnitOutcome::State::done);
    return history::kept_text(history::kept_of(step));
  }

  void keep(const std::string& text) {
    run("UPDATE {ledger} SET kept = " + history::Words(store_).literal(text) +
        " WHERE number = 1003");
  }

  // What is said instead of giving out what 1003 keeps; empty: it is given out.
  [[nodiscard]] std::string refusal() {
    try {
      const Kept kept = history::kept_reverse(*session_, store_, "shop", 1003);
      CHECK(kept.statements.size() == 1);
      return {};
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::database);
      return error.message();
    }
  }

  [[nodiscard]] Ledger read() { return history::read(*session_, store_); }
  [[nodiscard]] history::Sums sums() {
    const auto all = history::sums(*session_, store_);
    REQUIRE(all);
    return all->at("shop");
  }

 private:
  TempSchema place_;
  std::unique_ptr<session::Session> session_;
  Dialect dialect_;
  history::Store store_;
};

struct Attack {
  const char* name;
  std::vector<const char*> statements;
  std::vector<const char*> findings;
};

const char* const event_columns =
    "kind, number, checksum, happened_at, done_by, host, tool, token, detail, previous, hash,"
    " kept_hash";
const char* const record_columns =
    "state, direction, title, checksum, checksum_algorithm, repeatable, macros_hash,"
    " transaction_class, done, total, progress_hash, intent, fingerprint, applied_at, applied_by,"
    " host, tool, token, milliseconds, message, kept, taking_back";

const std::vector<Attack> attacks = {
    {"nothing", {}, {}},
    {"an event edited",
     {"UPDATE {events} SET detail = 'x' WHERE seq = 2"},
     {"event 2 of shop (baselined 1001): its row was changed after it was written"}},
    {"an event deleted",
     {"DELETE FROM {events} WHERE seq = 2"},
     {"event 3 of shop (baselined 1002): event 2 before it is missing",
      "the record of shop_1001: no event speaks of it"}},
    {"the first event deleted",
     {"DELETE FROM {events} WHERE seq = 1"},
     {"event 2 of shop (baselined 1001): event 1 before it is missing",
      "the record of shop_1000: no event speaks of it"}},
    {"the last event deleted",
     {"DELETE FROM {events} WHERE seq = 3"},
     {"the record of shop_1002: no event speaks of it"}},
    {"an event inserted",
     {"INSERT INTO {events} (schema_name, design, seq, {event}) SELECT schema_name, design, 4,"
      " {event} FROM {events} WHERE seq = 3"},
     {"event 4 of shop (baselined 1002): it does not follow the event before it"}},
    {"events moved",
     {"UPDATE {events} SET seq = 9 WHERE seq = 2", "UPDATE {events} SET seq = 2 WHERE seq = 3",
      "UPDATE {events} SET seq = 3 WHERE seq = 9"},
     {"event 2 of shop (baselined 1002): it does not follow the event before it"}},
    {"a record's state edited",
     {"UPDATE {ledger} SET state = 'reverted' WHERE number = 1001"},
     {"the record of shop_1001 says reverted, unlike event 2 of shop (baselined 1001)"}},
    {"a record's checksum edited",
     {"UPDATE {ledger} SET checksum = 'x' WHERE number = 1001"},
     {"the record of shop_1001 has another checksum, unlike event 2 of shop (baselined 1001)"}},
    {"a record deleted",
     {"DELETE FROM {ledger} WHERE number = 1001"},
     {"event 2 of shop (baselined 1001): its record is gone"}},
    {"a record inserted",
     {"INSERT INTO {ledger} (schema_name, design, number, {record}) SELECT schema_name, design,"
      " 1009, {record} FROM {ledger} WHERE number = 1002"},
     {"the record of shop_1009: no event speaks of it"}},
    {"records moved",
     {"UPDATE {ledger} SET number = 9 WHERE number = 1001",
      "UPDATE {ledger} SET number = 1001 WHERE number = 1002",
      "UPDATE {ledger} SET number = 1002 WHERE number = 9"},
     {"the record of shop_1001 has another checksum, unlike event 2 of shop (baselined 1001)",
      "the record of shop_1002 has another checksum, unlike event 3 of shop (baselined 1002)"}},
};

}  // namespace

TEST_CASE("Whatever is done to a row of the ledger, the row is named") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Victim victim(server);
      for (const Attack& attack : attacks) {
        INFO(attack.name);
        victim.restore();
        for (const char* statement : attack.statements) {
          victim.run(
              history::filled(statement, {{"event", event_columns}, {"record", record_columns}}));
        }
        CHECK(victim.findings() ==
              std::vector<std::string>(attack.findings.begin(), attack.findings.end()));
      }
    }
  }
}

TEST_CASE("A reverse that was edited or removed is named with its row, and not given out") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Victim victim(server);
      victim.restore();
      const std::string text = victim.apply();
      CHECK(victim.refusal().empty());
      CHECK(victim.findings().empty());

      const std::string named =
          "the record of shop_1003 keeps another reverse, unlike event 4 of shop (applied 1003)";
      victim.keep(base::replaced(text, "item", "items"));
      CHECK(victim.refusal() == named);
      CHECK(victim.findings() == std::vector<std::string>{named});
      victim.run("UPDATE {ledger} SET kept = NULL WHERE number = 1003");
      CHECK(victim.refusal() == named);
      victim.keep(text);
      CHECK(victim.refusal().empty());

      victim.run("UPDATE {events} SET kept_hash = '' WHERE number = 1003");
      CHECK(victim.refusal() ==
            "event 4 of shop (applied 1003): its row was changed after it was written");
      victim.run("DELETE FROM {events} WHERE number = 1003");
      CHECK(victim.refusal() == "the record of shop_1003: no event speaks of it");
    }
  }
}

TEST_CASE("What no version ever wrote into a row stops the reader with its words") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Victim victim(server);
      std::vector<std::pair<const char*, const char*>> edits = {
          {"UPDATE {ledger} SET state = 'gone' WHERE number = 1001", "unknown word 'gone'"},
          {"UPDATE {ledger} SET done = -1 WHERE number = 1001", "the count -1"},
          {"UPDATE {ledger} SET number = -5 WHERE number = 1001", "the number -5"},
          {"UPDATE {events} SET seq = 9223372036854775807 WHERE seq = 3",
           "the number 9223372036854775807"}};
      if (server.dialect == "sqlite") {
        edits.emplace_back("UPDATE {ledger} SET total = 'many' WHERE number = 1001",
                           "'many' where a number must stand");
      }
      for (const auto& [statement, words] : edits) {
        INFO(statement);
        victim.restore();
        victim.run(statement);
        try {
          (void)victim.read();
          FAIL_CHECK("it was read");
        } catch (const Error& error) {
          CHECK(error.fault() == Fault::database);
          CHECK(error.message().find(words) != std::string::npos);
          CHECK(error.hint().find("backup") != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("What is applied of a design is told in a line for each record, however many there are") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      Victim victim(server);
      victim.restore();
      CHECK(victim.sums().unsettled == 0);
      CHECK(victim.sums().lines == "1000 c1000\n1001 c1001\n1002 c1002\n");
      victim.run("UPDATE {ledger} SET state = 'failed' WHERE number = 1001");
      CHECK(victim.sums().unsettled == 1);
      victim.run("UPDATE {ledger} SET repeatable = 1 WHERE number = 1000");
      CHECK(victim.sums().unsettled == 2);
      victim.run("UPDATE {ledger} SET state = 'reverted' WHERE number = 1001");
      CHECK(victim.sums().unsettled == 1);
      CHECK(victim.sums().lines == "1000 c1000\n1002 c1002\n");

      victim.restore();
      std::string lines;
      for (int count = 3; count < 300; count *= 2) {
        victim.run(
            base::replaced("INSERT INTO {ledger} (schema_name, design, number, {record})"
                           " SELECT schema_name, design, number + " +
                               std::to_string(count) + ", {record} FROM {ledger}",
                           "{record}", record_columns));
      }
      for (int number = 1000; number < 1384; ++number) {
        lines += std::to_string(number) + " c" + std::to_string(1000 + (number - 1000) % 3) + "\n";
      }
      CHECK(victim.sums().lines == lines);
    }
  }
}

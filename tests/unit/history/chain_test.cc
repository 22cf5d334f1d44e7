#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "history/chain.h"
#include "seal/sha256.h"

using namespace helium;

namespace {

std::vector<Event> chain() {
  std::vector<Event> events;
  std::string previous;
  for (int i = 1; i <= 3; ++i) {
    Event event;
    event.design = "shop";
    event.sequence = i;
    event.kind = "applied";
    event.number = 1000 + i;
    event.detail = "d";
    event.kept_hash = i == 2 ? seal::sha256("its reverse") : "";
    event.previous = previous;
    event.hash = history::hash_of(event, "main");
    previous = event.hash;
    events.push_back(event);
  }
  return events;
}

}  // namespace

TEST_CASE("An untouched chain has no finding") {
  CHECK(history::broken_links(chain(), "main").empty());
}

TEST_CASE("Any edit of any member is found, and the event is named") {
  const std::vector<std::function<void(Event&)>> edits = {
      [](Event& event) { event.kind = "reverted"; }, [](Event& event) { event.number = 7; },
      [](Event& event) { event.checksum = "x"; },    [](Event& event) { event.at = "x"; },
      [](Event& event) { event.by = "x"; },          [](Event& event) { event.host = "x"; },
      [](Event& event) { event.tool = "x"; },        [](Event& event) { event.token = "x"; },
      [](Event& event) { event.detail = ""; },       [](Event& event) { event.hash = "x"; },
      [](Event& event) { event.kept_hash = "x"; },   [](Event& event) { event.kept_hash = ""; }};
  for (const auto& edit : edits) {
    auto events = chain();
    edit(events[1]);
    const Findings findings = history::broken_links(events, "main");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "broken_chain");
    CHECK(findings[0].message.find("event 2 of shop") == 0);
    const Findings alone = history::edited({events[1]}, "main");
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].message == findings[0].message);
  }
  CHECK(history::edited(chain(), "main").empty());
}

TEST_CASE("An event from before there were seals has the hash that it had") {
  Event event;
  event.design = "shop";
  event.sequence = 1;
  event.kind = "applied";
  event.number = 1000;
  event.checksum = "5f15a5b2ce3e02298acd533645a2ec97622e930ad5c8125754d57a515385ca2e";
  event.at = "2026-11-21T05:00:10.963Z";
  event.by = "root";
  event.host = "vm";
  event.tool = "helium 0.1.0";
  event.token = "8fbc63c721523a96d46bc77d69b361c5";
  CHECK(history::hash_of(event, "main") ==
        "3c5be67ca79e31f92d0037e3e783c5d0dcc546d8f3febecb3fab6789bef2fb3b");
}

TEST_CASE("What a record keeps is what its last seal says, or the record is named") {
  auto events = chain();
  events[0].number = events[1].number = events[2].number = 1001;
  const auto told = [&](const std::string& text) {
    return history::altered({{"shop", 1001, seal::sha256(text)}, {"shop", 1009, "never sealed"}},
                            events);
  };
  CHECK(told("its reverse").empty());
  for (const char* text : {"another reverse", "", "its reverse "}) {
    const Findings findings = told(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "broken_record");
    CHECK(findings[0].message ==
          "the record of shop_1001 keeps another reverse, unlike event 2 of shop (applied 1001)");
  }
  events[2].kept_hash = seal::sha256("a newer reverse");
  CHECK(told("a newer reverse").empty());
  CHECK(told("its reverse").size() == 1);
}

TEST_CASE("A deleted, inserted or moved row is found") {
  auto deleted = chain();
  deleted.erase(deleted.begin() + 1);
  CHECK(history::broken_links(deleted, "main").at(0).message.find("event 2 before it is missing") !=
        std::string::npos);
  auto moved = chain();
  std::swap(moved[1], moved[2]);
  CHECK_FALSE(history::broken_links(moved, "main").empty());
  CHECK_FALSE(history::broken_links(chain(), "other").empty());
}

namespace {

struct Told {
  const char* kind;
  std::vector<RecordState> states;  // that the record may have when this event is the last
};

Findings strays(const std::vector<Event>& events, const Record& record) {
  return history::unaccounted({record}, events);
}

Record record_of(std::int64_t number) {
  Record record;
  record.design = "shop";
  record.number = number;
  return record;
}

}  // namespace

TEST_CASE("A record is in a state that its last event leads to, or it is named") {
  using State = RecordState;
  const std::vector<Told> table = {
      {"applied", {State::applied}},    {"reverted", {State::reverted}},
      {"started", {State::started}},    {"resumed", {State::started}},
      {"marked", {State::started}},     {"undone", {State::applied, State::reverted}},
      {"baselined", {State::applied}},  {"repaired", {State::applied}},
      {"forgotten", {State::reverted}}, {"loaded", {State::loaded}},
  };
  for (const Told& told : table) {
    auto events = chain();
    events[2].kind = told.kind;
    for (const State state : {State::pending, State::loaded, State::started, State::applied,
                              State::failed, State::reverted}) {
      INFO(told.kind << " " << name_of(state));
      Record record = record_of(1003);
      record.state = state;
      const bool allowed =
          std::find(told.states.begin(), told.states.end(), state) != told.states.end();
      CHECK(history::unaccounted({record_of(1001), record_of(1002), record}, events).size() ==
            (allowed ? 0 : 1));
    }
  }
}

TEST_CASE(
    "After a refused statement one transaction stands as before, a journalled one may be half "
    "done") {
  auto events = chain();
  events[0].number = events[1].number = events[2].number = 1001;
  events[2].kind = "failed";
  events[2].checksum = "of the new text";
  Record record = record_of(1001);
  CHECK(strays(events, record).empty());
  record.state = RecordState::failed;
  CHECK(strays(events, record).size() == 1);
  record.transaction = TransactionClass::each;
  CHECK(strays(events, record).empty());
  record.state = RecordState::started;
  CHECK(strays(events, record).size() == 1);
}

TEST_CASE("A stash that is cleared leaves the record as the event before said") {
  auto events = chain();
  events[0].number = events[1].number = events[2].number = 1001;
  events[1].kind = "reverted";
  events[2].kind = "cleared";
  events[2].token = "of the one who cleared it";
  Record record = record_of(1001);
  CHECK(strays(events, record).size() == 1);
  record.state = RecordState::reverted;
  CHECK(strays(events, record).empty());
}

TEST_CASE("A record that was edited, inserted or deleted is named") {
  auto events = chain();
  events.resize(1);
  Record record = record_of(1001);
  CHECK(strays(events, record).empty());
  record.checksum = "x";
  CHECK(strays(events, record).at(0).message ==
        "the record of shop_1001 has another checksum, unlike event 1 of shop (applied 1001)");
  record.checksum = "";
  record.token = "x";
  CHECK(strays(events, record).at(0).message.find("another run") != std::string::npos);
  CHECK(strays({}, record).at(0).message == "the record of shop_1001: no event speaks of it");
  CHECK(history::unaccounted({}, events).at(0).message ==
        "event 1 of shop (applied 1001): its record is gone");
  events[0].kind = "failed";
  CHECK(history::unaccounted({}, events).empty());
}

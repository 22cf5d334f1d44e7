#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "history/chain.h"

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
      [](Event& event) { event.detail = ""; },       [](Event& event) { event.hash = "x"; }};
  for (const auto& edit : edits) {
    auto events = chain();
    edit(events[1]);
    const Findings findings = history::broken_links(events, "main");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "broken_chain");
    CHECK(findings[0].message.find("event 2 of shop") == 0);
  }
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
      {"forgotten", {State::reverted}},
  };
  for (const Told& told : table) {
    auto events = chain();
    events[2].kind = told.kind;
    for (const State state :
         {State::pending, State::started, State::applied, State::failed, State::reverted}) {
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

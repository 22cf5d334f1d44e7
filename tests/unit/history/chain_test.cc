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

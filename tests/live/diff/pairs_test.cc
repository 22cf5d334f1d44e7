// Pairs of schemas, as data: tests/diff/<dialect>/*.pairs. What diff writes for a pair makes the
// one into the other and back, judged by our catalog and by the server's own words.
#include <catch2/catch.hpp>

#include "live/diff/sides.h"

using namespace helium;
using namespace helium::test;

namespace {

void hold(const LiveServer& server, const Pair& pair) {
  INFO(pair.place);
  INFO(pair.title);
  Side current(server);
  Side desired(server);
  current.load(pair.current);
  desired.load(pair.desired);
  const Schema from = current.inspect();
  const Schema to = desired.inspect();
  const std::string words_before = current.words();
  const auto difference = diff::compare(from, to, pair.renames);
  CHECK(difference.notes == pair.notes);
  const auto forward = current.apply(difference.changes, from);
  INFO(forward);
  CHECK(current.text() == desired.text());
  CHECK(diff::compare(current.inspect(), to).changes.empty());
  CHECK(current.words() == desired.words());
  if (pair.one_way) {
    return;
  }
  const auto back = diff::compare(current.inspect(), from, pair.renames_back());
  const auto reverse = current.apply(back.changes, current.inspect());
  INFO(reverse);
  CHECK(diff::compare(current.inspect(), from).changes.empty());
  CHECK(current.words() == words_before);
}

}  // namespace

TEST_CASE("What diff writes for a pair of schemas makes one into the other and back") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    const auto pairs = pairs_of(server.dialect);
    REQUIRE_FALSE(pairs.empty());
    for (const Pair& pair : pairs) {
      DYNAMIC_SECTION(server.dialect << ": " << pair.title) {
        hold(server, pair);
      }
    }
  }
}

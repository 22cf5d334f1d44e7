// sqlite3_prepare_v2 tells where the next statement begins: the reference for SQLite.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "corpus.h"
#include "dialect/dialect.h"
#include "sql/split.h"

using namespace helium;

namespace {

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

struct Reference {
  std::vector<std::pair<std::uint64_t, std::uint64_t>>
      stretches;  // begin and end of each statement
  std::string error;
};

Reference cut(const std::string& text) {
  sqlite3* raw = nullptr;
  sqlite3_open(":memory:", &raw);
  const std::unique_ptr<sqlite3, Closer> database(raw);
  Reference reference;
  const char* at = text.c_str();
  const char* const end = at + text.size();
  while (at < end) {
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    if (sqlite3_prepare_v2(raw, at, static_cast<int>(end - at), &statement, &tail) != SQLITE_OK) {
      reference.error = sqlite3_errmsg(raw);
      return reference;
    }
    if (statement != nullptr) {
      reference.stretches.emplace_back(at - text.c_str(), tail - text.c_str());
      while (sqlite3_step(statement) == SQLITE_ROW) {
      }
    }
    sqlite3_finalize(statement);
    at = tail;
  }
  return reference;
}

}  // namespace

TEST_CASE("SQLite's tail pointer cuts the corpus where we cut it") {
  const Dialect dialect = dialect::read("sqlite");
  std::size_t compared = 0;
  for (const auto& one : corpus::of("sqlite")) {
    const Reference reference = cut(one.text);
    if (one.ours() || !reference.error.empty()) {
      continue;
    }
    CAPTURE(one.title, one.text);
    const auto pieces = sql::split(one.text, dialect.lexicon);
    REQUIRE(reference.stretches.size() == pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      CHECK(reference.stretches[i].first <= pieces[i].offset);
      CHECK(pieces[i].offset + pieces[i].length <= reference.stretches[i].second);
    }
    ++compared;
  }
  CHECK(compared > 45);
}

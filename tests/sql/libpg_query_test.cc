// libpg_query is PostgreSQL's own scanner and parser: both must cut the corpus where we cut it.
#include <pg_query.h>

#include <catch2/catch.hpp>
#include <string>

#include "corpus.h"
#include "dialect/dialect.h"
#include "sql/split.h"

using namespace helium;

namespace {

// Each stretch of the reference must hold exactly the piece with the same number.
void compare(const corpus::Case& one, const PgQuerySplitResult& reference, const Lexicon& lexicon) {
  const auto pieces = sql::split(one.text, lexicon);
  REQUIRE(static_cast<std::size_t>(reference.n_stmts) == pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto begin = static_cast<std::uint64_t>(reference.stmts[i]->stmt_location);
    const auto length = static_cast<std::uint64_t>(reference.stmts[i]->stmt_len);
    const std::uint64_t end = length == 0 ? one.text.size() : begin + length;
    CHECK(begin <= pieces[i].offset);
    CHECK(pieces[i].offset + pieces[i].length <= end);
  }
}

}  // namespace

TEST_CASE("PostgreSQL's scanner cuts the corpus where we cut it") {
  const Dialect dialect = dialect::read("postgresql");
  std::size_t compared = 0;
  for (const auto& one : corpus::of("postgresql")) {
    // Debian's libpg_query is of PostgreSQL 13, which had no standard bodies yet; psql covers them.
    if (one.ours() || one.text.find("BEGIN ATOMIC") != std::string::npos) {
      continue;
    }
    CAPTURE(one.title, one.text);
    PgQuerySplitResult result = pg_query_split_with_scanner(one.text.c_str());
    if (result.error == nullptr) {
      compare(one, result, dialect.lexicon);
      ++compared;
    } else {
      FAIL_CHECK("the scanner says: " << result.error->message);
    }
    pg_query_free_split_result(result);
  }
  CHECK(compared > 60);
}

TEST_CASE("PostgreSQL's parser cuts the corpus where we cut it") {
  const Dialect dialect = dialect::read("postgresql");
  std::size_t compared = 0;
  for (const auto& one : corpus::of("postgresql")) {
    PgQuerySplitResult result = pg_query_split_with_parser(one.text.c_str());
    if (!one.ours() && result.error == nullptr) {
      CAPTURE(one.title, one.text);
      compare(one, result, dialect.lexicon);
      ++compared;
    }
    pg_query_free_split_result(result);
  }
  CHECK(compared > 50);
}

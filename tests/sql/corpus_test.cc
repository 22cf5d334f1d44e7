#include <catch2/catch.hpp>
#include <string>

#include "corpus.h"
#include "dialect/dialect.h"
#include "helium/error.h"
#include "sql/split.h"

using namespace helium;

namespace {

std::vector<std::string> texts_of(const std::string& text, const Lexicon& lexicon) {
  std::vector<std::string> texts;
  for (const auto& piece : sql::split(text, lexicon, "case.sql")) {
    texts.push_back(text.substr(piece.offset, piece.length));
  }
  return texts;
}

void check_error(const corpus::Case& one, const Lexicon& lexicon) {
  try {
    (void)texts_of(one.text, lexicon);
    FAIL_CHECK("no error");
  } catch (const Error& error) {
    CHECK_THAT(error.message(), Catch::Contains(one.error));
    CHECK(error.fault() == Fault::design);
    CHECK(error.where().line > 0);
    CHECK(error.where().file == "case.sql");
  }
}

}  // namespace

TEST_CASE("every case of the corpus splits as it is written there") {
  std::size_t count = 0;
  for (const auto name : dialect_names) {
    const Dialect dialect = dialect::read(name);
    for (const auto& one : corpus::of(std::string(name))) {
      CAPTURE(one.dialect, one.title, one.text);
      ++count;
      if (!one.error.empty()) {
        check_error(one, dialect.lexicon);
      } else {
        CHECK(texts_of(one.text, dialect.lexicon) == one.statements);
      }
    }
  }
  CHECK(count >= 300);
}

TEST_CASE("carriage returns and a byte order mark move bytes, not statements") {
  for (const auto name : dialect_names) {
    const Dialect dialect = dialect::read(name);
    for (const auto& one : corpus::of(std::string(name))) {
      if (!one.error.empty()) {
        continue;
      }
      std::string text = "\xEF\xBB\xBF";
      for (const char c : one.text) {
        text += c == '\n' ? "\r\n" : std::string(1, c);
      }
      CAPTURE(one.dialect, one.title);
      const auto pieces = sql::split(text, dialect.lexicon);
      REQUIRE(pieces.size() == one.statements.size());
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::string got = text.substr(pieces[i].offset, pieces[i].length);
        for (auto at = got.find("\r\n"); at != std::string::npos; at = got.find("\r\n", at)) {
          got.erase(at, 1);
        }
        CHECK(got == one.statements[i]);
      }
    }
  }
}

TEST_CASE("places are counted in lines and code points, offsets in bytes") {
  const Dialect dialect = dialect::read("postgresql");
  const std::string text = "-- \xC3\xA4\n  SELECT '\xC3\xA4'; SELECT 2;\r\n\r\nSELECT\n3";
  const std::vector<sql::Piece> expected = {
      {.offset = 8, .length = 11, .line = 2, .column = 3},
      {.offset = 21, .length = 8, .line = 2, .column = 15},
      {.offset = 34, .length = 8, .line = 4, .column = 1},
  };
  CHECK(sql::split(text, dialect.lexicon) == expected);
}

// The pieces of a text that arrives in parts of `size` bytes.
std::vector<std::string> in_parts(const std::string& text, const Lexicon& lexicon,
                                  std::size_t size) {
  std::vector<std::string> pieces;
  std::string part;
  sql::SplitMark from;
  std::size_t taken = 0;
  for (bool last = false; !last;) {
    part += text.substr(taken, size);
    taken = std::min(taken + size, text.size());
    last = taken == text.size();
    sql::Splitter splitter(part, lexicon, "", from, last);
    try {
      while (const auto piece = splitter.next()) {
        pieces.push_back(std::to_string(from.offset + piece->offset) + ":" +
                         std::to_string(piece->line) + ":" + std::to_string(piece->column) + ":" +
                         part.substr(piece->offset, piece->length));
      }
    } catch (const Error& error) {
      if (last) {
        pieces.push_back(error.message() + " in line " + std::to_string(error.where().line));
      }
    }
    const sql::SplitMark mark = splitter.mark();
    part.erase(0, mark.offset);
    from = {from.offset + mark.offset, mark.line, mark.column, mark.terminator};
  }
  return pieces;
}

TEST_CASE("A text that is read in parts of any size gives the same statements") {
  for (const auto dialect : dialect_names) {
    const Lexicon lexicon = dialect::read(dialect).lexicon;
    for (const auto& one : corpus::of(std::string(dialect))) {
      const std::string text = one.text + "\n;\nSELECT 1;\n" + one.text;
      const auto whole = in_parts(text, lexicon, text.size());
      for (const std::size_t size : {1, 2, 3, 7, 16, 61}) {
        INFO(dialect << ", parts of " << size << ": " << one.title);
        CHECK(in_parts(text, lexicon, size) == whole);
      }
    }
  }
}

TEST_CASE("A byte order mark before a statement longer than a part moves no line") {
  const Lexicon lexicon = dialect::read("sqlite").lexicon;
  const std::string text = "\xEF\xBB\xBF\nSELECT\n1;\nSELECT 2";
  const std::vector<std::string> expected = {"4:2:1:SELECT\n1", "14:4:1:SELECT 2"};
  for (const std::size_t size : {3, 5, 100}) {
    CHECK(in_parts(text, lexicon, size) == expected);
  }
}

TEST_CASE("what stands at a byte is known from what stands before it") {
  const Dialect mysql = dialect::read("mysql");
  const std::string text = "SELECT 'a', `b`, \"c\" /* d */ -- e\n, f";
  const auto context = [&](char letter) {
    return sql::place_at(text, text.find(letter, 7), mysql.lexicon);
  };
  CHECK(context('a').context == sql::Context::literal);
  CHECK(context('a').backslashes);
  CHECK(context('b').context == sql::Context::identifier);
  CHECK(context('b').quote == '`');
  CHECK(context('c').context == sql::Context::literal);
  CHECK(context('c').quote == '"');
  CHECK(context('d').context == sql::Context::comment);
  CHECK(sql::place_at(text, text.find("e\n"), mysql.lexicon).context == sql::Context::comment);
  CHECK(context('f').context == sql::Context::bare);
}

#include "base/text.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace helium;

TEST_CASE("invalid UTF-8 is found at its first byte") {
  const std::vector<std::pair<std::string, std::optional<std::uint64_t>>> cases = {
      {"", std::nullopt},
      {"plain", std::nullopt},
      {"gr\xC3\xBC\xC3\x9F", std::nullopt},
      {"\xE2\x82\xAC and \xF0\x9F\x98\x80", std::nullopt},
      {"ab\xFF", 2},
      {"a\xC3", 1},
      {"\xC0\x80", 0},          // overlong
      {"\xE0\x9F\xBF", 0},      // overlong
      {"x\xED\xA0\x80", 1},     // surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xE2\x82", 0},          // cut short
      {"ok\x80", 2},            // continuation without a start
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(base::invalid_utf8(text) == expected);
  }
}

TEST_CASE("normalised text has no byte order mark and only newlines") {
  CHECK(base::normalised("\xEF\xBB\xBF"
                         "a\r\nb\rc\n") == "a\nb\nc\n");
  CHECK(base::normalised("a\r\r\nb") == "a\n\nb");
}

TEST_CASE("a position counts lines of every kind and columns in code points") {
  const std::string text =
      "a\r\nb\xC3\xA4"
      "c\rd\ne";
  const auto at = [&](std::uint64_t offset) {
    const auto position = base::position_at(text, offset);
    return std::pair(position.line, position.column);
  };
  CHECK(at(0) == std::pair(1U, 1U));
  CHECK(at(1) == std::pair(1U, 2U));
  CHECK(at(3) == std::pair(2U, 1U));
  CHECK(at(4) == std::pair(2U, 2U));
  CHECK(at(6) == std::pair(2U, 3U));
  CHECK(at(8) == std::pair(3U, 1U));
  CHECK(at(10) == std::pair(4U, 1U));
  CHECK(at(999) == std::pair(4U, 2U));
}

TEST_CASE("a line is found whatever ends it") {
  CHECK(base::line_of("one\r\ntwo\rthree\nfour", 1) == "one");
  CHECK(base::line_of("one\r\ntwo\rthree\nfour", 2) == "two");
  CHECK(base::line_of("one\r\ntwo\rthree\nfour", 3) == "three");
  CHECK(base::line_of("one\r\ntwo\rthree\nfour", 4) == "four");
  CHECK(base::line_of("one", 2).empty());
}

TEST_CASE("the nearest name is offered only when it is near") {
  const std::vector<std::string> names = {"transaction", "requires", "timeout", "INTEGER"};
  CHECK(base::nearest("transation", names) == "transaction");
  CHECK(base::nearest("reqiures", names) == "requires");
  CHECK(base::nearest("integer", names) == "INTEGER");
  CHECK(base::nearest("elephant", names).empty());
  CHECK(base::did_you_mean("timout", names) == "did you mean timeout?");
  CHECK(base::did_you_mean("zzz", names).empty());
}

TEST_CASE("printable text cannot drive a terminal") {
  CHECK(base::printable("a\x1B[31mred") == "a\\x1b[31mred");
  CHECK(base::printable("line\nnext\ttab") == "line\nnext\ttab");
  CHECK(base::printable("bad\xFF") == "bad\\xff");
  CHECK(base::printable("\xE2\x80\xAE"
                        "abc") ==
        "\\xe2\\x80\\xae"
        "abc");
  CHECK(base::printable("\xC2\x9B"
                        "31m") ==
        "\\xc2\\x9b"
        "31m");
  CHECK(base::printable("gr\xC3\xBC"
                        "n") ==
        "gr\xC3\xBC"
        "n");
}

TEST_CASE("small helpers do what their names say") {
  CHECK(base::trimmed("  a b \n") == "a b");
  CHECK(base::trimmed(" \t").empty());
  CHECK(base::joined({"a", "b", "c"}, ", ") == "a, b, c");
  CHECK(base::replaced("aXbX", "X", "XX") == "aXXbXX");
  CHECK(base::replaced("abc", "", "x") == "abc");
  CHECK(base::same_word("Select", "sELECT"));
  CHECK_FALSE(base::same_word("Select", "Selec"));
}

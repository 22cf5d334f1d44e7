#include "session/mysql_words.h"

#include <catch2/catch.hpp>
#include <string>

using helium::session::own_words;
using helium::session::position_in;

TEST_CASE("a refusal shows the author's statement alone, and its place") {
  const std::string begin = "You have an error in your SQL syntax; use near '";
  const std::string behind = "\n;\nSHOW WARNINGS\n;\nUPDATE `ledger` SET done = 1";
  const struct {
    std::string statement;
    std::string shown;
    const char* line;
    std::string own;
    const char* own_line;
    std::size_t position;
  } cases[] = {
      {"SELEC 1", "SELEC 1" + behind, "1", "SELEC 1", "1", 0},
      {"SELECT 1 FRM a", "a" + behind + "...", "1", "a", "1", 13},
      // The server has stepped over the end of the line already.
      {"SELECT (\n1", behind.substr(1), "3", "", "2", 10},
      {"SELECT (\n1", behind, "2", "", "2", 10},
      // Twice the same words: what is shown is the end.
      {"SELECT x x, x x", "x" + behind, "1", "x", "1", 14},
      {"SELECT x x, x x", "x", "1", "x", "1", 14},
      // Such lines of the author's own stay.
      {"BEGIN\nx\n;\nEND", "x\n;\nEND" + behind, "2", "x\n;\nEND", "2", 6},
      {"BEGIN\nx\n;\nEND", "x\n;\nEND", "2", "x\n;\nEND", "2", 6},
      {"a" + std::string(100, 'b'), "a" + std::string(79, 'b'), "1", "a" + std::string(79, 'b'),
       "1", 0},
  };
  for (const auto& one : cases) {
    CAPTURE(one.statement, one.shown);
    const std::string own = own_words(one.statement, begin + one.shown + "' at line " + one.line);
    CHECK(own == begin + one.own + "' at line " + one.own_line);
    CHECK(position_in(one.statement, own) == one.position);
  }
}

TEST_CASE("what shows no part of a statement is left as it is") {
  CHECK(own_words("SELECT 1", "Table 'a' doesn't exist") == "Table 'a' doesn't exist");
  CHECK(own_words("SELECT 1", "near 'other\n;\nSHOW' at line 1") ==
        "near 'other\n;\nSHOW' at line 1");
  CHECK_FALSE(position_in("SELECT 1", "Table 'a' doesn't exist").has_value());
}

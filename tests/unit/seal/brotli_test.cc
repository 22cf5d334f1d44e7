#include "seal/brotli.h"

#include <catch2/catch.hpp>
#include <string>

using helium::seal::brotli;
using helium::seal::from_brotli;

TEST_CASE("what Brotli compressed comes back whole") {
  std::string long_text;
  for (int i = 0; i < 20000; ++i) {
    long_text += "row " + std::to_string(i) + "\n";
  }
  for (const std::string& text : {std::string(), std::string("x"), long_text}) {
    for (const int quality : {0, 5, 11}) {
      CHECK(from_brotli(brotli(text, quality)) == text);
    }
  }
  CHECK(brotli(long_text, 11).size() < long_text.size() / 4);
}

TEST_CASE("a Brotli stream that is cut off or has something behind it is refused") {
  const std::string whole = brotli("a text that is long enough to be cut", 11);
  CHECK_FALSE(from_brotli(whole.substr(0, whole.size() - 1)));
  CHECK_FALSE(from_brotli(whole + "x"));
  CHECK_FALSE(from_brotli("no brotli at all"));
  CHECK_FALSE(from_brotli(""));
}

TEST_CASE("a small stream that would fill the memory is refused") {
  const std::string bomb = brotli(std::string(10 << 20, 'x'), 5);
  CHECK(bomb.size() < 1000);
  CHECK_FALSE(from_brotli(bomb, 1 << 20));
}

#include "seal/base64.h"

#include <catch2/catch.hpp>
#include <string>

using helium::seal::base64;
using helium::seal::from_base64;

TEST_CASE("base64 gives the texts of RFC 4648") {
  const std::pair<const char*, const char*> pairs[] = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, text] : pairs) {
    CHECK(base64(plain) == text);
    CHECK(from_base64(text) == plain);
  }
}

TEST_CASE("every byte survives base64") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
  }
  CHECK(from_base64(base64(bytes)) == bytes);
}

TEST_CASE("line breaks in base64 count for nothing") {
  CHECK(from_base64("Zm9v\nYmFy\r\n") == "foobar");
}

TEST_CASE("what is no base64 is told apart") {
  for (const char* wrong : {"Zg", "Zg=", "Z===", "====", "Zm9v!A==", "Zg==Zg==", "Zm=v"}) {
    CAPTURE(wrong);
    CHECK_FALSE(from_base64(wrong));
  }
}

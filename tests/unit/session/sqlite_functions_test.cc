#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "helium/error.h"
#include "helium/target.h"
#include "session/session.h"

using namespace helium;

namespace {

std::optional<std::string> answer(const std::string& expression) {
  Target target;
  target.url.scheme = "sqlite";
  target.url.database = ":memory:";
  const auto session = session::open(target, {.create = true});
  return session->ask({"SELECT CAST(" + expression + " AS text)", {}}).rows.at(0).at(0);
}

}  // namespace

TEST_CASE("SQLite's connection has the functions that Helium folders call") {
  CHECK(answer("CRYPTO_DECODE('Zm9v', 'base64')") == "foo");
  CHECK(answer("typeof(CRYPTO_DECODE('Zm9v', 'base64'))") == "text");
  CHECK(answer("typeof(CRYPTO_DECODE('/w==', 'base64'))") == "blob");
  CHECK(answer("crypto_encode('foo', 'BASE64')") == "Zm9v");
  CHECK(answer("crypto_encode(crypto_sha256('1' || 'secret'), 'base64')") ==
        "pLl3XK16GbhWPs9BmUho9Q73VAOllCeIsVQQMFvnYr4=");
  CHECK(answer("BROTLI_DECOMPRESS(CRYPTO_DECODE('iwGAZm9vbwM=', 'base64'))") == "fooo");
  CHECK(answer("CONVERT_TZ('2026-07-15 12:00:00', 'UTC', 'Europe/Vienna')") ==
        "2026-07-15 14:00:00");
  CHECK(answer("CRYPTO_DECODE(NULL, 'base64')") == std::nullopt);
}

TEST_CASE("what SQLite's new functions cannot read is an error of the statement") {
  for (const char* wrong : {"CRYPTO_DECODE('Zm9', 'base64')", "CRYPTO_DECODE('00', 'hex')",
                            "BROTLI_DECOMPRESS('no stream')", "CONVERT_TZ('now', 'UTC', 'UTC')"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(answer(wrong), Error);
  }
}

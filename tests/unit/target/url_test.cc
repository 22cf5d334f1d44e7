#include <catch2/catch.hpp>

#include "helium/error.h"
#include "target/target.h"

namespace helium {
namespace {

TEST_CASE("A URL's parts arrive decoded") {
  const Url url = target::parse_url(
      "postgres://deploy:p%40ss%2Fw%25rd@[::1]:5433/my%20shop?tls=verify-full&sslrootcert=/ca.pem");
  CHECK(url.scheme == "postgresql");
  CHECK(url.user == "deploy");
  CHECK(url.password.reveal() == "p@ss/w%rd");
  CHECK(url.host == "::1");
  CHECK(url.port == 5433);
  CHECK(url.database == "my shop");
  CHECK(url.tls == TlsMode::verify_full);
  CHECK(url.parameters.at("sslrootcert") == "/ca.pem");
}

TEST_CASE("A SQLite URL names a file") {
  const auto [text, path] = GENERATE(table<std::string, std::string>({
      {"sqlite:shop.db", "shop.db"},
      {"sqlite:./a%20b.db", "./a b.db"},
      {"sqlite:/var/shop.db", "/var/shop.db"},
      {"sqlite:///var/shop.db", "/var/shop.db"},
      {"sqlite::memory:", ":memory:"},
  }));
  CHECK(target::parse_url(text).database == path);
}

TEST_CASE("A socket's folder and port may stand among the parameters") {
  const Url url = target::parse_url("postgresql://user@/db?host=/run/pg&port=5544");
  CHECK(url.host.empty());
  CHECK(url.port == 5544);
  CHECK(url.parameters.at("host") == "/run/pg");
}

TEST_CASE("A wrong URL is refused by its part and never shows the password") {
  const std::string text = GENERATE(
      as<std::string>{}, "postgresql://u:hunter2/x@h/db", "postgresql://u:hunter2@h:port/db",
      "postgre://u:hunter2@h/db", "mysql://u:hunter2%zz@h/db", "db2:u:hunter2@h/db",
      "mysql://u:hunter2@h/db?tls=maybe", "mysql://u:hunter2@h/db?port=1&port=2", "hunter2");
  CAPTURE(text);
  try {
    (void)target::parse_url(text);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::config);
    CHECK_THAT(error.message(), !Catch::Contains("hunter2"));
    CHECK_THAT(error.hint(), !Catch::Contains("hunter2"));
    CHECK_FALSE(error.hint().empty());
  }
}

}  // namespace
}  // namespace helium

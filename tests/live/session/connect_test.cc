// Getting in: difficult passwords, TLS that is never weaker than asked, servers that are not there.
#include <chrono>

#include "base/text.h"
#include "live/session/bench.h"
#include "target/target.h"

using namespace helium;
using namespace helium::test;

namespace {

Target target_of(const std::string& url) {
  Target made;
  made.url = target::parse_url(url);
  made.connect_timeout = std::chrono::seconds(3);
  return made;
}

// "" when the connection stands, else the fault and the words.
std::string tried(const std::string& url) {
  try {
    const auto session = session::open(target_of(url), {.administrative = true});
    return "";
  } catch (const Error& error) {
    return std::string(name_of(error.fault())) + ": " + error.message();
  }
}

std::string with(const std::string& url, const std::string& parameters) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + parameters;
}

std::string encoded_path(const std::string& path) {
  return base::replaced(path, "/", "%2F");
}

}  // namespace

TEST_CASE("A password with blanks, quotes, @ and % opens the door, and is told to nobody") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "db2"})) {
    DYNAMIC_SECTION(server.dialect) {
      REQUIRE_FALSE(server.tcp_url.empty());
      CHECK(tried(server.tcp_url) == "");
      Target wrong = target_of(server.tcp_url);
      const std::string right = wrong.url.password.reveal();
      wrong.url.password = Secret(right + "x");
      try {
        (void)session::open(wrong, {});
        FAIL("a wrong password was taken");
      } catch (const Error& error) {
        CHECK(error.fault() == Fault::connection);
        std::string all = error.message() + error.hint();
        for (const auto& note : error.trail()) {
          all += note;
        }
        CHECK(all.find(right) == std::string::npos);
        CHECK(all.find("***") != std::string::npos);
      }
    }
  }
}

TEST_CASE("A port where nobody listens is a connection error, soon") {
  for (const char* url : {"postgresql://u:p@127.0.0.1:1/d", "mysql://u:p@127.0.0.1:1/d"}) {
    const auto began = std::chrono::steady_clock::now();
    CHECK(tried(url).find("connection: ") == 0);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(8));
  }
}

TEST_CASE("A database that does not exist is missing, not broken") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      Target made = target_of(server.url);
      made.url.database = "nowhere_at_all";
      try {
        (void)session::open(made, {});
        FAIL("a missing database was opened");
      } catch (const Error& error) {
        CHECK(error.fault() == Fault::missing);
        CHECK(error.hint() == "helium create");
      }
    }
  }
}

TEST_CASE("PostgreSQL: each TLS mode is kept, none is weakened") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const std::string ca = "sslrootcert=" + encoded_path(setting("HELIUM_TEST_CA"));
    const std::string wrong = "sslrootcert=" + encoded_path(setting("HELIUM_TEST_WRONG_CA"));
    // The certificate is for `localhost`; the URL says 127.0.0.1.
    const std::string local = base::replaced(server.tcp_url, "127.0.0.1", "localhost");
    CHECK(tried(with(server.tcp_url, "tls=disable")) == "");
    CHECK(tried(with(server.tcp_url, "tls=prefer")) == "");
    CHECK(tried(with(server.tcp_url, "tls=require")) == "");
    CHECK(tried(with(server.tcp_url, "tls=verify-ca&" + ca)) == "");
    CHECK(tried(with(server.tcp_url, "tls=verify-ca&" + wrong)).find("certificate verify failed") !=
          std::string::npos);
    CHECK(tried(with(server.tcp_url, "tls=verify-full&" + ca)).find("does not match host name") !=
          std::string::npos);
    CHECK(tried(with(local, "tls=verify-full&" + ca)) == "");
    CHECK(tried(with(local, "tls=verify-full&" + wrong)) != "");
    // The server takes this role over TLS only.
    const std::string only = base::replaced(server.tcp_url, "//helium:", "//tls_only:");
    CHECK(tried(with(only, "tls=disable")).find("connection: ") == 0);
    const std::string require =
        tried(with(base::replaced(only, "/helium", "/postgres"), "tls=require"));
    CHECK(require == "");
  }
}

TEST_CASE("MySQL: a TLS mode that the client cannot keep is refused by name") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      for (const char* mode : {"require", "verify-ca", "verify-full"}) {
        const std::string said = tried(with(server.tcp_url, std::string("tls=") + mode));
        CHECK(said.find(std::string("config: tls=") + mode + " cannot be kept") == 0);
      }
      CHECK(tried(with(server.tcp_url, "tls=disable")) == "");
    }
  }
}

TEST_CASE("mysql:// and mariadb:// let the server say which it is") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const std::string other = server.dialect == "mysql" ? "mariadb" : "mysql";
      const std::string url = other + server.url.substr(server.url.find(':'));
      CHECK(session::open(target_of(url), {.administrative = true})->server().dialect ==
            server.dialect);
    }
  }
}

TEST_CASE("A session knows its server: product, version, id, identity, schema and pins") {
  for (const LiveServer& server : servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      const auto& known = bench.session->server();
      CHECK_FALSE(known.product.empty());
      CHECK_FALSE(known.version.empty());
      CHECK_FALSE(known.identity.empty());
      CHECK(known.schema == bench.place.name());
      CHECK_FALSE(known.pinned.empty());
      CHECK_FALSE(known.read_only);
      const auto second = bench.place.open();
      CHECK(second->server().identity == known.identity);
    }
  }
}

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "base/clock.h"
#include "base/log.h"
#include "helium/error.h"
#include "helium/stash.h"
#include "helium/statement.h"
#include "helium/target.h"

using namespace helium;
using std::chrono::milliseconds;

TEST_CASE("durations are read with their unit and refused without sense") {
  CHECK(base::read_duration("500ms") == milliseconds(500));
  CHECK(base::read_duration("20s") == milliseconds(20000));
  CHECK(base::read_duration("7") == milliseconds(7000));
  CHECK(base::read_duration("5m") == milliseconds(300000));
  CHECK(base::read_duration("1h") == milliseconds(3600000));
  CHECK(base::read_duration("30d") == milliseconds(2592000000));
  for (const char* wrong : {"", "s", "-1s", "1 s", "1w", "99999999999s", "1.5s"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(base::read_duration(wrong), Error);
  }
}

TEST_CASE("a moment that is long ago sorts before now") {
  const std::string now = base::now_utc();
  CHECK(base::utc_before(base::read_duration("1d")) < now);
  CHECK(base::utc_before(base::read_duration("1d")).size() == now.size());
  CHECK(base::utc_before(base::read_duration("999999999d")) < now);
}

TEST_CASE("sizes are shown as people say them, stashes by what they take together") {
  CHECK(bytes_text(0) == "0 B");
  CHECK(bytes_text(9999) == "9999 B");
  CHECK(bytes_text(16384) == "16 kB");
  CHECK(bytes_text(50ULL << 40U) == "50 TB");
  CHECK(total_text({{.name = "a", .bytes = 8192}, {.name = "b", .bytes = 8192}}) ==
        "2 stashes, 16 kB");
  CHECK(total_text({{.name = "a"}}) == "1 stash");
}

TEST_CASE("durations are shown as people say them") {
  CHECK(base::duration_text(milliseconds(17)) == "17 ms");
  CHECK(base::duration_text(milliseconds(4250)) == "4.2 s");
  CHECK(base::duration_text(milliseconds(182000)) == "3 min 2 s");
}

TEST_CASE("a password is found where a URL has it, whatever else is wrong with the URL") {
  for (const char* text :
       {"postgresql://u:pw@host/d", "postgres//u:pw@host/d", "u:pw@host", "--from=my://u:pw@h"}) {
    CAPTURE(text);
    CHECK(base::password_in(text) == "pw");
  }
  CHECK(base::password_in("postgresql:u:pw@h/d") == "u:pw");
  CHECK(base::password_in("postgresql://u:p@:w@h/d") == "p@:w");
  for (const char* text : {"", "a", "a@b", "a:b", "a@b:c", "postgresql://u@h:5432/d",
                           "sqlite:me@home.db", "--url=sqlite3:me@home.db", "note: mail me@home"}) {
    CAPTURE(text);
    CHECK(base::password_in(text).empty());
  }
}

TEST_CASE("a hidden value leaves no form of itself in the log") {
  const std::string path = "helium_log_test.log";
  base::open_log(path, false);
  base::hide("s3cr t@%");
  base::log_info("plain s3cr t@% url s3cr%20t%40%25 base64 czNjciB0QCU= end");
  std::ifstream file(path);
  std::stringstream all;
  all << file.rdbuf();
  CHECK(all.str().find("plain *** url *** base64 *** end") != std::string::npos);
  std::remove(path.c_str());
}

TEST_CASE("a short secret hides as a word of its own, a long one wherever it is") {
  base::hide("app");
  base::hide("canary-bird");
  CHECK(base::redacted("applied by app, app_2 of app: 'app'") ==
        "applied by ***, app_2 of ***: '***'");
  CHECK(base::redacted("app://app:app@app") == "***://***:***@***");
  CHECK(base::redacted("xcanary-birdy") == "x***y");
  base::hide("-q");
  CHECK(base::redacted("--quiet a-q") == "--quiet a***");
}

TEST_CASE("a log that cannot be opened is a write error") {
  try {
    base::open_log("/dev/null/x.log", false);
    FAIL("opened");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::write);
    CHECK(exit_code(error.fault()) == 73);
  }
}

TEST_CASE("an error keeps what it was told and stays unchanged itself") {
  const Error plain(Fault::macro, "unknown macro");
  const Error full = plain.at({.file = "a.lua", .line = 3, .column = 7})
                         .showing("  ${X}")
                         .hinting("did you mean Y?")
                         .noting("while expanding")
                         .saying("42000", 17)
                         .running("SELECT 1")
                         .losing_connection();
  CHECK(plain.where().line == 0);
  CHECK(full.where().column == 7);
  CHECK(full.source_line() == "  ${X}");
  CHECK(full.trail() == std::vector<std::string>{"while expanding"});
  CHECK(full.native_code() == 17);
  CHECK(full.connection_lost());
  CHECK(std::string(full.what()) == "unknown macro");
}

TEST_CASE("a byte of a statement leads back to the author's line") {
  Statement statement;
  statement.text = "CREATE TABLE main.t (\n  a integer,\n  b int)";
  statement.span = {.file = "m.lua", .line = 10, .column = 5};
  statement.anchors = {{.text_offset = 0, .line = 10, .column = 5},
                       {.text_offset = 13, .line = 10, .column = 18, .verbatim = false},
                       {.text_offset = 18, .line = 10, .column = 27}};
  const auto at = [&](std::uint64_t offset) {
    const Span span = place_of(statement, offset);
    return std::pair(span.line, span.column);
  };
  CHECK(at(0) == std::pair(10U, 5U));
  CHECK(at(15) == std::pair(10U, 18U));  // inside a macro's value: the macro's place
  CHECK(at(18) == std::pair(10U, 27U));
  CHECK(at(24) == std::pair(11U, 3U));
  CHECK(place_of(statement, 24).file == "m.lua");
}

TEST_CASE("a URL is shown without its password") {
  Url url;
  url.scheme = "postgresql";
  url.user = "app";
  url.password = Secret("hidden");
  url.host = "db";
  url.port = 5432;
  url.database = "shop";
  CHECK(url.shown() == "postgresql://app:***@db:5432/shop");
}

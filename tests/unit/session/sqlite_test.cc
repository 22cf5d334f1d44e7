#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "session/session.h"

namespace fs = std::filesystem;
using namespace helium;
using namespace helium::session;

namespace {

// A fresh folder that goes away with the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "helium-session-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name) const { return (path / name).string(); }
};

Target target(const std::string& path) {
  Target result;
  result.url.scheme = "sqlite";
  result.url.database = path;
  result.lock_timeout = std::chrono::milliseconds(50);
  return result;
}

Options creating() {
  Options options;
  options.create = true;
  return options;
}

std::unique_ptr<Session> memory() {
  return session::open(target(":memory:"), creating());
}

Statement statement(const std::string& text) {
  Statement result;
  result.text = text;
  return result;
}

Statement expecting(const std::string& text, Expectation::Kind kind, std::uint64_t rows = 0) {
  Statement result = statement(text);
  result.expect.kind = kind;
  result.expect.rows = rows;
  return result;
}

Statement setting(const std::string& text, const std::string& file) {
  Statement result = statement(text);
  result.shape.kind = Shape::Kind::session_setting;
  result.span.file = file;
  return result;
}

Unit whole(std::vector<Statement> statements) {
  Unit unit;
  unit.begin = true;
  unit.commit = true;
  unit.statements = std::move(statements);
  return unit;
}

Unit each(std::vector<Statement> statements) {
  Unit unit;
  unit.statements = std::move(statements);
  return unit;
}

std::string scalar(Session& session, const std::string& text) {
  const Rows rows = session.ask({text, {}});
  REQUIRE(rows.rows.size() == 1);
  return rows.rows[0][0].value_or("NULL");
}

UnitOutcome only(Session& session, const Unit& unit) {
  const auto outcomes = session.execute(std::span(&unit, 1));
  REQUIRE(outcomes.size() == 1);
  return outcomes[0];
}

using UnitState = UnitOutcome::State;

}  // namespace

TEST_CASE("a failure in unit 5 of 64 leaves 1 to 4 committed and 6 to 64 unrun on SQLite") {
  const auto session = memory();
  REQUIRE(only(*session, whole({statement("CREATE TABLE t(n INTEGER PRIMARY KEY)")})).state ==
          UnitState::done);
  std::vector<Unit> window;
  for (int i = 1; i <= 64; ++i) {
    window.push_back(whole({statement("INSERT INTO t VALUES(" + std::to_string(i) + ")"),
                            statement(i == 5 ? "INSERT INTO nowhere VALUES(1)" : "SELECT 1")}));
  }
  const auto outcomes = session->execute(window);
  REQUIRE(outcomes.size() == 64);
  for (std::size_t i = 0; i < 64; ++i) {
    CHECK(outcomes[i].state == (i < 4    ? UnitState::done
                                : i == 4 ? UnitState::rolled_back
                                         : UnitState::unrun));
  }
  REQUIRE(outcomes[4].failure() != nullptr);
  CHECK(outcomes[4].statements[0].state == Outcome::State::done);
  CHECK(outcomes[4].failure()->error->message == "no such table: nowhere");
  CHECK(session->standing() == Standing::idle);
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM t") == "4");
}

TEST_CASE("SQLite says where in the statement the mistake is") {
  const auto session = memory();
  const auto outcome = only(*session, each({statement("SELECT 1,\n  missing FROM t")}));
  REQUIRE(outcome.state == UnitState::broken);
  CHECK(outcome.failure()->error->message == "no such table: t");
  const auto syntax = only(*session, each({statement("SELECT 1, nope")}));
  CHECK(syntax.failure()->error->position == 10);
}

TEST_CASE("a second statement in one text is refused before the first one runs on SQLite") {
  const auto session = memory();
  const auto outcome = only(*session, each({statement("CREATE TABLE a(x); CREATE TABLE b(x)")}));
  REQUIRE(outcome.failure() != nullptr);
  CHECK(outcome.failure()->error->message == "more than one statement in one text");
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM sqlite_schema") == "0");
  CHECK(only(*session, each({statement("CREATE TABLE a(x); -- done")})).state == UnitState::done);
}

TEST_CASE("text with colons reaches SQLite byte for byte through the raw door") {
  const auto session = memory();
  const std::string text =
      "CREATE VIEW v AS SELECT ':x' AS a, \"b:c\".n /* todo: y */ FROM (SELECT 1 AS n) AS \"b:c\"";
  REQUIRE(only(*session, each({statement(text)})).state == UnitState::done);
  CHECK(scalar(*session, "SELECT sql FROM sqlite_schema") == text);
  CHECK(scalar(*session, "SELECT a FROM v") == ":x");
}

TEST_CASE("values too big for 32 bits come back whole from a SQLite INTEGER column") {
  const auto session = memory();
  REQUIRE(only(*session, whole({statement("CREATE TABLE t(n INTEGER, d DATE, x NUMERIC)"),
                                statement("INSERT INTO t VALUES(5000000000, '2026-01-02', NULL)")}))
              .state == UnitState::done);
  const Rows rows =
      session->ask({"SELECT n, d, x FROM t WHERE n = CAST(:v1 AS INTEGER)", {"5000000000"}});
  CHECK(rows.columns == std::vector<std::string>{"n", "d", "x"});
  REQUIRE(rows.rows.size() == 1);
  CHECK(rows.rows[0][0] == "5000000000");
  CHECK(rows.rows[0][1] == "2026-01-02");
  CHECK(rows.rows[0][2] == std::nullopt);
  CHECK(session->ask({"SELECT n FROM t WHERE n = 1", {}}).rows.empty());
}

TEST_CASE("bound values are text, whatever they hold") {
  const auto session = memory();
  const Rows rows = session->ask(
      {"SELECT :v1 AS a, :v2 AS b, :v1 AS c", {"it's \"quoted\" :v2", "line\nend \xE2\x82\xAC"}});
  REQUIRE(rows.rows.size() == 1);
  CHECK(rows.rows[0][0] == "it's \"quoted\" :v2");
  CHECK(rows.rows[0][1] == "line\nend \xE2\x82\xAC");
  CHECK(rows.rows[0][2] == rows.rows[0][0]);
}

TEST_CASE("a barrier that does not hold rolls its unit back") {
  using Kind = Expectation::Kind;
  const auto session = memory();
  REQUIRE(only(*session, each({statement("CREATE TABLE t(n)")})).state == UnitState::done);
  const auto outcome =
      only(*session, whole({statement("INSERT INTO t VALUES(1),(2)"),
                            expecting("SELECT n, 'text' FROM t ORDER BY n", Kind::no_rows),
                            statement("INSERT INTO t VALUES(3)")}));
  CHECK(outcome.state == UnitState::rolled_back);
  CHECK(outcome.statements[1].error->trouble == Trouble::expectation);
  CHECK(outcome.statements[1].error->message == "expected no rows, got 2");
  CHECK(outcome.statements[1].answer[1][0] == "2");
  CHECK(outcome.statements[2].state == Outcome::State::unrun);
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM t") == "0");
  const auto exact =
      only(*session, whole({expecting("INSERT INTO t VALUES(1),(2)", Kind::row_count, 2),
                            expecting("CREATE TABLE other(n)", Kind::row_count, 0),
                            expecting("DELETE FROM t WHERE n > 7", Kind::no_rows)}));
  CHECK(exact.state == UnitState::done);
}

TEST_CASE("author text that ends our transaction is noticed on SQLite") {
  const auto session = memory();
  REQUIRE(only(*session, each({statement("CREATE TABLE t(n UNIQUE)")})).state == UnitState::done);
  const auto committed =
      only(*session, whole({statement("INSERT INTO t VALUES(1)"), statement("COMMIT"),
                            statement("INSERT INTO t VALUES(2)")}));
  CHECK(committed.state == UnitState::broken);
  CHECK(committed.failure()->error->trouble == Trouble::transaction_ended);
  CHECK(committed.statements[2].state == Outcome::State::unrun);
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM t") == "1");
  // OR ROLLBACK ends the transaction with the failing statement itself: nothing is left of it.
  const auto rolled = only(*session, whole({statement("INSERT INTO t VALUES(3)"),
                                            statement("INSERT OR ROLLBACK INTO t VALUES(1)")}));
  CHECK(rolled.state == UnitState::rolled_back);
  CHECK(rolled.failure()->error->trouble == Trouble::unique_violation);
  CHECK(rolled.failure()->error->native_code == 2067);
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM t") == "1");
  CHECK(session->standing() == Standing::idle);
}

TEST_CASE("a deferred foreign key is refused at COMMIT and leaves nothing") {
  const auto session = memory();
  const auto outcome = only(
      *session, whole({statement("CREATE TABLE a(n INTEGER PRIMARY KEY)"),
                       statement("CREATE TABLE b(n REFERENCES a(n) DEFERRABLE INITIALLY DEFERRED)"),
                       statement("INSERT INTO b VALUES(9)")}));
  CHECK(outcome.state == UnitState::rolled_back);
  REQUIRE(outcome.error);
  CHECK(outcome.error->message == "FOREIGN KEY constraint failed");
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM sqlite_schema") == "0");
}

TEST_CASE("foreign keys are on, and what one file switched off is on again for the next") {
  const auto session = memory();
  CHECK(session->server().pinned.find("foreign_keys=ON") == 0);
  CHECK(scalar(*session, "PRAGMA foreign_keys") == "1");
  REQUIRE(only(*session, each({setting("PRAGMA foreign_keys=OFF", "a_1.lua")})).state ==
          UnitState::done);
  Statement same = statement("CREATE TABLE x(n)");
  same.span.file = "a_1.lua";
  REQUIRE(only(*session, whole({same})).state == UnitState::done);
  CHECK(scalar(*session, "PRAGMA foreign_keys") == "0");
  Statement next = statement("CREATE TABLE y(n)");
  next.span.file = "a_2.lua";
  REQUIRE(only(*session, whole({next})).state == UnitState::done);
  CHECK(scalar(*session, "PRAGMA foreign_keys") == "1");
}

TEST_CASE("a locked SQLite file is a lock timeout after the unit's own limit") {
  const Folder folder;
  const auto first = session::open(target(folder.file("a.db")), creating());
  const auto second = session::open(target(folder.file("a.db")), creating());
  Unit open_end = whole({statement("CREATE TABLE t(n)")});
  open_end.commit = false;
  REQUIRE(only(*first, open_end).state == UnitState::done);
  CHECK(first->standing() == Standing::open);
  Unit waiting = whole({statement("CREATE TABLE u(n)")});
  waiting.limits.lock_timeout = std::chrono::milliseconds(120);
  const auto begin = std::chrono::steady_clock::now();
  const auto outcome = only(*second, waiting);
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(outcome.state == UnitState::rolled_back);
  REQUIRE(outcome.error);
  CHECK(outcome.error->trouble == Trouble::lock_timeout);
  CHECK(took >= std::chrono::milliseconds(110));
  CHECK(took < std::chrono::milliseconds(2000));
  Unit closing = each({statement("SELECT 1")});
  closing.commit = true;
  REQUIRE(only(*first, closing).state == UnitState::done);
  CHECK(only(*second, waiting).state == UnitState::done);
}

TEST_CASE("cancel from another thread stops a running SQLite statement") {
  const auto session = memory();
  const std::string endless =
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    session->cancel();
  });
  const auto outcome = only(*session, whole({statement("CREATE TABLE t(n)"), statement(endless)}));
  other.join();
  CHECK(outcome.state == UnitState::rolled_back);
  CHECK(outcome.failure()->error->trouble == Trouble::cancelled);
  CHECK(only(*session, whole({statement("CREATE TABLE t(n)")})).state == UnitState::done);
}

TEST_CASE("a statement timeout stops a SQLite statement") {
  const auto session = memory();
  Unit unit = whole({statement(
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c")});
  unit.limits.statement_timeout = std::chrono::milliseconds(60);
  const auto outcome = only(*session, unit);
  CHECK(outcome.failure()->error->trouble == Trouble::statement_timeout);
  CHECK(session->standing() == Standing::idle);
}

TEST_CASE("a read-only SQLite session refuses writes in the database itself") {
  const Folder folder;
  const std::string path = folder.file("a.db");
  REQUIRE(only(*session::open(target(path), creating()), whole({statement("CREATE TABLE t(n)")}))
              .state == UnitState::done);
  Options options;
  options.read_only = true;
  const auto session = session::open(target(path), options);
  CHECK(session->server().read_only);
  const auto outcome = only(*session, each({statement("INSERT INTO t VALUES(1)")}));
  CHECK(outcome.failure()->error->trouble == Trouble::read_only);
  CHECK(scalar(*session, "SELECT CAST(count(*) AS TEXT) FROM t") == "0");
}

TEST_CASE("a missing SQLite file is not made unless it was asked for, and its folder never") {
  const Folder folder;
  const auto refusal = [](const std::string& path, const Options& options) {
    try {
      (void)session::open(target(path), options);
    } catch (const Error& error) {
      return std::string(name_of(error.fault())) + ": " + error.message();
    }
    return std::string("opened");
  };
  CHECK(refusal(folder.file("a.db"), Options{}) ==
        "missing: the database file " + folder.file("a.db") + " does not exist");
  CHECK_FALSE(fs::exists(folder.file("a.db")));
  CHECK(refusal(folder.file("no/a.db"), creating()) ==
        "missing: the folder " + folder.file("no") + " of the database file does not exist");
  CHECK(refusal(folder.path.string(), creating()) ==
        "config: " + folder.path.string() + " is a folder, not a database file");
  std::ofstream(folder.file("text.db")) << std::string(2000, 'x');
  CHECK(refusal(folder.file("text.db"), creating()) ==
        "design: " + folder.file("text.db") + " is not a SQLite database");
}

TEST_CASE("SQLite file names with blanks, equals signs and quotes open that very file") {
  const Folder folder;
  for (const std::string name : {"plain.db", "a=b.db", "two words.db", "x = y = z.db", "it's.db",
                                 " lead.db", "readonly=1 timeout=5.db",
                                 "\xC3\xBC"
                                 "ber%20.db"}) {
    INFO(name);
    const auto session = session::open(target(folder.file(name)), creating());
    REQUIRE(only(*session, whole({statement("CREATE TABLE t(n)")})).state == UnitState::done);
    CHECK(fs::file_size(folder.file(name)) > 0);
    CHECK(session->server().identity == fs::canonical(folder.file(name)).string());
  }
  CHECK_THROWS_WITH(session::open(target(folder.file("a\"b.db")), creating()),
                    Catch::Contains("must not hold a double quote"));
}

TEST_CASE("an exclusive SQLite session holds its file until it ends") {
  const Folder folder;
  Options options = creating();
  options.exclusive = true;
  auto first = session::open(target(folder.file("a.db")), options);
  try {
    (void)session::open(target(folder.file("a.db")), options);
    FAIL("a second session was let in");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::busy);
  }
  first.reset();
  CHECK_NOTHROW(session::open(target(folder.file("a.db")), options));
}

TEST_CASE("bound values of a statement travel beside the text on SQLite") {
  const auto session = memory();
  Statement insert = statement("INSERT INTO t VALUES(?, ?)");
  insert.values = {std::string("a\0b", 3), std::nullopt};
  REQUIRE(only(*session, whole({statement("CREATE TABLE t(a, b)"), insert})).state ==
          UnitState::done);
  CHECK(scalar(*session, "SELECT hex(a) || coalesce(b, '-') FROM t") == "610062-");
}

TEST_CASE("a URL whose scheme nobody knows is refused with the known ones") {
  Target odd = target("x");
  odd.url.scheme = "sqlit";
  CHECK_THROWS_WITH(session::open(odd, {}),
                    Catch::Contains("known: ") && Catch::Contains("sqlite"));
}

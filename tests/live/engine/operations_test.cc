// Typed operations, one file each in tests/operations: forward, reverse and forward again on tables
// with a thousand rows leave the schema and every row as they must be.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

#include "expand/calls.h"
#include "helium/dialect.h"
#include "helium/engine.h"
#include "support/golden.h"
#include "support/places.h"
#include "support/servers.h"

using namespace helium;

namespace {

namespace fs = std::filesystem;

const std::string cases = test::source_folder() + "/tests/operations";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Names of the operations' files for a dialect.
std::vector<std::string> cases_for(const std::string& dialect) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(cases)) {
    const std::string text = read(entry.path());
    const auto line = text.find("-- dialects:");
    const std::string dialects = text.substr(line, text.find('\n', line) - line) + " ";
    if (dialects.find(" " + dialect + " ") != std::string::npos) {
      names.push_back(entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// A design of the base and one operation.
class Folder {
 public:
  explicit Folder(const std::string& name) {
    fs::create_directory(folder_);
    add(1, read(fs::path(cases) / "base.lua"));
    add(2, read(fs::path(cases) / (name + ".lua")));
  }
  ~Folder() { fs::remove_all(folder_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void add(int number, const std::string& text) const { std::ofstream(file(number)) << text; }
  [[nodiscard]] std::string file(int number) const {
    return folder_ + "/ops_" + std::to_string(number) + ".lua";
  }
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_ = std::string(std::tmpnam(nullptr)) + "_ops";
};

// The schemas that a case makes stand beside its place: they go with it, and none is left from a
// run that was broken off.
class Beside {
 public:
  Beside(const test::TempSchema& place, const std::string& name) : place_(place) {
    const std::string text = read(fs::path(cases) / (name + ".lua"));
    const std::regex made("create_schema\\(\"(\\w+)\"");
    for (std::sregex_iterator at(text.begin(), text.end(), made), end; at != end; ++at) {
      names_.push_back((*at)[1]);
    }
    drop();
  }
  ~Beside() {
    try {
      drop();
    } catch (const std::exception& error) {
      WARN("left behind: " << names_.front() << ": " << error.what());
    }
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

 private:
  void drop() const {
    const bool cascades = place_.server().dialect == "postgresql";
    for (const std::string& name : names_) {
      test::run(*place_.open(), "DROP SCHEMA IF EXISTS " + name + (cascades ? " CASCADE" : ""));
    }
  }

  const test::TempSchema& place_;
  std::vector<std::string> names_;
};

std::string blob(const std::string& dialect, const std::string& hex) {
  return dialect == "postgresql" ? "'\\x" + hex + "'"
         : dialect == "db2"      ? "CAST(X'" + hex + "' AS BLOB)"
                                 : "x'" + hex + "'";
}

// Rows with nulls, quotes, letters of many scripts, and bytes of every kind.
void fill(const test::TempSchema& place, int from, int to) {
  const std::string& dialect = place.server().dialect;
  const auto session = place.open();
  std::string accounts;
  std::string people;
  std::string notes;
  std::string extras;
  for (int id = from; id <= to; ++id) {
    const std::string n = std::to_string(id);
    const std::string comma = id == from ? "" : ", ";
    accounts += comma + "(" + n + ", 'account " + n + "')";
    people += comma + "(" + n + ", 'Zoë O''Hara 漢字 " + n + "', " +
              (id % 3 == 0 ? "NULL" : "'p" + n + "@example.org'") + ", " +
              (id % 4 == 0 ? "NULL" : n + ".25") + ", " +
              (id % 5 == 0 ? "NULL" : blob(dialect, "00ff" + std::to_string(1000 + id))) + ", " +
              (id % 2 == 0 ? "NULL" : n) + ", 'note " + n + "')";
    extras += comma + "(" + n + ", " + (id % 3 == 0 ? "NULL" : "'ça va " + n + "'") + ", " +
              (id % 5 == 0 ? "NULL" : blob(dialect, "fe00" + std::to_string(1000 + id))) + ")";
    notes += comma + "(" + n + ", " + (id % 2 == 0 ? "NULL" : n) + ", '☃ " + n + "')";
  }
  test::run(*session, "INSERT INTO account (id, title) VALUES " + accounts);
  test::run(
      *session,
      "INSERT INTO person (id, name, email, score, photo, account_id, note) VALUES " + people);
  test::run(*session, "INSERT INTO note (id, account_id, text) VALUES " + notes);
  test::run(*session, "INSERT INTO extra (id, hobby, picture) VALUES " + extras);
  if (dialect == "postgresql") {
    test::run(*session, "INSERT INTO event (id, what) SELECT id, 'e' || id FROM note");
  }
}

// A place on MySQL and MariaDB has the letters of its server, which may be few.
void with_all_letters(const test::TempSchema& place) {
  if (place.server().dialect == "mysql" || place.server().dialect == "mariadb") {
    test::run(*place.open(), "ALTER DATABASE " + place.name() + " CHARACTER SET utf8mb4");
  }
}

// Every value of every table, in the order of names and of first columns.
std::string rows_of(const test::TempSchema& place, const Schema& schema) {
  const std::string& dialect = place.server().dialect;
  const auto session = place.open();
  std::string all;
  for (const Table& table : schema.tables) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) {
      const bool bytes = column.type.find("blob") != std::string::npos || column.type == "bytea";
      names.push_back(!bytes                    ? column.name
                      : dialect == "postgresql" ? "encode(" + column.name + ", 'hex')"
                                                : "hex(" + column.name + ")");
    }
    std::sort(names.begin(), names.end());
    std::string list;
    for (const std::string& name : names) {
      list += (list.empty() ? "" : ", ") + name;
    }
    for (const auto& row :
         session->ask({"SELECT " + list + " FROM " + table.name + " ORDER BY " + list, {}}).rows) {
      all += table.name;
      for (const auto& value : row) {
        all += "|" + value.value_or("NULL");
      }
      all += "\n";
    }
  }
  return all;
}

// A column that PostgreSQL takes back stands last: there its place is not compared.
Schema compared(Schema schema) {
  if (schema.dialect == "postgresql") {
    for (Table& table : schema.tables) {
      std::sort(table.columns.begin(), table.columns.end(),
                [](const Column& a, const Column& b) { return a.name < b.name; });
    }
  }
  return schema;
}

std::string words(const Report& report) {
  return report.failed ? report.failed->error.message() + " | " + report.failed->error.statement()
                       : "";
}

struct State {
  Schema schema;
  std::string rows;
};

State state_of(Engine& engine, const test::TempSchema& place) {
  Schema schema = engine.inspect();
  std::string rows = rows_of(place, schema);
  return {compared(std::move(schema)), std::move(rows)};
}

void check_equal(const State& one, const State& other) {
  CHECK(schema_json(one.schema) == schema_json(other.schema));
  CHECK((one.rows == other.rows));
}

void there_and_back(const test::LiveServer& server, const std::string& name) {
  const test::TempSchema place(server);
  with_all_letters(place);
  const Beside beside(place, name);
  const Folder design(name);
  Target target = place.target();
  target.designs = {design.folder()};
  Engine engine(target);
  const Report first = engine.move({.verb = Goal::Verb::up, .to = 1});
  INFO(words(first));
  REQUIRE_FALSE(first.failed);
  fill(place, 1, 1000);
  const State before = state_of(engine, place);
  const Report up = engine.move({.verb = Goal::Verb::up});
  INFO(words(up));
  REQUIRE_FALSE(up.failed);
  const State after = state_of(engine, place);
  const bool moved =
      schema_json(after.schema) != schema_json(before.schema) || after.rows != before.rows;
  CHECK(moved);
  if (!engine.expand(design.file(2), server.dialect).irreversible.empty()) {
    CHECK_THROWS_AS(engine.move({.verb = Goal::Verb::down}), Error);
    check_equal(state_of(engine, place), after);
    return;
  }
  const Report down = engine.move({.verb = Goal::Verb::down});
  INFO(words(down));
  REQUIRE_FALSE(down.failed);
  check_equal(state_of(engine, place), before);
  const Report again = engine.move({.verb = Goal::Verb::up});
  INFO(words(again));
  REQUIRE_FALSE(again.failed);
  check_equal(state_of(engine, place), after);
}

}  // namespace

TEST_CASE("Each typed operation goes forward, back and forward again, and no row is another one") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    for (const std::string& name : cases_for(server.dialect)) {
      DYNAMIC_SECTION(server.dialect << ": " << name) {
        there_and_back(server, name);
      }
    }
  }
}

// What a dialect must say that it lacks, where an operation has no case on it.
const std::map<std::string, std::string> lacked = {
    {"add_enum_value", "enum types"},
    {"alter_sequence", "sequences"},
    {"attach_partition", "partitions that are tables of their own"},
    {"create_domain", "domains"},
    {"create_enum", "enum types"},
    {"create_extension", "extensions"},
    {"create_materialized_view", "materialized views"},
    {"create_routine", "routines"},
    {"create_schema", "schemas"},
    {"create_sequence", "sequences"},
    {"detach_partition", "partitions that are tables of their own"},
    {"drop_domain", "domains"},
    {"drop_enum", "enum types"},
    {"drop_extension", "extensions"},
    {"drop_materialized_view", "materialized views"},
    {"drop_routine", "routines"},
    {"drop_schema", "schemas"},
    {"drop_sequence", "sequences"},
    {"grant", "grants"},
    {"rename_enum_value", "enum types"},
    {"replace_routine", "routines"},
    {"revoke", "grants"},
};

TEST_CASE("Each operation has a case on each dialect, or is refused there by name") {
  std::vector<std::pair<std::string, std::string>> texts;  // a case's name and its text
  for (const auto& entry : fs::directory_iterator(cases)) {
    if (entry.path().stem() != "base") {
      texts.emplace_back(entry.path().stem().string(), read(entry.path()));
    }
  }
  Target target;
  for (const std::string& call : expand::operation_names()) {
    for (const std::string_view dialect : dialect_names) {
      INFO(call << " on " << dialect);
      const auto here = cases_for(std::string(dialect));
      std::string elsewhere;
      bool covered = false;
      for (const auto& [name, text] : texts) {
        if (text.find("queries:" + call + "(") != std::string::npos) {
          covered = covered || std::find(here.begin(), here.end(), name) != here.end();
          elsewhere = name == call || elsewhere.empty() ? name : elsewhere;
        }
      }
      if (covered) {
        continue;
      }
      REQUIRE_FALSE(elsewhere.empty());
      const Folder design(elsewhere);
      target.designs = {design.folder()};
      Engine engine(target);
      const auto expanded = [&] { return engine.expand(design.file(2), std::string(dialect)); };
      if (call == "set_comment" && dialect == "sqlite") {
        CHECK(expanded().forward.empty());  // a comment has no place in a file
      } else {
        REQUIRE(lacked.count(call) == 1);
        const std::string refusal = std::string(dialect) + " has no " + lacked.at(call);
        try {
          (void)expanded();
          FAIL_CHECK("it is not refused");
        } catch (const Error& error) {
          CHECK(error.fault() == Fault::unsupported);
          CHECK(error.message().find(refusal) != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("Each typed operation is the statements that were read before, on every dialect") {
  Target target;
  for (const std::string_view dialect : dialect_names) {
    std::string all;
    for (const std::string& name : cases_for(std::string(dialect))) {
      const Folder design(name);
      target.designs = {design.folder()};
      Engine engine(target);
      const Sections sections = engine.expand(design.file(2), std::string(dialect));
      all += "-- " + name + "\n";
      for (const Statement& statement : sections.forward) {
        all += statement.text + ";\n";
      }
      all += sections.irreversible.empty() ? "-- back\n" : "-- " + sections.irreversible + "\n";
      for (const Statement& statement : sections.reverse) {
        all += statement.text + ";\n";
      }
      all += "\n";
    }
    CHECK(all == test::golden(std::string(dialect) + "/operations.sql", all));
  }
}

TEST_CASE("Rows that came and went between a drop and its way back are told and are right") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      with_all_letters(place);
      const Folder design("drop_column");
      design.add(2,
                 "-- 2\nreturn { forward = function(queries)\n"
                 "queries:drop_view('rich')\n"
                 "queries:drop_column('person', 'name')\n"
                 "end }\n");
      Target target = place.target();
      target.designs = {design.folder()};
      Engine engine(target);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up, .to = 1}).failed);
      fill(place, 1, 1000);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
      const auto session = place.open();
      test::run(*session, "INSERT INTO person (id, note) VALUES (2001, 'new'), (2002, 'new')");
      test::run(*session, "DELETE FROM person WHERE id <= 3");
      const Report down = engine.move({.verb = Goal::Verb::down});
      INFO(words(down));
      REQUIRE_FALSE(down.failed);
      std::string told;
      for (const Notice& notice : down.notices) {
        told += notice.message + "\n";
      }
      CHECK(told.find("3 values of name are not back: their rows of person are gone") !=
            std::string::npos);
      CHECK(told.find("2 rows of person came since name was dropped") != std::string::npos);
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE name = ''") == "2");
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE name LIKE 'Zo% %'") == "997");
    }
  }
}

TEST_CASE("What a way back takes away is there again when the migration is") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      with_all_letters(place);
      const Folder design("add_column");
      Target target = place.target();
      target.designs = {design.folder()};
      Engine engine(target);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
      fill(place, 1, 1000);
      const auto session = place.open();
      test::run(*session, "UPDATE person SET nick = 'n', visits = id WHERE id > 10");
      const Report all_down = engine.move({.verb = Goal::Verb::down, .all = true});
      INFO(words(all_down));
      REQUIRE_FALSE(all_down.failed);
      CHECK(engine.inspect().tables.empty());
      const Report up = engine.move({.verb = Goal::Verb::up});
      INFO(words(up));
      REQUIRE_FALSE(up.failed);
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE nick = 'n' AND visits = id") ==
            "990");
      CHECK(test::value(*session,
                        "SELECT count(*) FROM person WHERE nick IS NULL AND visits = 0") == "10");
      if (server.dialect == "postgresql") {
        CHECK(test::value(*session, "SELECT count(*) FROM event_first") == "1000");
      }
    }
  }
}

TEST_CASE("A type that holds less gives the old values back, but not over what was written since") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      with_all_letters(place);
      const Folder design("alter_column_lossy");
      Target target = place.target();
      target.designs = {design.folder()};
      Engine engine(target);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up, .to = 1}).failed);
      fill(place, 1, 1000);
      const auto session = place.open();
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
      test::run(*session, "UPDATE person SET score = 7 WHERE id IN (1, 2)");
      test::run(*session, "INSERT INTO person (id, name, score) VALUES (2001, 'new', 9)");
      test::run(*session, "DELETE FROM person WHERE id = 3");
      const Report down = engine.move({.verb = Goal::Verb::down});
      INFO(words(down));
      REQUIRE_FALSE(down.failed);
      std::string told;
      for (const Notice& notice : down.notices) {
        told += notice.message + "\n";
      }
      CHECK(told.find("2 rows of person were changed since score got another type") !=
            std::string::npos);
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE score = id + 0.25") == "747");
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE score IS NULL") == "250");
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE score = 7") == "2");
      CHECK(test::value(*session, "SELECT count(*) FROM person WHERE score = 9") == "1");
    }
  }
}

// Digests say where two schemas differ, and only that is read. Whatever they leave out must be the
// same: what is told by them is what is told by everything.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <thread>

#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "dialect/dialect.h"
#include "facade/differing.h"
#include "live/diff/sides.h"
#include "support/text_file.h"

using namespace helium;
using namespace helium::test;

namespace {

// A table that nobody changes, and what goes with it.
std::string bystander(const std::string& dialect) {
  return dialect == "postgresql" ? "CREATE TABLE bystander (id serial);\n"
                                   "CREATE SEQUENCE bystander_numbers OWNED BY bystander.id;\n"
                                 : "CREATE TABLE bystander (id integer);\n";
}

std::string written(const Side& side) {
  Digests digests;
  const Schema schema = Engine(side.place().target()).inspect(&digests);
  REQUIRE_FALSE(digests.of.empty());
  return schema_json(schema, digests);
}

std::string without_digests(const Side& side) {
  return schema_json(Engine(side.place().target()).inspect());
}

DiffRequest between(const std::string& from, const std::string& to, const Side& side,
                    const diff::Renames& renames) {
  DiffRequest request{.from = from, .to = to, .schema = side.place().schema()};
  for (const auto& [before, after] : renames) {
    request.renames.push_back(before + "=" + after);
  }
  return request;
}

// Where a person has to answer, the question is what is told.
std::string told(const DiffRequest& request) {
  try {
    const SchemaDifference difference = difference_between(request);
    std::string text;
    for (const auto& line : difference.changes) {
      text += line.kind + " " + line.table + "." + line.object + "\n";
    }
    for (const std::string& statement : difference.statements) {
      text += statement + ";\n";
    }
    for (const std::string& note : difference.notes) {
      text += "note: " + note + "\n";
    }
    return text;
  } catch (const Error& error) {
    return error.message();
  }
}

// What was read: by digests, and without the table that is the same on both sides.
void only_what_differs(const DiffRequest& request) {
  facade::Grounds grounds({"none"}, "");
  const auto read = facade::what_differs(request, grounds);
  REQUIRE(read);
  for (const Schema& schema : {read->from, read->to}) {
    for (const Table& table : schema.tables) {
      CHECK(table.name != "bystander");
    }
    for (const Sequence& sequence : schema.sequences) {
      CHECK(sequence.owned_by != "bystander.id");
    }
  }
}

// `sealed` and `whole` tell what the place held before.
std::string holds(const TextFile& sealed, const TextFile& whole, const Side& side,
                  const diff::Renames& renames, const diff::Renames& back) {
  const std::string& url = side.place().url();
  only_what_differs(between(sealed.path(), url, side, renames));
  const std::string all = told(between(whole.path(), url, side, renames));
  CHECK(told(between(sealed.path(), url, side, renames)) == all);
  CHECK(told(between(url, sealed.path(), side, back)) ==
        told(between(url, whole.path(), side, back)));
  return all;
}

std::string statements(const Schema& from, const Schema& to, const diff::Renames& renames,
                       const Dialect& dialect) {
  const auto difference = diff::compare(from, to, renames);
  std::string text;
  for (const auto& one : ddl::render(difference.changes, from, dialect)) {
    text += one.text + ";\n";
  }
  return text + base::joined(difference.notes, "\n");
}

void hold(const LiveServer& server, const Pair& pair) {
  INFO(pair.place << " " << pair.title);
  Side side(server);
  Side desired(server);
  side.load(pair.current + bystander(server.dialect));
  desired.load(pair.desired + bystander(server.dialect));
  const Dialect dialect = dialect::read(side.session().server().dialect);
  catalog::Scope scope{side.place().name(), "helium_", {}};
  const Schema from = side.inspect();
  const Digests before = catalog::digests(side.session(), dialect, scope);
  CHECK(catalog::digests(side.session(), dialect, scope) == before);
  const std::string moment = catalog::moment(side.session(), dialect);
  const std::string mark = catalog::mark(side.session(), dialect, scope);
  CHECK(mark.empty() == (server.dialect != "postgresql"));
  CHECK(moment.empty() == mark.empty());
  const std::string again_marked = catalog::mark(side.session(), dialect, scope, mark);
  CHECK((again_marked == mark || !catalog::still(side.session(), dialect, moment)));
  side.apply(diff::compare(from, desired.inspect(), pair.renames).changes, from);
  const Schema to = side.inspect();
  const Digests after = catalog::digests(side.session(), dialect, scope);
  scope.only = catalog::differing(before, after);
  CHECK(scope.only->count("bystander") == 0);
  std::set<std::string> pointing;
  CHECK_FALSE(after == before);
  CHECK_FALSE(catalog::still(side.session(), dialect, moment));
  for (const std::string& known : {std::string(), mark}) {
    CHECK((mark.empty() || catalog::mark(side.session(), dialect, scope, known) != mark));
  }
  // Asked of these tables alone, they say the same of them and of what is no table.
  const Digests again = catalog::digests(side.session(), dialect, scope);
  CHECK(catalog::same(again, after, *scope.only));
  CHECK_FALSE(catalog::same(again, before, *scope.only));
  for (const Schema* one : {&from, &to}) {  // who points at them is read too
    for (const Table& table : one->tables) {
      if (std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(),
                      [&](const ForeignKey& key) { return scope.only->count(key.table) != 0; })) {
        pointing.insert(table.name);
      }
    }
  }
  scope.only->merge(pointing);
  Schema part = from;
  std::erase_if(part.tables, [&](const Table& one) { return scope.only->count(one.name) == 0; });
  std::erase_if(part.sequences, [&](const Sequence& one) {
    return !one.owned_by.empty() &&
           scope.only->count(one.owned_by.substr(0, one.owned_by.rfind('.'))) == 0;
  });
  const Schema now = catalog::inspect(side.session(), dialect, scope);
  CHECK(statements(part, now, pair.renames, dialect) ==
        statements(from, to, pair.renames, dialect));
  if (!pair.one_way) {
    CHECK(statements(now, part, pair.renames_back(), dialect) ==
          statements(to, from, pair.renames_back(), dialect));
  }
}

struct Beyond {
  std::string title;
  std::string before;
  std::string change;
  diff::Renames renames;
};

// Changes that leave the rows of a table in the catalog as they were, and yet it reads as another;
// and those that only touch what stands around tables.
const std::vector<Beyond>& beyond(const std::string& dialect) {
  static const std::string function =
      "CREATE FUNCTION f() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';\n";
  static const std::vector<Beyond> postgresql = {
      {"the table that a foreign key refers to has another name",
       "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE n (p integer REFERENCES p);",
       "ALTER TABLE p RENAME TO q;",
       {{"p", ""}}},
      {"the column that a foreign key refers to has another name",
       "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE n (p integer REFERENCES p);",
       "ALTER TABLE p RENAME id TO key;",
       {{"p.id", ""}}},
      {"the table of a part has another name",
       "CREATE TABLE p (id integer) PARTITION BY RANGE (id); CREATE TABLE one PARTITION OF p "
       "DEFAULT;",
       "ALTER TABLE p RENAME TO q;",
       {{"p", ""}}},
      {"the function of a default has another name",
       function + "CREATE TABLE a (id integer DEFAULT f());",
       "ALTER FUNCTION f() RENAME TO g;",
       {}},
      {"the function of a check has another name",
       function + "CREATE TABLE a (id integer CHECK (id > f()));",
       "ALTER FUNCTION f() RENAME TO g;",
       {}},
      {"the function of an index has another name",
       "CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';\n"
       "CREATE TABLE a (id integer); CREATE INDEX a_f ON a (f(id));",
       "ALTER FUNCTION f(integer) RENAME TO g;",
       {}},
      {"the function of a trigger has another name",
       "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n"
       "CREATE TABLE a (id integer);\n"
       "CREATE TRIGGER a_f BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();",
       "ALTER FUNCTION f() RENAME TO g;",
       {}},
      {"the sequence of a default has another name",
       "CREATE SEQUENCE s; CREATE TABLE a (id integer DEFAULT nextval('s'));",
       "ALTER SEQUENCE s RENAME TO s2;",
       {}},
      {"the type of a column has another name",
       "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE a (m mood, l mood[]);",
       "ALTER TYPE mood RENAME TO humour;",
       {}},
      {"the table whose rows a column holds has another name",
       "CREATE TABLE b (id integer); CREATE TABLE a (rows b[]);",
       "ALTER TABLE b RENAME TO c;",
       {{"b", ""}}},
      {"the collation of a column has another name",
       "CREATE COLLATION other FROM \"C\"; CREATE TABLE a (n text COLLATE other);",
       "ALTER COLLATION other RENAME TO another;",
       {}},
      {"a comment on an index",
       "CREATE TABLE a (id integer); CREATE INDEX a_i ON a (id);",
       "COMMENT ON INDEX a_i IS 'finds';",
       {}},
      {"a check that is validated",
       "CREATE TABLE a (id integer); ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0) NOT VALID;",
       "ALTER TABLE a VALIDATE CONSTRAINT c;",
       {}},
      {"a key that is deferred",
       "CREATE TABLE p (id integer PRIMARY KEY);\n"
       "CREATE TABLE n (p integer CONSTRAINT k REFERENCES p DEFERRABLE);",
       "ALTER TABLE n ALTER CONSTRAINT k DEFERRABLE INITIALLY DEFERRED;",
       {}},
      {"the options of an identity",
       "CREATE TABLE a (id integer GENERATED ALWAYS AS IDENTITY);",
       "ALTER TABLE a ALTER id SET INCREMENT BY 5;",
       {}},
      {"the body of a function",
       function,
       "CREATE OR REPLACE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 2';",
       {}},
      {"a privilege on a column",
       "CREATE TABLE a (id integer);",
       "GRANT SELECT (id) ON a TO PUBLIC;",
       {}},
      {"a key beside the one that a table that stays points at",
       "CREATE TABLE p (id integer NOT NULL CONSTRAINT p_id UNIQUE);\n"
       "CREATE TABLE n (p integer CONSTRAINT k REFERENCES p (id));\n"
       "ALTER TABLE p ADD CONSTRAINT p_k PRIMARY KEY (id);",
       "ALTER TABLE p DROP CONSTRAINT p_k;",
       {}},
      {"a policy", "CREATE TABLE a (id integer);", "CREATE POLICY mine ON a;", {}},
      {"the columns of a view have other names",
       "CREATE TABLE a (id integer); CREATE VIEW v AS SELECT id FROM a;",
       "ALTER VIEW v RENAME COLUMN id TO key;",
       {}},
      {"an index that is dropped",
       "CREATE TABLE a (id integer); CREATE INDEX a_i ON a (id);",
       "DROP INDEX a_i;",
       {}},
      {"a trigger that is dropped",
       "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n"
       "CREATE TABLE a (id integer);\n"
       "CREATE TRIGGER a_f BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();",
       "DROP TRIGGER a_f ON a;",
       {}}};
  static const std::string trigger =
      "CREATE TRIGGER a_t BEFORE INSERT ON a FOR EACH ROW SET NEW.id = 1;";
  static const std::vector<Beyond> mariadb = {
      {"the type of a parameter",
       "CREATE PROCEDURE p(IN a int) SELECT 1;",
       "DROP PROCEDURE p; CREATE PROCEDURE p(IN a bigint) SELECT 1;",
       {}},
      {"a trigger that is dropped", "CREATE TABLE a (id int);" + trigger, "DROP TRIGGER a_t;", {}},
      {"a trigger that does something else",
       "CREATE TABLE a (id int);" + trigger,
       "DROP TRIGGER a_t; CREATE TRIGGER a_t BEFORE INSERT ON a FOR EACH ROW SET NEW.id = 2;",
       {}},
      {"the comment of a column",
       "CREATE TABLE a (id int);",
       "ALTER TABLE a MODIFY id int COMMENT 'which';",
       {}},
      {"a default that is set",
       "CREATE TABLE a (id int);",
       "ALTER TABLE a ALTER id SET DEFAULT 3;",
       {}},
      {"the text NULL as a default",
       "CREATE TABLE a (n varchar(20) DEFAULT NULL);",
       "ALTER TABLE a ALTER n SET DEFAULT 'NULL';",
       {}},
      {"the order of columns",
       "CREATE TABLE a (id int, n int);",
       "ALTER TABLE a MODIFY n int FIRST;",
       {}},
      {"the action of a foreign key",
       "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE n (p int, CONSTRAINT k FOREIGN KEY (p) "
       "REFERENCES p (id));",
       "ALTER TABLE n DROP FOREIGN KEY k; ALTER TABLE n ADD CONSTRAINT k FOREIGN KEY (p) "
       "REFERENCES "
       "p (id) ON DELETE CASCADE;",
       {}},
      {"a key under a foreign key of a table that stays",
       "CREATE TABLE p (id int NOT NULL, PRIMARY KEY (id)); CREATE TABLE n (p int, CONSTRAINT k "
       "FOREIGN KEY (p) REFERENCES p (id));",
       "ALTER TABLE n DROP FOREIGN KEY k; ALTER TABLE p MODIFY id int NOT NULL AUTO_INCREMENT; "
       "ALTER TABLE n ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES p (id);",
       {}},
      {"one of two names that differ in case",
       "CREATE TABLE b (id int); CREATE TABLE B (id int);",
       "ALTER TABLE B ADD n int;",
       {}},
      {"an index that is dropped",
       "CREATE TABLE a (id int, KEY a_i (id));",
       "DROP INDEX a_i ON a;",
       {}},
      {"an event",
       "CREATE TABLE a (id int);",
       "CREATE EVENT later ON SCHEDULE AT '2037-01-01 00:00:00' DO DELETE FROM a;",
       {}}};
  static const std::vector<Beyond> sqlite = {
      {"a trigger that is dropped",
       "CREATE TABLE a (id integer); CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END;",
       "DROP TRIGGER t;",
       {}},
      {"a trigger that does something else",
       "CREATE TABLE a (id integer); CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END;",
       "DROP TRIGGER t; CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 2; END;",
       {}},
      {"an index that is dropped",
       "CREATE TABLE a (id integer); CREATE INDEX a_i ON a (id);",
       "DROP INDEX a_i;",
       {}},
      {"a view", "CREATE TABLE a (id integer);", "CREATE VIEW v AS SELECT id FROM a;", {}},
      {"a virtual table beside others",
       "CREATE VIRTUAL TABLE words USING fts5(text);",
       "CREATE TABLE a (id integer);",
       {}}};
  return dialect == "postgresql" ? postgresql : dialect == "sqlite" ? sqlite : mariadb;
}

}  // namespace

TEST_CASE("What digests leave out of a pair of schemas is the same in both") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      for (const Pair& pair : pairs_of(server.dialect)) {
        hold(server, pair);
      }
    }
  }
}

TEST_CASE("Digests tell of a table that reads otherwise though its own rows stayed") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      for (const Beyond& one : beyond(server.dialect)) {
        INFO(one.title);
        Side side(server);
        side.load(one.before + "\n" + bystander(server.dialect));
        const TextFile sealed(written(side));
        const TextFile whole(without_digests(side));
        const std::string before = holds(sealed, whole, side, {}, {});
        side.load(one.change);
        CHECK(holds(sealed, whole, side, one.renames, one.renames) != before);
      }
    }
  }
}

TEST_CASE("Two places on one server are compared by their digests where these speak of text") {
  for (const LiveServer& server : servers({"mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      Side left(server);
      Side right(server);
      left.load("CREATE TABLE a (id integer);\n" + bystander(server.dialect));
      right.load("CREATE TABLE a (id bigint);\n" + bystander(server.dialect));
      const DiffRequest request{.from = left.place().url(), .to = right.place().url()};
      only_what_differs(request);
      const TextFile whole(without_digests(left));
      CHECK(told(request) == told(between(whole.path(), right.place().url(), right, {})));
    }
  }
}

TEST_CASE("A schema that somebody edited is believed, not its digests") {
  for (const LiveServer& server : servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      Side side(server);
      side.load("CREATE TABLE a (id integer, n integer);\n" + bystander(server.dialect));
      std::string text = written(side);
      const auto at = text.find("\"name\": \"n\"");
      REQUIRE(at != std::string::npos);
      const TextFile edited(text.replace(at, 11, "\"name\": \"m\""));
      CHECK(told(between(edited.path(), side.place().url(), side, {{"a.m", "n"}})).find("RENAME") !=
            std::string::npos);
    }
  }
}

TEST_CASE("What changes while it is read is told as it was at one moment") {
  for (const LiveServer& server : servers({"postgresql"})) {
    Side side(server);
    side.load("CREATE TABLE a (id integer, other integer); CREATE VIEW v AS SELECT 3 AS n;");
    const TextFile sealed(written(side));
    const std::string there =
        "BEGIN; ALTER TABLE a ADD COLUMN n integer; CREATE OR REPLACE VIEW v AS SELECT 2 AS n; "
        "COMMIT;";
    const std::string back =
        "BEGIN; ALTER TABLE a DROP COLUMN n; CREATE OR REPLACE VIEW v AS SELECT 1 AS n; COMMIT;";
    const DiffRequest request = between(sealed.path(), side.place().url(), side, {});
    side.load(there);
    const std::string with = told(request);
    side.load(back);
    const std::string without = told(request);
    REQUIRE(with != without);
    std::atomic<bool> enough = false;
    std::jthread other([&] {
      for (int i = 0; !enough; ++i) {
        side.load(i % 2 == 0 ? there : back);
        std::this_thread::sleep_for(std::chrono::milliseconds(i % 40));
      }
    });
    std::set<std::string> all;
    for (int i = 0; i < 60; ++i) {
      all.insert(told(request));
    }
    enough = true;
    other.join();
    all.erase("the schema changes while it is read; three times it was another one");
    CHECK(all == std::set{with, without});
  }
}

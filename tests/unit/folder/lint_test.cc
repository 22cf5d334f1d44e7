#include "folder/lint.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "folder/folder.h"
#include "unit/folder/made_folder.h"

using namespace helium;

namespace {

// A row of the queries table as an entry of the file.
std::string row(const std::string& type, const std::string& code) {
  return "  table.insert(queries, { sql = [[\n"
         "INSERT INTO ${SCHEMA}${QUERIES} (query_id, query_ref, query_type_a28, code)\n"
         "SELECT 1, ${MIGRATION}, ${TYPE_" +
         type + "_MIGRATION}, [=[\n" + code + "\n]=]\n  ]] })\n";
}

// "line rule" of what is found in a file with these entries.
std::vector<std::string> found(const std::string& entries, const std::string& dialect_name) {
  const test::MadeFolder folder;
  folder.put("trial_1001.lua",
             "return function(engine, design_name, schema_name, cfg)\n  local queries = {}\n"
             "  cfg.TABLE = 'berths'\n  cfg.MIGRATION = '1001'\n" +
                 entries + "  return queries\nend\n");
  const Dialect dialect = dialect::read(dialect_name);
  const Target target = test::target_of("");
  const Migration migration = folder.migration("trial_1001.lua");
  const Sections sections = folder::sections(migration, folder.setting(dialect, target));
  std::vector<std::string> lines;
  for (const Finding& finding : folder::lint(migration, sections, dialect)) {
    CHECK(!finding.hint.empty());
    CHECK(finding.where.file == migration.path);
    lines.push_back(std::to_string(finding.where.line) + " " + finding.rule);
  }
  return lines;
}

using Lines = std::vector<std::string>;

const std::string create = "CREATE TABLE ${TABLE} (id INTEGER)";
const std::string drop = "DROP TABLE ${TABLE}";

}  // namespace

TEST_CASE("what mirrors itself is not found fault with") {
  const Lines none;
  CHECK(found(row("FORWARD", create) + row("REVERSE", drop), "sqlite") == none);
  CHECK(found(row("FORWARD", "CREATE INDEX i ON t (a)") + row("REVERSE", "DROP INDEX i"),
              "sqlite") == none);
  CHECK(found(row("FORWARD", "CREATE INDEX i ON t (a)") + row("REVERSE", "DROP INDEX i ON t"),
              "mariadb") == none);
  CHECK(found(row("FORWARD", "ALTER TABLE t ADD COLUMN a INTEGER DEFAULT 1") +
                  row("REVERSE", "ALTER TABLE t DROP COLUMN a"),
              "postgresql") == none);
  CHECK(found(row("FORWARD", "INSERT INTO t VALUES (1)") + row("REVERSE", "DELETE FROM t"),
              "db2") == none);
  CHECK(found(row("FORWARD",
                  "CREATE TABLE n (id INTEGER)\n${SUBQUERY_DELIMITER}\nDROP TABLE t\n"
                  "${SUBQUERY_DELIMITER}\nALTER TABLE n RENAME TO t") +
                  row("REVERSE", "UPDATE t SET a = 1"),
              "sqlite") == none);
}

TEST_CASE("an engine for which the file makes nothing is told by name") {
  CHECK(found("", "mariadb") == Lines{"0 empty"});
}

TEST_CASE("blanks and carriage returns behind a delimiter are found at their line") {
  const std::string two = create + "\n  ${SUBQUERY_DELIMITER}";
  CHECK(found(row("FORWARD", two + "  \nSELECT 1") + row("REVERSE", drop), "sqlite") ==
        Lines{"9 delimiter"});
  CHECK(found(row("FORWARD", two + "\r\nSELECT 1") + row("REVERSE", drop), "sqlite") ==
        Lines{"9 delimiter"});
  CHECK(found(row("FORWARD", two + "\nSELECT 1") + row("REVERSE", drop), "sqlite").empty());
}

TEST_CASE("two rows with one number and one type are found at the second") {
  const std::string twice = row("FORWARD", create) + row("FORWARD", create) + row("REVERSE", drop);
  CHECK(found(twice, "postgresql") == Lines{"12 duplicate_row"});
}

TEST_CASE("several changes in one ALTER TABLE are found for SQLite alone") {
  const std::string both =
      row("FORWARD", "ALTER TABLE t ADD COLUMN a INTEGER, ADD COLUMN b DECIMAL(10, 2)") +
      row("REVERSE",
          "ALTER TABLE t DROP COLUMN a\n${SUBQUERY_DELIMITER}\n"
          "ALTER TABLE t DROP COLUMN b");
  CHECK(found(both, "sqlite") == Lines{"8 several_columns"});
  CHECK(found(both, "postgresql").empty());
}

TEST_CASE("a reverse that takes back more or less than forward did is found") {
  const Lines forward{"8 asymmetric"};
  const Lines reverse{"14 asymmetric"};
  CHECK(found(row("FORWARD", create) + row("REVERSE", "SELECT 1"), "sqlite") == forward);
  CHECK(found(row("FORWARD", "SELECT 1") + row("REVERSE", drop), "sqlite") == reverse);
  CHECK(found(row("FORWARD", "INSERT INTO t VALUES (1)") + row("REVERSE", "SELECT 1"), "sqlite") ==
        forward);
  CHECK(found(row("FORWARD", "UPDATE t SET a = 1") + row("REVERSE", "DELETE FROM t"), "sqlite") ==
        reverse);
  CHECK(found(row("FORWARD", "ALTER TABLE t ADD a INTEGER") + row("REVERSE", "SELECT 1"),
              "mariadb") == forward);
  CHECK(found(row("FORWARD", "CREATE UNIQUE INDEX i ON t (a)") + row("REVERSE", "SELECT 1"),
              "mariadb") == forward);
}

TEST_CASE("on Db2 a dropped column wants its REORG") {
  const std::string add = row("FORWARD", "ALTER TABLE t ADD COLUMN a INTEGER");
  const std::string drop_column = "ALTER TABLE t DROP COLUMN a";
  CHECK(found(add + row("REVERSE", drop_column), "db2") == Lines{"14 reorg"});
  CHECK(found(add + row("REVERSE", drop_column + "\n${SUBQUERY_DELIMITER}\n${REORG}"), "db2")
            .empty());
  CHECK(found(add + row("REVERSE", drop_column), "postgresql").empty());
}

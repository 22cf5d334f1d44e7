// What servers answer, as rows: types in one form, and Db2's catalog, which no server of the tests
// has.
#include "catalog/rows.h"

#include <catch2/catch.hpp>
#include <map>

#include "catalog/text.h"
#include "dialect/dialect.h"

using namespace helium;

namespace {

using Row = std::vector<std::optional<std::string>>;

Schema read(const std::string& dialect, const std::map<std::string, std::vector<Row>>& answers) {
  return catalog::schema_of(
      [&](std::string_view kind) {
        session::Rows rows;
        const auto found = answers.find(std::string(kind));
        if (found != answers.end()) {
          rows.rows = found->second;
        }
        return rows;
      },
      dialect::read(dialect));
}

constexpr std::nullopt_t none = std::nullopt;

}  // namespace

TEST_CASE("Types that servers spell in many ways have one form") {
  for (const auto& [dialect, told, form] :
       {std::tuple("postgresql", "character varying(20)", "varchar(20)"),
        std::tuple("postgresql", "timestamp(3) without time zone", "timestamp(3)"),
        std::tuple("postgresql", "numeric(8,3)[]", "decimal(8,3)[]"),
        std::tuple("postgresql", "\"Mood\"", "\"Mood\""), std::tuple("mariadb", "int(11)", "int"),
        std::tuple("mariadb", "tinyint(1)", "boolean"),
        std::tuple("mariadb", "bigint(20) unsigned", "bigint unsigned"),
        std::tuple("mariadb", "int(5) unsigned zerofill", "int(5) unsigned zerofill"),
        std::tuple("mysql", "varchar(20)", "varchar(20)"),
        std::tuple("db2", "CHARACTER(2)", "CHAR(2)")}) {
    CHECK(catalog::TypeWords(dialect::read(dialect)).canonical(told) == form);
  }
}

TEST_CASE("Db2's answers become a schema") {
  const Row person = {"PERSON", none, none, none, none, "people"};
  const Row id = {"PERSON", "ID",  "BIGINT", "0",  none, "by default", none, none, none, none,
                  none,     "100", none,     none, none, none,         "0",  none, none};
  const Row name = {"PERSON", "NAME", "VARCHAR(40)", "1",  "'x'", none, none, none, none, none,
                    "who",    none,   none,          none, none,  none, "0",  none, none};
  const Row upper = {"PERSON",
                     "LOUD",
                     "CHARACTER(40)",
                     "1",
                     none,
                     none,
                     "stored",
                     "AS (UPPER(NAME))",
                     none,
                     none,
                     none,
                     none,
                     none,
                     none,
                     none,
                     none,
                     "0",
                     none,
                     none};
  const Row primary = {"PERSON", "p", "PK", "ID", none, none, none, none,
                       none,     "0", "0",  "1",  "0",  none, "1"};
  const Row foreign = {"PERSON",    "f", "FK", "ID", none, "ACCOUNT", "ID", "cascade",
                       "no action", "0", "0",  "1",  "0",  none,      "1"};
  const Row check = {"PERSON", "c", "CK", none, none, none,       none, none,
                     none,     "0", "0",  "1",  "0",  "(ID > 0)", "0"};
  const Row index = {"PERSON", "I",    "1", none, none, none, "1",  "0",
                     "0",      "NAME", "0", "1",  none, none, none, none};
  const Schema schema =
      read("db2", {{"tables", {person}},
                   {"columns", {id, name, upper}},
                   {"keys", {check, foreign, primary}},
                   {"indexes", {index}},
                   {"views",
                    {{"NAMES", "CREATE OR REPLACE VIEW NAMES (N) AS SELECT NAME FROM PERSON", "0",
                      none, none}}},
                   {"triggers", {{"T", "PERSON", "CREATE TRIGGER T ..."}}},
                   {"sequences", {{"S", "BIGINT", "5", none, none, none, none, "1", none}}},
                   {"grants", {{"table", "PERSON", none, "PUBLIC", "select", "0"}}},
                   {"unknown", {{"alias", "P"}}}});
  REQUIRE(schema.tables.size() == 1);
  const Table& table = schema.tables.front();
  REQUIRE(table.columns.size() == 3);
  CHECK(table.comment == "people");
  CHECK(table.columns[0].identity == Column::Identity::by_default);
  CHECK(table.columns[0].sequence.start == 100);
  CHECK(table.columns[1].type == "VARCHAR(40)");
  CHECK(table.columns[1].default_value == "'x'");
  CHECK(table.columns[2].type == "CHAR(40)");
  CHECK(table.columns[2].expression == "UPPER(NAME)");
  CHECK(table.primary_key->columns == std::vector<std::string>{"ID"});
  CHECK(table.foreign_keys.front().on_delete == "cascade");
  CHECK(table.checks.front().expression == "ID > 0");
  CHECK(table.indexes.front().unique);
  CHECK(table.indexes.front().parts.front().descending);
  CHECK(schema.views.front().definition == "(N) SELECT NAME FROM PERSON");
  CHECK(schema.sequences.front().options.cycle);
  CHECK(schema.unknown.front().kind == "alias");
}

// What comments say about names, in texts that a server reads.
#include "grammar/annotations.h"

#include <catch2/catch.hpp>

#include "helium/error.h"

using namespace helium;

namespace {

Dialect dialect_named(const std::string& name) {
  Dialect dialect;
  dialect.name = name;
  return dialect;
}

Schema people() {
  Schema schema;
  schema.tables.emplace_back();
  schema.tables.back().name = "people";
  for (const char* name : {"id", "mail", "nickname", "key"}) {
    schema.tables.back().columns.emplace_back();
    schema.tables.back().columns.back().name = name;
  }
  return schema;
}

Schema annotated(const std::string& text, const std::string& dialect = "sqlite") {
  grammar::Annotations annotations;
  annotations.add(text, "a.sql", dialect_named(dialect));
  Schema schema = people();
  annotations.put_into(schema);
  return schema;
}

std::string refused(const std::string& text, const std::string& dialect = "sqlite") {
  try {
    (void)annotated(text, dialect);
    return {};
  } catch (const Error& error) {
    return error.message();
  }
}

}  // namespace

TEST_CASE("Comments say what tables and columns of a text were called") {
  const Schema schema = annotated(
      "SELECT 1;\n-- @renamed from=person\nCREATE TABLE IF NOT EXISTS main.people (\n"
      "  id int CHECK (id IN (1, 2)),\n  \"MAIL\" text, -- @renamed from=email\n"
      "  -- @renamed from=nick\n  nickname text DEFAULT 'a, b',\n"
      "  key text, -- @renamed from=code\n  PRIMARY KEY (id)\n);");
  CHECK(schema.tables[0].renamed_from == "person");
  CHECK(schema.tables[0].columns[0].renamed_from.empty());
  CHECK(schema.tables[0].columns[1].renamed_from == "email");
  CHECK(schema.tables[0].columns[2].renamed_from == "nick");
  CHECK(schema.tables[0].columns[3].renamed_from == "code");
}

TEST_CASE("A column that is added later may say its old name too") {
  const Schema schema = annotated(
      "CREATE TABLE people (id int);\nALTER TABLE people ADD CONSTRAINT c CHECK (id > 0),\n"
      "  ADD COLUMN mail text; -- @renamed from=email\n");
  CHECK(schema.tables[0].columns[1].renamed_from == "email");
  CHECK(schema.tables[0].renamed_from.empty());
}

TEST_CASE("A comment beside no name, or without an old one, is refused") {
  CHECK(refused("SELECT 1; -- @renamed from=x") == "@renamed stands beside no column and no table");
  CHECK(refused("CREATE TABLE people (\n  id int,\n  KEY k (id) -- @renamed from=x\n);", "mysql") ==
        "@renamed stands beside no column and no table");
  CHECK(refused("CREATE TABLE people (\n  id int -- @renamed\n);") == "@renamed says no old name");
  CHECK(refused("SELECT '@renamed'").empty());
}

// The front of a schema's JSON, its seal, and what is left of it for a few tables.
#include "source/json_head.h"

#include <catch2/catch.hpp>

#include "source/schema_json.h"

using namespace helium;

namespace {

Schema three_tables() {
  Schema schema;
  schema.dialect = "mariadb";
  for (const char* name : {"a", "it's \"b\"\n  }", "c"}) {
    Table table;
    table.name = name;
    table.comment = "}\n  }\n \"tables\": [";
    table.columns.push_back({.name = "id"});
    schema.tables.push_back(std::move(table));
  }
  schema.unknown = {{"event", "later"}};
  return schema;
}

Digests digests() {
  return {.of = "a test", .tables = {{"a", "1"}, {"c", "3"}}, .others = "0"};
}

}  // namespace

TEST_CASE("The head of a sealed document is read, that of an edited one is not") {
  const std::string text = source::json_of(three_tables(), digests());
  const source::Head head = source::head_of_json(text);
  CHECK(head.dialect == "mariadb");
  CHECK(head.digests == digests());
  for (const auto& [from, to] : {std::pair("\"id\"", "\"ID\""), std::pair("\"1\"", "\"2\""),
                                 std::pair("later", "never"), std::pair("mariadb", "mysql")}) {
    std::string edited = text;
    edited.replace(edited.find(from), std::string(from).size(), to);
    CHECK(source::head_of_json(edited).digests.of.empty());
  }
  CHECK(source::head_of_json("").digests.of.empty());
  CHECK(source::head_of_json(text.substr(0, 60)).digests.of.empty());
}

TEST_CASE("Digests are read back whatever the tables are called, in whatever order they stand") {
  Digests written = {.of = "a \"test\", 2", .others = "0", .mark = "7,8"};
  for (const char* name :
       {"", " ", "\"", "\\", "x\": ", "x\": \"", "a\\", "\n }", "\n \"digests\": {", "ü", "\x01",
        "of", "others", "mark", "tables", "{", "},", ",", "\": \"x\","}) {
    written.tables[name] = "of " + std::to_string(written.tables.size());
  }
  Schema none;
  none.dialect = "sqlite";
  for (const Schema& schema : {three_tables(), none}) {
    const source::Head head = source::head_of_json(source::json_of(schema, written));
    CHECK(head.dialect == schema.dialect);
    CHECK(head.digests == written);
    CHECK(head.digests.mark == written.mark);
  }
  std::string moved =
      source::json_of(none, {.of = "x", .tables = {{"a", "1"}, {"b", "2"}}, .others = "0"});
  moved[moved.find("\"a\"") + 1] = 'c';
  source::seal_json(moved);
  CHECK(source::head_of_json(moved).digests.tables ==
        std::map<std::string, std::string>{{"b", "2"}, {"c", "1"}});
}

TEST_CASE("What is sealed and no such document says nothing") {
  for (const char* text :
       {"", "\n \"dialect\": ", "\n \"dialect\": \"", "\n \"dialect\": \"\\\"", "\n \"digests\": {",
        "\n \"digests\": {\n", "\n \"digests\": {\n\": \"", "\n \"digests\": {\n  \"of\": \"\\"}) {
    std::string sealed = "{\n \"sealed\": \"" + source::unsealed() + "\"," + text;
    source::seal_json(sealed);
    const source::Head head = source::head_of_json(sealed);
    CHECK(head.dialect.empty());
    CHECK(head.digests == Digests());
  }
}

TEST_CASE("A document without digests has an empty head") {
  CHECK(source::head_of_json(source::json_of(three_tables())).digests == Digests());
}

TEST_CASE("A narrowed document holds the tables that are wanted and everything else") {
  const Schema whole = three_tables();
  const std::string text = source::json_of(whole, digests());
  for (const std::set<std::string>& wanted : {std::set<std::string>{},
                                              {"a"},
                                              {"c"},
                                              {whole.tables[1].name},
                                              {"a", "c"},
                                              {"a", "c", whole.tables[1].name},
                                              {"none"}}) {
    Schema expected = whole;
    std::erase_if(expected.tables, [&](const Table& one) { return wanted.count(one.name) == 0; });
    const std::string narrowed = source::narrowed_json(text, wanted);
    CHECK(source::schema_of_json(narrowed, "x.json") == expected);
    CHECK(narrowed.find("digests") == std::string::npos);
  }
  Schema none;
  none.dialect = "sqlite";
  CHECK(source::schema_of_json(source::narrowed_json(source::json_of(none), {}), "x.json") == none);
}

TEST_CASE("Who points at a table is told from the text") {
  Schema schema = three_tables();
  schema.tables[0].foreign_keys.push_back({.name = "k", .table = schema.tables[1].name});
  schema.tables[2].foreign_keys.push_back({.name = "l", .table = "none"});
  schema.tables[2].foreign_keys.push_back({.name = "m", .table = "a"});
  const std::string text = source::json_of(schema, digests());
  using Names = std::set<std::string>;
  CHECK(source::pointing_at(text, {schema.tables[1].name}) == Names{"a"});
  CHECK(source::pointing_at(text, {"a"}) == Names{"c"});
  CHECK(source::pointing_at(text, {"a", schema.tables[1].name}) == Names{"a", "c"});
  CHECK(source::pointing_at(text, {"c"}).empty());
}

TEST_CASE("The partitions of a table, and theirs, are told from the text") {
  Schema schema = three_tables();
  schema.tables[0].partition_of = schema.tables[1].name;
  schema.tables[1].partition_of = "c";
  const std::string text = source::json_of(schema, digests());
  using Names = std::set<std::string>;
  CHECK(source::pointing_at(text, {"c"}) == Names{"a", schema.tables[1].name});
  CHECK(source::pointing_at(text, {schema.tables[1].name}) == Names{"a"});
  CHECK(source::pointing_at(text, {"a"}).empty());
}

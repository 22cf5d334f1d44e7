// Lua schemas: what is written reads back equal, and what is wrong is said at its place.
#include "source/schema_lua.h"

#include <catch2/catch.hpp>

#include "dialect/dialect.h"
#include "helium/error.h"

using namespace helium;

namespace {

struct Refusal {
  std::string message;
  std::string hint;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string source_line;
};

Refusal refusal_of(const std::string& text, const std::string& dialect = "postgresql") {
  try {
    (void)source::schema_of_lua(text, "s.lua", dialect);
    return {};
  } catch (const Error& error) {
    return {error.message(), error.hint(), error.where().line, error.where().column,
            error.source_line()};
  }
}

Column column(const std::string& name, const std::string& type) {
  Column column;
  column.name = name;
  column.type = type;
  return column;
}

Schema everything() {
  Schema schema;
  schema.dialect = "postgresql";
  schema.extensions = {{"citext", "1.6"}};
  schema.enums = {{"mood", {"sad", "it's"}, "how"}};
  schema.domains = {{.name = "positive",
                     .type = "integer",
                     .null = false,
                     .default_value = "1",
                     .checks = {{"", "VALUE > 0"}},
                     .comment = "c"}};
  schema.sequences = {{"numbers", {.type = "bigint", .start = 5, .cycle = true}, "one.id"}};
  Table one;
  one.name = "one";
  one.columns = {column("id", "bigint"), column("j", "json"), column("b", "jsonb"),
                 column("v", "vector(3)"), column("t", "timestamp(3)")};
  one.columns[0].null = false;
  one.columns[0].identity = Column::Identity::always;
  one.columns[0].sequence.start = 100;
  one.columns[1].default_value = "'{\"a\\b\": \"\n\"}'::json";
  one.columns[2].generated = Column::Generated::stored;
  one.columns[2].expression = "to_jsonb(j)";
  one.columns[3].collation = "C";
  one.primary_key = Key{.name = "one_key", .columns = {"id"}, .deferrable = true};
  one.uniques = {{.name = "u", .columns = {"j", "b"}, .nulls_equal = true}};
  one.checks = {{"", "id > 0", false}};
  one.exclusions = {{"x", "EXCLUDE USING gist (v WITH =)"}};
  ForeignKey key;
  key.name = "f";
  key.columns = {"id"};
  key.schema = "other";
  key.table = "two.three";
  key.referenced_columns = {"id"};
  key.on_delete = "set null";
  key.validated = false;
  one.foreign_keys = {key};
  TableIndex index;
  index.name = "i";
  index.parts = {
      {.text = "lower(j)", .expression = true, .descending = true, .nulls_first = false}};
  index.where = "id > 1";
  index.include = {"b"};
  index.method = "gist";
  index.valid = false;
  one.indexes = {index};
  one.options = {"unlogged"};
  one.partition_by = "range (id)";
  one.comment = "it's";
  schema.tables = {one};
  schema.views = {{.name = "v",
                   .definition = "SELECT 1\n",
                   .materialized = true,
                   .indexes = {index},
                   .options = {"a=b"},
                   .comment = "c"}};
  schema.routines = {{"procedure", "p", "integer", "CREATE ...", "c"}};
  schema.triggers = {{"t", "one", "CREATE TRIGGER ..."}};
  schema.grants = {{"table", "one", "id", "public", "select", true}};
  schema.unknown = {{"policy", "p"}};
  return schema;
}

}  // namespace

TEST_CASE("Everything that a schema can hold is written as Lua and read back equal") {
  const Schema schema = everything();
  const std::string text = source::lua_of(schema, dialect::read("postgresql"));
  const Schema again = source::schema_of_lua(text, "s.lua", "sqlite");
  CHECK(again == schema);
  CHECK_FALSE(again.written);
  CHECK(source::lua_of(again, dialect::read("postgresql")) == text);
}

TEST_CASE("Types are portable words where one says the same, else the dialect's own") {
  for (const auto& [dialect, type, word] :
       {std::tuple("postgresql", "bytea", "blob"),
        std::tuple("postgresql", "json", "postgresql:json"),
        std::tuple("postgresql", "jsonb", "json"), std::tuple("mariadb", "int", "integer"),
        std::tuple("mariadb", "text", "mariadb:text"), std::tuple("mariadb", "longtext", "text"),
        std::tuple("mariadb", "json", "mariadb:json"), std::tuple("sqlite", "integer", "integer"),
        std::tuple("sqlite", "", "sqlite:"), std::tuple("sqlite", "varchr(2)", "sqlite:varchr(2)"),
        std::tuple("mysql", "varchar(16384)", "mysql:varchar(16384)"),
        std::tuple("db2", "CLOB(1M)", "text")}) {
    Schema schema;
    schema.dialect = dialect;
    Table table;
    table.name = "t";
    table.columns = {column("c", type)};
    schema.tables = {table};
    const std::string text = source::lua_of(schema, dialect::read(dialect));
    CHECK_THAT(text, Catch::Contains("type = \"" + std::string(word) + "\""));
    CHECK(source::schema_of_lua(text, "s.lua", "sqlite") == schema);
  }
}

TEST_CASE(
    "A schema without a dialect is an author's, in the words of the side it is held against") {
  const std::string text =
      "return { tables = { { name = 'a', columns = { { name = 'id', type = 'uuid' } } } } }";
  const Schema maria = source::schema_of_lua(text, "s.lua", "mariadb");
  CHECK(maria.written);
  CHECK(maria.tables.front().columns.front().type == "char(36)");
  CHECK(maria.silent.size() == 8);
  CHECK(source::dialect_of_lua(text, "s.lua").empty());
  const Schema db2 = source::schema_of_lua(text, "s.lua", "db2");
  CHECK(db2.tables.front().name == "A");
}

TEST_CASE("A mistake in a Lua schema is told at its place, with the nearest right word") {
  const Refusal syntax =
      refusal_of("return {\n  tables = {\n    { name = 'a' columns = {} },\n  },\n}");
  CHECK(syntax.line == 3);
  CHECK(syntax.column > 1);
  CHECK_FALSE(syntax.source_line.empty());

  const std::string two =
      "return { tables = {\n"
      "  { name = 'a', columns = {\n"
      "    { name = 'id', type = 'integer' },\n"
      "  } },\n"
      "  { name = 'b', columns = {\n"
      "    { name = 'a', type = 'integer' },\n"
      "    { name = 'id', type = 'varchr(20)' },\n"
      "  } },\n"
      "} }";
  const Refusal type = refusal_of(two);
  CHECK(type.message == "a column of b: unknown type varchr(20)");
  CHECK_THAT(type.hint, Catch::StartsWith("did you mean varchar?"));
  CHECK(type.line == 7);
  CHECK(type.column == 20);
  CHECK(
      refusal_of("return { tables = { { name = 'a', columns = { { name = 'x', type = 'vector(3)' } "
                 "} } } }")
          .message.empty());

  const Refusal key = refusal_of("return {\n  tabels = {},\n}");
  CHECK(key.message == "the schema: unknown field tabels");
  CHECK(key.hint == "did you mean tables?");
  CHECK(key.line == 2);
  const Refusal field = refusal_of(
      "return { tables = {\n  { name = 'a', columns = {\n    { name = 'id', type = 'integer', nul "
      "= "
      "true },\n  } } } }");
  CHECK(field.hint == "did you mean null?");
  CHECK(field.line == 3);
  CHECK(
      refusal_of("return { tables = { { name = 'a', columns = { { name = 'x', type = 'integer' } } "
                 "},\n { name = 'a', columns = { { name = 'x', type = 'integer' } } } } }")
          .message == "a table: a is there twice");
  CHECK(refusal_of("return { dialect = 'postgres' }").hint == "did you mean postgresql?");
  CHECK(refusal_of("return 5").message == "a Lua schema returns a table, not a number");
}

TEST_CASE("A key of SQLite that may be null stays one") {
  Schema schema;
  schema.dialect = "sqlite";
  Table table;
  table.name = "t";
  table.columns = {column("id", "integer")};
  table.columns.front().identity = Column::Identity::by_default;
  table.primary_key = Key{.name = "", .columns = {"id"}};
  schema.tables = {table};
  const std::string text = source::lua_of(schema, dialect::read("sqlite"));
  CHECK(source::schema_of_lua(text, "s.lua", "sqlite") == schema);
}

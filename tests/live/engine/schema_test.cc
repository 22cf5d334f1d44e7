// What inspect tells of the sample design is enough to make it again, on every server.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "helium/engine.h"
#include "support/places.h"
#include "support/servers.h"
#include "support/text_file.h"

using namespace helium;
using Catch::Matchers::Contains;

namespace {

const std::string shop = test::source_folder() + "/migrations/shop";

using File = test::TextFile;

}  // namespace

TEST_CASE("The statements of an inspected shop make an equal shop, and its JSON reads back equal") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema first(server);
      const test::TempSchema second(server);
      Target target = first.target();
      target.designs = {shop};
      Engine engine(target);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
      const Schema schema = engine.inspect();
      CHECK(schema.tables.size() >= 10);
      CHECK(schema.unknown.empty());
      {
        const auto session = second.open({.create = true});
        for (const auto& statement : statements_for(schema)) {
          test::run(*session, statement);
        }
      }
      const Schema again = Engine(second.target()).inspect();
      CHECK(statements_for(again) == statements_for(schema));
      CHECK(again == schema);
      const File json(schema_json(schema));
      const auto difference =
          difference_between({.from = json.path(), .to = second.url(), .schema = second.schema()});
      CHECK(difference.changes.empty());
      CHECK(difference.notes.empty());
    }
  }
}

namespace {

// Names that need quotes everywhere, in each place where a name can stand.
Schema named_schema(const std::string& dialect) {
  Schema schema;
  schema.dialect = dialect;
  const std::vector<std::string> names = {"Mixed Case", "it's", "order",
                                          "\u00e4\u00f6 \u65e5\u672c", "a.b(c)"};
  for (const std::string& name : names) {
    Table table;
    table.name = name;
    for (const std::string& column : names) {
      table.columns.push_back({.name = column + " x"});
      table.columns.back().type = dialect == "sqlite" ? "integer" : "bigint";
      table.columns.back().null = false;
    }
    table.primary_key = Key{.name = "", .columns = {names.front() + " x"}};
    TableIndex index;
    index.name = name + " index";
    index.parts.push_back({.text = name + " x"});
    table.indexes.push_back(index);
    ForeignKey key;
    key.name = name + " key";
    key.columns = {"order x"};
    key.table = "a.b(c)";
    key.referenced_columns = {names.front() + " x"};
    table.foreign_keys.push_back(key);
    schema.tables.push_back(std::move(table));
  }
  std::sort(schema.tables.begin(), schema.tables.end(),
            [](const Table& a, const Table& b) { return a.name < b.name; });
  return schema;
}

SchemaDifference between(const std::string& from, const test::TempSchema& to) {
  return difference_between({.from = from, .to = to.url(), .schema = to.schema()});
}

std::string told(const SchemaDifference& difference) {
  std::string text;
  for (const auto& line : difference.changes) {
    text += line.kind + " " + line.table + "." + line.object + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE(
    "The Lua schema of the shop is equal to the shop on every server, and so is that of another") {
  std::map<std::string, std::string> told_by;
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    const test::TempSchema place(server);
    Target target = place.target();
    target.designs = {shop};
    Engine engine(target);
    REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
    INFO(server.dialect);
    CHECK(told(between(shop + "/schema.lua", place)).empty());
    const Schema schema = engine.inspect();
    const File own(schema_lua(schema), ".lua");
    const auto difference = between(own.path(), place);
    CHECK(told(difference).empty());
    CHECK(difference.notes.empty());
    told_by[server.dialect] = schema_lua(schema);
    for (const auto& [dialect, lua] : told_by) {
      INFO("as told by " << dialect);
      const File other(lua, ".lua");
      CHECK(told(between(other.path(), place)).empty());
    }
  }
}

TEST_CASE("Names that need quotes survive every form of a schema") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      {
        const auto session = place.open({.create = true});
        for (const auto& statement : statements_for(named_schema(server.dialect))) {
          test::run(*session, statement);
        }
      }
      const Schema schema = Engine(place.target()).inspect();
      REQUIRE(schema.tables.size() == 5);
      for (const auto& [text, ending] :
           {std::pair(schema_lua(schema), ".lua"), std::pair(schema_json(schema), ".json")}) {
        const File file(text, ending);
        const auto difference = between(file.path(), place);
        CHECK(told(difference).empty());
        CHECK(difference.notes.empty());
      }
      CHECK_THAT(schema_picture(schema, DiagramRequest::Form::svg), Contains("\u65e5\u672c"));
      CHECK_THAT(schema_picture(schema, DiagramRequest::Form::mermaid), Contains("Mixed Case"));
      CHECK_THAT(schema_picture(schema, DiagramRequest::Form::dbml),
                 Contains("Ref: \"Mixed Case\".\"order x\" > \"a.b(c)\".\"Mixed Case x\""));
    }
  }
}

TEST_CASE("A view of MySQL keeps the names that CREATE VIEW gave to its columns") {
  for (const auto& server : test::servers({"mysql", "mariadb"})) {
    const test::TempSchema first(server);
    const test::TempSchema second(server);
    {
      const auto session = first.open();
      test::run(*session, "CREATE VIEW v (one, two) AS SELECT 1, 1 + 1");
    }
    const auto session = second.open();
    for (const auto& statement : statements_for(Engine(first.target()).inspect())) {
      test::run(*session, statement);
    }
    const auto rows = session->ask({"SELECT one, two FROM v", {}});
    CHECK(rows.rows.size() == 1);
  }
}

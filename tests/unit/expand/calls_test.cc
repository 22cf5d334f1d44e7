// The calls of typed operations: what they mean, and what is said of a wrong one.
#include "expand/calls.h"

#include <catch2/catch.hpp>

#include "dialect/dialect.h"
#include "expand/expand.h"
#include "helium/error.h"

using namespace helium;

namespace {

const Dialect& sqlite() {
  static const Dialect dialect = dialect::read("sqlite");
  return dialect;
}

Sections sections_of(const std::string& calls) {
  Migration migration;
  migration.design = "shop";
  migration.number = 1;
  migration.path = "shop_1.lua";
  migration.text = "return { forward = function(queries)\n" + calls + "\nend }\n";
  return expand::sections(migration,
                          expand::setting({}, sqlite(), {}, [](const char*) { return nullptr; }));
}

struct Refusal {
  std::string message;
  std::string hint;
  std::uint32_t line = 0;
};

Refusal refusal_of(const std::string& calls) {
  try {
    (void)sections_of(calls);
    return {};
  } catch (const Error& error) {
    return {error.message(), error.hint(), error.where().line};
  }
}

}  // namespace

TEST_CASE("A call is an operation with the author's words, the dialect's types and its line") {
  const Sections sections = sections_of(
      "queries:add_column('person', { name = 'nick', type = 'varchar(40)', null = false,\n"
      "  default = \"''\", unique = true, references = 'name(nick)', description = 'Nicknames' })");
  REQUIRE(sections.forward_operations.size() == 1);
  const Operation& operation = sections.forward_operations.front();
  CHECK(operation.name == "add_column");
  CHECK(operation.description == "Nicknames");
  CHECK(operation.span.line == 2);
  REQUIRE(operation.wishes.size() == 3);
  const auto& added = std::get<AddColumn>(operation.wishes.front());
  CHECK(added.table == "person");
  CHECK(added.column.name == "nick");
  CHECK(added.column.type == "varchar(40)");
  CHECK_FALSE(added.column.null);
  CHECK(added.column.default_value == "''");
  const auto& key = std::get<Add<ForeignKey>>(std::get<ChangeKind>(operation.wishes.back())).object;
  CHECK(key.table == "name");
  CHECK(key.referenced_columns == std::vector<std::string>{"nick"});
  CHECK(key.name == "person_nick_fkey");
  CHECK(sections.has_reverse);
  CHECK(sections.derives_reverse);
}

TEST_CASE("SQL without a way back among operations leaves none to derive") {
  const Sections sections =
      sections_of("queries:drop_table('note')\nqueries:sql('DELETE FROM person')");
  CHECK(sections.forward_operations.size() == 2);
  CHECK_FALSE(sections.has_reverse);
  CHECK(sections_of("queries:drop_table('note')\nqueries:sql('ANALYZE', { reverse = '' })")
            .has_reverse);
}

TEST_CASE("A wrong call is refused at its line with the nearest right word") {
  const auto refused = [](const std::string& calls, const std::string& message,
                          const std::string& hint) {
    const Refusal refusal = refusal_of(calls);
    CHECK(refusal.message == message);
    CHECK(refusal.hint == hint);
    CHECK(refusal.line == 2);
  };
  refused("queries:add_colum('person', { name = 'nick', type = 'text' })",
          "there is no operation add_colum", "did you mean add_column?");
  refused("queries:add_column('person', { name = 'nick', type = 'text', nul = false })",
          "add_column: unknown field nul", "did you mean null?");
  refused("queries:add_column('person', { name = 'nick' })", "add_column: there is no type", "");
  refused("queries:drop_column('person')", "drop_column: argument 2 must be the column's name", "");
  refused("queries:rename_table('person', 'people', 'x')",
          "rename_table must be a table, not a string", "");
  refused("queries:add_column('person', { name = 'nick', type = 'text', null = 'no' })",
          "add_column: null must be true or false, not a string", "");
  refused("queries:create_table('person', { columns = { { name = 'id', typ = 'text' } } })",
          "a column of person: unknown field typ", "did you mean type?");
  refused("queries:drop_table('note', { keep = 'never' })",
          "forward: keep must be true, false or \"always\"", "");
  refused("queries.drop_table('note')",
          "drop_table: an argument is nil, or queries.drop_table(...) stands for "
          "queries:drop_table(...)",
          "");
}

TEST_CASE("Portable types are the dialect's, and others go through as they are written") {
  CHECK(expand::type_of("varchar(40)", sqlite()) == "varchar(40)");
  CHECK(expand::type_of("decimal(10, 2)", sqlite()) == "decimal(10,2)");
  CHECK(expand::type_of("uuid", sqlite()) == "text");
  CHECK(expand::type_of("vector(768)", sqlite()) == "vector(768)");
  CHECK(expand::type_of("blob", dialect::read("postgresql")) == "bytea");
  CHECK_THROWS_AS(expand::type_of("decimal(5,9)", sqlite()), Error);
}

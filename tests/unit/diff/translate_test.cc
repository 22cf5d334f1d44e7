// Expressions that mean the same, schemas of two dialects, and orders that are found in time.
#include "diff/translate.h"

#include <catch2/catch.hpp>

#include "dialect/dialect.h"
#include "diff/diff.h"
#include "diff/expression.h"
#include "source/schema_lua.h"

using namespace helium;

namespace {

std::string form(const std::string& text, const std::string& dialect) {
  return diff::form_of(text, dialect::read(dialect).lexicon);
}

Schema schema(const std::string& columns, const std::string& rest, const std::string& dialect) {
  return source::schema_of_lua(
      "return { tables = { { name = 'a', columns = { " + columns + " }, " + rest + " } } }",
      "a.lua", dialect);
}

// How many changes lie between what an author says and what a server tells.
std::size_t changes(const Schema& said, const Schema& found) {
  const auto translated =
      diff::translated(said, dialect::read(said.dialect), found, dialect::read(found.dialect));
  return diff::compare(found, translated.schema).changes.size();
}

}  // namespace

TEST_CASE("An author's expression and a server's words for it have one form") {
  for (const auto& [author, words, dialect] :
       {std::tuple("status IN ('a', 'b')",
                   "(status)::text = ANY (ARRAY[('a'::character varying)::text, "
                   "('b'::character varying)::text])",
                   "postgresql"),
        std::tuple("status IN ('a', 'b')",
                   "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character "
                   "varying])::text[]))",
                   "postgresql"),
        std::tuple("id > 0 AND price >= 0.5 OR note IS NOT NULL",
                   "(((id > 0) AND (price >= 0.5)) OR (note IS NOT NULL))", "postgresql"),
        std::tuple("a BETWEEN 1 AND 3", "((a >= 1) AND (a <= 3))", "postgresql"),
        std::tuple("name LIKE 'x%'", "((name)::text ~~ 'x%'::text)", "postgresql"),
        std::tuple("now()", "CURRENT_TIMESTAMP", "postgresql"),
        std::tuple("lower(Name) <> ''", "(lower((\"name\")::text) <> ''::text)", "postgresql"),
        std::tuple("status IN ('a')", "`status` in (_utf8mb4'a')", "mysql"),
        std::tuple("current_timestamp", "current_timestamp(3)", "mariadb"),
        std::tuple("NOT (a = 1 OR b)", "not (`a` = 1 or `b`)", "mariadb")}) {
    INFO(author);
    CHECK(form(author, dialect) == form(words, dialect));
  }
}

TEST_CASE("Expressions that mean different things keep different forms") {
  for (const auto& [one, other] :
       {std::pair("(a OR b) AND c", "a OR b AND c"), std::pair("a - (b - c)", "a - b - c"),
        std::pair("x IN (1, 2)", "x IN (1, 3)"), std::pair("'A'", "'a'"),
        std::pair("NOT x IN (1)", "x IN (1)"), std::pair("x NOT IN (1)", "x IN (1)"),
        std::pair("CASE WHEN a THEN 1 END", "CASE WHEN b THEN 1 END"),
        std::pair("a IS NULL", "a IS NOT NULL"), std::pair("now", "'now'")}) {
    INFO(one);
    CHECK(form(one, "postgresql") != form(other, "postgresql"));
  }
}

TEST_CASE("Equal tables of two dialects differ in nothing, and what differs is found") {
  const Schema postgresql = schema(
      "{ name = 'id', type = 'bigint', identity = true }, { name = 'at', type = 'timestamptz', "
      "default = 'now()' }, { name = 'ok', type = 'boolean', default = true }",
      "primary_key = { 'id' }, checks = { { name = 'c', expression = 'id > 0' } }, "
      "indexes = { { name = 'i', columns = { 'at' }, unique = true } }",
      "postgresql");
  Schema mariadb = schema(
      "{ name = 'id', type = 'bigint', identity = true }, { name = 'at', type = 'timestamptz', "
      "default = 'current_timestamp(3)' }, { name = 'ok', type = 'boolean', default = '1' }",
      "primary_key = { 'id' }, checks = { { name = 'd', expression = '`id` > 0' } }, "
      "unique = { { name = 'i', columns = { 'at' } } }, options = { 'engine=InnoDB' }",
      "mariadb");
  CHECK(changes(postgresql, mariadb) == 0);
  CHECK(changes(mariadb, postgresql) == 0);
  mariadb.tables.front().columns[1].type = "date";
  mariadb.tables.front().checks.front().expression = "`id` > 1";
  CHECK(changes(postgresql, mariadb) == 3);
}

TEST_CASE("What an author does not speak of is left as it is, and a note says so") {
  Schema found = schema("{ name = 'id', type = 'integer' }", "", "postgresql");
  found.triggers = {{"t", "a", "CREATE TRIGGER t ..."}};
  const Schema said = schema("{ name = 'id', type = 'integer' }", "", "postgresql");
  const auto translated =
      diff::translated(said, dialect::read("postgresql"), found, dialect::read("postgresql"));
  CHECK(diff::compare(found, translated.schema).changes.empty());
  CHECK(translated.notes == std::vector<std::string>{"triggers are not compared"});
}

TEST_CASE("A long chain of tables and a circle at its end are put in order in time") {
  Schema nothing;
  Schema chain;
  nothing.dialect = chain.dialect = "postgresql";
  constexpr int count = 5000;
  for (int i = 0; i < count; ++i) {
    Table table;
    table.name = "t" + std::to_string(i);
    table.columns.push_back({.name = "id"});
    ForeignKey key;
    key.columns = {"id"};
    key.name = "f";
    key.table = "t" + std::to_string(i + 1 == count ? i - 1 : i + 1);
    table.foreign_keys = {key};
    chain.tables.push_back(std::move(table));
  }
  const auto changes = diff::compare(nothing, chain).changes;
  // The two of the circle have their keys added behind them; all others wait for the next.
  CHECK(changes.size() == count + 2);
  CHECK(std::get<Add<Table>>(changes.at(count - 1).what).object.name == "t0");
  CHECK(std::holds_alternative<Add<ForeignKey>>(changes.back().what));
}

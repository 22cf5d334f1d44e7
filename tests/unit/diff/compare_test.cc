// Two schemas of which only what differs was read.
#include <catch2/catch.hpp>

#include "ddl/ddl.h"
#include "diff/diff.h"

using namespace helium;

namespace {

std::vector<std::string> words(const Schema& from, const Schema& to) {
  std::vector<std::string> all;
  for (const Change& change : diff::compare(from, to).changes) {
    const auto name = ddl::name_of(change);
    all.push_back(name.kind + " " + (name.object.empty() ? name.table : name.object));
  }
  return all;
}

Schema with(const std::string& table) {
  Schema schema;
  schema.dialect = "mariadb";
  if (!table.empty()) {
    schema.tables.emplace_back();
    schema.tables.back().name = table;
  }
  schema.triggers = {{"watch", "a", "CREATE TRIGGER watch ..."}};
  schema.grants = {{"table", "a", "", "reader", "select", false}};
  return schema;
}

}  // namespace

TEST_CASE("A trigger and a grant that went are told of a table that was not read") {
  Schema nothing;
  nothing.dialect = "mariadb";
  CHECK(words(with(""), nothing).size() == 2);
  Schema kept;
  kept.dialect = "mariadb";
  kept.tables = with("a").tables;
  CHECK(words(with("a"), kept) == words(with(""), nothing));
}

TEST_CASE("A trigger and a grant go with their table") {
  Schema nothing;
  nothing.dialect = "mariadb";
  CHECK(words(with("a"), nothing).size() == 1);
}

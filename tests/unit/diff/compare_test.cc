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

TEST_CASE("A partition that a person wrote without columns has those of its table") {
  Schema from;
  from.dialect = "postgresql";
  from.tables.resize(3);
  Table& log = from.tables[0];
  log.name = "log";
  log.partition_by = "RANGE (day)";
  log.columns.resize(1);
  log.columns[0].name = "day";
  for (const std::size_t i : {1U, 2U}) {
    from.tables[i] = log;
    from.tables[i].name = "part_" + std::to_string(i);
    from.tables[i].partition_of = from.tables[i - 1].name;
  }
  Schema to = from;
  to.tables[0].columns.resize(2);
  to.tables[0].columns[1].name = "n";
  to.tables[1].columns.clear();
  to.tables[2].columns.clear();
  CHECK(words(from, to) == std::vector<std::string>{"add_column n"});
  CHECK(words(to, from) == std::vector<std::string>{"drop_column n"});
}

TEST_CASE("What no change says of a view that is made again is told as lost") {
  Schema from;
  from.dialect = "postgresql";
  from.tables.resize(1);
  from.tables[0].name = "a";
  from.tables[0].columns.resize(1);
  from.tables[0].columns[0].name = "n";
  from.tables[0].columns[0].type = "integer";
  from.views.resize(1);
  from.views[0].name = "v";
  from.views[0].definition = "SELECT n FROM a";
  from.unknown = {{"rule", "r on v"}, {"default of the view column", "v.n"}};
  Schema to = from;
  CHECK_FALSE(diff::compare(from, to).noted);
  to.tables[0].columns[0].type = "bigint";
  const auto difference = diff::compare(from, to);
  CHECK(difference.noted);
  REQUIRE(difference.notes.size() == 4);
  CHECK(difference.notes[0] ==
        "rule r on v is lost: the view v is dropped and made again without it");
  CHECK(difference.notes[1] ==
        "default of the view column v.n is lost: the view v is dropped and made again without it");
}

// Typed operations in a plan: statements from the schema, and what nobody can foresee.
#include <catch2/catch.hpp>

#include "unit/plan/world.h"

using namespace helium;
using helium::test::World;

namespace {

Operation drop_column(const std::string& table, const std::string& name) {
  Operation operation;
  operation.name = "drop_column";
  Column column;
  column.name = name;
  operation.wishes = {ChangeKind(Drop<Column>{table, column})};
  operation.span = {.file = "shop_1.lua", .line = 3};
  return operation;
}

Column column(const std::string& name) {
  Column column;
  column.name = name;
  column.type = "text";
  return column;
}

std::string type_of_fax = "text";

plan::Live live() {
  plan::Live live;
  live.prefix = "helium_";
  live.schema.dialect = "postgresql";
  Table table;
  table.name = "person";
  table.columns = {column("id"), column("nick"), column("fax")};
  table.columns.back().type = type_of_fax;
  table.columns.front().null = false;
  table.primary_key.emplace();
  table.primary_key->name = "person_pkey";
  table.primary_key->columns = {"id"};
  live.schema.tables = {table};
  return live;
}

void make_typed(Sections& sections, const Operation& operation) {
  sections.forward.clear();
  sections.reverse.clear();
  sections.forward_operations = {operation};
  sections.derives_reverse = true;
}

World world() {
  World world;
  world.dialect.name = "postgresql";
  return world;
}

struct Planned {
  Plan plan;
  int looks = 0;
};

Planned planned(const World& world, std::uint64_t rows = 10, std::uint64_t width = 0) {
  Planned result;
  plan::Sources sources = world.answers();
  sources.schema = [&] {
    ++result.looks;
    return live();
  };
  sources.rows = [rows](const std::string&) { return rows; };
  sources.width = [width](const std::string&, const std::string&) { return width; };
  result.plan = plan::make({}, world.designs, world.ledger, world.dialect, sources);
  return result;
}

}  // namespace

TEST_CASE("A column that is dropped is kept by key, and its way back is part of the step") {
  World world = ::world();
  make_typed(world.file("shop", 1), drop_column("person", "fax"));
  const Step step = planned(world).plan.steps.at(0);
  REQUIRE(step.statements.size() == 5);
  CHECK(step.statements[0].text == R"(LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE)");
  CHECK(step.statements[1].text == R"(SELECT 1 WHERE row_security_active('"person"'))");
  CHECK(step.statements[1].expect.kind == Expectation::Kind::no_rows);
  CHECK(step.statements[2].text ==
        R"(CREATE TABLE "helium_stash_shop_1_1" AS SELECT "id", "fax" FROM "person")");
  CHECK(step.statements[3].text.find("REVOKE ALL ON \"helium_stash_shop_1_1\" FROM") !=
        std::string::npos);
  CHECK(step.statements[4].text == R"(ALTER TABLE "person" DROP COLUMN "fax")");
  CHECK(step.reversible);
  CHECK(step.typed);
  REQUIRE(step.reverse.size() == 7);
  CHECK(step.reverse[0].text == R"(ALTER TABLE "person" ADD COLUMN "fax" text)");
  CHECK(step.reverse[1].text == step.statements[1].text);
  CHECK(step.reverse[2].text == "SELECT set_config('work_mem', '128MB', true)");
  CHECK(step.reverse[3].text.find(R"(held regclass := '"person"';)") != std::string::npos);
  CHECK(
      step.reverse[4].text ==
      R"(UPDATE "person" SET "fax" = s."fax" FROM "helium_stash_shop_1_1" s WHERE s."id" = "person"."id")");
  CHECK(step.reverse[6].text == R"(DROP TABLE "helium_stash_shop_1_1")");
}

TEST_CASE("MySQL: a column that is a good part of its table comes back into rows of its length") {
  const auto way_back = [](const std::string& type, std::uint64_t width) {
    World world;
    world.dialect.name = "mysql";
    make_typed(world.file("shop", 1), drop_column("person", "fax"));
    type_of_fax = type;
    std::vector<std::string> texts;
    const Plan plan = planned(world, 10, width).plan;
    for (const Statement& one : plan.steps.at(0).reverse) {
      texts.push_back(one.text);
    }
    type_of_fax = "text";
    return texts;
  };
  const std::string stash = R"("helium_stash_shop_1_1")";
  const std::string add = R"(ALTER TABLE "person" ADD COLUMN )" + stash + " ";
  const std::string restored = stash + R"( s ON s."id" = t."id" SET t.)" + stash + R"( = s."fax")";
  const auto small = way_back("varchar(9)", 0);
  CHECK(small.at(0) == add + R"(varchar(9) NULL AFTER "nick")");
  CHECK(small.at(1) == R"(UPDATE "person" t STRAIGHT_JOIN )" + restored);
  const auto large = way_back("varchar(9)", 5);
  CHECK(large.at(0) == add + R"(varchar(9) NULL DEFAULT 'xxxxx' AFTER "nick", FORCE)");
  CHECK(large.at(1) == R"(ALTER TABLE "person" MODIFY COLUMN )" + stash + " varchar(9) NULL");
  CHECK(large.at(2) == R"(UPDATE "person" t LEFT JOIN )" + restored);
  CHECK(way_back("int", 5).at(0) == add + R"(int NULL DEFAULT 0 AFTER "nick", FORCE)");
  for (const char* type : {"text", "timestamp", "json", "enum('a','b')", "blob"}) {
    CHECK(way_back(type, 5).at(0) == add + type + R"( NULL AFTER "nick")");
  }
}

TEST_CASE("Many typed migrations need one look at the schema, and each sees those before it") {
  World world = ::world();
  make_typed(world.file("shop", 1), drop_column("person", "fax"));
  make_typed(world.file("shop", 2), drop_column("person", "nick"));
  const Planned result = planned(world);
  CHECK(result.plan.steps.size() == 2);
  CHECK(result.looks == 1);
  make_typed(world.file("shop", 3), drop_column("person", "fax"));
  CHECK_THROWS_WITH(planned(world), "drop_column: person has no column fax");
}

TEST_CASE("A migration behind SQL text that changes the schema is provisional") {
  World world = ::world();
  world.file("shop", 1);
  make_typed(world.file("shop", 2), drop_column("person", "nowhere"));
  const Plan plan = planned(world).plan;
  CHECK_FALSE(plan.steps.at(0).provisional);
  CHECK(plan.steps.at(1).provisional);
}

TEST_CASE("What is not kept has no way back, and what is too much is asked about") {
  World world = ::world();
  Operation operation = drop_column("person", "fax");
  make_typed(world.file("shop", 1), operation);
  CHECK_THROWS_WITH(planned(world, 1'000'001), Catch::Contains("more than 1000000 rows"));
  operation.keep = Keep::always;
  make_typed(world.sections.at("shop_1"), operation);
  CHECK(planned(world, 1'000'001).plan.steps.at(0).reversible);
  operation.keep = Keep::never;
  make_typed(world.sections.at("shop_1"), operation);
  const Step step = planned(world, 1'000'001).plan.steps.at(0);
  CHECK_FALSE(step.reversible);
  CHECK(step.irreversible == "keep = false: the values of fax are gone");
}

TEST_CASE("A table that gets another name has the rows that it had") {
  World world = ::world();
  Operation rename;
  rename.name = "rename_table";
  Table person;
  person.name = "person";
  rename.wishes = {ChangeKind(Rename<Table>{"", person, "people"})};
  make_typed(world.file("shop", 1), rename);
  make_typed(world.file("shop", 2), drop_column("people", "fax"));
  CHECK(planned(world).plan.steps.at(1).reversible);
  CHECK_THROWS_WITH(planned(world, 1'000'001), Catch::Contains("people has more than 1000000"));
}

TEST_CASE("MySQL: a column has another name before its values are copied, and gets it back last") {
  World world;
  world.dialect.name = "mysql";
  world.dialect.traits.ddl_in_transaction = false;
  make_typed(world.file("shop", 1), drop_column("person", "fax"));
  const Step step = planned(world).plan.steps.at(0);
  const auto begins = [](const std::vector<Statement>& statements) {
    std::vector<std::string> words;
    for (const Statement& statement : statements) {
      words.push_back(std::to_string(statement.pair) + " " + statement.text.substr(0, 6));
    }
    return words;
  };
  CHECK(begins(step.statements) ==
        std::vector<std::string>{"1 ALTER ", "2 CREATE", "3 INSERT", "4 ALTER "});
  CHECK(step.statements[0].text.find("RENAME COLUMN") != std::string::npos);
  CHECK(begins(step.reverse) ==
        std::vector<std::string>{"4 ALTER ", "4 UPDATE", "4 SELECT", "2 DROP T", "1 ALTER "});
}

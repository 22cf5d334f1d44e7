#include "helium/checkpoint.h"

#include <catch2/catch.hpp>

#include "unit/plan/world.h"

using namespace helium;
using namespace helium::test;
using Verb = Goal::Verb;

namespace {

// shop_1 to shop_3, and a checkpoint of the first two that says "by checkpoint".
struct Begun : World {
  Begun() {
    dialect.traits.ddl_in_transaction = true;
    for (const std::int64_t number : {1, 2, 3}) {
      file("shop", number);
    }
    statements = {statement("CREATE TABLE a")};
    statements.front().shape.touches = {"a"};
  }

  Plan plan(const Goal& goal) const {
    plan::Sources sources = answers();
    sources.beginning = [](const Design&, std::optional<std::int64_t> most) {
      plan::Beginning beginning;
      if (!most || *most >= 2) {
        beginning.checkpoint.emplace();
        beginning.checkpoint->design = "shop";
        beginning.checkpoint->number = 2;
        beginning.checkpoint->path = "checkpoints/shop_2.lua";
      }
      return beginning;
    };
    sources.checkpoint = [this](const Checkpoint&) {
      Sections folded;
      folded.forward = statements;
      return folded;
    };
    sources.schema = [this] {
      plan::Live live;
      live.schema.tables = tables;
      return live;
    };
    return plan::make(goal, designs, ledger, dialect, sources);
  }

  // "shop_2(1) shop_3": what a step stands for in parentheses.
  std::string steps(const Goal& goal) const {
    std::string text;
    for (const Step& step : plan(goal).steps) {
      text += (text.empty() ? "" : " ") + step.design + "_" + std::to_string(step.number);
      for (const Step& fold : step.folds) {
        text += "(" + std::to_string(fold.number) + ")";
      }
    }
    return text;
  }

  std::vector<Statement> statements;
  std::vector<Table> tables;
};

}  // namespace

TEST_CASE("What nothing ever ran of begins with its checkpoint") {
  const Begun world;
  const Plan plan = world.plan(goal(Verb::up));
  CHECK(world.steps(goal(Verb::up)) == "shop_2(1) shop_3");
  const Step& first = plan.steps.front();
  CHECK(first.statements.front().text == "CREATE TABLE a");
  CHECK(first.checksum == "sum shop_2");
  CHECK(first.reverse.front().text == "down shop_2");
  CHECK(first.folds.front().reverse.front().text == "down shop_1");
  CHECK(first.note == "by checkpoint 2");
  CHECK(world.plan(goal(Verb::up)).hash == plan.hash);
}

TEST_CASE("A checkpoint is left where it could not give what the migrations give") {
  Begun world;
  CHECK(world.steps(goal_to(Verb::up, 1)) == "shop_1");
  Goal replay = goal(Verb::up);
  replay.replay = true;
  CHECK(world.steps(replay) == "shop_1 shop_2 shop_3");
  Goal one = goal(Verb::up);
  one.steps = 1;
  CHECK(world.steps(one) == "shop_1");

  SECTION("because something ran already") {
    world.record("shop", 1, RecordState::reverted);
    CHECK(world.steps(goal(Verb::up)) == "shop_1 shop_2 shop_3");
  }
  SECTION("because one of its objects is there") {
    world.tables.emplace_back().name = "A";
    const Plan plan = world.plan(goal(Verb::up));
    CHECK(plan.steps.size() == 3);
    REQUIRE(plan.findings.size() == 1);
    CHECK(plan.findings[0].message ==
          "the checkpoint 2 of shop is not used: the schema holds a already");
  }
  SECTION("because another design has something between") {
    world.file("other", 1);
    CHECK(world.plan(goal(Verb::up)).steps.size() == 4);
  }
  SECTION("but one behind it is no trouble") {
    world.file("other", 3);
    CHECK(world.steps(goal(Verb::up)).find("shop_2(1) ") == 0);
  }
}

TEST_CASE("A checkpoint that was broken off goes on with its own statements, and for the same") {
  Begun world;
  world.dialect.traits.ddl_in_transaction = false;
  world.statements.push_back(World::statement("CREATE TABLE b"));
  Record& record = world.record("shop", 2, RecordState::started);
  record.transaction = TransactionClass::each;
  record.total = 2;
  record.done = 1;
  record.progress_hash = seal::progress_hash(world.statements, 1);
  Kept& kept = world.kept["shop_2"];
  kept.found = true;
  kept.planned = world.statements;
  kept.folds = {{1, "sum shop_1"}};
  CHECK(world.steps(goal(Verb::up)) == "shop_2(1) shop_3");
  const Plan plan = world.plan(goal(Verb::resume));
  CHECK(plan.steps.front().first == 1);
  CHECK(plan.steps.front().statements.back().text == "CREATE TABLE b");

  Goal undo = goal(Verb::resume);
  undo.undo = true;
  CHECK_THROWS_WITH(world.plan(undo),
                    "the checkpoint 2 of shop is half loaded: it has no way back");
  world.designs.front().migrations.front().checksum = "another";
  CHECK_THROWS_WITH(world.plan(goal(Verb::up)),
                    "shop_1 is another one now, and the checkpoint 2 that stands for it is half "
                    "loaded");
}

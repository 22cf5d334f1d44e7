#include <catch2/catch.hpp>

#include "unit/plan/world.h"

using namespace helium;
using namespace helium::test;
using Verb = Goal::Verb;

namespace {

World three() {
  World world;
  world.file("shop", 1);
  world.file("shop", 2);
  world.file("shop", 3);
  return world;
}

Goal limited(Goal wanted, std::uint32_t count) {
  wanted.steps = count;
  return wanted;
}

Goal steps(Verb verb, std::uint32_t count) {
  Goal made = goal(verb);
  made.steps = count;
  return made;
}

Goal everything_down() {
  Goal made = goal(Verb::down);
  made.all = true;
  return made;
}

}  // namespace

TEST_CASE("A group is refused by the name of the migration that cannot be part of one") {
  struct Row {
    const char* name;
    void (*change)(World&, Sections&);
    const char* refusal;
  };
  const Row rows[] = {
      {"it can", [](World&, Sections&) {}, ""},
      {"the dialect commits",
       [](World& world, Sections&) { world.dialect.traits.ddl_in_transaction = false; },
       "shop_1 cannot share a transaction with others: plain commits schema changes by itself"},
      {"statement by statement",
       [](World&, Sections& second) { second.transaction = TransactionWish::each; },
       "shop_2 cannot share a transaction with others: its statements do not run in one "
       "transaction "
       "themselves"},
      {"limits",
       [](World&, Sections& second) { second.limits.lock_timeout = std::chrono::seconds(1); },
       "shop_2 cannot share a transaction with others: it has limits of its own"},
      {"a setting",
       [](World&, Sections& second) {
         second.forward.front().shape.kind = Shape::Kind::session_setting;
       },
       "shop_2 cannot share a transaction with others: it changes a setting, which would reach the "
       "migrations behind it"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    World world;
    world.dialect.name = "plain";
    world.file("shop", 1);
    row.change(world, world.file("shop", 2));
    Goal all = goal(Goal::Verb::up);
    all.group = true;
    const std::string refusal = world.refusal(all);
    CHECK(refusal == (*row.refusal == '\0' ? "" : std::string("unsupported: ") + row.refusal));
  }
}

TEST_CASE("What moves follows from what is applied and what is wanted") {
  struct Case {
    const char* name;
    std::vector<std::int64_t> applied;
    Goal goal;
    const char* moves;
  };
  const std::vector<Case> cases = {
      {"up from nothing", {}, goal(Verb::up), "+shop_1 +shop_2 +shop_3"},
      {"up from the middle", {1}, goal(Verb::up), "+shop_2 +shop_3"},
      {"up when all is there", {1, 2, 3}, goal(Verb::up), ""},
      {"up to a number", {}, goal_to(Verb::up, 2), "+shop_1 +shop_2"},
      {"up by steps", {}, steps(Verb::up, 1), "+shop_1"},
      {"down takes one", {1, 2, 3}, goal(Verb::down), "-shop_3"},
      {"down by steps", {1, 2, 3}, steps(Verb::down, 2), "-shop_3 -shop_2"},
      {"down to a number keeps it", {1, 2, 3}, goal_to(Verb::down, 1), "-shop_3 -shop_2"},
      {"down to zero", {1, 2}, goal_to(Verb::down, 0), "-shop_2 -shop_1"},
      {"down all", {1, 2, 3}, everything_down(), "-shop_3 -shop_2 -shop_1"},
      {"down to a number by steps", {1, 2, 3}, limited(goal_to(Verb::down, 0), 1), "-shop_3"},
      {"down all by steps", {1, 2, 3}, limited(everything_down(), 2), "-shop_3 -shop_2"},
      {"down from nothing", {}, goal(Verb::down), ""},
      {"goto back", {1, 2, 3}, goal_to(Verb::go_to, 1), "-shop_3 -shop_2"},
      {"goto on", {1}, goal_to(Verb::go_to, 2), "+shop_2"},
      {"goto where we are", {1, 2}, goal_to(Verb::go_to, 2), ""},
      {"redo", {1, 2}, goal(Verb::redo), "-shop_2 +shop_2"},
      {"redo of two", {1, 2}, steps(Verb::redo, 2), "-shop_2 -shop_1 +shop_1 +shop_2"},
      {"resume of nothing", {1}, goal(Verb::resume), ""},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) {
      World world = three();
      for (const std::int64_t number : one.applied) {
        world.record("shop", number);
      }
      CHECK(world.moves(one.goal) == one.moves);
    }
  }
}

TEST_CASE("Pending is decided on the full set, and a file below the newest needs its flag") {
  World world = three();
  world.record("shop", 1);
  world.record("shop", 3);
  CHECK(world.refusal(goal(Verb::up)) ==
        "design: out_of_order: shop_2 is not applied, but the newer shop_3 is");
  Goal allowed = goal(Verb::up);
  allowed.out_of_order = true;
  CHECK(world.moves(allowed) == "+shop_2");
}

TEST_CASE("Changed and missing files stop up, not down") {
  World world = three();
  world.record("shop", 1).checksum = "another";
  world.record("shop", 9);
  CHECK(world.refusal(goal(Verb::up)).find("design: changed: shop_1 was changed") == 0);
  CHECK(world.refusal(goal_to(Verb::go_to, 2)).find("design: changed") == 0);
  world.kept["shop_9"] = {.found = true,
                          .reversible = true,
                          .irreversible = {},
                          .transaction = TransactionClass::whole,
                          .statements = {World::statement("kept")},
                          .forward = {}};
  Goal two = goal(Verb::down);
  two.steps = 2;
  const Plan plan = world.plan(two);
  REQUIRE(plan.steps.size() == 2);
  CHECK(plan.steps[0].statements[0].text == "kept");
  CHECK(plan.steps[1].statements[0].text == "down shop_1");
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].rule == "changed");
}

TEST_CASE("A number that no migration has is refused for every verb") {
  const World world = three();
  for (const Verb verb : {Verb::up, Verb::down, Verb::go_to}) {
    CHECK(world.refusal(goal_to(verb, 4)) == "design: no migration has the number 4");
  }
}

TEST_CASE("A migration without a reverse stops down before anything runs") {
  World world = three();
  world.sections["shop_1"].has_reverse = false;
  world.sections["shop_2"].irreversible = "the data are gone";
  world.record("shop", 1);
  CHECK(world.refusal(everything_down()) ==
        "design: shop_1 cannot be taken back: it has no reverse section");
  world.record("shop", 2);
  CHECK(world.refusal(goal(Verb::down)) ==
        "design: shop_2 cannot be taken back: the data are gone");
}

TEST_CASE("Repeatable files of a SQL folder stay when versioned migrations go down") {
  World world = three();
  world.designs[0].format = Format::sql;
  for (const std::int64_t number : {1, 2, 3}) {
    world.record("shop", number);
  }
  world.file("shop", 900).has_reverse = false;
  world.record("shop", 900).repeatable = true;
  CHECK(world.moves(goal(Verb::down)) == "-shop_3");
  CHECK(world.moves(goal_to(Verb::go_to, 1)) == "-shop_3 -shop_2");
  CHECK(world.moves(goal(Verb::redo)) == "-shop_3 +shop_3");
  const Plan plan = world.plan(everything_down());
  CHECK(plan.steps.size() == 3);
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].rule == "repeatable");
  CHECK(plan.findings[0].message == "1 repeatable migration has no way back and stays applied");
  world.designs[0].format = Format::native;  // in Lua it may have one, and its lack is told
  CHECK(world.refusal(goal(Verb::down)) ==
        "design: shop_900 cannot be taken back: it has no reverse section");
}

TEST_CASE("Designs make one order by number, and requires comes first") {
  World world;
  world.file("shop", 1).requires_ = {"users_5"};
  world.file("shop", 7);
  world.file("users", 2);
  world.file("users", 5);
  CHECK(world.moves(goal(Verb::up)) == "+users_2 +users_5 +shop_1 +shop_7");
  CHECK(world.refusal(goal_to(Verb::up, 2)) ==
        "design: shop_1 requires users_5, which is not applied and not part of this plan");
  world.sections["users_5"].requires_ = {"shop_1"};
  CHECK(world.refusal(goal(Verb::up)) ==
        "design: migrations require each other in a circle: shop_1, users_5");
  world.sections["users_5"].requires_ = {"shpo_1"};
  CHECK(world.refusal(goal(Verb::up)) ==
        "design: users_5 requires shpo_1, which no design of this target has");
}

TEST_CASE("What stays must not lose what it requires") {
  World world;
  world.file("shop", 1).requires_ = {"users_5"};
  world.file("users", 5);
  world.record("shop", 1);
  world.record("users", 5);
  CHECK(world.refusal(goal_to(Verb::down, 1)) ==
        "design: users_5 cannot be taken down: shop_1 requires it and stays");
  CHECK(world.moves(everything_down()) == "-shop_1 -users_5");
}

TEST_CASE(
    "A repeatable migration runs again when its text or its macros changed, after the others") {
  World world = three();
  world.sections["shop_1"].repeatable = true;
  Record& record = world.record("shop", 1);
  record.repeatable = true;
  record.macros_hash = "m";
  CHECK(world.moves(goal(Verb::up)) == "+shop_2 +shop_3");
  world.macros_hash = "other";
  CHECK(world.moves(goal(Verb::up)) == "+shop_2 +shop_3 +shop_1");
  world.macros_hash = "m";
  world.ledger.records[0].checksum = "old";
  CHECK(world.moves(goal(Verb::up)) == "+shop_2 +shop_3 +shop_1");
}

TEST_CASE("A repeatable migration has no place in the order of the numbers") {
  World world = three();
  world.sections["shop_2"].repeatable = true;
  world.record("shop", 1);
  Record& record = world.record("shop", 2, RecordState::reverted);
  record.repeatable = true;
  world.record("shop", 3);
  const auto standing = plan::standing(world.designs, world.ledger, world.answers());
  CHECK(standing.designs[0].pending == std::vector<std::int64_t>{2});
  CHECK(standing.designs[0].out_of_order.empty());
  CHECK(world.moves(goal(Verb::up)) == "+shop_2");
  world.sections["shop_2"].repeatable = false;  // the file says which it is, not what ran once
  CHECK(world.refusal(goal(Verb::up)) ==
        "design: out_of_order: shop_2 is not applied, but the newer shop_3 is");
}

TEST_CASE("Steps down are counted without repeatable migrations, which go before the others") {
  World world = three();
  world.sections["shop_2"].repeatable = true;
  for (const std::int64_t number : {1, 2, 3}) {
    world.record("shop", number);
  }
  world.ledger.records[1].repeatable = true;
  world.ledger.records[1].macros_hash = "m";
  CHECK(world.moves(goal(Verb::down)) == "-shop_2 -shop_3");
  CHECK(world.moves(goal(Verb::redo)) == "-shop_2 -shop_3 +shop_3 +shop_2");
  CHECK(world.moves(goal_to(Verb::down, 2)) == "-shop_3");
  CHECK(world.moves(everything_down()) == "-shop_2 -shop_3 -shop_1");
  world.sections["shop_3"].repeatable = true;
  world.ledger.records[2].repeatable = true;  // above all others it is the newest
  world.ledger.records[2].macros_hash = "m";
  CHECK(world.moves(goal(Verb::down)) == "-shop_3");
  CHECK(world.moves(goal(Verb::redo)) == "-shop_3 +shop_3");
  world.sections["shop_3"].repeatable = false;
  world.ledger.records[2].repeatable = false;
  Goal none = goal(Verb::down);
  none.steps = 0;  // all that was asked for is down
  CHECK(world.moves(none).empty());
  world.ledger.records[2].state = RecordState::reverted;
  world.ledger.records[0].state = RecordState::reverted;
  CHECK(world.moves(goal(Verb::down)) == "-shop_2");
}

TEST_CASE("The transaction class follows the dialect, the wish and the statements") {
  struct Case {
    const char* name;
    bool ddl_in_transaction;
    TransactionWish wish;
    bool outside;
    bool commits;
    TransactionClass expected;
    std::size_t findings;
  };
  const Case cases[] = {
      {"the default where schema changes roll back", true, TransactionWish::unset, false, false,
       TransactionClass::whole, 0},
      {"the default where they commit", false, TransactionWish::unset, false, true,
       TransactionClass::each, 0},
      {"each on request", true, TransactionWish::each, false, false, TransactionClass::each, 0},
      {"whole cannot hold a committing statement", false, TransactionWish::whole, false, true,
       TransactionClass::each, 1},
      {"whole for data alone", false, TransactionWish::whole, false, false, TransactionClass::whole,
       0},
      {"a statement that refuses transactions", true, TransactionWish::unset, true, false,
       TransactionClass::outside, 0},
      {"none", true, TransactionWish::none, false, false, TransactionClass::outside, 0},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) {
      World world;
      world.dialect.traits.ddl_in_transaction = one.ddl_in_transaction;
      Sections& sections = world.file("shop", 1);
      sections.transaction = one.wish;
      sections.forward[0].shape.outside = one.outside;
      sections.forward[0].shape.commits = one.commits;
      const Plan plan = world.plan(goal(Verb::up));
      CHECK(plan.steps[0].transaction == one.expected);
      CHECK(plan.findings.size() == one.findings);
    }
  }
}

TEST_CASE(
    "The author's own transaction control is refused unless there is no transaction of ours") {
  World world;
  Sections& sections = world.file("shop", 1);
  sections.forward.push_back(World::statement("COMMIT", Shape::Kind::transaction_control));
  CHECK(world.refusal(goal(Verb::up)).find("design: COMMIT is the author's own") == 0);
  sections.transaction = TransactionWish::each;
  CHECK(world.refusal(goal(Verb::up)).find("design: COMMIT") == 0);
  sections.transaction = TransactionWish::none;
  CHECK(world.refusal(goal(Verb::up)).empty());
  sections.transaction = TransactionWish::whole;
  sections.forward[1].shape.savepoint = true;
  CHECK(world.refusal(goal(Verb::up)).empty());
}

TEST_CASE("Planning twice gives the same hash, and any change another one") {
  World world = three();
  const std::string hash = world.plan(goal(Verb::up)).hash;
  CHECK(hash.size() == 64);
  CHECK(world.plan(goal(Verb::up)).hash == hash);
  CHECK(world.plan(goal_to(Verb::up, 2)).hash != hash);
  World moved = three();
  moved.ledger.heads["shop"] = {4, "head"};
  CHECK(moved.plan(goal(Verb::up)).hash != hash);
  World edited = three();
  edited.sections["shop_3"].reverse[0].text += " ";
  CHECK(edited.plan(goal(Verb::up)).hash != hash);
}

TEST_CASE("Standing names every state of a file") {
  World world = three();
  world.file("shop", 4);
  world.file("shop", 5);
  world.record("shop", 1).checksum = "another";
  world.record("shop", 2, RecordState::reverted);
  world.record("shop", 3, RecordState::failed).done = 2;
  world.record("shop", 4);
  world.record("shop", 8);
  const auto standing = plan::standing(world.designs, world.ledger, world.answers());
  REQUIRE(standing.designs.size() == 1);
  const DesignStatus& status = standing.designs[0];
  CHECK(status.applied == std::vector<std::int64_t>{1, 4, 8});
  CHECK(status.pending == std::vector<std::int64_t>{2, 5});
  CHECK(status.out_of_order == std::vector<std::int64_t>{2, 5});
  CHECK(status.changed == std::vector<std::int64_t>{1});
  CHECK(status.missing == std::vector<std::int64_t>{8});
  REQUIRE(status.partial.size() == 1);
  CHECK(status.partial[0].done == 2);
}

#include <catch2/catch.hpp>

#include "unit/plan/world.h"

using namespace helium;
using namespace helium::test;
using Verb = Goal::Verb;
using As = Goal::As;

namespace {

// shop_1 has three statements each way; `done` of them are finished.
World half_done(RecordState state, std::uint32_t done) {
  World world;
  world.dialect.traits.ddl_in_transaction = false;
  Sections& sections = world.file("shop", 1);
  sections.forward = {World::statement("CREATE a"), World::statement("CREATE b"),
                      World::statement("CREATE c")};
  sections.reverse = {World::statement("DROP c"), World::statement("DROP b"),
                      World::statement("DROP a")};
  Record& record = world.record("shop", 1, state);
  record.transaction = TransactionClass::each;
  record.total = 3;
  record.done = done;
  record.intent = state == RecordState::started ? done + 1 : 0;
  record.progress_hash = seal::progress_hash(sections.forward, done);
  Kept& kept = world.kept["shop_1"];
  kept.found = true;
  for (const Statement& statement : sections.forward) {
    kept.forward.push_back(seal::short_hash(statement));
  }
  return world;
}

Goal as(As what) {
  Goal made = goal(Verb::resume);
  made.as = what;
  return made;
}

Goal undo() {
  Goal made = goal(Verb::resume);
  made.undo = true;
  return made;
}

}  // namespace

TEST_CASE("After a refusal only resume goes on, at the exact statement") {
  const World world = half_done(RecordState::failed, 1);
  for (const Verb verb : {Verb::up, Verb::down, Verb::redo}) {
    CHECK(world.refusal(goal(verb)).find("partial: shop_1 is half done: 1 of 3") == 0);
  }
  const Plan plan = world.plan(goal(Verb::resume));
  REQUIRE(plan.steps.size() == 1);
  CHECK(plan.steps[0].kind == Step::Kind::resume);
  CHECK(plan.steps[0].first == 1);
}

TEST_CASE("After a crash the catalog says whether the statement on its way took effect") {
  World world = half_done(RecordState::started, 1);
  world.took_effect = false;
  CHECK(world.plan(goal(Verb::up)).steps.at(0).first == 1);
  world.took_effect = true;
  CHECK(world.plan(goal(Verb::up)).steps.at(0).first == 2);
  CHECK(world.plan(goal(Verb::resume)).steps.at(0).first == 2);
  CHECK(world.refusal(goal(Verb::down)).find("partial:") == 0);
}

TEST_CASE("Down goes on with a way down that a crash broke off, and takes nothing more") {
  World world = half_done(RecordState::started, 1);
  world.took_effect = false;
  Record& record = world.ledger.records[0];
  record.direction = Direction::reverse;
  record.progress_hash = seal::progress_hash(world.sections["shop_1"].reverse, 1);
  world.file("shop", 0);
  world.record("shop", 0, RecordState::applied);
  std::sort(world.ledger.records.begin(), world.ledger.records.end(),
            [](const Record& left, const Record& right) { return left.number < right.number; });
  const Plan one = world.plan(goal(Verb::down));
  REQUIRE(one.steps.size() == 1);
  CHECK(one.steps[0].kind == Step::Kind::resume);
  CHECK(one.steps[0].number == 1);
  Goal all = goal(Verb::down);
  all.all = true;
  CHECK(world.plan(all).steps.size() == 2);
}

TEST_CASE("Where nobody can know a person is asked, and the answer is kept") {
  World world = half_done(RecordState::started, 1);
  CHECK(world.refusal(goal(Verb::up)) ==
        "in doubt: nobody knows whether statement 2 of 3 of shop_1 took effect: did it?");
  CHECK(world.plan(as(As::done)).steps.at(0).first == 2);
  CHECK(world.plan(as(As::undone)).steps.at(0).first == 1);
  CHECK(world.plan(as(As::done)).steps.at(0).note == "a person says that statement 2 is done");
  const World failed = half_done(RecordState::failed, 1);
  CHECK(failed.refusal(as(As::done)).find("usage:") == 0);
}

TEST_CASE("A statement that shares a transaction with its row is never in doubt") {
  World world = half_done(RecordState::started, 1);
  world.sections["shop_1"].forward[1].shape.kind = Shape::Kind::dml;
  CHECK(world.plan(goal(Verb::up)).steps.at(0).first == 1);
}

TEST_CASE("Resume refuses when a finished statement is another one now, and says which") {
  World world = half_done(RecordState::failed, 2);
  world.sections["shop_1"].forward[1].text = "CREATE other";
  CHECK(world.refusal(goal(Verb::resume)) ==
        "design: statement 2 of 3 of shop_1 has run already, but is another one in the file now");
  world = half_done(RecordState::failed, 2);
  world.sections["shop_1"].forward[2].text = "CREATE mended";
  CHECK(world.plan(goal(Verb::resume)).steps.at(0).statements[2].text == "CREATE mended");
}

TEST_CASE("Undo runs the last statements of the reverse, one for each that stands") {
  World world = half_done(RecordState::failed, 2);
  const Plan plan = world.plan(undo());
  REQUIRE(plan.steps.size() == 1);
  const Step& step = plan.steps[0];
  CHECK(step.kind == Step::Kind::undo);
  CHECK(step.direction == Direction::reverse);
  REQUIRE(step.statements.size() == 2);
  CHECK(step.statements[0].text == "DROP b");
  CHECK(step.statements[1].text == "DROP a");
  world.sections["shop_1"].reverse.pop_back();
  CHECK(world.refusal(undo()).find("design: shop_1 cannot be taken back statement by statement") ==
        0);
}

TEST_CASE("Undo refuses a reverse that is not in the opposite order") {
  World world = half_done(RecordState::failed, 2);
  std::reverse(world.sections["shop_1"].reverse.begin(), world.sections["shop_1"].reverse.end());
  CHECK(world.refusal(undo()) ==
        "design: shop_1 cannot be taken back statement by statement: its reverse is not in the "
        "opposite order of its forward section");
}

TEST_CASE("An undo that was broken off goes on where it stopped") {
  World world = half_done(RecordState::failed, 2);
  Record& record = world.ledger.records[0];
  const auto& reverse = world.sections["shop_1"].reverse;
  record.direction = Direction::reverse;
  record.taking_back = true;
  record.total = 2;
  record.done = 1;
  record.progress_hash = seal::progress_hash({reverse[1]}, 1);
  const Step step = world.plan(goal(Verb::resume)).steps.at(0);
  CHECK(step.kind == Step::Kind::undo);
  CHECK(step.first == 1);
  REQUIRE(step.statements.size() == 2);
  CHECK(step.statements[1].text == "DROP a");
}

TEST_CASE("A reverse that was broken off is resumed and taken back alike") {
  World world = half_done(RecordState::failed, 1);
  Record& record = world.ledger.records[0];
  record.direction = Direction::reverse;
  record.progress_hash = seal::progress_hash(world.sections["shop_1"].reverse, 1);
  CHECK(world.plan(goal(Verb::resume)).steps.at(0).statements[0].text == "DROP c");
  const Step back = world.plan(undo()).steps.at(0);
  CHECK(back.direction == Direction::forward);
  REQUIRE(back.statements.size() == 1);
  CHECK(back.statements[0].text == "CREATE c");
}

TEST_CASE("What a broken-off try left is cleared first, and said") {
  World world;
  Sections& sections = world.file("shop", 1);
  sections.forward[0].shape.outside = true;
  world.clearing = {World::statement("DROP INDEX i")};
  world.clearing[0].description = "i";
  const Plan plan = world.plan(goal(Verb::up));
  REQUIRE(plan.steps.at(0).clearing.size() == 1);
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].rule == "unfinished");
  world.clearing.clear();
  CHECK(world.plan(goal(Verb::up)).hash != plan.hash);
}

TEST_CASE("Taking back, said again, goes on with taking back") {
  World world = half_done(RecordState::started, 1);
  world.took_effect = false;
  Record& record = world.ledger.records[0];
  record.direction = Direction::reverse;
  record.taking_back = true;
  record.total = 2;
  const std::vector<Statement> last_two(world.sections["shop_1"].reverse.begin() + 1,
                                        world.sections["shop_1"].reverse.end());
  record.progress_hash = seal::progress_hash(last_two, 1);
  const Plan plan = world.plan(undo());
  REQUIRE(plan.steps.size() == 1);
  CHECK(plan.steps[0].kind == Step::Kind::undo);
  CHECK(plan.steps[0].first == 1);
  CHECK(plan.steps[0].statements.size() == 2);
}

namespace {

// Three statements there, four back: the second has nothing to take back, the third two of them.
World half_done_typed(std::uint32_t done) {
  World world = half_done(RecordState::failed, done);
  Sections& sections = world.sections.at("shop_1");
  Operation operation;
  operation.name = "drop_column";
  sections.forward_operations = {operation};
  Kept& kept = world.kept["shop_1"];
  kept.reversible = true;
  kept.planned = sections.forward;
  for (std::uint32_t i = 0; i < 3; ++i) {
    kept.planned[i].pair = i + 1;
  }
  kept.statements = {World::statement("ADD c"), World::statement("FILL c"),
                     World::statement("DROP a")};
  kept.statements[0].pair = kept.statements[1].pair = 3;
  kept.statements[2].pair = 1;
  return world;
}

std::string texts(const Step& step) {
  std::string all;
  for (const Statement& statement : step.statements) {
    all += statement.text + "; ";
  }
  return all;
}

}  // namespace

TEST_CASE("Operations are taken back by what belongs to the statements that stand") {
  CHECK(texts(half_done_typed(1).plan(undo()).steps.at(0)) == "DROP a; ");
  CHECK(texts(half_done_typed(2).plan(undo()).steps.at(0)) == "DROP a; ");
  CHECK(texts(half_done_typed(3).plan(undo()).steps.at(0)) == "ADD c; FILL c; DROP a; ");
}

TEST_CASE("What belongs together is not taken back by halves") {
  World world = half_done_typed(1);
  world.kept["shop_1"].planned[1].pair = 1;
  CHECK(world.refusal(undo()).find("shop_1 cannot be taken back from where it stands") !=
        std::string::npos);
}

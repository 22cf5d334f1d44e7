#include <catch2/catch.hpp>

#include "run/run.h"
#include "support/fake_session.h"
#include "support/ledger_words.h"

using namespace helium;
using namespace helium::test;
using session::Trouble;
using Kind = Shape::Kind;

namespace {

// A runner over a fake session whose ledger answers with one row, when the test sets one.
struct Runner {
  Dialect dialect = plain_dialect();
  FakeSession session;
  Observer observer;
  run::Setting setting;
  Plan plan;
  std::vector<std::optional<std::string>> row;

  Runner() {
    setting.runner = history::runner();
    setting.retry_for = std::chrono::milliseconds(0);
    setting.runner_timeout = std::chrono::milliseconds(0);
    session.answers = [this](const session::Question& question) {
      if (question.text.find("helium_info") != std::string::npos) {
        return session::Rows{{"value"}, {{"1"}}};
      }
      const bool asks_records = question.text.find("helium_ledger") != std::string::npos;
      return asks_records && !row.empty() ? session::Rows{{}, {row}} : session::Rows{};
    };
  }

  void row_says(std::uint32_t done, std::uint32_t total) {
    row = {"shop",
           "1",
           "started",
           "forward",
           "",
           "",
           "",
           "0",
           "",
           "each",
           std::to_string(done),
           std::to_string(total),
           "",
           "0",
           "",
           "",
           "",
           "",
           "",
           setting.runner.token,
           "0",
           "",
           "0"};
  }

  run::Result go() {
    setting.store = store_of(dialect);
    return run::apply(plan, {}, session, setting, observer);
  }
};

Statement author(const std::string& text, Kind kind = Kind::ddl) {
  Statement statement = sql_statement(text, kind);
  statement.span = {.file = "shop_1.lua", .line = 5, .column = 2};
  return statement;
}

// Refuses the first unit that holds `text`, at that statement.
FakeSession::Script refusing(const std::string& text, Trouble trouble) {
  return [=](const session::Unit& unit) -> std::optional<session::UnitOutcome> {
    for (std::size_t i = 0; i < unit.statements.size(); ++i) {
      if (unit.statements[i].text == text) {
        return FakeSession::refused(unit, i, trouble);
      }
    }
    return std::nullopt;
  };
}

bool wrote_failure(const FakeSession& session) {
  return session.sent.back().statements.at(0).text.find("'failed'") != std::string::npos;
}

}  // namespace

TEST_CASE("Whole steps travel in windows and are told one by one") {
  Runner runner;
  runner.session.together = 2;
  for (int i = 1; i <= 3; ++i) {
    runner.plan.steps.push_back(plain_step(i, TransactionClass::whole, {author("A")}));
  }
  const auto result = runner.go();
  CHECK(result.report.moved.size() == 3);
  CHECK(runner.session.windows == std::vector<std::size_t>{2, 1});
}

TEST_CASE("A failed whole step leaves what came before it and runs nothing after it") {
  Runner runner;
  runner.session.together = 64;
  runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("A")}),
                       plain_step(2, TransactionClass::whole, {author("B"), author("BAD")}),
                       plain_step(3, TransactionClass::whole, {author("C")})};
  runner.session.script = refusing("BAD", Trouble::other);
  const auto result = runner.go();
  CHECK(result.report.moved.size() == 1);
  REQUIRE(result.report.failed);
  const Failed& failed = *result.report.failed;
  CHECK(failed.number == 2);
  CHECK(failed.statement == 2);
  CHECK(failed.error.fault() == Fault::database);
  CHECK(failed.error.where().line == 5);
  CHECK(failed.error.sqlstate() == "42000");
  CHECK(failed.error.statement() == "BAD");
  CHECK(result.report.state == State::clean);
  CHECK(result.report.note == "nothing of shop_2 is left; 1 migration before it stands");
  CHECK(result.report.next == "helium up, after the file is mended");
  CHECK(wrote_failure(runner.session));
}

TEST_CASE("A failed journalled step tells how far it came") {
  for (const std::uint32_t done : {0U, 1U, 2U}) {
    DYNAMIC_SECTION(done << " of 3") {
      Runner runner;
      runner.dialect.traits.ddl_in_transaction = false;
      std::vector<Statement> statements = {author("A"), author("B"), author("C")};
      statements[done].text = "BAD";
      runner.plan.steps = {plain_step(1, TransactionClass::each, statements)};
      runner.session.script = refusing("BAD", Trouble::other);
      runner.row_says(done, 3);
      const auto result = runner.go();
      REQUIRE(result.report.failed);
      CHECK(result.report.failed->statement == done + 1);
      CHECK(result.report.state == (done == 0 ? State::clean : State::needs_resume));
      CHECK(result.report.failed->error.fault() == (done == 0 ? Fault::database : Fault::partial));
      CHECK(result.report.next ==
            (done == 0 ? "helium up, after the file is mended" : "helium resume"));
      CHECK(wrote_failure(runner.session));
    }
  }
}

TEST_CASE("A lost fence is no failure: another runner moved") {
  Runner runner;
  runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("A")})};
  runner.session.script = [](const session::Unit& unit) {
    return FakeSession::refused(unit, 0, Trouble::unique_violation);
  };
  const auto result = runner.go();
  CHECK(result.moved_under_us);
  CHECK_FALSE(result.report.failed);
  CHECK(runner.session.sent.size() == 1);
}

TEST_CASE("The author's own unique violation is a failure") {
  Runner runner;
  runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("BAD", Kind::dml)})};
  runner.session.script = refusing("BAD", Trouble::unique_violation);
  const auto result = runner.go();
  CHECK_FALSE(result.moved_under_us);
  CHECK(result.report.failed);
}

TEST_CASE("Lock time-outs and deadlocks are tried again as whole units") {
  for (const Trouble trouble : {Trouble::lock_timeout, Trouble::deadlock, Trouble::left_out}) {
    Runner runner;
    runner.setting.retry_for = std::chrono::seconds(5);
    runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("A"), author("LOCKED")})};
    int left = 2;
    runner.session.script = [&](const session::Unit& unit) -> std::optional<session::UnitOutcome> {
      return left-- > 0 ? std::optional(FakeSession::refused(unit, 2, trouble)) : std::nullopt;
    };
    const auto result = runner.go();
    CHECK_FALSE(result.report.failed);
    CHECK(result.report.moved.size() == 1);
    CHECK(runner.session.sent.size() == 3);
  }
}

TEST_CASE("Inside the author's own transaction a locked statement is not tried again alone") {
  Runner runner;
  runner.setting.retry_for = std::chrono::seconds(5);
  runner.plan.steps = {plain_step(
      1, TransactionClass::outside,
      {author("BEGIN", Kind::transaction_control), author("A", Kind::dml), author("LOCKED")})};
  runner.session.script = refusing("LOCKED", Trouble::lock_timeout);
  CHECK(runner.go().report.failed);
  const auto& sent = runner.session.sent;
  CHECK(std::count_if(sent.begin(), sent.end(), [](const session::Unit& unit) {
          return unit.statements[0].text == "LOCKED";
        }) == 1);
}

TEST_CASE("A lock that is never given ends as busy, and nothing is left") {
  for (const Trouble trouble : {Trouble::lock_timeout, Trouble::left_out}) {
    Runner runner;
    runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("LOCKED")})};
    runner.session.script = refusing("LOCKED", trouble);
    const auto result = runner.go();
    REQUIRE(result.report.failed);
    CHECK(result.report.failed->error.fault() == Fault::busy);
    CHECK(result.report.state == State::clean);
  }
}

TEST_CASE("A lost connection is told as lost, and nothing more is sent") {
  Runner runner;
  runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("A")}),
                       plain_step(2, TransactionClass::whole, {author("B")})};
  runner.session.script = [](const session::Unit& unit) {
    auto outcome = FakeSession::refused(unit, 1, Trouble::connection_lost);
    outcome.state = session::UnitOutcome::State::in_doubt;
    return outcome;
  };
  const auto result = runner.go();
  CHECK(result.connection_lost);
  REQUIRE(result.report.failed);
  CHECK(result.report.failed->error.fault() == Fault::connection);
  CHECK(result.report.failed->error.connection_lost());
  CHECK(result.report.state == State::in_doubt);
  CHECK(runner.session.sent.size() == 1);
  CHECK(runner.session.asked.empty());
}

TEST_CASE("A cancelled run stops before the next window") {
  Runner runner;
  const std::atomic<bool> cancelled = true;
  runner.setting.cancelled = &cancelled;
  runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("A")})};
  const auto result = runner.go();
  REQUIRE(result.report.failed);
  CHECK(result.report.failed->error.fault() == Fault::cancelled);
  CHECK(result.report.failed->error.where().file.empty());
  CHECK(result.report.state == State::clean);
  CHECK(result.report.moved.empty());
}

TEST_CASE("A statement that runs outside transactions travels alone") {
  Runner runner;
  runner.session.together = 64;
  Statement outside = author("OUT");
  outside.shape.outside = true;
  runner.plan.steps = {
      plain_step(1, TransactionClass::outside, {author("A"), outside, author("B")})};
  CHECK(runner.go().report.moved.size() == 1);
  CHECK(runner.session.windows == std::vector<std::size_t>{2, 1, 2});
}

TEST_CASE("Journalled migrations travel together, each beginning where the one before it ends") {
  Runner runner;
  runner.dialect.traits.ddl_in_transaction = false;
  runner.session.together = 64;
  Step checked = plain_step(3, TransactionClass::each, {author("C")});
  checked.check_before = {author("CHECK", Kind::query)};
  runner.plan.steps = {plain_step(1, TransactionClass::each, {author("A")}),
                       plain_step(2, TransactionClass::each, {author("B")}), checked};
  CHECK(runner.go().report.moved.size() == 3);
  // start, A, end and start, B, end; start with its check, C, end
  CHECK(runner.session.windows == std::vector<std::size_t>{8});
  CHECK(runner.session.sent[2].statements.size() == 4);
  CHECK(runner.session.sent[4].statements.size() == 2);
}

TEST_CASE("A statement that was answered counts as done although its row could not be written") {
  Runner runner;
  runner.dialect.traits.ddl_in_transaction = false;
  runner.row_says(1, 2);
  runner.plan.steps = {plain_step(1, TransactionClass::each, {author("A"), author("B")})};
  runner.session.script = [](const session::Unit& unit) -> std::optional<session::UnitOutcome> {
    const bool end =
        unit.begin && unit.statements.back().text.find("'applied'") != std::string::npos;
    return end ? std::optional(FakeSession::refused(unit, 1, Trouble::other)) : std::nullopt;
  };
  const auto result = runner.go();
  CHECK(result.report.state == State::needs_resume);
  CHECK(result.report.note.find("2 of 2") != std::string::npos);
  CHECK(runner.session.sent.back().statements.back().text.find("done = 2") != std::string::npos);
}

TEST_CASE("A group is one unit: its refusal names the step, and nothing has moved") {
  Runner runner;
  runner.plan.steps = {plain_step(1, TransactionClass::whole, {author("A")}),
                       plain_step(2, TransactionClass::whole, {author("B"), author("C")})};
  runner.plan.group = true;
  CHECK(runner.go().report.moved.size() == 2);
  REQUIRE(runner.session.windows == std::vector<std::size_t>{1});
  CHECK(runner.session.sent[0].statements.size() == 7);
  runner.session.script = refusing("C", Trouble::other);
  const auto result = runner.go();
  REQUIRE(result.report.failed);
  CHECK(result.report.failed->number == 2);
  CHECK(result.report.failed->statement == 2);
  CHECK(result.report.moved.empty());
  CHECK(result.report.note == "nothing of shop_2 is left, nor of the other 1 of its group");
}

TEST_CASE("A check that finds rows shows them") {
  Runner runner;
  Step step = plain_step(1, TransactionClass::whole, {author("A")});
  step.check_after = {author("CHECK", Kind::query)};
  runner.plan.steps = {step};
  runner.session.script = [](const session::Unit& unit) -> std::optional<session::UnitOutcome> {
    if (unit.statements.size() < 3 || unit.statements[2].text != "CHECK") {
      return std::nullopt;
    }
    auto outcome = FakeSession::refused(unit, 2, Trouble::expectation);
    outcome.statements[2].answer = {{"7", std::nullopt}};
    return outcome;
  };
  const auto result = runner.go();
  REQUIRE(result.report.failed);
  CHECK(result.report.failed->error.message() == "no\n  7, NULL");
  CHECK(result.report.failed->statement == 0);
}

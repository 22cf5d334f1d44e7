// A session without a database: it records the units that it is given and answers as told.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "session/session.h"

namespace helium::test {

class FakeSession final : public session::Session {
 public:
  /// What happens at one unit; nothing: it succeeds.
  using Script = std::function<std::optional<session::UnitOutcome>(const session::Unit&)>;
  /// How questions are answered.
  using Answers = std::function<session::Rows(const session::Question&)>;

  Script script;
  Answers answers;
  std::size_t together = 1;
  session::Standing now = session::Standing::idle;
  std::vector<session::Unit> sent;   ///< every unit that was reached
  std::vector<std::size_t> windows;  ///< their sizes
  std::vector<session::Question> asked;

  std::vector<session::UnitOutcome> execute(std::span<const session::Unit> window) override {
    windows.push_back(window.size());
    std::vector<session::UnitOutcome> outcomes;
    bool stopped = false;
    for (const session::Unit& unit : window) {
      session::UnitOutcome outcome;
      outcome.statements.resize(unit.statements.size());
      if (!stopped) {
        sent.push_back(unit);
        const auto told = script ? script(unit) : std::nullopt;
        outcome = told ? *told : done(unit);
        stopped = outcome.state != session::UnitOutcome::State::done;
      }
      outcomes.push_back(std::move(outcome));
    }
    return outcomes;
  }

  session::Rows ask(const session::Question& question) override {
    asked.push_back(question);
    return answers ? answers(question) : session::Rows{};
  }

  void each(const std::string& text, const session::TakeCells& take) override {
    for (session::Cells& cells : ask({text, {}}).rows) {
      take(std::move(cells));
    }
  }

  session::Standing standing() const override { return now; }
  void cancel() noexcept override {}
  const session::Server& server() const noexcept override { return about; }
  std::size_t window_steps() const noexcept override { return together; }

  static session::UnitOutcome done(const session::Unit& unit) {
    session::UnitOutcome outcome;
    outcome.state = session::UnitOutcome::State::done;
    outcome.statements.resize(unit.statements.size());
    for (auto& statement : outcome.statements) {
      statement.state = session::Outcome::State::done;
    }
    return outcome;
  }

  /// The unit fails at statement `index`.
  static session::UnitOutcome refused(const session::Unit& unit, std::size_t index,
                                      session::Trouble trouble) {
    session::UnitOutcome outcome;
    outcome.state =
        unit.begin ? session::UnitOutcome::State::rolled_back : session::UnitOutcome::State::broken;
    outcome.statements.resize(unit.statements.size());
    outcome.statements[index].state = session::Outcome::State::failed;
    outcome.statements[index].error = session::ServerError{trouble, "42000", 7, "no", {}};
    return outcome;
  }

  session::Server about;
};

}  // namespace helium::test

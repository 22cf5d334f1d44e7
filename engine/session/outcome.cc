#include "session/outcome.h"

#include <utility>

#include "base/text.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

std::string counted(std::uint64_t count) {
  return count == 1 ? "1 row" : std::to_string(count) + " rows";
}

// The first warning of an outcome; notes and notices of lesser weight do not count.
const Notice* first_warning(const Outcome& outcome) noexcept {
  for (const Notice& notice : outcome.notices) {
    if (base::same_word(notice.severity, "WARNING") || base::same_word(notice.severity, "ERROR")) {
      return &notice;
    }
  }
  return nullptr;
}

// The standard refusal, or nothing when the outcome is as expected.
std::optional<std::string> complaint(const Expectation& expect, const Outcome& outcome) {
  switch (expect.kind) {
    case Expectation::Kind::anything:
      return std::nullopt;
    case Expectation::Kind::no_rows:
      if (outcome.rows == 0) {
        return std::nullopt;
      }
      return "expected no rows, got " + std::to_string(outcome.rows);
    case Expectation::Kind::row_count:
      if (outcome.rows == expect.rows) {
        return std::nullopt;
      }
      return "expected " + counted(expect.rows) + ", got " + std::to_string(outcome.rows);
    case Expectation::Kind::no_warning:
      if (const Notice* warning = first_warning(outcome)) {
        return "expected no warning, got: " + warning->message;
      }
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

const Outcome* UnitOutcome::failure() const noexcept {
  for (const Outcome& outcome : statements) {
    if (outcome.state == Outcome::State::failed || outcome.state == Outcome::State::unknown) {
      return &outcome;
    }
  }
  return nullptr;
}

bool is_barrier(const Statement& statement) noexcept {
  return statement.expect.kind != Expectation::Kind::anything;
}

bool wants_row(const Statement& statement, const Outcome& outcome) noexcept {
  return is_barrier(statement) && outcome.answer.size() < most_answer_rows;
}

std::string answer_cell(std::string_view raw) {
  return server_text(raw.substr(0, longest_answer_cell));
}

void add_notice(Outcome& outcome, const Statement& statement, Notice notice) {
  if (outcome.notices.size() >= most_notices) {
    return;
  }
  if (!notice.where.known()) {
    notice.where = statement.span;
  }
  outcome.notices.push_back(std::move(notice));
}

std::optional<ServerError> broken_expectation(const Statement& statement, const Outcome& outcome) {
  const std::optional<std::string> standard = complaint(statement.expect, outcome);
  if (!standard) {
    return std::nullopt;
  }
  ServerError error;
  error.trouble = Trouble::expectation;
  error.message = statement.expect.refusal.empty() ? *standard : statement.expect.refusal;
  return error;
}

UnitOutcome unrun(const Unit& unit) {
  UnitOutcome outcome;
  outcome.statements.resize(unit.statements.size());
  return outcome;
}

void fail(Outcome& outcome, ServerError error) {
  outcome.state = Outcome::State::failed;
  outcome.error = std::move(error);
}

}  // namespace helium::session

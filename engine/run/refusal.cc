#include "run/refusal.h"

#include "base/log.h"
#include "base/text.h"

namespace helium::run {
namespace {

using session::Trouble;

Fault fault_of(Trouble trouble, Left left) {
  if (trouble == Trouble::connection_lost) {
    return Fault::connection;
  }
  if (left == Left::unknown) {
    return Fault::in_doubt;
  }
  if (left == Left::part) {
    return Fault::partial;
  }
  switch (trouble) {
    case Trouble::cancelled:
      return Fault::cancelled;
    case Trouble::lock_timeout:
    case Trouble::left_out:
      return Fault::busy;
    case Trouble::read_only:
      return Fault::refused;
    default:
      return Fault::database;
  }
}

// The first rows that a check found, so that a person sees what is wrong.
std::string rows_of(const session::Outcome& outcome) {
  std::string text;
  for (const auto& row : outcome.answer) {
    std::string line;
    for (const auto& cell : row) {
      line += (line.empty() ? "" : ", ") + (cell ? base::printable(*cell) : std::string("NULL"));
    }
    text += "\n  " + line;
  }
  return text;
}

}  // namespace

Refusal refusal_of(const session::Unit& unit, const session::UnitOutcome& outcome) {
  Refusal refusal;
  refusal.in_doubt = outcome.state == session::UnitOutcome::State::in_doubt;
  if (outcome.error) {
    refusal.said = *outcome.error;
  }
  for (std::size_t i = 0; i < outcome.statements.size() && i < unit.statements.size(); ++i) {
    const session::Outcome& one = outcome.statements[i];
    const bool bad = one.state == session::Outcome::State::failed ||
                     one.state == session::Outcome::State::unknown;
    if (!bad) {
      continue;
    }
    refusal.statement = &unit.statements[i];
    refusal.outcome = &one;
    refusal.index = i;
    if (one.error) {
      refusal.said = *one.error;
    }
    break;
  }
  if (refusal.said.message.empty()) {
    refusal.said.message = refusal.in_doubt ? "the connection was lost" : "the server said nothing";
    refusal.said.trouble = refusal.in_doubt ? Trouble::connection_lost : refusal.said.trouble;
  }
  return refusal;
}

Error error_of(const Refusal& refusal, Left left) {
  std::string message = refusal.said.message;
  const bool answered = refusal.outcome != nullptr && refusal.said.trouble == Trouble::expectation;
  if (answered) {
    message += rows_of(*refusal.outcome);
  }
  Error error(fault_of(refusal.said.trouble, left), message);
  error = error.saying(refusal.said.sqlstate, refusal.said.native_code);
  if (refusal.statement != nullptr) {
    error = error.running(refusal.statement->text);
    error = error.at(refusal.said.position ? place_of(*refusal.statement, *refusal.said.position)
                                           : refusal.statement->span);
  }
  return refusal.said.trouble == Trouble::connection_lost ? error.losing_connection() : error;
}

Error with_unfinished(Error error, const Statement& statement, session::Session& session,
                      const history::Store& store) {
  try {
    for (const Statement& drop : history::clearing(session, store, statement)) {
      error = error.noting("it leaves the invalid index " + drop.description +
                           "; the next run drops it first");
    }
  } catch (const Error& unseen) {
    base::log_info("what it left cannot be seen: " + unseen.message());
  }
  return error;
}

std::size_t step_at(const Place& place, const Refusal& refusal) {
  const bool known = refusal.statement != nullptr && refusal.index < place.members.size();
  return known ? place.members[refusal.index] : place.step;
}

std::uint32_t number_of(const Place& place, const Refusal& refusal) {
  const bool known = refusal.statement != nullptr && refusal.index < place.numbers.size();
  return known ? place.numbers[refusal.index] : 0;
}

}  // namespace helium::run

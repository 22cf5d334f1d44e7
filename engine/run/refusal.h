// A server's words become an Error with the author's place, and one line about what is left.
#pragma once

#include <cstdint>
#include <string>

#include "helium/plan.h"
#include "helium/report.h"
#include "history/history.h"
#include "run/course.h"
#include "session/session.h"

namespace helium::run {

/// What went wrong in one unit.
struct Refusal {
  session::ServerError said;
  const Statement* statement = nullptr;       ///< nullptr: begin or commit
  const session::Outcome* outcome = nullptr;  ///< of that statement
  std::size_t index = 0;                      ///< of that statement in its unit
  bool in_doubt = false;                      ///< the line broke, nobody knows how it ended
};

/// The refusal of a unit that is not done; `said` is filled even when the session said nothing.
[[nodiscard]] Refusal refusal_of(const session::Unit& unit, const session::UnitOutcome& outcome);

/// What stands of a step after its refusal.
enum class Left { nothing, part, unknown };

/// The Error for the report: kind of fault by trouble and by what is left, place, words, codes.
[[nodiscard]] Error error_of(const Refusal& refusal, Left left);

/// The error with what a refused CREATE INDEX CONCURRENTLY leaves: no part of the migration, but
/// there.
[[nodiscard]] Error with_unfinished(Error error, const Statement& statement,
                                    session::Session& session, const history::Store& store);

/// The step in the plan that a refusal of the unit at `place` belongs to.
[[nodiscard]] std::size_t step_at(const Place& place, const Refusal& refusal);

/// Which of the author's statements was refused; 0: one of ours.
[[nodiscard]] std::uint32_t number_of(const Place& place, const Refusal& refusal);

}  // namespace helium::run

// How an Outcome grows while a server answers: bounded rows, bounded notices, and the check of what
// the statement was expected to answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"

namespace helium::session {

inline constexpr std::size_t most_answer_rows = 3;        ///< kept of a barrier's answer
inline constexpr std::size_t longest_answer_cell = 1024;  ///< bytes kept of one value
inline constexpr std::size_t most_notices = 100;          ///< kept of one statement

/// True while an outcome still takes rows into its answer. Only barriers keep rows.
[[nodiscard]] bool wants_row(const Statement& statement, const Outcome& outcome) noexcept;

/// One value of an answer, cut and without escapes.
[[nodiscard]] std::string answer_cell(std::string_view raw);

/// The notices with one more, placed at the statement; beyond most_notices the list stays as it is.
void add_notice(Outcome& outcome, const Statement& statement, Notice notice);

/// What is wrong with a finished outcome when it does not hold what the statement expects.
[[nodiscard]] std::optional<ServerError> broken_expectation(const Statement& statement,
                                                            const Outcome& outcome);

/// True when nothing after the statement may be sent before its outcome was read.
[[nodiscard]] bool is_barrier(const Statement& statement) noexcept;

/// The outcomes of a unit before anything ran: one unrun Outcome for each statement.
[[nodiscard]] UnitOutcome unrun(const Unit& unit);

/// Marks a statement as refused.
void fail(Outcome& outcome, ServerError error);

}  // namespace helium::session

// The SOCI door, the same for every backend: our own text, values bound as text, every column
// fetched as text.
#pragma once

#include "session/session.h"

namespace soci {
class session;
}

namespace helium::session {

/// Asks through SOCI's backend interface and gives each row to `take`; the names of the columns.
/// The interface is used directly, because soci::row would read numbers and dates in SOCI's own
/// types and damage them (a SQLite INTEGER becomes 32 bits), and because soci::statement writes
/// text and values into its exceptions. Throws soci::soci_error for what the server says,
/// Error(bug) for a column whose type SOCI does not know and that was not cast.
std::vector<std::string> each_through(soci::session& soci, const Question& question,
                                      const TakeCells& take);
/// All rows at once.
[[nodiscard]] Rows ask_through(soci::session& soci, const Question& question);

}  // namespace helium::session

// Computed columns that are dropped and added, and what goes with them.
#pragma once

#include <string>

#include "helium/change.h"

namespace helium::diff {

/// Adds to `changes`, whose order says nothing yet. PostgreSQL changes and drops no column that
/// another is computed from: that one is dropped before and added behind. What stands on a column
/// that is dropped and added (there, and where another kind of computing comes on MySQL and
/// MariaDB) goes with it: its indexes, keys, checks and rights are made again.
void computed_again(Changes& changes, const Schema& from, const Schema& to);

/// Whether the statements of such a change drop the column and add it, at the end of its table.
[[nodiscard]] bool is_made_anew(const std::string& dialect, const Column& before,
                                const Column& after);

}  // namespace helium::diff

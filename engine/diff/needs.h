// Objects of PostgreSQL and the routines that they call, or that call for them.
#pragma once

#include "helium/change.h"

namespace helium::diff {

/// Takes checks, indexes and defaults out of tables that are made or dropped where they call a
/// routine that is so too and has to be behind the tables.
void part_callers(Changes& changes);

/// `changes`, which are in the order of their kinds, each behind what it needs: routines before
/// what calls them and behind what they take, give and read; the other way round for what goes.
[[nodiscard]] Changes needs_first(Changes changes, const Schema& from);

}  // namespace helium::diff

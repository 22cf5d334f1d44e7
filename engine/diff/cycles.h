// Tables that point at each other.
#pragma once

#include "helium/change.h"

namespace helium::diff {

/// Foreign keys of tables that are made or dropped become changes of their own where two tables
/// point at each other, or at what a table gets only behind the new one. SQLite checks no reference
/// when a table is made, and cannot add one later.
void part_foreign_keys(Changes& changes, const Schema& from);

}  // namespace helium::diff

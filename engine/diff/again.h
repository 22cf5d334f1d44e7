// What stands in the way of a change and stays: it is dropped first, and made again behind.
#pragma once

#include "helium/change.h"

namespace helium::diff {

/// Adds to `changes`, whose order says nothing yet, what makes way for them. `from` is the schema
/// that they start from, under the new names of renamed tables and columns.
///
/// Views, where the dialect needs that, with their grants and triggers; a view that is altered is
/// among them. PostgreSQL, which follows what stands on what: routines that hold a view or read a
/// column in a parsed body; defaults, checks, indexes, generated columns and triggers that call a
/// routine which goes or is no more what it was; triggers that name a column that gets another
/// type; columns that are computed from one. Where a computed column is made anew, what stands on
/// it.
void made_again(Changes& changes, const Schema& from, const Schema& to);

}  // namespace helium::diff

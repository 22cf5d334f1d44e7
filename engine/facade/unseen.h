// Planning for nobody's database: what a design says about tables that only a database has cannot
// be checked, and is told; everything else is refused as ever.
#pragma once

#include "facade/work.h"

namespace helium::facade {

/// What planning every migration for an empty place finds and refuses. An operation on a table that
/// no migration makes, and that no name of theirs is near to, becomes a note, and its migration is
/// passed over; so are those behind it that fail on a table that it names.
[[nodiscard]] Findings planned_unseen(Work& work);

/// An error as a finding.
[[nodiscard]] Finding finding_of(const Error& error);

}  // namespace helium::facade

// What waits for an undo, as the catalog and the ledger tell it.
#pragma once

#include <vector>

#include "facade/work.h"
#include "helium/stash.h"

namespace helium::facade {

/// Names and bytes alone, for a look in passing. Empty where the server does not tell what it
/// holds.
[[nodiscard]] std::vector<Stash> stashes_in_passing(Work& work);

/// Finds out whose a stash is and what of: its name says whose it may be, and what the ledger kept
/// of a migration says whose it is.
void find_owner(Work& work, const Ledger& ledger, Stash& stash);

/// The stashes that are meant, with all that is known of them. Throws Error(usage) for a name that
/// is none, Error(unsupported) where the server does not tell what it holds.
[[nodiscard]] std::vector<Stash> stashes(Work& work, const Ledger& ledger,
                                         const StashChoice& choice);

}  // namespace helium::facade

// New columns come last; another order is told, not forced.
#pragma once

#include <string>
#include <vector>

#include "helium/change.h"

namespace helium::diff {

/// The tables of both sides whose columns stand in another order behind `changes` than in `to`.
/// `from` has the partitions as their tables leave them.
[[nodiscard]] std::vector<std::string> otherwise_ordered(const Changes& changes, const Schema& from,
                                                         const Schema& to);

}  // namespace helium::diff

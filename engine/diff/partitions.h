// Partitions have from their table what it gets, and are compared behind it for the rest.
#pragma once

#include <utility>
#include <vector>

#include "helium/change.h"

namespace helium::diff {

/// The tables that both sides have, each before its partitions.
[[nodiscard]] std::vector<std::pair<const Table*, const Table*>> kept_tables(const Schema& from,
                                                                             const Schema& to);

/// A partition's own default may not fit the new type of its table's column: what takes it away
/// before `before` becomes `after`. Who compares the partition behind that finds that it has none.
[[nodiscard]] Changes own_defaults_away(const Schema& from, const Schema& to, const Table& before,
                                        const Table& after);

}  // namespace helium::diff

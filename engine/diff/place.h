// Where a change stands among all.
#pragma once

#include <string>
#include <tuple>

#include "ddl/together.h"
#include "diff/foreign_keys.h"

namespace helium::diff {

/// Smaller runs earlier. What belongs to one statement stands together, where keys are added.
[[nodiscard]] std::tuple<int, std::string, int> place_of(const Change& change,
                                                         const IndexNames& late,
                                                         const ddl::Together& together);

}  // namespace helium::diff

// The numbers of a design's next files, in the folder's own style.
#pragma once

#include <cstdint>
#include <string>

#include "helium/design.h"

namespace helium::design {

/// The number of the first migration of a folder.
inline constexpr std::int64_t first_number = 1000;

/// `shop_0042`: padded to as many digits as the newest file has.
[[nodiscard]] std::string written(const Design& design, std::int64_t number);

/// The distance that the folder keeps between its numbers; at least 1.
[[nodiscard]] std::int64_t step_of(const Design& design);

/// The next number above this one: a time stamp stays a time stamp, else the folder's step.
/// Throws Error(design) when there is none.
[[nodiscard]] std::int64_t next_after(const Design& design, std::int64_t number);

}  // namespace helium::design

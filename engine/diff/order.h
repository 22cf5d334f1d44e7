// The order in which changes can run.
#pragma once

#include "helium/change.h"

namespace helium::diff {

/// Puts changes into an order in which each finds what it needs. Foreign keys of tables that are
/// made or dropped become changes of their own where two tables point at each other; views that
/// stand on what changes are dropped first and made again behind it where the dialect needs that.
[[nodiscard]] Changes in_order(Changes changes, const Schema& from, const Schema& to);

}  // namespace helium::diff

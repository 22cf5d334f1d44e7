// What is not compared goes with an object that is made again.
#pragma once

#include <string>
#include <vector>

#include "helium/change.h"

namespace helium::diff {

/// Notes of what the catalog of PostgreSQL has of objects that `changes` drop and make again, and
/// that no change says: rules of a view and defaults of its columns.
[[nodiscard]] std::vector<std::string> lost_with(const Changes& changes, const Schema& from);

}  // namespace helium::diff

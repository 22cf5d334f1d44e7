// Statements that change nothing when they run again.
#pragma once

#include <string>

#include "helium/dialect.h"

namespace helium::generate {

/// The statement with IF EXISTS or IF NOT EXISTS where the dialect has it. Throws
/// Error(unsupported) for one that would fail the second time.
[[nodiscard]] std::string said_twice(const std::string& statement, const Dialect& dialect);

}  // namespace helium::generate

// String literals that are longer than the server reads travel as bound values.
#pragma once

#include "helium/dialect.h"
#include "helium/statement.h"

namespace helium::expand {

/// The statement with a `?` and a value for every literal that the dialect's limit does not let
/// pass. Only in data statements: elsewhere a server takes no markers. Anchors follow.
[[nodiscard]] Statement with_bound_literals(const Statement& statement, const Dialect& dialect);

}  // namespace helium::expand

// A statement of a folder, fitted to a server that has no extension of its own.
#pragma once

#include <optional>

#include "helium/dialect.h"
#include "helium/finding.h"
#include "helium/statement.h"

namespace helium::folder {

/// What becomes of one statement: nothing when it would only bring in a server library; a finding
/// then says so.
struct Fitted {
  std::optional<Statement> statement;
  Findings findings;
};

/// Compressed texts are decoded on our side, on Db2 all sealed ones travel as values; DROP_CHECK
/// becomes a statement with an expectation, in every dialect's way of refusing.
[[nodiscard]] Fitted fitted(Statement statement, const Dialect& dialect);

}  // namespace helium::folder

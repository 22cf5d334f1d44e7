// What servers say of types and checks, in one form.
#pragma once

#include <string>

#include "helium/dialect.h"

namespace helium::catalog {

/// A type in the dialect's shorter words: `character varying(20)` is `varchar(20)`. Lower case but
/// for what stands in quotes.
[[nodiscard]] std::string canonical_type(const std::string& type, const Dialect& dialect);

/// The expression alone: `CHECK ((a > 0)) NOT VALID` is `a > 0`, and so is `(a > 0)`.
[[nodiscard]] std::string check_text(std::string expression);

/// PostgreSQL tells `name IN ('a', 'b')` of a varchar as a cast of an array, and what it told as an
/// array of casts; this writes the second for the first, so that both compare equal.
[[nodiscard]] std::string settled_arrays(std::string expression);

}  // namespace helium::catalog

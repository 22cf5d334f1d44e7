// What the catalog says of the objects that a statement names, as SQL inside other statements.
#pragma once

#include <string>

#include "history/words.h"

namespace helium::history {

/// A scalar SQL expression; "" when the statement names nothing or the dialect has no text for it.
[[nodiscard]] std::string fingerprint_expression(const Words& words, const Statement& statement);

}  // namespace helium::history

// What kind of statement a text is, and which objects it names: read from its tokens, never guessed
// from substrings.
#pragma once

#include <string>
#include <string_view>

#include "helium/lexicon.h"
#include "helium/statement.h"

namespace helium::sql {

/// The shape of one statement. Patterns of the lexicon are words separated by blanks; `*` stands
/// for any number of words up to the next named one: "CREATE * INDEX CONCURRENTLY", "ALTER TYPE *
/// ADD VALUE".
[[nodiscard]] Shape shape_of(std::string_view statement, const Lexicon& lexicon);

}  // namespace helium::sql

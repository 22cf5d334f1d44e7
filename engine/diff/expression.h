// One form for expressions that mean the same and are spelt differently: by an author, and by each
// server when it tells what it keeps. Parentheses that change nothing, casts that a server adds,
// quotes and case of names, IN and = ANY (ARRAY[...]), BETWEEN and its two comparisons, NOW() and
// CURRENT_TIMESTAMP are no differences. What is not understood is compared word by word.
#pragma once

#include <string>
#include <string_view>

#include "helium/lexicon.h"

namespace helium::diff {

/// The form; equal for equal meanings as far as this knows, never equal for different ones.
[[nodiscard]] std::string form_of(std::string_view expression, const Lexicon& lexicon);

}  // namespace helium::diff

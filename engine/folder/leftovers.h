// Macro names that nothing gave a value, and what only looks like one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "helium/lexicon.h"

namespace helium::folder {

/// What was left in one text: `${NAME}` and `{$NAME}` as they stand there, each once. Inside sealed
/// texts they may belong to the text itself, as in JavaScript.
struct Leftovers {
  std::vector<std::string> in_sql;
  std::vector<std::string> sealed;
};
[[nodiscard]] Leftovers leftovers_of(std::string_view sql, const Lexicon& lexicon);

}  // namespace helium::folder

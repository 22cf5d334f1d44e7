// Which objects a statement names: the tables, indexes, views and routines it acts on.
#pragma once

#include <string>
#include <vector>

#include "sql/words.h"

namespace helium::sql {

/// Names as spelt, without schema, each once, in the order of the text.
[[nodiscard]] std::vector<std::string> names_touched(const std::vector<Word>& words);

}  // namespace helium::sql

// The text of a checkpoint: a native migration with the statements of each dialect, and the head
// that design/checkpoint.h reads. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "helium/checkpoint.h"

namespace helium::generate {

/// What the file holds for one dialect.
struct Folded {
  std::vector<std::string> statements;
  std::string schema;  ///< in which they were found; in the file it is a macro
  std::string macros;  ///< hash of the macros under which the migrations were run
  std::string where;   ///< "PostgreSQL 15.4"
};

/// The text with another word for each time that it says in which schema something is.
[[nodiscard]] std::string with_schema(std::string text, const std::string& schema,
                                      std::string_view word);

/// The text of the file; of `checkpoint` only design, number and folds are asked.
[[nodiscard]] std::string checkpoint_page(const Checkpoint& checkpoint,
                                          const std::map<std::string, Folded>& dialects,
                                          const std::string& date);

}  // namespace helium::generate

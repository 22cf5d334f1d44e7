// The text of a checkpoint: a native migration with the statements of each dialect, and the head
// that design/checkpoint.h reads. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "helium/checkpoint.h"

namespace helium::generate {

/// What the file holds for one dialect.
struct Folded {
  std::vector<std::string> statements;
  std::string macros;  ///< hash of the macros under which the migrations were run
  std::string where;   ///< "PostgreSQL 15.4"
};

/// The text of the file; of `checkpoint` only design, number and folds are asked.
[[nodiscard]] std::string checkpoint_page(const Checkpoint& checkpoint,
                                          const std::map<std::string, Folded>& dialects,
                                          const std::string& date);

}  // namespace helium::generate

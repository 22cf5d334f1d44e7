// How a folder spells its SQL: which case, which quotes.
#pragma once

#include <string>

#include "helium/design.h"
#include "helium/dialect.h"

namespace helium::generate {

struct Spelling {
  bool upper_words = true;   ///< CREATE TABLE, not create table
  bool upper_types = false;  ///< VARCHAR(20), not varchar(20)
  bool quotes = false;       ///< "users", where users would do
};

/// What most of the folder's statements do.
[[nodiscard]] Spelling spelling_of(const Design& design, const Dialect& dialect);

/// The statement, spelt that way.
[[nodiscard]] std::string spelt(const std::string& statement, const Spelling& spelling,
                                const Dialect& dialect);

}  // namespace helium::generate

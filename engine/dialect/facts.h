// What a dialect file says, taken out of the table that it returned.
#pragma once

#include <string>

#include "helium/dialect.h"
#include "lua/state.h"

namespace helium::dialect {

/// A table that a dialect file returned, with the file's name for messages.
struct Facts {
  std::string file;
  const lua::Table* table = nullptr;
};

/// Every field as text; numbers are written out. Throws Error(script) for any other kind.
[[nodiscard]] Texts texts_of(const Facts& facts);

/// The members of Lexicon. Throws Error(script) for an unknown key, with the nearest right one, and
/// for a value of the wrong kind.
[[nodiscard]] Lexicon lexicon_of(const Facts& facts);

/// The members of Traits; all of them must be there.
[[nodiscard]] Traits traits_of(const Facts& facts);

/// The field `name`, which must be a table.
[[nodiscard]] Facts inner(const Facts& facts, const std::string& name);

}  // namespace helium::dialect

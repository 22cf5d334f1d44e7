// Reads dialects/<name>/ into a Dialect.
//
// A dialect is six Lua files that return tables of text and facts; no file decides anything:
//
//   lexicon.lua  how tokens are spelt; the keys are the members of Lexicon
//   types.lua    { types = portable type -> the dialect's, traits = members of Traits }
//   macros.lua   macro -> text; wins over macros/*.lua, the portable macros of the house
//   history.lua  texts of the ledger
//   locks.lua    texts of the session lock
//   catalog.lua  questions to the server's catalog
//
// All of them are read at once, and a wrong key or kind of value is an error with the file's name:
// a dialect is complete and right, or it is not there.
#pragma once

#include <string>
#include <string_view>

#include "helium/dialect.h"

namespace helium::dialect {

/// The dialect of that name from the baked files, or from `home` where a disk copy exists. Throws
/// Error(usage) with the nearest name for an unknown one, Error(script) when a file is wrong.
[[nodiscard]] Dialect read(std::string_view name, const std::string& home = {});

}  // namespace helium::dialect

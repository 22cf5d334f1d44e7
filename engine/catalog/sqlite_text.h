// SQLite keeps the statements that made its tables and indexes, and changes their text with every
// ALTER: that text is the catalog. Only what SQLite itself accepted is read here, so nothing is
// checked twice.
#pragma once

#include <optional>
#include <string_view>

#include "helium/lexicon.h"
#include "helium/schema.h"

namespace helium::catalog {

/// The table that a CREATE TABLE makes.
[[nodiscard]] Table sqlite_table(std::string_view text, const Lexicon& lexicon);

/// The index that a CREATE INDEX makes.
[[nodiscard]] TableIndex sqlite_index(std::string_view text, const Lexicon& lexicon);

/// The query behind CREATE VIEW name (...) AS, with the names of the columns where some were given.
[[nodiscard]] std::string view_query(std::string_view text, const Lexicon& lexicon);

}  // namespace helium::catalog

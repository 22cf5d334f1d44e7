// What the statements of a section do to the things of a database, as far as their words tell.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/span.h"
#include "helium/statement.h"

namespace helium::folder {

/// A thing of a database. Names are lower case, without their schema.
struct Thing {
  enum class Kind { table, view, column, index };
  Kind kind = Kind::table;
  std::string table;  ///< of a column, of an index where it is told; else empty
  std::string name;
  // clang-tidy 14 takes a 0 in what the compiler writes here for a pointer.
  friend auto operator<=>(const Thing&, const Thing&) = default;  // NOLINT(modernize-use-nullptr)
};

/// "table berths", "column berths.name", "index by_name".
[[nodiscard]] std::string name_of(const Thing& thing);

/// Each with its first place.
using Things = std::map<Thing, Span>;

struct Deeds {
  Things created;
  Things dropped;
  Things filled;         ///< tables that rows came into
  Things emptied;        ///< tables that rows were deleted from
  bool renames = false;  ///< names moved: who is who cannot be told
  bool unless = false;   ///< IF EXISTS, IF NOT EXISTS, OR REPLACE: does no harm when repeated
};

/// Reads CREATE, ALTER TABLE, DROP, INSERT and DELETE; bodies of routines are not looked into.
[[nodiscard]] Deeds deeds_of(const std::vector<Statement>& statements, const Lexicon& lexicon);

}  // namespace helium::folder

// Writes the next migration of a design: changes become statements with their way back, safe on
// tables that hold rows, and the file looks like those that the folder has already. Pure, but for
// the folder that was read before.
//
// A new column that may not be null is added as one that may, filled, and made NOT NULL: with the
// expression that a person gives, else the column's default, else the plain zero value of its type,
// and then a line that asks for review.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "helium/change.h"
#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::generate {

/// One entry of a section.
struct Entry {
  std::vector<std::string> statements;  ///< SQL, without terminators
  std::string call;                     ///< the same as a typed operation; empty: there is none
  std::string description;
  std::string review;        ///< what a person should look at; empty: nothing
  bool within_call = false;  ///< the call of an entry before it does this too
};

/// Both ways, each in the order in which it runs.
struct Script {
  std::vector<Entry> forward;
  std::vector<Entry> reverse;
  bool loses_data = false;  ///< forward takes rows or columns away
};

struct Wishes {
  std::map<std::string, std::string> backfills;  ///< "table.column" -> expression
  bool idempotent = false;                       ///< IF EXISTS and IF NOT EXISTS everywhere
};

/// The script of changes on a schema that is as `before`. Throws Error(usage) for a type without a
/// zero value, and for a backfill of a column that needs none; Error(unsupported) by name for what
/// the dialect cannot say twice.
[[nodiscard]] Script script(const Changes& changes, const Schema& before, const Dialect& dialect,
                            const Wishes& wishes);

/// A file to be written.
struct File {
  std::string path;
  std::string text;
};

/// What the header and the sections say.
struct Page {
  std::string title;
  std::string date;                ///< 2026-11-21
  std::vector<std::string> notes;  ///< comment lines behind the header
  std::string table;               ///< that everything is about; empty: several
  std::vector<Table> changed;      ///< as they are behind it, for the diagram
  std::set<std::string> tables;    ///< the names of all that there are then
};

/// The next migration of `design` in the folder's own style; two files where each way has its own.
/// Throws Error(design) when no number is left.
[[nodiscard]] std::vector<File> written(const Design& design, const Script& script,
                                        const Page& page, const Dialect& dialect);

}  // namespace helium::generate

// What a typed operation is on a schema: statements there and back, and the schema behind it.
//
// The author says little, the schema the rest: what a drop takes away, how a column is restated,
// what stands on it. What an operation or its reverse takes away goes to the stash (stash.h) and
// comes back by key.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ddl/ddl.h"
#include "helium/operation.h"
#include "helium/stash.h"

namespace helium::ddl {

/// Most rows that a stash takes without being asked.
inline constexpr std::uint64_t stash_rows = 1'000'000;

/// Where an operation meets a schema. All of it must outlive the call.
struct Place {
  const Dialect& dialect;
  const Schema& schema;   ///< as it is before
  const Schema& stashes;  ///< the stashes that are there: what a reverse put aside
  std::string stash;      ///< begins the names of this operation's own
  /// How many rows a table has, counted no further than one above stash_rows.
  std::function<std::uint64_t(const std::string& table)> rows;
  /// MySQL and MariaDB: how many characters the values of a column have, where nearly all have as
  /// many, else the longest. 0 where a character may be more than a byte, the column is less than a
  /// quarter of its table and the indexes, or the table has more rows than stash_rows.
  std::function<std::uint64_t(const std::string& table, const std::string& column)> width;
  /// By the names of the stashes, what each is of; null where nobody knows.
  const std::map<std::string, Stash>* origins = nullptr;
  /// Whether a lock lasts until the last statement: they run in one transaction.
  bool locks = true;
  /// Whether nothing before it in its migration changes the schema but operations.
  bool foreseen = true;
};

/// What it takes to carry an operation out.
struct Carried {
  std::vector<Rendered> forward;
  std::vector<Rendered> reverse;
  std::string irreversible;  ///< why there is no reverse; else empty
  Schema after;
  /// Texts in `after` (of triggers, checks, views ...) that still say a name which the server has
  /// changed in them: they must be read again before anything is made of them.
  std::vector<std::string> stale;
};

/// Throws Error(design) at the operation's place for what the schema does not have, with the
/// nearest name, and Error(unsupported) for what the dialect does not.
[[nodiscard]] Carried carried(const Operation& operation, const Place& place);

/// The texts of a table that the server changes when a name in them changes, each as it stands in
/// the statement that makes it.
[[nodiscard]] std::vector<std::string> texts_of(const Table& table);

}  // namespace helium::ddl

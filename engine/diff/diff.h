// Compares two schemas: what has to change so that one becomes the other, in an order that can run.
// Pure: both sides are values, wherever they came from.
//
// Order: what goes away goes first (grants, triggers, views, foreign keys, indexes, checks, keys,
// columns, tables), then what comes, in the opposite order, so that a cycle of foreign keys is no
// trouble: they are dropped before the first table and added behind the last one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "helium/change.h"
#include "helium/schema.h"

namespace helium::diff {

/// What a person said about names: "table.old" -> "new", or "table" -> "new". Empty: it has no new
/// name, what looks like one is new.
using Renames = std::map<std::string, std::string>;

/// A drop and an add of the same type in one table, without an answer whether they are one.
struct Doubt {
  std::string table;
  std::string dropped;  ///< empty with `table` a dropped table and `added` an added one
  std::string added;
};

struct Difference {
  Changes changes;
  std::vector<std::string> notes;  ///< differences that no statement can carry out
  bool noted = false;              ///< there are some, beside what is not compared
  std::vector<std::string> lost;   ///< notes of what goes with an object that is made again
  std::vector<Doubt> doubts;       ///< questions that must be answered before `changes` may run
};

/// From `from` to `to`, which have the same dialect.
[[nodiscard]] Difference compare(const Schema& from, const Schema& to, const Renames& renames = {});

}  // namespace helium::diff

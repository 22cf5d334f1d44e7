// The schema that lives in a database, whole or only in part: where both sides of a comparison can
// say in short what they hold, only what differs is read.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "facade/place.h"
#include "helium/engine.h"

namespace helium::facade {

/// All of it, and its digests where somebody wants them. Throws Error(missing), Error(busy) for a
/// schema that changes all the while, Error(refused) for what is kept from this user.
[[nodiscard]] Schema whole_schema(Work& work, Digests* digests);

/// Both sides without the tables that are the same on both, but for those that point at others.
struct Differing {
  Schema from;
  Schema to;
  std::set<std::string> same;  ///< the names of the tables that were not read
};
/// Nothing where digests cannot tell: a side that has none or was read already, or sides whose
/// digests are of two kinds.
[[nodiscard]] std::optional<Differing> what_differs(const DiffRequest& request, Grounds& grounds);

}  // namespace helium::facade

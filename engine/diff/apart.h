// Changes that a server takes in several steps.
#pragma once

#include "helium/change.h"
#include "helium/schema.h"

namespace helium::diff {

/// The same changes, with what cannot be said at once behind it, as changes of their own:
/// - A sequence comes and goes as one that belongs to nobody: it is there before its column, and
///   would go with it. It is given to the column, and taken from it, by itself.
/// - A partition comes with what its table, which `to` holds, gives to it; what it has of its own
///   is added.
[[nodiscard]] Changes taken_apart(Changes changes, const Schema& to);

}  // namespace helium::diff

// What a migration's Lua may see of the outside: the design's own modules, ours, and the allowed
// names of the environment.
#pragma once

#include "expand/expand.h"
#include "lua/state.h"

namespace helium::expand {

/// The surroundings of a state that runs a file of this design. The setting must outlive it.
[[nodiscard]] lua::Surroundings surroundings(const Setting& setting);

}  // namespace helium::expand

// Lua values to plain ones and back.
#pragma once

#include <lua.hpp>

#include "lua/state.h"

namespace helium::lua {

/// A deep copy of the value at `index`. Throws Error(script) naming the table that cannot be
/// copied: other keys than texts and 1..n, too deep, or too large.
[[nodiscard]] Value copied(lua_State* state, int index);

/// Pushes a plain value.
void push(lua_State* state, const Value& value);

}  // namespace helium::lua

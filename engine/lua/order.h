// The fixed order in which tables are walked: numbers ascending, then texts by their bytes, then
// false and true. Lua's own order depends on addresses and on a random seed.
#pragma once

#include <lua.hpp>

namespace helium::lua {

/// Pushes a list of the keys of the table at absolute `index` in the fixed order and returns its
/// length. Raises when two keys have no order: tables or functions.
lua_Integer push_ordered_keys(lua_State* state, int index);

int pairs(lua_State* state);  ///< pairs; keys set while walking may be seen or not, as in Lua
int next(lua_State* state);   ///< next in the same order

}  // namespace helium::lua

// Our own versions of standard functions, one list per library. allow_list.cc says why each
// differs.
#pragma once

#include <lua.hpp>
#include <vector>

#include "lua/state.h"

namespace helium::lua {

/// Where the registry keeps Lua's own string.format, on which ours stands.
inline constexpr const char* plain_format_key = "helium.format";

struct Own {
  const char* name;
  lua_CFunction function;
};

[[nodiscard]] std::vector<Own> own_basics();    ///< globals
[[nodiscard]] std::vector<Own> own_strings();   ///< string: rep, format
[[nodiscard]] std::vector<Own> own_patterns();  ///< string: find, match, gmatch, gsub
[[nodiscard]] std::vector<Own> own_tables();    ///< all of table but sort
[[nodiscard]] std::vector<Own> own_sort();      ///< table: sort

/// Pushes a module of the host's own functions. `module` must outlive the state.
void push_native(lua_State* state, const NativeModule& module);

/// Replaces the value on top by its text, as tostring does: __tostring and __name count, addresses
/// are not shown.
void to_text(lua_State* state);

}  // namespace helium::lua

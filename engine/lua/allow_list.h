// What a file may use of Lua's libraries, and why the rest is left out.
#pragma once

#include <lua.hpp>
#include <string_view>
#include <vector>

namespace helium::lua {

/// A standard function or library that files do not have.
struct Omission {
  std::string_view name;  ///< "load", "string.dump", "io"
  std::string_view reason;
};

/// All of them, with the reason for each.
[[nodiscard]] const std::vector<Omission>& omissions();

/// Replaces the globals of a new state by the allowed ones.
void install_allowed(lua_State* state);

}  // namespace helium::lua

// The one way a C++ function becomes a Lua function.
#pragma once

#include <array>
#include <cstring>
#include <exception>
#include <lua.hpp>
#include <new>

#include "lua/host.h"

namespace helium::lua {

/// Runs `body`; what it throws becomes a Lua error with its message. Only std::exception is caught:
/// Lua's own errors are C++ exceptions too in this build, and must pass.
template <lua_CFunction body>
int guard(lua_State* state) {
  std::array<char, 2048> message{};  // no allocation: the exception may be bad_alloc
  try {
    return body(state);
  } catch (const std::bad_alloc&) {
    host_of(state).budget.machine_is_spent();
    std::strncpy(message.data(), "not enough memory", message.size() - 1);
  } catch (const std::exception& thrown) {
    std::strncpy(message.data(), thrown.what(), message.size() - 1);
  }
  return luaL_error(state, "%s", message.data());
}

}  // namespace helium::lua

// Modules whose functions are the host's own.
#include "lua/functions.h"
#include "lua/guard.h"
#include "lua/values.h"

namespace helium::lua {

namespace {

int call_native(lua_State* state) {
  const auto& native = *static_cast<const Native*>(lua_touserdata(state, lua_upvalueindex(1)));
  std::vector<Value> arguments;
  for (int i = 1; i <= lua_gettop(state); ++i) {
    arguments.push_back(copied(state, i));
  }
  push(state, native(arguments));
  return 1;
}

}  // namespace

void push_native(lua_State* state, const NativeModule& module) {
  lua_newtable(state);
  for (const auto& [name, native] : module) {
    lua_pushlightuserdata(state, const_cast<Native*>(&native));
    lua_pushcclosure(state, guard<call_native>, 1);
    lua_setfield(state, -2, name.c_str());
  }
}

}  // namespace helium::lua

#include "lua/allow_list.h"

#include "lua/functions.h"

namespace helium::lua {

namespace {

using Names = std::vector<const char*>;

void keep(lua_State* state, const Names& names) {
  for (const char* name : names) {
    lua_getfield(state, -2, name);
    lua_setfield(state, -2, name);
  }
}

void set(lua_State* state, const std::vector<Own>& functions) {
  for (const Own& own : functions) {
    lua_pushcfunction(state, own.function);
    lua_setfield(state, -2, own.name);
  }
}

// Pushes the named library made by `open`, reduced to `names`.
void push_library(lua_State* state, lua_CFunction open, const Names& names) {
  lua_pushcfunction(state, open);
  lua_call(state, 0, 1);
  lua_newtable(state);
  keep(state, names);
  lua_remove(state, -2);
}

void push_string(lua_State* state) {
  push_library(state, luaopen_string,
               {"byte", "char", "format", "len", "lower", "reverse", "sub", "upper"});
  lua_getfield(state, -1, "format");
  lua_setfield(state, LUA_REGISTRYINDEX, plain_format_key);
  set(state, own_strings());
  set(state, own_patterns());
  // ("x"):rep(2) finds its methods here; the metatable itself is out of reach.
  lua_pushliteral(state, "");
  lua_getmetatable(state, -1);
  lua_pushvalue(state, -3);
  lua_setfield(state, -2, "__index");
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
  lua_pop(state, 2);
}

void push_table_library(lua_State* state) {
  lua_newtable(state);
  set(state, own_tables());
  set(state, own_sort());
}

}  // namespace

const std::vector<Omission>& omissions() {
  static const std::vector<Omission> list = {
      {"_G", "the globals as a table: nothing an author needs, and a way to lose track of them"},
      {"collectgarbage", "shows memory in use, which differs between machines"},
      {"dofile", "reads any file"},
      {"load", "runs text that no file shows, and compiled chunks"},
      {"loadfile", "reads any file"},
      {"print", "nothing but show/ writes to the terminal"},
      {"rawequal", "tells tables apart that say they are equal: no use for an author"},
      {"rawget", "reads behind the back of `queries`"},
      {"rawlen", "reads behind the back of `queries`"},
      {"rawset", "would put entries past `queries`, where they are lost"},
      {"warn", "writes to stderr"},
      {"xpcall", "its handler would run when the budget is spent; pcall is enough"},
      {"string.dump", "makes compiled chunks"},
      {"string.pack", "bytes in the layout of this machine"},
      {"string.packsize", "depends on the layout of this machine"},
      {"string.unpack", "bytes in the layout of this machine"},
      {"math.random", "two runs would differ"},
      {"math.randomseed", "two runs would differ"},
      {"math.cosh", "deprecated by Lua"},
      {"math.sinh", "deprecated by Lua"},
      {"math.tanh", "deprecated by Lua"},
      {"math.pow", "deprecated by Lua; x^y does it"},
      {"math.frexp", "deprecated by Lua"},
      {"math.ldexp", "deprecated by Lua"},
      {"math.log10", "deprecated by Lua; math.log(x, 10) does it"},
      {"coroutine", "an entry list needs none, and each would need its own watch"},
      {"debug", "reaches everything"},
      {"io", "reads and writes files"},
      {"os", "the world; only getenv is left, for allowed names"},
      {"package", "loads libraries; require reads the design's own files and ours only"},
  };
  return list;
}

void install_allowed(lua_State* state) {
  lua_pushcfunction(state, luaopen_base);
  lua_call(state, 0, 1);
  lua_newtable(state);
  keep(state,
       {"_VERSION", "assert", "error", "getmetatable", "ipairs", "select", "tonumber", "type"});
  set(state, own_basics());
  lua_newtable(state);
  lua_getfield(state, -2, "getenv");
  lua_setfield(state, -2, "getenv");
  lua_setfield(state, -2, "os");
  lua_pushnil(state);
  lua_setfield(state, -2, "getenv");
  push_string(state);
  lua_setfield(state, -2, "string");
  push_table_library(state);
  lua_setfield(state, -2, "table");
  push_library(state, luaopen_math,
               {"abs",  "acos", "asin", "atan", "ceil",       "cos",  "deg",        "exp",  "floor",
                "fmod", "huge", "log",  "max",  "maxinteger", "min",  "mininteger", "modf", "pi",
                "rad",  "sin",  "sqrt", "tan",  "tointeger",  "type", "ult"});
  lua_setfield(state, -2, "math");
  push_library(state, luaopen_utf8, {"char", "charpattern", "codepoint", "codes", "len", "offset"});
  lua_setfield(state, -2, "utf8");
  lua_rawseti(state, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pop(state, 1);
}

}  // namespace helium::lua

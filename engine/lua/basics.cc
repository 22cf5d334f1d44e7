// pcall, tostring, setmetatable, require and os.getenv as authors see them.
#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "lua/functions.h"
#include "lua/guard.h"
#include "lua/host.h"
#include "lua/order.h"

namespace helium::lua {

namespace {

// A spent budget goes on rising: catching it would be a way to run for ever.
int pcall(lua_State* state) {
  luaL_checkany(state, 1);
  lua_pushboolean(state, 1);
  lua_insert(state, 1);
  const int status = lua_pcall(state, lua_gettop(state) - 2, LUA_MULTRET, 0);
  Budget& budget = host_of(state).budget;
  if (status == LUA_ERRMEM) {
    budget.memory_is_spent();
  }
  budget.insist(state);
  if (status == LUA_OK) {
    return lua_gettop(state);
  }
  lua_pushboolean(state, 0);
  lua_insert(state, -2);
  return 2;
}

int tostring(lua_State* state) {
  luaL_checkany(state, 1);
  lua_settop(state, 1);
  to_text(state);
  return 1;
}

// Finalizers run when the collector likes and outside every hook; weak tables lose their members
// when it likes.
int setmetatable(lua_State* state) {
  luaL_checktype(state, 1, LUA_TTABLE);
  const int kind = lua_type(state, 2);
  luaL_argexpected(state, kind == LUA_TNIL || kind == LUA_TTABLE, 2, "nil or table");
  lua_settop(state, 2);
  if (kind == LUA_TTABLE) {
    for (const char* refused : {"__gc", "__close", "__mode"}) {
      lua_pushstring(state, refused);
      if (lua_rawget(state, 2) != LUA_TNIL) {
        return luaL_error(state, "a metatable may not have %s here", refused);
      }
      lua_pop(state, 1);
    }
  }
  if (luaL_getmetafield(state, 1, "__metatable") != LUA_TNIL) {
    return luaL_error(state, "cannot change a protected metatable");
  }
  lua_setmetatable(state, 1);
  return 1;
}

int getenv(lua_State* state) {
  std::size_t length = 0;
  const char* name = luaL_checklstring(state, 1, &length);
  const Surroundings& seen = host_of(state).surroundings;
  const auto value = seen.getenv ? seen.getenv({name, length}) : std::nullopt;
  if (value) {
    lua_pushlstring(state, value->data(), value->size());
  } else {
    lua_pushnil(state);
  }
  return 1;
}

void refuse_circle(lua_State* state, const std::string& name) {
  std::vector<std::string> chain = host_of(state).requiring;
  if (std::find(chain.begin(), chain.end(), name) == chain.end()) {
    return;
  }
  chain.push_back(name);
  luaL_error(state, "modules require each other in a circle: %s",
             base::joined(chain, " -> ").c_str());
}

// A module on its way; it stops being so however its run ends.
class Requiring {
 public:
  Requiring(std::vector<std::string>& chain, const std::string& name) : chain_(chain) {
    chain_.push_back(name);
  }
  ~Requiring() { chain_.pop_back(); }
  Requiring(const Requiring&) = delete;
  Requiring& operator=(const Requiring&) = delete;

 private:
  std::vector<std::string>& chain_;
};

void run_module(lua_State* state, const std::string& name) {
  Host& host = host_of(state);
  refuse_circle(state, name);
  const auto native = host.surroundings.natives.find(name);
  if (native != host.surroundings.natives.end()) {
    push_native(state, native->second);
    return;
  }
  const auto chunk =
      host.surroundings.module ? host.surroundings.module(name) : std::optional<Chunk>();
  if (!chunk) {
    luaL_error(state, "module '%s' not found beside this file or among Helium's own", name.c_str());
  }
  const Requiring requiring(host.requiring, name);
  load(state, *chunk);
  lua_pushvalue(state, 1);
  lua_call(state, 1, 1);
  if (lua_isnil(state, -1)) {
    lua_pop(state, 1);
    lua_pushboolean(state, 1);
  }
}

int require(lua_State* state) {
  std::size_t length = 0;
  const char* bytes = luaL_checklstring(state, 1, &length);
  const std::string name(bytes, length);
  lua_settop(state, 1);
  lua_rawgeti(state, LUA_REGISTRYINDEX, host_of(state).modules);
  lua_pushvalue(state, 1);
  if (lua_rawget(state, 2) != LUA_TNIL) {
    return 1;
  }
  lua_pop(state, 1);
  run_module(state, name);
  lua_pushvalue(state, 1);
  lua_pushvalue(state, -2);
  lua_rawset(state, 2);
  return 1;
}

}  // namespace

void to_text(lua_State* state) {
  if (luaL_callmeta(state, -1, "__tostring") != 0) {
    if (lua_isstring(state, -1) == 0) {
      luaL_error(state, "'__tostring' must return a string");
    }
    lua_remove(state, -2);
    return;
  }
  switch (lua_type(state, -1)) {
    case LUA_TNIL:
    case LUA_TBOOLEAN:
    case LUA_TNUMBER:
    case LUA_TSTRING:
      luaL_tolstring(state, -1, nullptr);
      break;
    default:
      if (luaL_getmetafield(state, -1, "__name") != LUA_TSTRING) {
        lua_pushstring(state, luaL_typename(state, -1));
      }
  }
  lua_remove(state, -2);
}

std::vector<Own> own_basics() {
  return {{"pcall", guard<pcall>},  {"tostring", guard<tostring>},
          {"pairs", guard<pairs>},  {"setmetatable", guard<setmetatable>},
          {"next", guard<next>},    {"require", guard<require>},
          {"getenv", guard<getenv>}};
}

}  // namespace helium::lua

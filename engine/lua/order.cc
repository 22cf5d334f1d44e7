#include "lua/order.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lua/host.h"

namespace helium::lua {

namespace {

enum class Rank { number, text, boolean, other };

struct Key {
  Rank rank = Rank::other;
  bool whole = true;
  lua_Integer integer = 0;  // also false 0, true 1
  lua_Number real = 0;
  std::string_view text;
  lua_Integer position = 0;  // in the list as Lua walked it
};

Key key_at(lua_State* state, int index, lua_Integer position) {
  Key key;
  key.position = position;
  switch (lua_type(state, index)) {
    case LUA_TNUMBER:
      key.rank = Rank::number;
      key.whole = lua_isinteger(state, index) != 0;
      key.integer = key.whole ? lua_tointeger(state, index) : 0;
      key.real = lua_tonumber(state, index);
      break;
    case LUA_TSTRING: {
      std::size_t length = 0;
      const char* bytes = lua_tolstring(state, index, &length);
      key.rank = Rank::text;
      key.text = {bytes, length};
      break;
    }
    case LUA_TBOOLEAN:
      key.rank = Rank::boolean;
      key.integer = lua_toboolean(state, index);
      break;
    default:
      break;
  }
  return key;
}

bool before(const Key& left, const Key& right) {
  if (left.rank != right.rank) {
    return left.rank < right.rank;
  }
  if (left.rank == Rank::text) {
    return left.text < right.text;
  }
  if (left.rank == Rank::number && left.real != right.real) {
    return left.real < right.real;
  }
  return left.integer < right.integer;
}

// Successor of `key` in the ordered list at the top of the stack, by position; 0 when it is the
// last one. A key that was removed while walking still has its place.
lua_Integer successor(lua_State* state, int key_index, lua_Integer count) {
  const Key key = key_at(state, key_index, 0);
  for (lua_Integer i = 1; i <= count; ++i) {
    host_of(state).budget.spend(state);
    lua_rawgeti(state, -1, i);
    const bool later = key.rank == Rank::other ? false : before(key, key_at(state, -1, i));
    lua_pop(state, 1);
    if (later) {
      return i;
    }
  }
  return 0;
}

// Upvalues: the ordered keys, the position of the last one handed out.
int step(lua_State* state) {
  luaL_checktype(state, 1, LUA_TTABLE);
  lua_Integer position = lua_tointeger(state, lua_upvalueindex(2));
  while (true) {
    host_of(state).budget.spend(state);
    ++position;
    if (lua_rawgeti(state, lua_upvalueindex(1), position) == LUA_TNIL) {
      return 1;
    }
    lua_pushvalue(state, -1);
    if (lua_rawget(state, 1) != LUA_TNIL) {
      lua_pushinteger(state, position);
      lua_replace(state, lua_upvalueindex(2));
      return 2;
    }
    lua_pop(state, 2);
  }
}

}  // namespace

lua_Integer push_ordered_keys(lua_State* state, int index) {
  Budget& budget = host_of(state).budget;
  std::vector<Key> keys;
  lua_newtable(state);
  lua_pushnil(state);
  while (lua_next(state, index) != 0) {
    budget.spend(state, 8);
    lua_pop(state, 1);
    const auto position = static_cast<lua_Integer>(keys.size()) + 1;
    keys.push_back(key_at(state, -1, position));
    lua_pushvalue(state, -1);
    lua_rawseti(state, -3, position);
  }
  const auto is_other = [](const Key& key) { return key.rank == Rank::other; };
  if (std::count_if(keys.begin(), keys.end(), is_other) > 1) {
    luaL_error(state, "a table with several tables or functions as keys has no fixed order");
  }
  std::sort(keys.begin(), keys.end(), before);
  lua_createtable(state, static_cast<int>(keys.size()), 0);
  lua_Integer position = 0;
  for (const Key& key : keys) {
    lua_rawgeti(state, -2, key.position);
    lua_rawseti(state, -2, ++position);
  }
  lua_remove(state, -2);
  return position;
}

int pairs(lua_State* state) {
  luaL_checkany(state, 1);
  if (luaL_getmetafield(state, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(state, 1);
    lua_call(state, 1, 3);
    return 3;
  }
  luaL_checktype(state, 1, LUA_TTABLE);
  lua_settop(state, 1);
  push_ordered_keys(state, 1);
  lua_pushinteger(state, 0);
  lua_pushcclosure(state, step, 2);
  lua_pushvalue(state, 1);
  lua_pushnil(state);
  return 3;
}

int next(lua_State* state) {
  luaL_checktype(state, 1, LUA_TTABLE);
  lua_settop(state, 2);
  const lua_Integer count = push_ordered_keys(state, 1);
  const lua_Integer position =
      lua_isnil(state, 2) ? (count > 0 ? 1 : 0) : successor(state, 2, count);
  if (position == 0) {
    lua_pushnil(state);
    return 1;
  }
  lua_rawgeti(state, -1, position);
  lua_pushvalue(state, -1);
  lua_rawget(state, 1);
  return 2;
}

}  // namespace helium::lua

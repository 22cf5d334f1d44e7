// The table library but sort. Every loop pays for its steps: a __len of 2^60 or a move of as many
// places would otherwise run for ever. Metamethods are respected, as in Lua.
#include <limits>

#include "lua/functions.h"
#include "lua/guard.h"
#include "lua/host.h"

namespace helium::lua {

namespace {

void spend(lua_State* state) {
  host_of(state).budget.spend(state);
}

void check_table(lua_State* state, int index) {
  luaL_checktype(state, index, LUA_TTABLE);
}

int insert(lua_State* state) {
  check_table(state, 1);
  const lua_Integer next = luaL_len(state, 1) + 1;
  const int count = lua_gettop(state);
  if (count == 2) {
    lua_seti(state, 1, next);
    return 0;
  }
  if (count != 3) {
    return luaL_error(state, "wrong number of arguments to 'insert'");
  }
  const lua_Integer place = luaL_checkinteger(state, 2);
  luaL_argcheck(state, place >= 1 && place <= next, 2, "position out of bounds");
  for (lua_Integer i = next; i > place; --i) {
    spend(state);
    lua_geti(state, 1, i - 1);
    lua_seti(state, 1, i);
  }
  lua_seti(state, 1, place);
  return 0;
}

int remove(lua_State* state) {
  check_table(state, 1);
  const lua_Integer size = luaL_len(state, 1);
  lua_Integer place = luaL_optinteger(state, 2, size);
  if (lua_gettop(state) > 1) {
    const bool inside = place >= 1 && place <= size + 1;
    luaL_argcheck(state, inside || (size == 0 && place == 0), 2, "position out of bounds");
  }
  lua_geti(state, 1, place);
  for (; place < size; ++place) {
    spend(state);
    lua_geti(state, 1, place + 1);
    lua_seti(state, 1, place);
  }
  lua_pushnil(state);
  lua_seti(state, 1, place);
  return 1;
}

int move(lua_State* state) {
  check_table(state, 1);
  const lua_Integer first = luaL_checkinteger(state, 2);
  const lua_Integer last = luaL_checkinteger(state, 3);
  const lua_Integer to = luaL_checkinteger(state, 4);
  const int target = lua_isnoneornil(state, 5) ? 1 : 5;
  check_table(state, target);
  constexpr lua_Integer greatest = std::numeric_limits<lua_Integer>::max();
  if (last >= first) {
    luaL_argcheck(state, first > 0 || last < greatest + first, 3, "too many elements to move");
    luaL_argcheck(state, to <= greatest - (last - first), 4, "destination wrap around");
    const bool upwards = to > last || to <= first || target != 1;
    for (lua_Integer i = 0; i <= last - first; ++i) {
      spend(state);
      const lua_Integer offset = upwards ? i : last - first - i;
      lua_geti(state, 1, first + offset);
      lua_seti(state, target, to + offset);
    }
  }
  lua_pushvalue(state, target);
  return 1;
}

int concat(lua_State* state) {
  check_table(state, 1);
  std::size_t length = 0;
  const char* between = luaL_optlstring(state, 2, "", &length);
  const lua_Integer first = luaL_optinteger(state, 3, 1);
  const lua_Integer last =
      lua_isnoneornil(state, 4) ? luaL_len(state, 1) : luaL_checkinteger(state, 4);
  luaL_Buffer out;
  luaL_buffinit(state, &out);
  for (lua_Integer i = first; i <= last; ++i) {
    spend(state);
    if (lua_geti(state, 1, i) != LUA_TSTRING && lua_isnumber(state, -1) == 0) {
      return luaL_error(state, "invalid value (at index %I) in table for 'concat'",
                        static_cast<LUAI_UACINT>(i));
    }
    luaL_addvalue(&out);
    if (i == last) {
      break;  // last may be the greatest integer
    }
    luaL_addlstring(&out, between, length);
  }
  luaL_pushresult(&out);
  return 1;
}

int pack(lua_State* state) {
  const int count = lua_gettop(state);
  lua_createtable(state, count, 1);
  lua_insert(state, 1);
  for (int i = count; i >= 1; --i) {
    lua_seti(state, 1, i);
  }
  lua_pushinteger(state, count);
  lua_setfield(state, 1, "n");
  return 1;
}

int unpack(lua_State* state) {
  const lua_Integer first = luaL_optinteger(state, 2, 1);
  const lua_Integer last =
      lua_isnoneornil(state, 3) ? luaL_len(state, 1) : luaL_checkinteger(state, 3);
  if (first > last) {
    return 0;
  }
  const auto count = static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first);
  if (count >= std::numeric_limits<int>::max() ||
      lua_checkstack(state, static_cast<int>(count) + 1) == 0) {
    return luaL_error(state, "too many results to unpack");
  }
  for (lua_Unsigned i = 0; i <= count; ++i) {
    spend(state);
    lua_geti(state, 1, first + static_cast<lua_Integer>(i));
  }
  return static_cast<int>(count) + 1;
}

}  // namespace

std::vector<Own> own_tables() {
  return {{"insert", guard<insert>}, {"remove", guard<remove>}, {"move", guard<move>},
          {"concat", guard<concat>}, {"pack", guard<pack>},     {"unpack", guard<unpack>}};
}

}  // namespace helium::lua

// table.sort as a merge sort: stable, the same on every run, and done after n log n comparisons
// whatever the comparator answers. Lua's own chooses pivots by the clock in large tables.
#include <algorithm>
#include <utility>

#include "lua/functions.h"
#include "lua/guard.h"
#include "lua/host.h"

namespace helium::lua {

namespace {

// The stack of sort: table, comparator or nil, and the two lists that are merged to and fro.
constexpr int comparator = 2;

// Two long texts are compared byte by byte as far as they are the same: that is work too.
std::uint64_t steps_of_comparing(lua_State* state) {
  constexpr std::uint64_t usual = 4;
  constexpr std::uint64_t bytes_in_a_step = 4096;
  const bool texts = lua_type(state, -1) == LUA_TSTRING && lua_type(state, -2) == LUA_TSTRING;
  const std::uint64_t bytes = texts ? std::min(lua_rawlen(state, -1), lua_rawlen(state, -2)) : 0;
  return usual + bytes / bytes_in_a_step;
}

// Whether the value on top goes before the one below it; both stay.
bool goes_first(lua_State* state) {
  host_of(state).budget.spend(state, steps_of_comparing(state));
  if (lua_isnil(state, comparator)) {
    return lua_compare(state, -1, -2, LUA_OPLT) != 0;
  }
  lua_pushvalue(state, comparator);
  lua_pushvalue(state, -2);
  lua_pushvalue(state, -4);
  lua_call(state, 2, 1);
  const bool first = lua_toboolean(state, -1) != 0;
  lua_pop(state, 1);
  return first;
}

struct Halves {
  lua_Integer left;
  lua_Integer right;
  lua_Integer end;  // one past the right half
};

void merge(lua_State* state, int from, int to, const Halves& halves) {
  lua_Integer left = halves.left;
  lua_Integer right = halves.right;
  for (lua_Integer out = halves.left; out < halves.end; ++out) {
    host_of(state).budget.spend(state);
    bool take_right = left == halves.right;
    if (!take_right && right < halves.end) {
      lua_rawgeti(state, from, left);
      lua_rawgeti(state, from, right);
      take_right = goes_first(state);
      lua_pop(state, 2);
    }
    lua_rawgeti(state, from, take_right ? right++ : left++);
    lua_rawseti(state, to, out);
  }
}

int sort(lua_State* state) {
  luaL_checktype(state, 1, LUA_TTABLE);
  const lua_Integer size = luaL_len(state, 1);
  constexpr lua_Integer most = 1 << 28;
  luaL_argcheck(state, size < most, 1, "array too big");
  if (!lua_isnoneornil(state, comparator)) {
    luaL_checktype(state, comparator, LUA_TFUNCTION);
  }
  lua_settop(state, comparator);
  lua_newtable(state);
  lua_newtable(state);
  int from = 3;
  int to = 4;
  for (lua_Integer i = 1; i <= size; ++i) {
    host_of(state).budget.spend(state);
    lua_geti(state, 1, i);
    lua_rawseti(state, from, i);
  }
  for (lua_Integer width = 1; width < size; width *= 2) {
    for (lua_Integer left = 1; left <= size; left += 2 * width) {
      const lua_Integer right = std::min(left + width, size + 1);
      merge(state, from, to, {left, right, std::min(right + width, size + 1)});
    }
    std::swap(from, to);
  }
  for (lua_Integer i = 1; i <= size; ++i) {
    host_of(state).budget.spend(state);
    lua_rawgeti(state, from, i);
    lua_seti(state, 1, i);
  }
  return 0;
}

}  // namespace

std::vector<Own> own_sort() {
  return {{"sort", guard<sort>}};
}

}  // namespace helium::lua

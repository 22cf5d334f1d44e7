// string.rep and string.format. rep copies whole blocks, so that its time is bounded by its memory;
// format shows no addresses.
#include <cstring>
#include <limits>
#include <string_view>

#include "lua/functions.h"
#include "lua/guard.h"
#include "lua/host.h"

namespace helium::lua {

namespace {

int rep(lua_State* state) {
  std::size_t length = 0;
  std::size_t between_length = 0;
  const char* text = luaL_checklstring(state, 1, &length);
  const lua_Integer times = luaL_checkinteger(state, 2);
  const char* between = luaL_optlstring(state, 3, "", &between_length);
  const std::size_t unit = length + between_length;
  if (times <= 0 || unit == 0) {
    lua_pushliteral(state, "");
    return 1;
  }
  const auto count = static_cast<std::size_t>(times);
  if (count > static_cast<std::size_t>(std::numeric_limits<std::ptrdiff_t>::max()) / unit) {
    return luaL_error(state, "resulting string too large");
  }
  const std::size_t whole = unit * count;  // one separator more than wanted
  luaL_Buffer buffer;
  char* out = luaL_buffinitsize(state, &buffer, whole);
  std::memcpy(out, text, length);
  std::memcpy(out + length, between, between_length);
  for (std::size_t done = unit; done < whole;) {
    const std::size_t more = done < whole - done ? done : whole - done;
    std::memcpy(out + done, out, more);
    done += more;
  }
  luaL_pushresultsize(&buffer, whole - between_length);
  return 1;
}

// Prepares the arguments of the directives in `pattern`: what %s shows becomes text.
void prepare_arguments(lua_State* state, std::string_view pattern) {
  int argument = 1;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      continue;
    }
    i = pattern.find_first_not_of("-+ #0123456789.", i + 1);
    if (i == std::string_view::npos || pattern[i] == '%') {
      if (i == std::string_view::npos) {
        return;
      }
      continue;
    }
    ++argument;
    if (pattern[i] == 'p') {
      luaL_error(state, "string.format has no %%p here: addresses differ between runs");
    }
    if (pattern[i] == 's' && argument <= lua_gettop(state)) {
      lua_pushvalue(state, argument);
      to_text(state);
      lua_replace(state, argument);
    }
  }
}

int format(lua_State* state) {
  std::size_t length = 0;
  const char* pattern = luaL_checklstring(state, 1, &length);
  const int count = lua_gettop(state);
  prepare_arguments(state, {pattern, length});
  lua_getfield(state, LUA_REGISTRYINDEX, plain_format_key);
  lua_insert(state, 1);
  lua_call(state, count, 1);
  return 1;
}

}  // namespace

std::vector<Own> own_strings() {
  return {{"rep", guard<rep>}, {"format", guard<format>}};
}

}  // namespace helium::lua

// string.find, match, gmatch and gsub over our own matcher.
#include <cstring>
#include <string>
#include <string_view>

#include "lua/functions.h"
#include "lua/guard.h"
#include "lua/host.h"
#include "lua/pattern.h"

namespace helium::lua {

namespace {

std::string_view text_at(lua_State* state, int index) {
  std::size_t length = 0;
  const char* bytes = luaL_checklstring(state, index, &length);
  return {bytes, length};
}

Matcher matcher(lua_State* state, const Pattern& pattern, std::string_view subject) {
  return Matcher(pattern, subject,
                 [state](std::uint64_t steps) { host_of(state).budget.spend(state, steps); });
}

// The start argument as an offset; past the end plus one means that nothing can match.
std::optional<std::size_t> start_at(lua_State* state, int index, std::size_t length) {
  const lua_Integer wanted = luaL_optinteger(state, index, 1);
  const auto size = static_cast<lua_Integer>(length);
  if (wanted > size + 1) {
    return std::nullopt;
  }
  if (wanted > 0) {
    return static_cast<std::size_t>(wanted - 1);
  }
  return wanted == 0 || wanted < -size ? 0 : static_cast<std::size_t>(size + wanted);
}

void push_capture(lua_State* state, const Capture& capture, std::string_view subject) {
  if (capture.length) {
    lua_pushlstring(state, subject.data() + capture.from, *capture.length);
  } else {
    lua_pushinteger(state, static_cast<lua_Integer>(capture.from) + 1);
  }
}

// Capture `index`, the whole match where the pattern has no groups.
void push_nth(lua_State* state, const Match& match, std::string_view subject, std::size_t index) {
  if (index < match.captures.size()) {
    push_capture(state, match.captures[index], subject);
    return;
  }
  if (index != 0) {
    luaL_error(state, "invalid capture index %%%d", static_cast<int>(index) + 1);
  }
  lua_pushlstring(state, subject.data() + match.from, match.to - match.from);
}

int push_captures(lua_State* state, const Match& match, std::string_view subject) {
  luaL_checkstack(state, static_cast<int>(match.captures.size()), "too many captures");
  for (const Capture& capture : match.captures) {
    push_capture(state, capture, subject);
  }
  return static_cast<int>(match.captures.size());
}

// Captures, or the whole match where there are none.
int push_results(lua_State* state, const Match& match, std::string_view subject) {
  if (!match.captures.empty()) {
    return push_captures(state, match, subject);
  }
  push_nth(state, match, subject, 0);
  return 1;
}

std::optional<Match> first_match(lua_State* state, std::string_view subject, std::size_t from) {
  const Pattern pattern(text_at(state, 2));
  Matcher matching = matcher(state, pattern, subject);
  do {
    if (auto match = matching.at(from)) {
      return match;
    }
    ++from;
  } while (from <= subject.size() && !pattern.anchored());
  return std::nullopt;
}

bool has_specials(std::string_view pattern) {
  return pattern.find_first_of("^$*+?.([%-") != std::string_view::npos;
}

std::optional<std::size_t> plain_find(lua_State* state, std::string_view subject,
                                      std::size_t from) {
  const std::string_view wanted = text_at(state, 2);
  if (wanted.empty()) {
    return from;
  }
  while (from < subject.size() && subject.size() - from >= wanted.size()) {
    const void* found = std::memchr(subject.data() + from, wanted.front(), subject.size() - from);
    if (found == nullptr) {
      return std::nullopt;
    }
    from = static_cast<std::size_t>(static_cast<const char*>(found) - subject.data());
    host_of(state).budget.spend(state, 1 + wanted.size() / 16);
    if (subject.substr(from, wanted.size()) == wanted) {
      return from;
    }
    ++from;
  }
  return std::nullopt;
}

int find(lua_State* state) {
  const std::string_view subject = text_at(state, 1);
  const std::string_view wanted = text_at(state, 2);
  const auto from = start_at(state, 3, subject.size());
  std::optional<Match> match;
  if (from && (lua_toboolean(state, 4) != 0 || !has_specials(wanted))) {
    if (const auto place = plain_find(state, subject, *from)) {
      match = Match{*place, *place + wanted.size(), {}};
    }
  } else if (from) {
    match = first_match(state, subject, *from);
  }
  if (!match) {
    lua_pushnil(state);
    return 1;
  }
  lua_pushinteger(state, static_cast<lua_Integer>(match->from) + 1);
  lua_pushinteger(state, static_cast<lua_Integer>(match->to));
  return 2 + push_captures(state, *match, subject);
}

int match(lua_State* state) {
  const std::string_view subject = text_at(state, 1);
  text_at(state, 2);
  const auto from = start_at(state, 3, subject.size());
  const auto found = from ? first_match(state, subject, *from) : std::nullopt;
  if (!found) {
    lua_pushnil(state);
    return 1;
  }
  return push_results(state, *found, subject);
}

// Upvalues: subject, pattern, where to look next, end of the last match (-1: none).
int gmatch_step(lua_State* state) {
  const std::string_view subject = text_at(state, lua_upvalueindex(1));
  const Pattern pattern(text_at(state, lua_upvalueindex(2)), Pattern::Anchors::are_letters);
  Matcher matching = matcher(state, pattern, subject);
  const lua_Integer last = lua_tointeger(state, lua_upvalueindex(4));
  auto from = static_cast<std::size_t>(lua_tointeger(state, lua_upvalueindex(3)));
  for (; from <= subject.size(); ++from) {
    const auto found = matching.at(from);
    if (found && static_cast<lua_Integer>(found->to) != last) {
      lua_pushinteger(state, static_cast<lua_Integer>(found->to));
      lua_copy(state, -1, lua_upvalueindex(3));
      lua_replace(state, lua_upvalueindex(4));
      return push_results(state, *found, subject);
    }
  }
  lua_pushinteger(state, static_cast<lua_Integer>(subject.size()) + 1);
  lua_replace(state, lua_upvalueindex(3));
  lua_pushnil(state);
  return 1;
}

int gmatch(lua_State* state) {
  const std::string_view subject = text_at(state, 1);
  text_at(state, 2);
  const auto from = start_at(state, 3, subject.size());
  lua_settop(state, 2);
  lua_pushinteger(state, static_cast<lua_Integer>(from.value_or(subject.size() + 1)));
  lua_pushinteger(state, -1);
  lua_pushcclosure(state, guard<gmatch_step>, 4);
  return 1;
}

// The replacement text with its %0 to %9.
void add_template(lua_State* state, luaL_Buffer& out, const Match& match) {
  const std::string_view subject = text_at(state, 1);
  const std::string_view text = text_at(state, 3);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      luaL_addchar(&out, text[i]);
      continue;
    }
    const char next = ++i < text.size() ? text[i] : '\0';
    if (next == '%') {
      luaL_addchar(&out, '%');
    } else if (next == '0') {
      luaL_addlstring(&out, subject.data() + match.from, match.to - match.from);
    } else if (next >= '1' && next <= '9') {
      push_nth(state, match, subject, static_cast<std::size_t>(next - '1'));
      luaL_tolstring(state, -1, nullptr);
      lua_remove(state, -2);
      luaL_addvalue(&out);
    } else {
      luaL_error(state, "invalid use of '%%' in replacement string");
    }
  }
}

// What a replacement table or function answers; false and nil keep the match.
void add_answer(lua_State* state, luaL_Buffer& out, const Match& match) {
  const std::string_view subject = text_at(state, 1);
  if (lua_type(state, 3) == LUA_TTABLE) {
    push_nth(state, match, subject, 0);
    lua_gettable(state, 3);
  } else {
    lua_pushvalue(state, 3);
    lua_call(state, push_results(state, match, subject), 1);
  }
  if (lua_toboolean(state, -1) == 0) {
    lua_pop(state, 1);
    luaL_addlstring(&out, subject.data() + match.from, match.to - match.from);
    return;
  }
  if (lua_isstring(state, -1) == 0) {
    luaL_error(state, "invalid replacement value (a %s)", luaL_typename(state, -1));
  }
  luaL_addvalue(&out);
}

void add_replacement(lua_State* state, luaL_Buffer& out, const Match& match) {
  if (lua_type(state, 3) == LUA_TNUMBER || lua_type(state, 3) == LUA_TSTRING) {
    add_template(state, out, match);
  } else {
    add_answer(state, out, match);
  }
}

int gsub(lua_State* state) {
  const std::string_view subject = text_at(state, 1);
  const Pattern pattern(text_at(state, 2));
  const int kind = lua_type(state, 3);
  luaL_argexpected(
      state,
      kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE, 3,
      "string/function/table");
  const lua_Integer most = luaL_optinteger(state, 4, static_cast<lua_Integer>(subject.size()) + 1);
  Matcher matching = matcher(state, pattern, subject);
  luaL_Buffer out;
  luaL_buffinit(state, &out);
  lua_Integer count = 0;
  std::size_t at = 0;
  std::optional<std::size_t> last;
  while (count < most) {
    const auto found = matching.at(at);
    if (found && found->to != last) {
      ++count;
      add_replacement(state, out, *found);
      at = found->to;
      last = at;
    } else if (at < subject.size()) {
      luaL_addchar(&out, subject[at++]);
    } else {
      break;
    }
    if (pattern.anchored()) {
      break;
    }
  }
  luaL_addlstring(&out, subject.data() + at, subject.size() - at);
  luaL_pushresult(&out);
  lua_pushinteger(state, count);
  return 2;
}

}  // namespace

std::vector<Own> own_patterns() {
  return {{"find", guard<find>},
          {"match", guard<match>},
          {"gmatch", guard<gmatch>},
          {"gsub", guard<gsub>}};
}

}  // namespace helium::lua

// Our matcher stands in for Lua's own, so Lua's own says what is right.
#include <catch2/catch.hpp>
#include <lua.hpp>
#include <memory>
#include <random>
#include <string>

#include "helium/error.h"
#include "lua/state.h"

using namespace helium;

namespace {

// Calls every function that takes a pattern and shows what came back.
constexpr const char* script = R"(
  local function shown(...)
    local list = { n = select('#', ...), ... }
    local text = ''
    for i = 1, list.n do text = text .. type(list[i]) .. ':' .. tostring(list[i]) .. '|' end
    return text
  end
  local function tried(f, ...)
    local got = table.pack(pcall(f, ...))
    if not got[1] then return 'refused' end
    return shown(table.unpack(got, 2, got.n))
  end
  local function every(s, p)
    local text, count = '', 0
    for a, b in string.gmatch(s, p) do
      text, count = text .. shown(a, b), count + 1
      if count > 50 then break end
    end
    return text
  end
  return tried(string.find, subject, pattern) .. '\n' .. tried(string.find, subject, pattern, 3) ..
    '\n' .. tried(string.find, subject, pattern, -2) .. '\n' .. tried(string.match, subject, pattern) ..
    '\n' .. tried(every, subject, pattern) .. '\n' .. tried(string.gsub, subject, pattern, '<%0>') ..
    '\n' .. tried(string.gsub, subject, pattern, '%1', 2) .. '\n' ..
    tried(string.gsub, subject, pattern, { a = 'A', b = false }) .. '\n' ..
    tried(string.find, subject, pattern, 1, true)
)";

std::string by_lua(const std::string& subject, const std::string& pattern) {
  const std::unique_ptr<lua_State, void (*)(lua_State*)> state(luaL_newstate(), lua_close);
  luaL_openlibs(state.get());
  lua_pushlstring(state.get(), subject.data(), subject.size());
  lua_setglobal(state.get(), "subject");
  lua_pushlstring(state.get(), pattern.data(), pattern.size());
  lua_setglobal(state.get(), "pattern");
  REQUIRE(luaL_dostring(state.get(), script) == LUA_OK);
  return lua_tostring(state.get(), -1);
}

std::string by_us(const std::string& subject, const std::string& pattern) {
  lua::State state({}, {});
  state.set_global("subject", lua::Value(subject));
  state.set_global("pattern", lua::Value(pattern));
  return *state.run({"patterns.lua", script}).string();
}

}  // namespace

TEST_CASE("Patterns match what Lua's own matcher matches") {
  std::mt19937 random(20261121);
  const auto pick = [&](const auto& list) { return list[random() % std::size(list)]; };
  const char* const pieces[] = {"a",     "b",     ".",     "%a",  "%d",   "%s",   "%w",     "[ab]",
                                "[^a]",  "[a-c]", "(a)",   "(",   ")",    "()",   "%1",     "%b()",
                                "%f[a]", "^",     "$",     "%",   "[",    "]",    "%%",     "x",
                                "(b*)",  "%.",    "[%a_]", "[]]", "[^]]", "[a-]", "%f[%w]", "-"};
  const char* const counts[] = {"", "", "", "*", "+", "-", "?"};
  const char* const letters[] = {"a", "b", "c", "1", " ", "(", ")", ".", "]", "-", "%", "_"};
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string pattern;
    for (std::size_t i = random() % 5 + 1; i > 0; --i) {
      pattern += std::string(pick(pieces)) + pick(counts);
    }
    std::string subject;
    for (std::size_t i = random() % 9; i > 0; --i) {
      subject += pick(letters);
    }
    const std::string expected = by_lua(subject, pattern);
    refused += expected.find("refused") == 0 ? 1 : 0;
    INFO("pattern " << pattern << " on '" << subject << "'");
    // Lua meets a malformed pattern only when it walks that far; ours are refused at once.
    const std::string actual = by_us(subject, pattern);
    if (actual.find("refused") != 0) {
      CHECK(actual == expected);
    }
  }
  CHECK(refused < 2000);
}

TEST_CASE("What Lua always accepts is not refused") {
  for (const char* pattern : {"a", "", "^a-b$", "[%]]", "[]a]", "%b<>", "(()a)", "(a)%1", "%f[%a]a",
                              "[a-z0-9_]+", "%z", "[%z]"}) {
    INFO(pattern);
    CHECK(by_us("a<b>a", pattern) == by_lua("a<b>a", pattern));
  }
}

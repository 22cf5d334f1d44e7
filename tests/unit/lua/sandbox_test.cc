// A migration file as an attacker: nothing is reached, nothing runs for ever, nothing differs.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "helium/error.h"
#include "lua/state.h"

using namespace helium;
using lua::State;

namespace {

struct Refused {
  std::string message;
  Span where;
  std::string source_line;
  Fault fault = Fault::bug;
};

LuaLimits small() {
  LuaLimits limits;
  limits.time = std::chrono::milliseconds(150);
  limits.memory_bytes = 16ULL << 20U;
  return limits;
}

Refused refused(const std::string& text, const std::string& name = "shop_1000.lua") {
  State state(small(), {});
  try {
    (void)state.run({name, text});
  } catch (const Error& error) {
    return {error.message(), error.where(), error.source_line(), error.fault()};
  }
  return {};
}

std::string answer(const std::string& text) {
  State state({}, {});
  const lua::Value value = state.run({"shop_1000.lua", text});
  return value.string() != nullptr ? *value.string() : std::string("no text, but ") + value.kind();
}

}  // namespace

TEST_CASE("What could reach the world is not there") {
  for (const char* name : {"io",
                           "debug",
                           "package",
                           "load",
                           "loadfile",
                           "loadstring",
                           "dofile",
                           "collectgarbage",
                           "print",
                           "warn",
                           "rawget",
                           "rawset",
                           "rawequal",
                           "rawlen",
                           "xpcall",
                           "coroutine",
                           "_G",
                           "getfenv",
                           "setfenv",
                           "newproxy",
                           "module",
                           "os.execute",
                           "os.exit",
                           "os.time",
                           "os.clock",
                           "os.date",
                           "os.remove",
                           "os.rename",
                           "os.tmpname",
                           "os.setlocale",
                           "string.dump",
                           "string.pack",
                           "string.unpack",
                           "math.random",
                           "math.randomseed",
                           "require.searchers"}) {
    INFO(name);
    const std::string path = name;
    const auto dot = path.find('.');
    const std::string table = path.substr(0, dot);
    const std::string question =
        dot == std::string::npos
            ? "return tostring(" + path + ")"
            : "return type(" + table + ") == 'table' and tostring(" + path + ") or 'nil'";
    CHECK(answer(question) == "nil");
  }
}

TEST_CASE("The metatable of strings gives no way out, and cannot be changed") {
  CHECK(answer("return ('x').dump and 'dump' or 'none'") == "none");
  CHECK(answer("return tostring((getmetatable('')))") != "");
  CHECK(answer("local m = getmetatable('') return type(m) == 'table' and 'table' or 'hidden'") ==
        "hidden");
  CHECK_FALSE(refused("setmetatable('', {})").message.empty());
}

TEST_CASE("A file that is no text is not run") {
  for (const std::string& text :
       {std::string("\x1bLua\x54\x00\x19\x93", 8), std::string("\x1b"), std::string("\x1bLuaS")}) {
    CHECK(refused(text).fault == Fault::script);
    CHECK(refused(text).message == "this is a compiled Lua chunk; only Lua text is run");
  }
}

TEST_CASE("No loop outlives its time") {
  const std::vector<const char*> bombs = {
      "while true do end",
      "repeat until false",
      "for i = 1, math.huge do end",
      "::again:: goto again",
      "local function f() return f() end f()",
      "while true do pcall(function() while true do end end) end",
      "while true do pcall(error) end",
      "local function f() while true do pcall(f) end end f()",
      "setmetatable({}, { __index = function() while true do end end }).x = nil "
      "local _ = setmetatable({}, { __index = function() while true do end end }).x",
      "table.sort({ 3, 2, 1 }, function() while true do end end)",
      "table.sort({ 3, 2, 1 }, function() while true do pcall(error) end end)",
      "('x'):gsub('.', function() while true do end end)",
      "for _ in function() while true do end end do end",
      "tostring(setmetatable({}, { __tostring = function() while true do end end }))",
      "local _ = #setmetatable({}, { __len = function() while true do end end })",
      "string.find(('a'):rep(50000), '.-.-.-.-b')",
      "string.match(('a'):rep(50000), '(.-)(.-)(.-)(.-)b')",
      "for _ in string.gmatch(('a'):rep(50000), '.-.-.-.-b') do end",
      "string.gsub(('a'):rep(50000), '.-.-.-.-b', '')",
      "string.find(('('):rep(3000), ('%b()'):rep(3))  while true do end",
      "while true do string.find(('a'):rep(100), '.-b') end",
      "while true do pcall(string.find, ('a'):rep(50000), '.-.-.-.-b') end",
      "while true do local s = ('x'):rep(1000000) end",
      "while true do table.concat({ 1, 2, 3 }) end",
  };
  for (const char* bomb : bombs) {
    INFO(bomb);
    const auto began = std::chrono::steady_clock::now();
    const Refused what = refused(bomb);
    CHECK(what.fault == Fault::script);
    CHECK(what.message.find("budget") != std::string::npos);
    CHECK(what.where.file == "shop_1000.lua");
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(10));
  }
}

TEST_CASE("Long texts are no cheaper to sort than to read") {
  const auto spent = [] {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  };
  LuaLimits limits;
  limits.time = std::chrono::milliseconds(300);
  State state(limits, {});
  const double before = spent();
  CHECK_THROWS_AS(state.run({"shop_1000.lua",
                             "local a, b = ('x'):rep(40000000), ('x'):rep(40000001) local t = {} "
                             "for i = 1, 500 do t[i] = i % 2 == 0 and a or b end table.sort(t)"}),
                  Error);
  CHECK(spent() - before < 2.0);
}

TEST_CASE("Whoever stops a file waits for no budget") {
  std::atomic<bool> stopped{false};
  lua::Surroundings seen;
  seen.stopped = &stopped;
  LuaLimits limits;
  limits.time = std::chrono::minutes(2);
  State state(limits, std::move(seen));
  std::jthread stopping([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stopped = true;
  });
  try {
    (void)state.run({"shop_1000.lua", "while true do pcall(error) end"});
    FAIL("it ended");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::cancelled);
    CHECK(error.where().file == "shop_1000.lua");
  }
}

TEST_CASE("Code that would run out of sight is refused: finalizers and closers") {
  for (const char* text : {"setmetatable({}, { __gc = function() while true do end end })",
                           "local t = {} setmetatable(t, { __gc = true })",
                           "local _ <close> = setmetatable({}, { __close = function() end })"}) {
    INFO(text);
    CHECK(refused(text).fault == Fault::script);
    CHECK(refused(text).message.find("budget") == std::string::npos);
  }
}

TEST_CASE("No bomb takes more memory than it may") {
  for (const char* bomb : {
           "return ('x'):rep(1 << 40)",
           "return ('x'):rep(1 << 30, 'y')",
           "local t = {} for i = 1, 1e9 do t[i] = i end",
           "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end",
           "local s = 'x' while true do s = s .. s end",
           "local function f() return 1 + f() end return f()",
           "local function f(...) return f(1, ...) end f()",
           "local t = {} while true do t = { t, t } end",
           "return table.concat({ ('x'):rep(1 << 20) }, '', 1, 1) .. ('y'):rep(1 << 30)",
           "return ('%99.99f'):rep(1 << 22):format(1)",
           "local t = {} for i = 1, 255 do t[i] = ('x'):rep(1 << 20) end return table.concat(t)",
           "return select('#', table.unpack({}, 1, 1 << 24))",
           "return (('x'):rep(1 << 20):gsub('.', ('y'):rep(1 << 10)))",
           "while true do pcall(function() local s = 'x' while true do s = s .. s end end) end",
       }) {
    INFO(bomb);
    const Refused what = refused(bomb);
    CHECK(what.fault == Fault::script);
    CHECK_FALSE(what.message.empty());
  }
}

TEST_CASE("An error of any kind becomes one with a place") {
  CHECK(refused("\nerror('no')").message == "no");
  CHECK(refused("\nerror('no')").where.line == 2);
  CHECK(refused("\nerror('no')").source_line == "error('no')");
  CHECK(refused("error()").fault == Fault::script);
  CHECK(refused("error(nil)").fault == Fault::script);
  CHECK(refused("error({})").fault == Fault::script);
  CHECK(refused("error(setmetatable({}, { __tostring = error }))").fault == Fault::script);
  CHECK(refused("error(5)").message == "5");
  CHECK(refused("error(function() end)").fault == Fault::script);
  CHECK(refused("assert(false, 'because')").message == "because");
  CHECK(refused("local x = nil + 1").where.line == 1);
  CHECK(refused("return (1)()").fault == Fault::script);
  CHECK(answer("local ok, why = pcall(error, 'caught') return why") == "caught");
  CHECK(refused("x = = 1").where.line == 1);
}

TEST_CASE("A long path keeps its head") {
  const std::string path = "migrations/" + std::string(200, 'a') + "/shop_1000.lua";
  CHECK(refused("error('x')", path).where.file == path);
  CHECK(refused("x = = 1", path).where.file == path);
}

TEST_CASE("Two runs give the same bytes") {
  for (const char* text : {
           "local t = { zebra = 1, apple = 2, [3] = 'c', [1] = 'a', mango = 3, [2.5] = 'x' }\n"
           "local s = '' for k, v in pairs(t) do s = s .. tostring(k) .. '=' .. tostring(v) .. ';' "
           "end return s",
           "return tostring({}) .. tostring(print) .. tostring(tostring)",
           "return string.format('%s', {})",
           "local t = {} for i = 1, 50 do t['k' .. i * 7919 % 101] = i end local s = '' for k in "
           "next, t do s = s .. k end return s",
       }) {
    INFO(text);
    const std::string first = answer(text);
    CHECK(first.find("0x") == std::string::npos);
    for (int i = 0; i < 5; ++i) {
      CHECK(answer(text) == first);
    }
  }
  CHECK_FALSE(refused("return string.format('%p', {})").message.empty());
}

TEST_CASE("The environment answers allowed names, require answers what it is given") {
  lua::Surroundings around;
  around.getenv = [](std::string_view name) -> std::optional<std::string> {
    return name == "ALLOWED" ? std::optional<std::string>("yes") : std::nullopt;
  };
  around.module = [](std::string_view name) -> std::optional<lua::Chunk> {
    return name == "tools" ? std::optional<lua::Chunk>({"tools.lua", "return { x = 'here' }"})
                           : std::nullopt;
  };
  State state({}, around);
  CHECK(*state.run({"a.lua", "return os.getenv('ALLOWED')"}).string() == "yes");
  CHECK(state.run({"a.lua", "return os.getenv('HOME')"}).is_nil());
  CHECK(*state.run({"a.lua", "return require('tools').x"}).string() == "here");
  CHECK(*state.run({"a.lua", "return tostring(require('tools') == require('tools'))"}).string() ==
        "true");
  for (const char* name : {"../tools", "/etc/passwd", "os", "io", "", "tools\\0x", "socket"}) {
    CHECK_THROWS_AS(state.run({"a.lua", std::string("return require('") + name + "')"}), Error);
  }
}

TEST_CASE("A module that requires itself is refused, not followed") {
  lua::Surroundings around;
  around.module = [](std::string_view name) -> std::optional<lua::Chunk> {
    return lua::Chunk{std::string(name) + ".lua",
                      "return require('" + std::string(name == "a" ? "b" : "a") + "')"};
  };
  State state(small(), around);
  CHECK_THROWS_AS(state.run({"x.lua", "return require('a')"}), Error);
}

TEST_CASE("a machine that does other things takes nothing from the budget of time") {
  lua::Surroundings seen;
  seen.natives["machine"]["is_busy"] = [](const std::vector<lua::Value>&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    return lua::Value(std::string("back"));
  };
  State state(small(), std::move(seen));
  const auto value = state.run(
      {"shop_1000.lua",
       "local answer = require('machine').is_busy() for i = 1, 10000 do answer = answer .. '' end "
       "return answer"});
  CHECK(*value.string() == "back");
}

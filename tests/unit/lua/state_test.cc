#include "lua/state.h"

#include <catch2/catch.hpp>

#include "helium/error.h"

using helium::Error;
using helium::Fault;
using helium::lua::State;
using helium::lua::Value;

namespace {

Value run(const std::string& text) {
  static const helium::LuaLimits limits;
  State state(limits, {});
  return state.run({"shop_1000.lua", text});
}

}  // namespace

TEST_CASE("a file returns its value") {
  CHECK(*run("return 1 + 2").integer() == 3);
  CHECK(*run("return 'a' .. 1.5").string() == "a1.5");
  CHECK(run("return { 1, 2, x = true }").table()->list.size() == 2);
  CHECK(*run("return { 1, 2, x = true }").table()->fields.at("x").boolean());
}

TEST_CASE("a section function collects entries with the lines that added them") {
  State state({}, {});
  const Value file = state.run({"shop_1000.lua",
                                "return function(queries)\n"
                                "  table.insert(queries, {\n"
                                "    sql = 'one',\n"
                                "  })\n"
                                "  queries[#queries + 1] = { sql = 'two' }\n"
                                "end\n"});
  const Value collected = state.collect(*file.function());
  REQUIRE(collected.table()->list.size() == 2);
  CHECK(*collected.table()->list[1].table()->fields.at("sql").string() == "two");
  CHECK(collected.table()->lines == std::vector<std::uint32_t>{2, 5});
}

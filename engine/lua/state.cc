#include "lua/state.h"

#include <new>

#include "lua/allow_list.h"
#include "lua/guard.h"
#include "lua/host.h"
#include "lua/values.h"

namespace helium::lua {

namespace {

// The line of the file itself that is running: modules and the prelude are passed over.
int caller_line(lua_State* state) {
  const std::string wanted = "@" + host_of(state).main;
  lua_Debug frame;
  for (int level = 1; lua_getstack(state, level, &frame) != 0; ++level) {
    lua_getinfo(state, "Sl", &frame);
    if (frame.currentline > 0 && wanted == frame.source) {
      lua_pushinteger(state, frame.currentline);
      return 1;
    }
  }
  lua_pushinteger(state, 0);
  return 1;
}

// Outside of every protected call there is nothing to return to.
int panic(lua_State*) {
  throw Error(Fault::bug, "Lua failed outside of a protected call");
}

void prepare(lua_State* state) {
  Host& host = host_of(state);
  install_allowed(state);
  lua_newtable(state);
  host.modules = luaL_ref(state, LUA_REGISTRYINDEX);
  load_prelude(state);
  lua_pushcfunction(state, guard<caller_line>);
  lua_call(state, 1, 1);
  host.new_queries = luaL_ref(state, LUA_REGISTRYINDEX);
}

std::vector<std::uint32_t> lines_of(const Value& lines) {
  std::vector<std::uint32_t> plain;
  for (const Value& line : lines.table()->list) {
    plain.push_back(static_cast<std::uint32_t>(*line.integer()));
  }
  return plain;
}

}  // namespace

struct State::Inside : Host {
  using Host::Host;
};

const char* Value::kind() const noexcept {
  static constexpr const char* kinds[] = {"nil",    "boolean",  "number", "number",
                                          "string", "function", "table"};
  return kinds[data_.index()];
}

State::State(const LuaLimits& limits, Surroundings surroundings)
    : inside_(std::make_unique<Inside>(limits, std::move(surroundings))) {
  Host& host = *inside_;
  host.state = lua_newstate(Budget::allocate, &host.budget);
  if (host.budget.starved()) {
    throw std::bad_alloc();
  }
  if (host.state == nullptr) {
    throw Error(Fault::script, "the memory budget is too small to start Lua")
        .hinting("`memory` in [lua] of helium.toml allows more");
  }
  lua_atpanic(host.state, panic);
  *static_cast<Host**>(lua_getextraspace(host.state)) = &host;
  host.budget.watch(host.state);
  try {
    protect(host, prepare);
  } catch (const std::exception&) {
    lua_close(host.state);
    throw;
  }
}

State::~State() {
  lua_close(inside_->state);
}

void State::set_global(const std::string& name, const Value& value) {
  protect(*inside_, [&](lua_State* state) {
    push(state, value);
    lua_setglobal(state, name.c_str());
  });
}

Value State::run(const Chunk& chunk) {
  inside_->main = chunk.name;
  Value result;
  protect(*inside_, [&](lua_State* state) {
    load(state, chunk);
    lua_call(state, 0, 1);
    result = copied(state, -1);
  });
  return result;
}

Value State::call(const Function& function, const std::vector<Value>& arguments) {
  Value result;
  protect(*inside_, [&](lua_State* state) {
    lua_rawgeti(state, LUA_REGISTRYINDEX, function.reference);
    luaL_checkstack(state, static_cast<int>(arguments.size()) + 10, "too many arguments");
    for (const Value& argument : arguments) {
      push(state, argument);
    }
    lua_call(state, static_cast<int>(arguments.size()), 1);
    result = copied(state, -1);
  });
  return result;
}

Value State::collect(const Function& function) {
  auto collected = std::make_shared<Table>();
  protect(*inside_, [&](lua_State* state) {
    lua_rawgeti(state, LUA_REGISTRYINDEX, inside_->new_queries);
    lua_call(state, 0, 2);  // queries, and a function that returns entries and lines
    lua_rawgeti(state, LUA_REGISTRYINDEX, function.reference);
    lua_pushvalue(state, 1);
    lua_call(state, 1, 0);
    lua_pushvalue(state, 2);
    lua_call(state, 0, 2);
    *collected = *copied(state, -2).table();
    collected->lines = lines_of(copied(state, -1));
  });
  return Value(std::shared_ptr<const Table>(std::move(collected)));
}

}  // namespace helium::lua

#include "lua/values.h"

#include <string>

#include "lua/host.h"
#include "lua/order.h"

namespace helium::lua {

namespace {

constexpr int deepest = 64;
constexpr std::uint64_t bytes_per_value = 64;

struct Copying {
  lua_State* state;
  std::uint64_t bytes_left;
};

Value copy(Copying& copying, const std::string& path, int depth);

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw Error(Fault::script, (path.empty() ? "the table" : "'" + path + "'") + " " + why);
}

void charge(Copying& copying, std::uint64_t bytes, const std::string& path) {
  host_of(copying.state).budget.spend(copying.state, 1 + bytes / 64);
  if (copying.bytes_left < bytes) {
    refuse(path, "is too large: `memory` in [lua] of helium.toml allows more");
  }
  copying.bytes_left -= bytes;
}

std::string below(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

Value copy_function(lua_State* state) {
  lua_Debug about;
  lua_pushvalue(state, -1);
  lua_getinfo(state, ">S", &about);
  Function function;
  if (about.linedefined > 0) {
    function.line = static_cast<std::uint32_t>(about.linedefined);
    function.last_line = static_cast<std::uint32_t>(about.lastlinedefined);
  }
  lua_pushvalue(state, -1);
  function.reference = luaL_ref(state, LUA_REGISTRYINDEX);
  return Value(function);
}

// The stack holds the table, its ordered keys, and the key and value of this member.
void copy_member(Copying& copying, Table& table, const std::string& path, int depth) {
  lua_State* state = copying.state;
  if (lua_type(state, -2) == LUA_TSTRING) {
    std::size_t length = 0;
    const char* bytes = lua_tolstring(state, -2, &length);
    const std::string key(bytes, length);
    charge(copying, length, path);
    table.fields.emplace(key, copy(copying, below(path, key), depth));
    return;
  }
  if (lua_isinteger(state, -2) == 0) {
    refuse(path, std::string("has a key that is a ") + luaL_typename(state, -2) +
                     "; keys are texts and 1, 2, 3 ...");
  }
  const auto wanted = static_cast<lua_Integer>(table.list.size()) + 1;
  const lua_Integer key = lua_tointeger(state, -2);
  if (key != wanted) {
    refuse(path, "has an entry " + std::to_string(key) + " but no entry " + std::to_string(wanted));
  }
  table.list.push_back(copy(copying, below(path, std::to_string(key)), depth));
}

Value copy_table(Copying& copying, const std::string& path, int depth) {
  lua_State* state = copying.state;
  if (depth > deepest) {
    refuse(path, "is nested too deep, or holds itself");
  }
  luaL_checkstack(state, 10, "too deep");
  auto table = std::make_shared<Table>();
  const lua_Integer count = push_ordered_keys(state, lua_gettop(state));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(state, -1, i);
    lua_pushvalue(state, -1);
    lua_rawget(state, -4);
    copy_member(copying, *table, path, depth + 1);
    lua_pop(state, 2);
  }
  lua_pop(state, 1);
  return Value(std::shared_ptr<const Table>(std::move(table)));
}

// Of the value on top, which stays.
Value copy(Copying& copying, const std::string& path, int depth) {
  lua_State* state = copying.state;
  charge(copying, bytes_per_value, path);
  switch (lua_type(state, -1)) {
    case LUA_TNIL:
      return {};
    case LUA_TBOOLEAN:
      return Value(lua_toboolean(state, -1) != 0);
    case LUA_TNUMBER:
      return lua_isinteger(state, -1) != 0
                 ? Value(static_cast<std::int64_t>(lua_tointeger(state, -1)))
                 : Value(static_cast<double>(lua_tonumber(state, -1)));
    case LUA_TSTRING: {
      std::size_t length = 0;
      const char* bytes = lua_tolstring(state, -1, &length);
      charge(copying, length, path);
      return Value(std::string(bytes, length));
    }
    case LUA_TFUNCTION:
      return copy_function(state);
    case LUA_TTABLE:
      return copy_table(copying, path, depth);
    default:
      refuse(path, std::string("is a ") + luaL_typename(state, -1));
  }
}

void push_table(lua_State* state, const Table& table) {
  luaL_checkstack(state, 5, "too deep");
  lua_createtable(state, 0, 0);
  lua_Integer index = 0;
  for (const Value& value : table.list) {
    push(state, value);
    lua_rawseti(state, -2, ++index);
  }
  for (const auto& [key, value] : table.fields) {
    lua_pushlstring(state, key.data(), key.size());
    push(state, value);
    lua_rawset(state, -3);
  }
}

}  // namespace

Value copied(lua_State* state, int index) {
  Copying copying{state, host_of(state).bytes_to_copy};
  lua_pushvalue(state, index);
  Value value = copy(copying, "", 0);
  lua_pop(state, 1);
  return value;
}

void push(lua_State* state, const Value& value) {
  if (value.is_nil()) {
    lua_pushnil(state);
  } else if (const bool* boolean = value.boolean()) {
    lua_pushboolean(state, *boolean ? 1 : 0);
  } else if (const std::int64_t* integer = value.integer()) {
    lua_pushinteger(state, *integer);
  } else if (const double* number = std::get_if<double>(&value.data())) {
    lua_pushnumber(state, *number);
  } else if (const std::string* text = value.string()) {
    lua_pushlstring(state, text->data(), text->size());
  } else if (const Function* function = value.function()) {
    lua_rawgeti(state, LUA_REGISTRYINDEX, function->reference);
  } else {
    push_table(state, *value.table());
  }
}

}  // namespace helium::lua

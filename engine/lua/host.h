// What stands behind one Lua state: its budget, what it may see, and the texts it loaded.
#pragma once

#include <functional>
#include <lua.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "helium/error.h"
#include "helium/target.h"
#include "lua/budget.h"
#include "lua/state.h"

namespace helium::lua {

/// How Lua names the chunk of scripts/prelude.lua.
inline constexpr const char* prelude_source = "@scripts/prelude.lua";

struct Host {
  /// A host with nothing spent yet.
  Host(const LuaLimits& limits, Surroundings seen)
      : budget(limits, seen.stopped),
        bytes_to_copy(limits.memory_bytes),
        surroundings(std::move(seen)) {}
  Budget budget;
  std::uint64_t bytes_to_copy;  ///< most bytes of one Value
  Surroundings surroundings;
  lua_State* state = nullptr;
  std::map<std::string, std::string, std::less<>> sources;  ///< text by name, for source lines
  std::string main;                                         ///< name of the file itself
  std::vector<std::string> requiring;  ///< modules on their way, outermost first
  std::optional<Error> failure;        ///< the last error that nobody caught
  int modules = LUA_NOREF;             ///< results of require, by name
  int new_queries = LUA_NOREF;         ///< the constructor of the prelude
};

/// The host of a state.
[[nodiscard]] Host& host_of(lua_State* state) noexcept;

/// Runs `task` where Lua errors are caught, under the budget and in the C locale. Throws Error for
/// a Lua error, and whatever the task threw.
void protect(Host& host, const std::function<void(lua_State*)>& task);

/// Pushes the chunk as a function; raises a Lua error for what is not Lua text.
void load(lua_State* state, const Chunk& chunk);

/// Pushes the house's own prelude. It is compiled once in a process: nothing but our own embedded
/// text ever comes into a state in compiled form.
void load_prelude(lua_State* state);

/// Message handler of protect(): puts the error with its place into Host::failure.
int keep_failure(lua_State* state);

/// The error with the source line that it points into and a column for the caret.
[[nodiscard]] Error with_source_line(const Host& host, const Error& error);

}  // namespace helium::lua

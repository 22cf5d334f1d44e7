// A Lua state for a Helium folder: its files and modules, Brotli, and scripts/folder/run.lua.
#pragma once

#include <string>
#include <vector>

#include "expand/expand.h"
#include "lua/state.h"

namespace helium::folder {

/// The path under which errors name our own script.
inline constexpr const char* driver = "scripts/folder/run.lua";

class Host {
 public:
  /// The setting must outlive it.
  explicit Host(const expand::Setting& setting);

  /// Calls a function of run.lua; the table that it returns.
  [[nodiscard]] lua::Value call(const char* function, const std::vector<lua::Value>& arguments);
  /// Names of the environment whose values were given out.
  [[nodiscard]] const std::vector<std::string>& environment() const noexcept {
    return environment_;
  }

 private:
  lua::Surroundings watched(const expand::Setting& setting);

  std::vector<std::string> environment_;
  lua::State state_;
  lua::Value functions_;
};

/// The engine's names in the folder's words, the best first: older folders know one for MySQL and
/// MariaDB.
[[nodiscard]] lua::Value keys_of(const Dialect& dialect);

/// The texts under a name of a table that run.lua returned.
[[nodiscard]] std::vector<std::string> texts_in(const lua::Value& table, const char* name);

}  // namespace helium::folder

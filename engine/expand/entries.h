// The entries of a section as the author wrote them, before any macro is replaced.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expand/options.h"
#include "helium/operation.h"
#include "helium/statement.h"
#include "lua/state.h"

namespace helium::expand {

struct Entry {
  std::string sql;
  std::string description;
  Expectation expect;
  std::optional<std::string> reverse;  ///< its own way back
  std::uint32_t line = 0;              ///< where it was inserted, or where its section begins
  std::string operation;               ///< of a call like queries:add_column(...); else empty
  std::shared_ptr<const lua::Table> arguments;  ///< of that call
  Keep keep = Keep::within_limit;
  bool online = false;
};

/// The keys that an entry may have, sorted; scripts/editor tells them to editors.
[[nodiscard]] const std::vector<std::string>& entry_names();

/// Runs a section (a function or a list) and reads its entries. Throws Error(script) from Lua,
/// Error(design) for an entry that is wrong, at its line.
[[nodiscard]] std::vector<Entry> entries_of(std::string_view section, const lua::Value& value,
                                            lua::State& state, const Author& author);

}  // namespace helium::expand

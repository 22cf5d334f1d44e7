// The macro engine of the format in C++: for folders that bring none, and, where nothing is run, in
// place of one that gives the same bytes.
//
// Macros are put in, in passes, so that one may name others; blocks [=[ ... ]=] of up to five
// levels are cut free of their indentation and sealed, the inner ones first; at last lines are put
// in order by their brackets.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expand/expand.h"
#include "lua/state.h"

namespace helium::folder {

/// What becomes of long sealed texts: as the format has it, or as the short ones, for a reader who
/// opens them at once. Brotli takes most of the time of an expansion.
enum class Seals { compressed, plain };

/// Macros as texts, by name.
using Values = std::map<std::string, std::string, std::less<>>;

/// The texts by name under a name of a table that run.lua returned.
[[nodiscard]] Values values_in(const lua::Value& table, const char* name);

/// The macros that a folder's migrations begin with, under one setting.
class Native {
 public:
  /// Of a folder without a database.lua: Helium's own, those of the design, of the target.
  explicit Native(const expand::Setting& setting);

  /// Of a folder with one, when that gives for a trial of every rule of the format the very bytes
  /// that we give; nothing when it does not, or fails.
  [[nodiscard]] static std::shared_ptr<const Native> equal_to_theirs(
      const expand::Setting& setting);

  /// The engine's name in the folder's words.
  [[nodiscard]] const std::string& engine() const noexcept { return engine_; }
  /// What a migration is given, to read and to change.
  [[nodiscard]] const Values& macros() const noexcept { return macros_; }

  /// The text of all entries of a migration that left the macros as `left`. `environment` answers
  /// names that no macro has.
  [[nodiscard]] std::string text(
      const std::vector<std::string>& templates, Values left,
      const std::function<std::optional<std::string>(std::string_view)>& environment,
      Seals seals) const;

 private:
  Native() = default;

  std::string engine_;
  Values macros_;
  Values frame_;  // these are the same whatever a migration does to them
  const MacroTable* families_ = nullptr;
};

}  // namespace helium::folder

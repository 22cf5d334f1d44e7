// What stands beside the sections of a migration: its options, checked.
#pragma once

#include <string>
#include <vector>

#include "expand/literals.h"
#include "expand/source_text.h"
#include "helium/macro.h"
#include "helium/section.h"
#include "lua/state.h"

namespace helium::expand {

/// A migration's file with everything that is needed to point into it.
struct Author {
  SourceText source;
  Literals literals;
  Author(std::string file, std::string_view raw)
      : source(std::move(file), raw), literals(source.plain()) {}

  /// The error at the place of `name =`, or at the file alone when it is nowhere.
  [[nodiscard]] Error at_key(const Error& error, std::string_view name) const;
};

struct Options {
  std::string table;
  MacroTable macros;
  TransactionWish transaction = TransactionWish::unset;
  StatementLimits limits;
  std::vector<std::string> requires_;
  std::vector<std::string> tags;
  std::string irreversible;
  std::vector<std::string> check_before;
  std::vector<std::string> check_after;
  bool repeatable = false;
  bool online = false;
};

/// The keys that a migration's table may have, sorted; scripts/editor tells them to editors.
[[nodiscard]] const std::vector<std::string>& option_names();

/// Reads them from the table that the file returned. Throws Error(design) for an unknown option,
/// with the nearest right one, and for a value of the wrong kind.
[[nodiscard]] Options options_of(const lua::Table& migration, const Author& author);

}  // namespace helium::expand

// Runs a migration's Lua under a dialect and puts the macros in: text in, Sections out. Every
// statement knows its way back to the author's file.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/section.h"
#include "helium/target.h"

namespace helium::folder {
class Native;
}

namespace helium::expand {

/// Everything a migration is expanded under. One per (design, dialect, target).
struct Setting {
  const Dialect* dialect = nullptr;
  MacroTable macros;        ///< design, dialect, house and target macros merged by precedence
  std::string macros_hash;  ///< over names and values, environment names and values included
  std::string schema;       ///< as the target says; "" for none
  LuaLimits limits;
  std::string folder;           ///< of the design: require looks here
  std::string home;             ///< disk copy of the house's own scripts
  bool keep_undefined = false;  ///< Helium folders: a macro without a value stays in the text
  /// Helium folders, where nothing is run: takes the place of the folder's own Lua.
  std::shared_ptr<const folder::Native> stand_in;
  bool plain_seals = false;  ///< there, sealed texts are opened at once: none is compressed
  /// Once true, Lua that runs is stopped; nullptr: nobody stops it.
  const std::atomic<bool>* stopped = nullptr;
  /// Allow-listed environment; nothing for other names.
  std::function<std::optional<std::string>(std::string_view)> environment;
};

/// Collects the macros of a design (macros.lua, macros_<dialect>.lua beside its files), of the
/// dialect and of the target. `getenv` reads the process environment; only Target::environment
/// names pass.
[[nodiscard]] Setting setting(const Design& design, const Dialect& dialect, const Target& target,
                              const std::function<const char*(const char*)>& getenv);

/// Expands one migration: its options checked, its sections run, macros replaced, statements split
/// and shaped. Throws Error: script, macro or design, with place, source line and nearest name.
[[nodiscard]] Sections sections(const Migration& migration, const Setting& setting);

/// The statements of a SQL migration (Format::sql), as they are written: no macros. Throws
/// Error(design) with the place for text that cannot be split.
[[nodiscard]] Sections sql_sections(const Migration& migration, const Setting& setting);

/// One of several migrations to expand, and what became of it.
struct Job {
  const Migration* migration = nullptr;
  const Setting* setting = nullptr;
  Sections sections;
  std::exception_ptr failure;  ///< what sections() would have thrown
  Sections (*how)(const Migration&, const Setting&) = &expand::sections;  ///< what expands it
};
/// Expands them side by side, as many at once as there are processors. Each has its own Lua state,
/// so the order does not matter. Stops early when one fails: the jobs behind it may stay empty.
void side_by_side(std::vector<Job>& jobs);

/// Replaces the macros of one text that belongs to no file: ledger texts, hook texts, tests. Local
/// values win. Throws Error(macro).
[[nodiscard]] std::string text(std::string_view source, const MacroTable& macros,
                               const MacroTable& local = {});

/// The macros as `helium macros` shows them: name, value fully expanded where that is possible.
struct Listed {
  std::string name;
  std::string value;
  MacroSource source;
};
[[nodiscard]] std::vector<Listed> list(const Setting& setting);

}  // namespace helium::expand

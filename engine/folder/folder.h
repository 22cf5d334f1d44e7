// The Helium folder format: a migration is `function(engine, design, schema, macros)`, and the
// folder's own database.lua turns what it returns into SQL.
//
// That SQL runs at LOAD and puts rows into the design's `queries` table; the code of the rows is
// what APPLY and REVERSE run, sealed in base64 and, when it is long, in Brotli. Everything here is
// text in, values out: the Lua runs in the sandbox, a fresh state per file, and seals are opened on
// our side, so no database and no server extension is needed to know what a migration does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expand/expand.h"
#include "helium/design.h"
#include "helium/section.h"

namespace helium::folder {

class Native;

/// What the folder's engine made of a migration.
struct Generated {
  std::string text;                      ///< all statements, byte for byte
  std::vector<std::string> templates;    ///< the entries before expansion, in order
  std::string table;                     ///< the TABLE macro that the migration set
  std::vector<std::string> environment;  ///< names of the environment whose values it was given
};

/// Runs the migration. Throws Error(script) with file and line for what Lua refuses.
[[nodiscard]] Generated generated(const Migration& migration, const expand::Setting& setting);

/// An engine that may take the place of the folder's own database.lua where nothing is run, because
/// it gave the same bytes for a trial of every rule; nullptr where it did not, or there is none.
[[nodiscard]] std::shared_ptr<const Native> stand_in(const expand::Setting& setting);

/// The whole migration: statements to load, the code of its forward and reverse rows as statements
/// that fit the server, its diagrams as JSON. Throws Error: script, and macro for a name without a
/// value where SQL stands, unless the setting keeps them.
[[nodiscard]] Sections sections(const Migration& migration, const expand::Setting& setting);

/// A row's code as the statements that it is cut into, each fitted to a server without extensions.
/// `findings` tells what was left out.
struct Code {
  std::vector<Statement> statements;
  Findings findings;
};
[[nodiscard]] Code code(std::string_view text, const std::string& file, const Dialect& dialect);

/// The code of a migration's own rows, forward and back, in its generated text.
struct Texts {
  std::string forward;
  std::string reverse;
};
[[nodiscard]] Texts texts_of(std::string_view generated, std::int64_t number,
                             const Lexicon& lexicon);

/// The text with each sealed block in it as a plain literal, however it was sealed: equal for two
/// texts that differ in that alone.
[[nodiscard]] std::string unsealed(std::string_view text, const Lexicon& lexicon);

/// The text with sealed blocks decoded, indented and named; for people.
[[nodiscard]] std::string opened(std::string_view text, const Lexicon& lexicon);

/// JSON in which raw line ends and tabs inside strings became escapes; the same text when it has
/// none.
[[nodiscard]] std::string mended_json(std::string_view json);

}  // namespace helium::folder

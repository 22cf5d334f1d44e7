// Pins are settings that Helium fixes for a session, so that a server's or a role's defaults change
// nothing. The author's own SET lasts until the end of the author's file.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "session/session.h"

namespace helium::session {

/// True when a unit begins a step, as the way up behind the way down of one file does in a redo, or
/// holds an author's statement of another file than `file`: the settings that `file` changed must
/// not reach it.
[[nodiscard]] inline bool belongs_to_other_file(const Unit& unit, const std::string& file) {
  if (unit.fresh) {
    return true;
  }
  for (const Statement& statement : unit.statements) {
    if (statement.origin == Origin::author) {
      return statement.span.file != file;
    }
  }
  return false;
}

/// True when a text calls set_config, in whatever letters.
[[nodiscard]] inline bool calls_set_config(const std::string& text) {
  constexpr std::string_view name = "set_config";
  constexpr std::size_t before = name.find('_');
  // A text may be megabytes of rows: its underscores are found many bytes at once.
  for (auto at = text.find('_', before); at != std::string::npos; at = text.find('_', at + 1)) {
    if (base::same_word(std::string_view(text).substr(at - before, name.size()), name)) {
      return true;
    }
  }
  return false;
}

/// True when a statement of the author may change a setting of the session: SET itself, a block or
/// call that nobody can look into, and set_config, with which every pg_dump begins. A query is
/// taken at its word: one that may call a function which sets something would part every window.
[[nodiscard]] inline bool changes_setting(const Statement& statement) {
  const Shape::Kind kind = statement.shape.kind;
  return statement.origin == Origin::author &&
         (kind == Shape::Kind::session_setting || kind == Shape::Kind::other ||
          ((kind == Shape::Kind::query || kind == Shape::Kind::dml) &&
           calls_set_config(statement.text)));
}

/// True when a unit may change a setting: a unit of another file must not follow it unasked.
[[nodiscard]] inline bool changes_setting(const Unit& unit) {
  return std::any_of(unit.statements.begin(), unit.statements.end(),
                     [](const Statement& statement) { return changes_setting(statement); });
}

}  // namespace helium::session

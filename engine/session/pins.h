// Pins are settings that Helium fixes for a session, so that a server's or a role's defaults change
// nothing. The author's own SET lasts until the end of the author's file.
#pragma once

#include <algorithm>
#include <string>

#include "session/session.h"

namespace helium::session {

/// True when a unit holds an author's statement of another file than `file`: the settings that
/// `file` changed must not reach it.
[[nodiscard]] inline bool belongs_to_other_file(const Unit& unit, const std::string& file) {
  for (const Statement& statement : unit.statements) {
    if (statement.origin == Origin::author) {
      return statement.span.file != file;
    }
  }
  return false;
}

/// True when a statement of the author may change a setting of the session: SET itself, a block or
/// call that nobody can look into, and set_config, with which every pg_dump begins.
[[nodiscard]] inline bool changes_setting(const Statement& statement) {
  const Shape::Kind kind = statement.shape.kind;
  return statement.origin == Origin::author &&
         (kind == Shape::Kind::session_setting || kind == Shape::Kind::other ||
          (kind == Shape::Kind::query && statement.text.find("set_config") != std::string::npos));
}

/// True when a unit may change a setting: a unit of another file must not follow it unasked.
[[nodiscard]] inline bool changes_setting(const Unit& unit) {
  return std::any_of(unit.statements.begin(), unit.statements.end(),
                     [](const Statement& statement) { return changes_setting(statement); });
}

}  // namespace helium::session

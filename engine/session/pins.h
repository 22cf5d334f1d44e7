// Pins are settings that Helium fixes for a session, so that a server's or a role's defaults change
// nothing. The author's own SET lasts until the end of the author's file.
#pragma once

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

/// True when a statement of the author changed a setting of the session.
[[nodiscard]] inline bool changes_setting(const Statement& statement) {
  return statement.origin == Origin::author && statement.shape.kind == Shape::Kind::session_setting;
}

}  // namespace helium::session

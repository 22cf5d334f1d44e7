// What of a PostgreSQL routine its server looks at when it is made, and what it goes on standing
// on.
#pragma once

#include <string>

#include "helium/schema.h"

namespace helium::diff {

/// What must be there when it is made: the types that it takes and gives, what a body in SQL reads,
/// and the types that a body in PL/pgSQL declares. Other bodies are looked at when they run.
[[nodiscard]] std::string needed_by(const Routine& routine);

/// What cannot go or get another type as long as it is there: those types, and what a body reads
/// that the server keeps parsed (BEGIN ATOMIC, RETURN).
[[nodiscard]] std::string held_by(const Routine& routine);

/// The parsed body; empty for one that is kept as text.
[[nodiscard]] std::string parsed_body(const Routine& routine);

}  // namespace helium::diff

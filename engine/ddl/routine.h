// When a routine of PostgreSQL keeps its place.
#pragma once

#include "helium/schema.h"

namespace helium::ddl {

/// Whether PostgreSQL can replace a routine where it stands, with its rights and all that uses it.
/// Otherwise it is dropped and made again.
[[nodiscard]] bool replaces(const Routine& before, const Routine& after);

}  // namespace helium::ddl

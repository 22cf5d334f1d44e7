// What SQLite tells of a file: the statements in sqlite_schema are all of its catalog.
#pragma once

#include "catalog/catalog.h"

namespace helium::catalog {

/// What inspect() is on SQLite, without the name of the schema: a file holds one.
[[nodiscard]] Schema inspect_sqlite(session::Session& session, const Dialect& dialect,
                                    const Scope& scope);

/// What digests() is there. Its own text is what a table is; a hash of it says the same in every
/// file.
[[nodiscard]] Digests sqlite_digests(session::Session& session, const Dialect& dialect,
                                     const Scope& scope);

}  // namespace helium::catalog

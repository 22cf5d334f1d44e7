// What a statement that stands on a row says.
#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <string_view>

#include "session/session.h"

namespace helium::session {

/// Reads the row into `row`, whose room is used again; no more of a value than `most` bytes.
void read_row(sqlite_api::sqlite3_stmt* prepared, Cells& row,
              std::size_t most = std::string_view::npos);

/// The row as an outcome keeps it: values cut and without escapes.
[[nodiscard]] Cells answer_row(sqlite_api::sqlite3_stmt* prepared);

}  // namespace helium::session

// A few rows in every table, so that migrations meet data.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "helium/dialect.h"
#include "helium/schema.h"
#include "session/session.h"

namespace helium::facade {

/// How many rows each table holds.
using Counts = std::map<std::string, std::uint64_t>;

/// Puts up to three rows into every table that has none, tables that are pointed at first. A column
/// that has a default, or that may be null, is left to the server; a row that a check refuses is
/// left out.
void fill(session::Session& session, const Schema& schema, const Dialect& dialect);

/// The rows of every table.
[[nodiscard]] Counts counted(session::Session& session, const Schema& schema,
                             const Dialect& dialect);

}  // namespace helium::facade

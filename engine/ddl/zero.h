// The plain value of a type, for rows that are there when a column must have a value.
#pragma once

#include <string>

#include "helium/schema.h"

namespace helium::ddl {

/// '' for texts, 0 for numbers, the first value of an enum of the schema, ... as SQL of the
/// schema's dialect; empty where a type has none.
[[nodiscard]] std::string plain_zero(const Column& column, const Schema& schema);

}  // namespace helium::ddl

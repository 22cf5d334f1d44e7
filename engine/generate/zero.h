// The plain value of a type, for rows that are there when a column becomes NOT NULL.
#pragma once

#include <string>

#include "helium/schema.h"

namespace helium::generate {

/// See ddl::plain_zero. Throws Error(usage) naming the way to say one where a type has none.
[[nodiscard]] std::string zero_value(const std::string& table, const Column& column,
                                     const Schema& schema);

}  // namespace helium::generate

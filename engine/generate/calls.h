// Changes as calls of typed operations.
#pragma once

#include <string>

#include "helium/change.h"

namespace helium::generate {

/// `queries:add_column("users", { ... })`; a call of several lines is indented by two blanks. Empty
/// where a change says what no operation does. `backfill` fills a column that is added.
[[nodiscard]] std::string call_of(const Change& change, const std::string& backfill);

/// `queries:backfill("users", { set = { name = "''" } })`
[[nodiscard]] std::string backfill_call(const std::string& table, const std::string& column,
                                        const std::string& value);

}  // namespace helium::generate

// The expressions that stand in objects, as one text to look for names in.
#pragma once

#include <string>

#include "helium/schema.h"

namespace helium::diff {

/// A default, or what it is computed from.
[[nodiscard]] std::string expressions_of(const Column& column);
/// Its parts that are no plain columns, and its condition.
[[nodiscard]] std::string expressions_of(const TableIndex& index);
/// Its default and checks.
[[nodiscard]] std::string expressions_of(const Domain& domain);
/// Those of its columns, checks and indexes.
[[nodiscard]] std::string expressions_of(const Table& table);

}  // namespace helium::diff

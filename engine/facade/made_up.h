// Values for columns of which nobody knows more than their type.
#pragma once

#include <string>

#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::facade {

/// SQL for the value of a column in the given row, counted from 1; two rows have different ones
/// where the type allows. Throws Error(usage) for a type of which nobody knows a value.
[[nodiscard]] std::string made_up(const Table& table, const Column& column, int row,
                                  const Schema& schema, const Dialect& dialect);

/// Whether the type's values are written without quotes.
[[nodiscard]] bool is_number(const std::string& type);

}  // namespace helium::facade

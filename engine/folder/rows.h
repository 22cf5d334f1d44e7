// What a generated statement puts into the `queries` table, read without a database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/dialect.h"

namespace helium::folder {

/// The types of a row that belong to migrations; smaller ones are queries of the product.
enum class RowType : std::int64_t {
  forward = 1000,
  reverse = 1001,
  diagram = 1002,
  applied = 1003
};

/// One row on its way. Members are unset where the statement computes them.
struct QueryRow {
  std::optional<std::int64_t> ref;
  std::optional<std::int64_t> type;
  std::optional<std::string> code;
  std::optional<std::string> name;
  std::optional<std::string> collection;

  /// True for a row of this type.
  [[nodiscard]] bool is(RowType wanted) const { return type == static_cast<std::int64_t>(wanted); }
};

/// The rows that one statement inserts; none for any other statement. Both INSERT ... VALUES and
/// INSERT ... SELECT are read.
[[nodiscard]] std::vector<QueryRow> rows_of(std::string_view statement, const Lexicon& lexicon);

}  // namespace helium::folder

#include "ddl/counters.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::ddl {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 3> types = {
    {{"serial", "integer"}, {"bigserial", "bigint"}, {"smallserial", "smallint"}}};

}  // namespace

std::string counted_type(const std::string& type) {
  for (const auto& [serial, whole] : types) {
    if (type == serial) {
      return whole;
    }
  }
  return type;
}

std::string serial_of(const std::string& type) {
  for (const auto& [serial, whole] : types) {
    if (type == whole) {
      return serial;
    }
  }
  return "";
}

bool is_serial(const Column& column) {
  return counted_type(column.type) != column.type;
}

bool is_counting(const Column& column) {
  return column.identity != Column::Identity::none || is_serial(column);
}

std::string usual_counter(const std::string& table, const std::string& column) {
  return table + "_" + column + "_seq";
}

std::string next_of(const std::string& sequence) {
  const std::string name = sql::is_plain_identifier(sequence) && base::lower(sequence) == sequence
                               ? sequence
                               : "\"" + base::replaced(sequence, "\"", "\"\"") + "\"";
  return "nextval('" + base::replaced(name, "'", "''") + "'::regclass)";
}

std::string counter_of(const std::string& table, const std::string& column,
                       const Dialect& dialect) {
  const Lexicon& words = dialect.lexicon;
  return "pg_get_serial_sequence(" +
         sql::quote_literal(sql::quote_identifier(table, words), words) + ", " +
         sql::quote_literal(column, words) + ")";
}

std::string going_on(const std::string& table, const Column& column, const Dialect& dialect,
                     const std::string& other) {
  const SequenceOptions& counts = column.sequence;
  const bool down = counts.increment.value_or(1) < 0;
  std::string last =
      (down ? "min(" : "max(") + sql::quote_identifier(column.name, dialect.lexicon) + ")";
  if (!other.empty()) {
    last = (down ? "least(" : "greatest(") + last + ", pg_sequence_last_value(" +
           counter_of(other, column.name, dialect) + "::regclass))";
  }
  const std::int64_t first = down ? counts.maximum.value_or(-1) : counts.minimum.value_or(1);
  return "SELECT setval(" + counter_of(table, column.name, dialect) + ", " + last + ") FROM " +
         sql::quote_identifier(table, dialect.lexicon) + " HAVING " + last +
         (down ? " <= " : " >= ") + std::to_string(first);
}

}  // namespace helium::ddl

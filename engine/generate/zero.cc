#include "generate/zero.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "helium/error.h"

namespace helium::generate {
namespace {

struct Zero {
  std::string_view start;  ///< whole words at the type's beginning, lower case
  std::string_view value;
};

// The first that fits counts.
constexpr Zero zeros[] = {{"bool", "false"},
                          {"boolean", "false"},
                          {"int", "0"},
                          {"integer", "0"},
                          {"int2", "0"},
                          {"int4", "0"},
                          {"int8", "0"},
                          {"bigint", "0"},
                          {"smallint", "0"},
                          {"tinyint", "0"},
                          {"mediumint", "0"},
                          {"decimal", "0"},
                          {"dec", "0"},
                          {"numeric", "0"},
                          {"real", "0"},
                          {"double", "0"},
                          {"float", "0"},
                          {"float4", "0"},
                          {"float8", "0"},
                          {"money", "0"},
                          {"timestamp", "'1970-01-01 00:00:01'"},
                          {"timestamptz", "'1970-01-01 00:00:01'"},
                          {"datetime", "'1970-01-01 00:00:01'"},
                          {"date", "'1970-01-01'"},
                          {"time", "'00:00:00'"},
                          {"timetz", "'00:00:00'"},
                          {"interval", "'0'"},
                          {"json", "'{}'"},
                          {"jsonb", "'{}'"},
                          {"uuid", "'00000000-0000-0000-0000-000000000000'"},
                          {"varchar", "''"},
                          {"character", "''"},
                          {"char", "''"},
                          {"text", "''"},
                          {"tinytext", "''"},
                          {"mediumtext", "''"},
                          {"longtext", "''"},
                          {"citext", "''"},
                          {"clob", "''"},
                          {"bytea", "''"},
                          {"blob", "''"},
                          {"binary", "''"},
                          {"varbinary", "''"}};

// "interval" does not begin with the word int.
bool begins(const std::string& type, std::string_view start) {
  const auto in_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return type.compare(0, start.size(), start) == 0 &&
         (type.size() == start.size() || !in_word(type[start.size()]));
}

}  // namespace

std::string zero_value(const std::string& table, const Column& column, const Schema& schema) {
  const std::string type = base::lower(column.type);
  if (type.size() > 2 && type.substr(type.size() - 2) == "[]") {
    return "'{}'";
  }
  for (const Enum& one : schema.enums) {
    if (one.name == column.type && !one.values.empty()) {
      return "'" + base::replaced(one.values.front(), "'", "''") + "'";
    }
  }
  const auto* found = std::find_if(std::begin(zeros), std::end(zeros),
                                   [&](const Zero& zero) { return begins(type, zero.start); });
  if (found == std::end(zeros)) {
    throw Error(Fault::usage, "nobody said what rows that are there get in " +
                                  base::printable(table + "." + column.name) + " (" + column.type +
                                  ")")
        .hinting("--backfill " + table + "." + column.name + "=EXPRESSION");
  }
  return std::string(found->value);
}

}  // namespace helium::generate

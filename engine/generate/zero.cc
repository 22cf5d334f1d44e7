#include "generate/zero.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "helium/error.h"

namespace helium::generate {
namespace {

struct Zero {
  std::string_view start;  ///< of the type's name, lower case
  std::string_view value;
};

// The first that fits counts.
constexpr Zero zeros[] = {{"bool", "false"},
                          {"tinyint(1)", "0"},
                          {"int", "0"},
                          {"bigint", "0"},
                          {"smallint", "0"},
                          {"tinyint", "0"},
                          {"mediumint", "0"},
                          {"decimal", "0"},
                          {"numeric", "0"},
                          {"real", "0"},
                          {"double", "0"},
                          {"float", "0"},
                          {"money", "0"},
                          {"timestamp", "'1970-01-01 00:00:01'"},
                          {"datetime", "'1970-01-01 00:00:01'"},
                          {"date", "'1970-01-01'"},
                          {"time", "'00:00:00'"},
                          {"interval", "'0'"},
                          {"json", "'{}'"},
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

bool begins(const std::string& type, std::string_view start) {
  return type.compare(0, start.size(), start) == 0;
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

#include "ddl/zero.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace helium::ddl {
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
                          {"bit", "0"},
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
                          {"year", "1970"},
                          {"set", "''"},
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
                          {"tinyblob", "''"},
                          {"mediumblob", "''"},
                          {"longblob", "''"},
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

// MySQL's enum('first', 'second'), whose values stand in its type.
std::string first_value(const std::string& type) {
  const std::size_t begin = type.find('\'');
  std::size_t end = begin == std::string::npos ? begin : type.find('\'', begin + 1);
  while (end != std::string::npos && type.compare(end, 2, "''") == 0) {
    end = type.find('\'', end + 2);
  }
  return end == std::string::npos ? "" : type.substr(begin, end + 1 - begin);
}

// PostgreSQL's are as long as they say; Db2 takes no text for bytes.
bool has_none(const std::string& type, const std::string& dialect) {
  return (dialect == "postgresql" && begins(type, "bit")) ||
         (dialect == "db2" &&
          (begins(type, "blob") || begins(type, "binary") || begins(type, "varbinary")));
}

}  // namespace

std::string plain_zero(const Column& column, const Schema& schema) {
  const std::string type = base::lower(column.type);
  if (type.size() > 2 && type.substr(type.size() - 2) == "[]") {
    return "'{}'";
  }
  for (const Enum& one : schema.enums) {
    if (one.name == column.type && !one.values.empty()) {
      return "'" + base::replaced(one.values.front(), "'", "''") + "'";
    }
  }
  if (begins(type, "enum")) {
    return first_value(column.type);
  }
  const auto* found = std::find_if(std::begin(zeros), std::end(zeros),
                                   [&](const Zero& zero) { return begins(type, zero.start); });
  return found == std::end(zeros) || has_none(type, schema.dialect) ? ""
                                                                    : std::string(found->value);
}

}  // namespace helium::ddl

#include "facade/made_up.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ddl/ddl.h"
#include "generate/zero.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

bool has(const std::string& type, std::string_view word) {
  return type.find(word) != std::string::npos;
}

// The numbers in the parentheses of a type.
std::vector<std::size_t> sizes_of(const std::string& type) {
  std::vector<std::size_t> sizes;
  const auto open = type.find('(');
  for (auto at = open; at != std::string::npos && at < type.size() && type[at] != ')'; ++at) {
    if (type[at] < '0' || type[at] > '9') {
      continue;
    }
    std::size_t value = 0;
    while (at < type.size() && type[at] >= '0' && type[at] <= '9' && value < 1'000'000) {
      value = value * 10 + static_cast<std::size_t>(type[at++] - '0');
    }
    sizes.push_back(value);
    --at;
  }
  return sizes;
}

// What stands between quotes in a list of values, quotes inside undoubled.
std::vector<std::string> quoted_words(const std::string& text) {
  std::vector<std::string> words;
  for (auto at = text.find('\''); at != std::string::npos; at = text.find('\'', at)) {
    std::string word;
    for (++at; at < text.size(); ++at) {
      if (text[at] == '\'' && (at + 1 == text.size() || text[at + 1] != '\'')) {
        break;
      }
      at += text[at] == '\'' ? 1 : 0;
      word += text[at];
    }
    words.push_back(std::move(word));
    at = std::min(at + 1, text.size());
  }
  return words;
}

// What the column may hold, where its type or a check of its own lists it.
std::vector<std::string> listed(const Table& table, const Column& column, const Schema& schema) {
  for (const Enum& one : schema.enums) {
    if (one.name == column.type) {
      return one.values;
    }
  }
  const std::string type = base::lower(column.type);
  if (type.rfind("enum(", 0) == 0 || type.rfind("set(", 0) == 0) {
    return quoted_words(column.type);
  }
  for (const Check& check : table.checks) {
    if (ddl::mentions(check.expression, column.name)) {
      auto words = quoted_words(check.expression);
      if (!words.empty()) {
        return words;
      }
    }
  }
  return {};
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string decimal(const std::vector<std::size_t>& sizes, int row) {
  const std::size_t scale = sizes.size() > 1 ? sizes[1] : 0;
  const std::size_t whole = sizes.empty() ? 9 : sizes[0] - std::min(scale, sizes[0]);
  std::string text = whole == 0 ? "0" : whole == 1 ? std::to_string(row % 10) : std::to_string(row);
  if (scale > 0) {
    const std::string digits = two_digits(row) + "57";
    text += "." + digits.substr(0, scale);
  }
  return text;
}

// A text that fits, with the number of the row in it so that no two are alike. None is blank: that
// is what checks of authors refuse most.
std::string words(std::size_t size, int row) {
  // Plain, two letters with marks, a quote, Japanese, a backslash, and one beyond the first plane.
  constexpr std::array<std::string_view, 6> beginnings = {
      "plain ", "\u00c4\u00e9 ", "it's ", "\u65e5\u672c ", "a\\b ", "\U0001f600 "};
  constexpr std::size_t roomy = 12;
  const std::string number = std::to_string(row);
  if (size >= roomy) {
    return std::string(beginnings[static_cast<std::size_t>(row) % beginnings.size()]) + number;
  }
  return size == 1 ? std::string(1, static_cast<char>('a' + row - 1))
                   : number.substr(number.size() > size ? number.size() - size : 0);
}

std::string bytes(const std::string& type, const Dialect& dialect, int row) {
  const auto sizes = sizes_of(type);
  static constexpr const char* digits = "0123456789ABCDEF";
  const std::string last = {digits[row / 16 % 16], digits[row % 16]};
  const std::string hex = !sizes.empty() && sizes[0] < 3 ? last : "00FF" + last;
  return dialect.name == "postgresql" ? "'\\x" + hex + "'"
         : dialect.name == "db2"      ? "CAST(X'" + hex + "' AS " + type + ")"
                                      : "X'" + hex + "'";
}

// Whether rows are told apart by it.
bool is_key(const Table& table, const Column& column) {
  const auto has = [&](const std::vector<std::string>& columns) {
    return std::find(columns.begin(), columns.end(), column.name) != columns.end();
  };
  return (table.primary_key && has(table.primary_key->columns)) ||
         std::any_of(table.uniques.begin(), table.uniques.end(),
                     [&](const Key& key) { return has(key.columns); });
}

// Keys begin where no author's rows are, which a migration may put beside ours and take away again.
int key_number(const std::string& type, int row) {
  constexpr int above = 20'000;
  constexpr int above_in_a_byte = 100;
  return row + (has(type, "tinyint") ? above_in_a_byte : above);
}

}  // namespace

bool is_number(const std::string& said) {
  const std::string type = base::lower(said);
  if (has(type, "interval") || has(type, "point")) {
    return false;
  }
  return has(type, "int") || has(type, "decimal") || has(type, "numeric") || has(type, "real") ||
         has(type, "double") || has(type, "float") || has(type, "serial");
}

std::string made_up(const Table& table, const Column& column, int row, const Schema& schema,
                    const Dialect& dialect) {
  const auto literal = [&](std::string_view text) {
    return sql::quote_literal(text, dialect.lexicon);
  };
  if (const auto values = listed(table, column, schema); !values.empty()) {
    return literal(values[static_cast<std::size_t>(row - 1) % values.size()]);
  }
  const std::string type = base::lower(column.type);
  if (has(type, "[]")) {
    return "'{}'";
  }
  if (has(type, "bool") || type == "tinyint(1)") {
    return row % 2 == 0 ? "true" : "false";
  }
  if (has(type, "decimal") || has(type, "numeric")) {
    return decimal(sizes_of(type), row);
  }
  if (is_number(type) && has(type, "int") && is_key(table, column)) {
    return std::to_string(key_number(type, row));
  }
  if (is_number(type)) {
    return std::to_string(row) + (has(type, "int") ? "" : ".5");
  }
  if (has(type, "blob") || has(type, "bytea") || has(type, "binary") || has(type, "bit data")) {
    return bytes(type, dialect, row);
  }
  if (has(type, "json")) {
    return "'{\"row\": " + std::to_string(row) + "}'";
  }
  if (has(type, "timestamp") || has(type, "datetime")) {
    return "'2001-02-" + two_digits(row % 28 + 1) + " 03:04:05'";
  }
  if (type == "date") {
    return "'2001-02-" + two_digits(row % 28 + 1) + "'";
  }
  if (type.rfind("time", 0) == 0) {
    return "'03:04:" + two_digits(row) + "'";
  }
  if (type.rfind("uuid", 0) == 0) {
    return "'00000000-0000-4000-8000-0000000000" + two_digits(row) + "'";
  }
  if (has(type, "char") || has(type, "text") || has(type, "clob") || type.empty()) {
    const auto sizes = sizes_of(type);
    constexpr std::size_t unlimited = 100;
    const bool single = type == "char" || type == "character";
    return literal(words(!sizes.empty() ? sizes[0] : single ? 1 : unlimited, row));
  }
  return generate::zero_value(table.name, column, schema);
}

}  // namespace helium::facade

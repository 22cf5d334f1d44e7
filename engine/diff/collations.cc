#include "diff/collations.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"

namespace helium::diff {
namespace {

std::string collation_of(const Table& table) {
  constexpr std::string_view key = "collate=";
  for (const std::string& option : table.options) {
    if (option.starts_with(key)) {
      return option.substr(key.size());
    }
  }
  return {};
}

bool has_collation(const std::string& type) {
  constexpr std::array<std::string_view, 8> texts = {"char",       "varchar",  "tinytext", "text",
                                                     "mediumtext", "longtext", "enum",     "set"};
  const std::string word = base::lower(type.substr(0, type.find_first_of(" (")));
  return std::find(texts.begin(), texts.end(), word) != texts.end();
}

}  // namespace

void say_collations(Schema& from, const Schema& to) {
  if (from.dialect != "mysql" && from.dialect != "mariadb") {
    return;
  }
  for (Table& table : from.tables) {
    const auto after = std::find_if(to.tables.begin(), to.tables.end(),
                                    [&](const Table& one) { return one.name == table.name; });
    const std::string had = collation_of(table);
    const std::string has = after == to.tables.end() ? std::string() : collation_of(*after);
    if (had.empty() || has.empty() || had == has) {
      continue;
    }
    for (Column& column : table.columns) {
      if (has_collation(column.type)) {
        const std::string own = column.collation.empty() ? had : column.collation;
        column.collation = own == has ? std::string() : own;
      }
    }
  }
}

}  // namespace helium::diff

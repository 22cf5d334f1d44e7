#include "catalog/mysql_table.h"

#include <algorithm>

namespace helium::catalog {
namespace {

// A unique key is an index of the same name. Only the index says that it holds a part of a value.
void as_key_or_index(Table& table) {
  const auto by_parts = [](const TableIndex& index) {
    return std::any_of(index.parts.begin(), index.parts.end(),
                       [](const IndexPart& part) { return part.prefix != 0; });
  };
  for (const TableIndex& index : table.indexes) {
    if (by_parts(index)) {
      std::erase_if(table.uniques, [&](const Key& key) { return key.name == index.name; });
    }
  }
  std::erase_if(table.indexes, [&](const TableIndex& index) {
    return std::any_of(table.uniques.begin(), table.uniques.end(),
                       [&](const Key& key) { return key.name == index.name; });
  });
}

// MariaDB keeps JSON as a text with a check of its own at the column.
void as_json(Table& table) {
  for (Column& column : table.columns) {
    const auto check =
        std::find_if(table.checks.begin(), table.checks.end(), [&](const Check& one) {
          return one.name == column.name && one.expression == "json_valid(`" + column.name + "`)";
        });
    if (column.type == "longtext" && check != table.checks.end()) {
      column.type = "json";
      column.collation.clear();
      table.checks.erase(check);
    }
  }
}

}  // namespace

void settle(Table& table) {
  as_key_or_index(table);
  if (table.primary_key && table.primary_key->name == "PRIMARY") {
    table.primary_key->name.clear();
  }
  as_json(table);
}

}  // namespace helium::catalog

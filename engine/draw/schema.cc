// A schema that a server tells, as a picture.
#include <algorithm>

#include "draw/draw.h"

namespace helium::draw {
namespace {

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

DiagramTable picture_of(const Table& table) {
  DiagramTable picture;
  picture.name = table.name;
  for (const Column& column : table.columns) {
    DiagramColumn one;
    one.name = column.name;
    one.datatype = column.type;
    one.nullable = column.null;
    one.primary_key = table.primary_key && among(table.primary_key->columns, column.name);
    const auto alone = [&](const Key& key) {
      return key.columns.size() == 1 && key.columns.front() == column.name;
    };
    one.unique = (table.primary_key && alone(*table.primary_key)) ||
                 std::any_of(table.uniques.begin(), table.uniques.end(), alone);
    for (const TableIndex& index : table.indexes) {
      one.unique = one.unique || (index.unique && index.where.empty() && index.parts.size() == 1 &&
                                  index.parts.front().text == column.name);
    }
    picture.columns.push_back(std::move(one));
  }
  return picture;
}

}  // namespace

Diagram of(const Schema& schema) {
  Diagram diagram;
  diagram.title = schema.name;
  diagram.dialect = schema.dialect;
  for (const Table& table : schema.tables) {
    diagram.tables.push_back(picture_of(table));
  }
  for (const View& view : schema.views) {
    diagram.tables.emplace_back();
    diagram.tables.back().name = view.name;
    diagram.tables.back().kind = DiagramTable::Kind::view;
  }
  for (const Table& table : schema.tables) {
    DiagramTable& from = *std::find_if(diagram.tables.begin(), diagram.tables.end(),
                                       [&](const auto& one) { return one.name == table.name; });
    for (const ForeignKey& key : table.foreign_keys) {
      const DiagramTable* to = key.schema.empty() ? diagram.table(key.table) : nullptr;
      for (std::size_t i = 0; to != nullptr && i < key.columns.size(); ++i) {
        // SQLite need not say which column: it is the key then.
        const std::string target =
            i < key.referenced_columns.size() ? key.referenced_columns[i] : "";
        const auto column =
            std::find_if(from.columns.begin(), from.columns.end(),
                         [&](const auto& one) { return one.name == key.columns[i]; });
        if (column == from.columns.end()) {
          continue;
        }
        column->references = key.table + (target.empty() ? "" : "." + target);
        diagram.relations.push_back({.from_table = table.name,
                                     .from_column = key.columns[i],
                                     .to_table = key.table,
                                     .to_column = target});
      }
    }
  }
  return diagram;
}

}  // namespace helium::draw

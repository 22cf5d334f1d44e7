// A schema that a server tells, as a picture.
#include <algorithm>

#include "draw/section.h"

namespace helium::draw {
namespace {

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What a key says that begins at the column. SQLite need not say which column it points to: it is
// the key then.
std::string reference_of(const Table& table, const std::string& column) {
  for (const ForeignKey& key : table.foreign_keys) {
    const auto found = std::find(key.columns.begin(), key.columns.end(), column);
    const auto place = static_cast<std::size_t>(found - key.columns.begin());
    if (key.schema.empty() && found != key.columns.end()) {
      return key.table +
             (place < key.referenced_columns.size() ? "." + key.referenced_columns[place] : "");
    }
  }
  return {};
}

}  // namespace

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
    one.references = reference_of(table, column.name);
    picture.columns.push_back(std::move(one));
  }
  return picture;
}

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
    for (const ForeignKey& key : table.foreign_keys) {
      const bool drawn = key.schema.empty() && diagram.table(key.table) != nullptr;
      for (std::size_t i = 0; drawn && i < key.columns.size(); ++i) {
        const std::string target =
            i < key.referenced_columns.size() ? key.referenced_columns[i] : "";
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

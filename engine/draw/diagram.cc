// Small questions that a picture answers about itself.
#include "helium/diagram.h"

#include <algorithm>

namespace helium {

const char* name_of(Mark mark) noexcept {
  switch (mark) {
    case Mark::none:
      return "";
    case Mark::added:
      return "added";
    case Mark::changed:
      return "changed";
    case Mark::removed:
      return "removed";
  }
  return "";
}

const char* name_of(DiagramRelation::Kind kind) noexcept {
  switch (kind) {
    case DiagramRelation::Kind::reference:
      return "reference";
    case DiagramRelation::Kind::lookup:
      return "lookup";
    case DiagramRelation::Kind::naming:
      return "naming";
  }
  return "";
}

bool DiagramColumn::same_as(const DiagramColumn& other) const noexcept {
  return name == other.name && datatype == other.datatype && nullable == other.nullable &&
         primary_key == other.primary_key && unique == other.unique && lookup == other.lookup &&
         standard == other.standard && references == other.references;
}

const DiagramColumn* DiagramTable::column(const std::string& column_name) const noexcept {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const auto& column) { return column.name == column_name; });
  return found == columns.end() ? nullptr : &*found;
}

const DiagramTable* Diagram::table(const std::string& table_name) const noexcept {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const auto& table) { return table.name == table_name; });
  return found == tables.end() ? nullptr : &*found;
}

std::size_t Diagram::highlighted_tables() const noexcept {
  return static_cast<std::size_t>(std::count_if(
      tables.begin(), tables.end(),
      [](const DiagramTable& table) { return table.highlight || table.mark != Mark::none; }));
}

std::size_t Diagram::highlighted_columns() const noexcept {
  std::size_t count = 0;
  for (const auto& table : tables) {
    for (const auto& column : table.columns) {
      count += column.highlight || column.mark != Mark::none ? 1U : 0U;
    }
  }
  return count;
}

}  // namespace helium

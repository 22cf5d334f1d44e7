// What differs between two pictures.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "draw/draw.h"

namespace helium::draw {
namespace {

std::string in_words(const DiagramColumn& column) {
  std::vector<std::string> words = {column.datatype, column.nullable ? "null" : "not null"};
  if (column.primary_key) {
    words.emplace_back("primary key");
  }
  if (column.unique) {
    words.emplace_back("unique");
  }
  if (column.lookup) {
    words.emplace_back("lookup");
  }
  if (!column.references.empty()) {
    words.push_back("refers to " + column.references);
  }
  return base::joined(words, ", ");
}

// The columns of `after` in their order, each gone one behind the one it stood behind.
std::vector<DiagramColumn> compared(const DiagramTable& before, const DiagramTable& after) {
  std::vector<DiagramColumn> columns = after.columns;
  for (auto& column : columns) {
    const auto* old = before.column(column.name);
    column.mark = old == nullptr ? Mark::added : column.same_as(*old) ? Mark::none : Mark::changed;
    column.was = column.mark == Mark::changed ? in_words(*old) : "";
  }
  std::size_t behind = 0;
  for (const auto& old : before.columns) {
    const auto place = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& column) { return column.name == old.name; });
    if (place != columns.end()) {
      behind = static_cast<std::size_t>(place - columns.begin()) + 1;
      continue;
    }
    DiagramColumn gone = old;
    gone.mark = Mark::removed;
    columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(behind++), std::move(gone));
  }
  return columns;
}

void mark_all(DiagramTable& table, Mark mark) {
  table.mark = mark;
  for (auto& column : table.columns) {
    column.mark = mark;
  }
}

void compare_relations(const Diagram& before, Diagram& result) {
  std::set<std::string> old;
  std::set<std::string> now;
  for (const auto& relation : before.relations) {
    old.insert(path_key(relation));
  }
  for (auto& relation : result.relations) {
    now.insert(path_key(relation));
    relation.mark = old.count(path_key(relation)) == 0 ? Mark::added : Mark::none;
  }
  for (const auto& relation : before.relations) {
    if (now.count(path_key(relation)) == 0) {
      result.relations.push_back(relation);
      result.relations.back().mark = Mark::removed;
    }
  }
}

}  // namespace

std::string path_key(const DiagramRelation& relation) {
  std::string key;
  for (const auto* part :
       {&relation.from_table, &relation.from_column, &relation.to_table, &relation.to_column}) {
    key += *part;
    key += '\0';
  }
  return key;
}

Diagram compare(const Diagram& before, const Diagram& after) {
  Diagram result = after;
  result.compared = true;
  result.from = before.at;
  for (auto& table : result.tables) {
    const auto* old = before.table(table.name);
    if (old == nullptr) {
      mark_all(table, Mark::added);
      continue;
    }
    table.columns = compared(*old, table);
    const bool same = table.kind == old->kind &&
                      std::all_of(table.columns.begin(), table.columns.end(),
                                  [](const auto& column) { return column.mark == Mark::none; });
    table.mark = same ? Mark::none : Mark::changed;
  }
  for (const auto& old : before.tables) {
    if (after.table(old.name) == nullptr) {
      result.tables.push_back(old);
      mark_all(result.tables.back(), Mark::removed);
    }
  }
  compare_relations(before, result);
  return result;
}

}  // namespace helium::draw

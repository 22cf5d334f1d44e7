#include "ddl/together.h"

#include <map>
#include <optional>
#include <vector>

namespace helium::ddl {
namespace {

bool counts(const Column& column) {
  return column.identity != Column::Identity::none;
}

// A key or index that comes or goes.
struct KeyChange {
  bool goes = false;
  std::vector<std::string> columns;
};

template <typename What>
bool of_key(const Change& change, bool goes, KeyChange& found) {
  const auto* what = std::get_if<What>(&change.what);
  if (what == nullptr) {
    return false;
  }
  found.goes = goes;
  if constexpr (requires { what->object.parts; }) {
    for (const IndexPart& part : what->object.parts) {
      found.columns.push_back(part.text);
    }
  } else {
    found.columns = what->object.columns;
  }
  return true;
}

std::optional<KeyChange> key_change(const Change& change) {
  KeyChange found;
  const bool is =
      of_key<Drop<PrimaryKey>>(change, true, found) || of_key<Drop<Key>>(change, true, found) ||
      of_key<Drop<TableIndex>>(change, true, found) ||
      of_key<Add<PrimaryKey>>(change, false, found) || of_key<Add<Key>>(change, false, found) ||
      of_key<Add<TableIndex>>(change, false, found);
  return is ? std::optional(found) : std::nullopt;
}

// What the changes find: by the names that they use.
Schema renamed(const Changes& changes, Schema schema) {
  Changes renames;
  for (const Change& change : changes) {
    if (std::holds_alternative<Rename<Table>>(change.what) ||
        std::holds_alternative<Rename<Column>>(change.what)) {
      renames.push_back(change);
    }
  }
  return renames.empty() ? schema : fold(std::move(schema), renames);
}

}  // namespace

Together::Together(const Changes& changes, const Schema& before) {
  if (before.dialect != "mysql" && before.dialect != "mariadb") {
    return;
  }
  std::map<std::string, std::string> counting;  // a table has one such column at most
  for (const Table& table : renamed(changes, before).tables) {
    for (const Column& column : table.columns) {
      if (counts(column)) {
        counting[table.name] = column.name;
      }
    }
  }
  for (const Change& change : changes) {
    const std::string table = name_of(change).table;
    const auto column = counting.find(table);
    if (const auto* added = std::get_if<Add<Column>>(&change.what)) {
      if (counts(added->object)) {
        tables_.insert(table);
      }
    } else if (const auto* altered = std::get_if<Alter<Column>>(&change.what)) {
      if (counts(altered->after) && !counts(altered->before)) {
        tables_.insert(table);
      }
    } else if (const auto key = key_change(change); key && key->goes) {
      if (column != counting.end() && !key->columns.empty() &&
          key->columns.front() == column->second) {
        tables_.insert(table);
      }
      for (const std::string& name : key->columns) {
        columns_.emplace(table, name);
      }
    }
  }
}

bool Together::holds(const Change& change) const {
  if (tables_.empty() || tables_.count(name_of(change).table) == 0) {
    return false;
  }
  if (const auto* added = std::get_if<Add<Column>>(&change.what)) {
    return counts(added->object);
  }
  if (const auto* altered = std::get_if<Alter<Column>>(&change.what)) {
    return counts(altered->before) || counts(altered->after);
  }
  if (const auto* dropped = std::get_if<Drop<Column>>(&change.what)) {
    return counts(dropped->object) || columns_.count({dropped->table, dropped->object.name}) != 0;
  }
  return key_change(change).has_value();
}

std::size_t Together::end(const Changes& changes, std::size_t at) const {
  std::size_t end = at + 1;
  if (!holds(changes[at])) {
    return end;
  }
  const std::string table = name_of(changes[at]).table;
  while (end < changes.size() && holds(changes[end]) && name_of(changes[end]).table == table) {
    ++end;
  }
  return end;
}

}  // namespace helium::ddl

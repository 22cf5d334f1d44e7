#include "draw/derive.h"

#include <algorithm>

#include "base/text.h"
#include "ddl/ddl.h"
#include "draw/named.h"
#include "draw/section.h"

namespace helium::draw {
namespace {

template <typename Object>
const Object* found(const std::vector<Object>& list, const std::string& name) {
  const auto place =
      std::find_if(list.begin(), list.end(), [&](const Object& one) { return one.name == name; });
  return place == list.end() ? nullptr : &*place;
}

template <typename Kind>
const Kind* change_in(const Wish& wish) {
  const auto* change = std::get_if<ChangeKind>(&wish);
  return change == nullptr ? nullptr : std::get_if<Kind>(change);
}

// Renames alone: what is left between the schemas then is what changed.
Changes renames_of(const Operation& operation) {
  Changes renames;
  for (const Wish& wish : operation.wishes) {
    if (const auto* table = change_in<Rename<Table>>(wish); table != nullptr) {
      renames.push_back({*table, {}});
    } else if (const auto* column = change_in<Rename<Column>>(wish); column != nullptr) {
      renames.push_back({*column, {}});
    }
  }
  return renames;
}

bool is_drawn_alike(const DiagramTable& a, const DiagramTable& b) {
  return std::equal(
      a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
      [](const DiagramColumn& one, const DiagramColumn& other) { return one.same_as(other); });
}

// A column as it was drawn, with what changed.
DiagramColumn redrawn(DiagramColumn drawn, const DiagramColumn& before,
                      const DiagramColumn& after) {
  const auto take = [&](auto member) {
    if (before.*member != after.*member) {
      drawn.*member = after.*member;
    }
  };
  take(&DiagramColumn::datatype);
  take(&DiagramColumn::nullable);
  take(&DiagramColumn::primary_key);
  take(&DiagramColumn::unique);
  take(&DiagramColumn::references);
  return drawn;
}

bool speaks_of(const DiagramVersion& version, const std::string& name) {
  const auto same = [&](const std::string& other) { return base::same_word(other, name); };
  return std::any_of(version.gone.begin(), version.gone.end(), same) ||
         std::any_of(version.described.begin(), version.described.end(),
                     [&](const DiagramTable& table) { return same(table.name); });
}

}  // namespace

Schema roughly_after(const Operation& operation, const Schema& before) {
  Changes changes;
  for (const Wish& wish : operation.wishes) {
    const auto* made = change_in<Add<Table>>(wish);
    if (made != nullptr && found(before.tables, made->object.name) != nullptr) {
      continue;
    }
    if (const auto* change = std::get_if<ChangeKind>(&wish); change != nullptr) {
      changes.push_back({*change, {}});
    } else if (const auto* added = std::get_if<AddColumn>(&wish); added != nullptr) {
      changes.push_back({Add<Column>{added->table, added->column}, {}});
    } else if (const auto* altered = std::get_if<AlterColumn>(&wish); altered != nullptr) {
      const Table* table = found(before.tables, altered->table);
      const Column* column = table == nullptr ? nullptr : found(table->columns, altered->column);
      if (column != nullptr) {
        Column after = *column;
        after.type = altered->type.value_or(after.type);
        after.null = altered->null.value_or(after.null);
        changes.push_back({Alter<Column>{altered->table, *column, after}, {}});
      }
    }
  }
  return ddl::fold(before, changes);
}

bool Deriving::touched(const std::string& name) const {
  return std::any_of(touched_.begin(), touched_.end(),
                     [&](const std::string& other) { return base::same_word(other, name); });
}

void Deriving::touch(const std::string& name) {
  if (!touched(name)) {
    touched_.push_back(name);
  }
}

void Deriving::erase(const std::string& name) {
  if (const auto table = named(tables_, name); table != tables_.end()) {
    touch(table->name);
    tables_.erase(table);
  }
}

void Deriving::refer_to(const std::string& from, const std::string& to) {
  for (DiagramTable& table : tables_) {
    for (DiagramColumn& column : table.columns) {
      const std::string& said = column.references;
      const bool fits = base::same_word(said.substr(0, from.size()), from) &&
                        (said.size() == from.size() || said[from.size()] == '.');
      if (!said.empty() && fits) {
        column.references = to + said.substr(from.size());
        touch(table.name);
      }
    }
  }
}

void Deriving::rename_table(const std::string& from, const std::string& to) {
  if (const auto table = named(tables_, from); table != tables_.end()) {
    touch(table->name);
    table->name = to;
    touch(to);
    refer_to(from, to);
  }
}

void Deriving::rename_column(const std::string& table, const std::string& from,
                             const std::string& to) {
  const auto held = named(tables_, table);
  if (held == tables_.end()) {
    return;
  }
  if (const auto column = named(held->columns, from); column != held->columns.end()) {
    column->name = to;
    touch(held->name);
    refer_to(table + "." + from, table + "." + to);
  }
}

void Deriving::put(const View& view) {
  erase(view.name);
  tables_.emplace_back();
  tables_.back().name = view.name;
  tables_.back().kind = DiagramTable::Kind::view;
  touch(view.name);
}

void Deriving::put(const Table* before, const Table& after) {
  DiagramTable picture = picture_of(after);
  const DiagramTable was = before == nullptr ? DiagramTable() : picture_of(*before);
  const auto drawn = named(tables_, after.name);
  if (before == nullptr || drawn == tables_.end()) {
    erase(after.name);
    tables_.push_back(std::move(picture));
    touch(after.name);
    return;
  }
  if (is_drawn_alike(was, picture)) {
    return;
  }
  for (DiagramColumn& column : picture.columns) {
    const auto known = named(drawn->columns, column.name);
    const DiagramColumn* one = was.column(column.name);
    if (known != drawn->columns.end() && one != nullptr) {
      column = redrawn(*known, *one, column);
    }
  }
  drawn->columns = std::move(picture.columns);
  touch(drawn->name);
}

void Deriving::take(const Operation& operation, const Schema& before, const Schema& after) {
  for (const Wish& wish : operation.wishes) {
    if (const auto* table = change_in<Rename<Table>>(wish); table != nullptr) {
      rename_table(table->object.name, table->name);
    } else if (const auto* column = change_in<Rename<Column>>(wish); column != nullptr) {
      rename_column(column->table, column->object.name, column->name);
    } else if (const auto* view = change_in<Drop<View>>(wish); view != nullptr) {
      erase(view->object.name);
    }
  }
  for (const View& view : after.views) {
    if (found(before.views, view.name) == nullptr) {
      put(view);
    }
  }
  const Schema renamed = ddl::fold(before, renames_of(operation));
  for (const Table& table : renamed.tables) {
    if (found(after.tables, table.name) == nullptr) {
      erase(table.name);
    }
  }
  for (const Table& table : after.tables) {
    const Table* was = found(renamed.tables, table.name);
    if (was == nullptr || !(*was == table)) {
      put(was, table);
    }
  }
}

void Deriving::lose(const DiagramVersion& takings) {
  std::vector<std::string> names = takings.gone;
  for (const auto& lost : takings.lost) {
    names.push_back(lost.table);
  }
  for (const auto& name : names) {
    if (named(tables_, name) != tables_.end()) {
      touch(name);
    }
  }
  fold_in(tables_, takings);
}

std::string Deriving::section(const DiagramVersion& written) const {
  std::vector<DiagramTable> described;
  std::vector<std::string> gone;
  for (const std::string& name : touched_) {
    if (speaks_of(written, name)) {
      continue;
    }
    const auto table = named(tables_, name);
    if (table == tables_.end()) {
      gone.push_back(name);
    } else {
      described.push_back(*table);
    }
  }
  return described.empty() && gone.empty() ? "" : section_of(described, gone);
}

}  // namespace helium::draw

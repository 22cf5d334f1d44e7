#include "ddl/carrying.h"
#include "ddl/support.h"

namespace helium::ddl {

// The server takes back an index that it made for a foreign key when another comes that serves, and
// gives up the last one for nothing: then there would be no way back. Under another name in between
// it is an index like any other, and stays.
Changes Carrying::held(const std::string& name, const std::vector<std::string>& columns) const {
  Changes changes;
  if (!makes_indexes(place_.dialect.name)) {
    return changes;
  }
  const Table& table = this->table(name);
  for (const TableIndex& index : table.indexes) {
    if (may_be_made(table, index) && begins_with(columns, found_in(index))) {
      TableIndex aside = index;
      aside.name = name_aside(index.name, [&](const std::string& one) {
        return has(table.indexes, one) || has(table.uniques, one);
      });
      changes.push_back({Rename<TableIndex>{name, index, aside.name}, {}});
      changes.push_back({Rename<TableIndex>{name, aside, index.name}, {}});
    }
  }
  return changes;
}

// The index that the server would make for a foreign key is made for it, under the same name: who
// takes the foreign key back takes it back as well, and it goes at no other time.
std::optional<TableIndex> Carrying::index_for(const Table& table, const ForeignKey& key) const {
  if (!makes_indexes(place_.dialect.name) || serves(table, key.columns) ||
      has(table.indexes, key.name) || has(table.uniques, key.name)) {
    return std::nullopt;
  }
  TableIndex index;
  index.name = key.name;
  for (const std::string& column : key.columns) {
    index.parts.push_back({.text = column});
  }
  return index;
}

void Carrying::refuse_standing(const Table& before, const Change& change) const {
  if (!makes_indexes(place_.dialect.name)) {
    return;
  }
  Schema alone;
  alone.dialect = place_.dialect.name;
  alone.tables = {before};
  const Schema folded = fold(std::move(alone), {change});
  const Table& after = folded.tables.front();
  const auto check = [&](const Table& table, const ForeignKey& key,
                         const std::vector<std::string>& columns) {
    if (serves(before, columns) && !serves(after, columns)) {
      refuse("the foreign key " + base::printable(key.name) + " of " + base::printable(table.name) +
                 " stands on it",
             "queries:drop_constraint(\"" + table.name + "\", \"" + key.name +
                 "\") before it, or another index that begins with " + base::joined(columns, ", "));
    }
  };
  for (const Column& column : before.columns) {
    if (column.identity != Column::Identity::none && serves(before, {column.name}) &&
        !serves(after, {column.name})) {
      refuse(base::printable(column.name) + " has AUTO_INCREMENT and would have no key",
             "queries:add_index(\"" + before.name + "\", { name = \"" + before.name + "_" +
                 column.name + "\", columns = { \"" + column.name + "\" } }) before it");
    }
  }
  for (const Table& table : schema_.tables) {
    for (const ForeignKey& key : table.foreign_keys) {
      if (table.name == before.name) {
        check(table, key, key.columns);
      }
      if (key.schema.empty() && key.table == before.name) {
        check(table, key, key.referenced_columns);
      }
    }
  }
}

namespace {

// PostgreSQL makes the columns of a primary key NOT NULL, and leaves them so when the key goes.
Changes no_more_nulls(const Table& keyed, const Dialect& dialect) {
  Changes changes;
  for (const Column& before : keyed.columns) {
    if (dialect.name == "postgresql" && before.null &&
        holds(keyed.primary_key->columns, before.name)) {
      Column after = before;
      after.null = false;
      changes.push_back({Alter<Column>{keyed.name, before, after}, {}});
    }
  }
  return changes;
}

}  // namespace

// Where nobody can say what is there (text before it changed that, a Db2 that is not read), the
// server will. Only PostgreSQL and Db2 tell names apart by their case.
void Carrying::must_have(const std::string& name, const std::vector<std::string>& columns) const {
  const bool db2 = place_.dialect.name == "db2";
  if (!place_.foreseen || has(schema_.views, name) || (db2 && !has(schema_.tables, name))) {
    return;
  }
  const Table& held = table(name);
  const bool by_case = db2 || place_.dialect.name == "postgresql";
  for (const std::string& wanted : columns) {
    const bool there =
        std::any_of(held.columns.begin(), held.columns.end(), [&](const Column& one) {
          return one.name == wanted || (!by_case && base::same_word(one.name, wanted));
        });
    if (!there && held.partition_of.empty()) {  // a part has the columns of its table
      (void)column(held, wanted);
    }
  }
}

void Carrying::operator()(const Add<PrimaryKey>& what) {
  Table keyed = table(what.table);
  must_have(what.table, what.object.columns);
  keyed.primary_key = what.object;
  name_primary_key(keyed);
  Add<PrimaryKey> named = what;
  named.object.name = keyed.primary_key->name;
  Changes changes = held(what.table, what.object.columns);
  changes.push_back({named, {}});
  const Changes nulls = no_more_nulls(keyed, place_.dialect);
  if (nulls.empty()) {
    both(changes);
    return;
  }
  then(written(changes));
  changes.insert(changes.begin(), nulls.begin(), nulls.end());
  schema_ = fold(std::move(schema_), changes);
  back(written(reversed(changes)));
}

void Carrying::operator()(const Add<Key>& what) {
  must_have(what.table, what.object.columns);
  Changes changes = held(what.table, what.object.columns);
  changes.push_back({what, {}});
  both(changes);
}

void Carrying::operator()(const Add<TableIndex>& what) {
  const std::vector<std::string> columns = found_in(what.object);
  must_have(what.table, columns);
  Changes changes = held(what.table, columns);
  changes.push_back({what, {}});
  both(changes);
}

void Carrying::operator()(const Add<ForeignKey>& what) {
  Changes changes;
  must_have(what.table, what.object.columns);
  if (const auto index = index_for(table(what.table), what.object)) {
    changes = held(what.table, what.object.columns);
    changes.push_back({Add<TableIndex>{what.table, *index}, {}});
  }
  changes.push_back({what, {}});
  both(changes);
}

void Carrying::operator()(const Drop<TableIndex>& what) {
  const Change change{Drop<TableIndex>{what.table, index(what.table, what.object.name)}, {}};
  if (has(schema_.tables, what.table)) {
    refuse_standing(table(what.table), change);
  }
  both({change});
}

void Carrying::operator()(const DropConstraint& what) {
  const Change change{constraint_goes(what), {}};
  refuse_standing(table(what.table), change);
  both({change});
}

}  // namespace helium::ddl

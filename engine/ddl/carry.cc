#include "ddl/carrying.h"

namespace helium::ddl {

Carried Carrying::run() {
  for (const Wish& wish : operation_.wishes) {
    std::visit(*this, wish);
  }
  Carried result;
  result.forward = std::move(forward_);
  result.irreversible = irreversible_;
  if (irreversible_.empty()) {
    result.reverse = std::move(reverse_);
  }
  if (place_.dialect.name == "sqlite") {
    for (Steps* steps : {&result.forward, &result.reverse}) {
      for (Rendered& step : *steps) {
        step.pair = 1;  // neighbours became one rebuild
      }
    }
  }
  result.after = std::move(schema_);
  result.stale = std::move(stale_);
  return result;
}

void Carrying::operator()(const Add<Table>& what) {
  Table table = what.object;
  if (has(schema_.tables, table.name)) {
    refuse("there is a table " + base::printable(table.name) + " already");
  }
  name_primary_key(table);
  for (const ForeignKey& key : table.foreign_keys) {
    if (const auto index = index_for(table, key)) {
      table.indexes.push_back(*index);
    }
  }
  const std::string stash = next_stash();
  if (const Steps first = no_zeros(table, stash);
      !first.empty() && has(place_.stashes.tables, stash)) {
    then(first);
  }
  forward({{Add<Table>{"", table}, {}}});
  fill_from(stash, table);
  if (kept()) {
    back(put_table_aside(table, stash).steps);
  } else {
    back(gone_alone(table));
  }
}

void Carrying::operator()(const Drop<Table>& what) {
  const Table table = this->table(what.object.name);
  refuse_needed(table);
  if (!kept()) {
    irreversible_ = "keep = false: the rows of " + base::printable(table.name) + " are gone";
    then(written({{Drop<Table>{"", table}, {}}}));
  } else {
    const Aside aside = put_table_aside(table, free_stash());
    paired(aside.steps, aside.way_back);
  }
  schema_ = fold(std::move(schema_), gone_with(table));
}

// Partitions go with their table.
Changes Carrying::gone_with(const Table& table) const {
  Changes changes;
  for (const std::string& part : partitions_of(schema_, table.name)) {
    changes.push_back({Drop<Table>{"", this_table(schema_, part)}, {}});
  }
  changes.push_back({Drop<Table>{"", table}, {}});
  return changes;
}

void Carrying::operator()(const Rename<Table>& what) {
  const Table before = table(what.object.name);
  renamed_in_texts(before, before.name);
  both({{Rename<Table>{"", before, what.name}, {}}});
}

void Carrying::operator()(const AddColumn& what) {
  const Table before = table(what.table);
  if (has(before.columns, what.column.name)) {
    refuse(base::printable(what.table) + " has a column " + base::printable(what.column.name) +
           " already");
  }
  const std::string stash = next_stash();
  std::vector<std::string> kept_columns = key_of(before, {what.column.name});
  kept_columns.push_back(what.column.name);
  const bool was_here = returns(stash, before.name, kept_columns);
  Column first = what.column;
  first.null = first.null || !what.backfill.empty();
  forward({{Add<Column>{what.table, first}, {}}});
  if (was_here) {
    const StashOf there = stash_of(stash, before, {first.name});
    also(stash_.room(there));
    const Steps values = stash_.seeing_all(
        {before.name}, {stash_.restore(there, {first.name}, StashWriter::Extent::whole)});
    also(taking_values(table(before.name), {first.name}, quietly(before.name, values)));
    also(counted_on(before.name, first));
    also({stash_.drop(there)});
  }
  Table after = before;
  after.columns.push_back(what.column);
  if (!kept() || what.column.generated != Column::Generated::no) {
    back(written(column_goes(after, what.column)));
  } else if (key_of(after, {first.name}).empty()) {
    no_key(after);
  } else {
    back(put_column_aside(after, what.column, stash));
  }
  // Taking the column back takes back what comes now.
  if (!what.backfill.empty()) {
    const std::string column = stash_.quoted(first.name);
    then({{"UPDATE " + stash_.quoted(what.table) + " SET " + column + " = " + what.backfill +
           " WHERE " + column + " IS NULL"}});
  }
  if (first.null != what.column.null) {
    forward({{Alter<Column>{what.table, first, what.column}, {}}});
  }
}

void Carrying::operator()(const Drop<Column>& what) {
  const Table before = table(what.table);
  const Column column = this->column(before, what.object.name);
  refuse_referenced(before, column.name);
  refuse_excluding(before, column.name);
  refuse_owning(before, column.name);
  refuse_computing(before, column.name);
  refuse_own_of_parts(before, column, nullptr);
  const Changes goes = column_goes(before, column);
  if (!kept()) {
    irreversible_ = "keep = false: the values of " + base::printable(column.name) + " are gone";
    forward(goes);
    return;
  }
  if (column.generated != Column::Generated::no) {
    const Steps there = written(goes);
    schema_ = fold(std::move(schema_), goes);
    paired(there, column_returns(before, column, ""));
    return;
  }
  const std::string stash = free_stash();
  if (key_of(before, {column.name}).empty()) {
    refuse(base::printable(before.name) +
               " has no key by which its rows are found again, so the values of " +
               base::printable(column.name) + " cannot be kept",
           "keep = false takes them away for good");
  }
  refuse_too_many(before.name);
  if (hides(column)) {
    if (column.identity != Column::Identity::none) {
      then(no_zeros(before, before.name));
    }
    look_first(before.name);
    const StashOf hidden = hidden_stash(before, column, stash);
    both(hiding(before, column, stash));
    put_aside(hidden, {column.name}, "");
    drop_hidden(before, column, hidden);
    return;
  }
  if (!place_.locks) {
    refuse(
        base::printable(column.name) +
            " counts its rows, and what others write between its copy and its drop would be lost",
        "leave the migration its transaction, or drop the column in one of its own");
  }
  const Steps there = put_column_aside(before, column, stash);
  schema_ = fold(std::move(schema_), goes);
  paired(there, column_returns(before, column, stash));
}

void Carrying::operator()(const Rename<Column>& what) {
  const Table before = table(what.table);
  renamed_in_texts(before, what.object.name);
  both({{Rename<Column>{what.table, column(before, what.object.name), what.name}, {}}});
}

void Carrying::operator()(const Rename<TableIndex>& what) {
  both({{Rename<TableIndex>{what.table, index(what.table, what.object.name), what.name}, {}}});
}

void Carrying::operator()(const RenameConstraint& what) {
  const ChangeKind gone = constraint_goes({what.table, what.name});
  Change made = inverse({gone, {}});
  std::visit([&](auto& change) { rename(change, what.to); }, made.what);
  if (place_.dialect.name == "postgresql") {
    const std::string start = "ALTER TABLE " + stash_.quoted(what.table) + " RENAME CONSTRAINT ";
    then({{start + stash_.quoted(what.name) + " TO " + stash_.quoted(what.to)}});
    schema_ = fold(std::move(schema_), {{gone, {}}, made});
    back({{start + stash_.quoted(what.to) + " TO " + stash_.quoted(what.name)}});
    return;
  }
  both({{gone, {}}, made});
}

// SQLite has no place for comments, and a table is not made anew for one.
void Carrying::operator()(const SetComment& what) {
  const Table before = table(what.table);
  if (!what.column.empty()) {
    (void)column(before, what.column);
  }
  if (place_.dialect.name == "sqlite") {
    return;
  }
  if (!what.column.empty()) {
    const Column old = column(before, what.column);
    Column after = old;
    after.comment = what.comment;
    both({{Alter<Column>{what.table, old, after}, {}}});
    return;
  }
  const TableOptions old{before.name, before.options, before.comment};
  both({{Alter<TableOptions>{"", old, {before.name, before.options, what.comment}}, {}}});
}

Carried carried(const Operation& operation, const Place& place) {
  return Carrying(operation, place).run();
}

}  // namespace helium::ddl

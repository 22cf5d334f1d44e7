#include "ddl/carrying.h"

#include <set>

namespace helium::ddl {

namespace {

// What a column without a value gets where it must have one; empty: nobody can say.
std::string plain_zero(const std::string& type) {
  const std::string word = base::lower(type.substr(0, type.find('(')));
  static const std::set<std::string> numbers = {
      "bigint", "bit",     "dec",       "decimal", "double", "double precision", "float",
      "int",    "integer", "mediumint", "numeric", "real",   "smallint",         "tinyint"};
  static const std::set<std::string> texts = {
      "char",       "character", "character varying", "clob",    "longtext",
      "mediumtext", "text",      "tinytext",          "varchar", "varchar2"};
  if (numbers.count(word) != 0) {
    return "0";
  }
  if (texts.count(word) != 0) {
    return "''";
  }
  if (word == "boolean") {
    return "FALSE";
  }
  return word == "date"                                          ? "'1970-01-01'"
         : word.rfind("timestamp", 0) == 0 || word == "datetime" ? "'1970-01-01 00:00:00'"
                                                                 : "";
}

}  // namespace

// What stands on a column goes before it.
Changes Carrying::column_goes(const Table& table, const Column& column) const {
  Changes changes;
  const Changes standing = standing_on(table, column.name);
  for (auto one = standing.rbegin(); one != standing.rend(); ++one) {
    changes.push_back({inverse(*one).what, {}});
  }
  changes.push_back({Drop<Column>{table.name, column}, {}});
  return changes;
}

// As additions, in an order that can run.
Changes Carrying::standing_on(const Table& table, const std::string& column) const {
  Changes changes;
  if (table.primary_key && holds(table.primary_key->columns, column)) {
    PrimaryKey key;
    static_cast<Key&>(key) = *table.primary_key;
    changes.push_back({Add<PrimaryKey>{table.name, key}, {}});
  }
  for (const Key& key : table.uniques) {
    if (holds(key.columns, column)) {
      changes.push_back({Add<Key>{table.name, key}, {}});
    }
  }
  for (const Check& check : table.checks) {
    if (mentions(check.expression, column)) {
      changes.push_back({Add<Check>{table.name, check}, {}});
    }
  }
  for (const TableIndex& index : table.indexes) {
    const bool named = std::any_of(index.parts.begin(), index.parts.end(), [&](const auto& part) {
      return part.expression ? mentions(part.text, column) : part.text == column;
    });
    if (named || holds(index.include, column) || mentions(index.where, column)) {
      changes.push_back({Add<TableIndex>{table.name, index}, {}});
    }
  }
  for (const ForeignKey& key : table.foreign_keys) {
    if (holds(key.columns, column)) {
      changes.push_back({Add<ForeignKey>{table.name, key}, {}});
    }
  }
  return changes;
}

Steps Carrying::put_column_aside(const Table& table, const Column& column,
                                 const std::string& name) const {
  const StashOf stash = stash_of(name, table, {column.name});
  Steps steps = stash_.lock(table.name, StashWriter::Lock::everybody);
  append(steps, stash_.fill(stash, {column.name}, ""));
  append(steps, written(column_goes(table, column)));
  return steps;
}

// Rows that came since have its default; where it must have a value and has none, the plain zero
// of its type, and that is said.
Steps Carrying::column_returns(const Table& table, const Column& column,
                               const std::string& name) const {
  Column first = column;
  first.follows = "";
  for (const Column& one : table.columns) {
    if (one.name == column.name) {
      break;
    }
    first.follows = one.name;
  }
  const bool filled = !column.null && !column.default_value && !name.empty() &&
                      column.identity == Column::Identity::none;
  first.null = first.null || filled;
  Schema now = schema_;
  Steps steps;
  const auto add = [&](const Changes& changes) {
    append(steps, render(changes, now, place_.dialect));
    now = fold(std::move(now), changes);
  };
  add({{Add<Column>{table.name, first}, {}}});
  const StashOf stash = stash_of(name, table, {column.name});
  const Changes triggers = triggers_of(table.name);
  if (!name.empty()) {
    for (const Change& trigger : triggers) {
      add({{inverse(trigger).what, {}}});
    }
    steps.push_back(stash_.gone(stash, "{rows} rows of " + base::printable(table.name) +
                                           " are gone since " + base::printable(column.name) +
                                           " was dropped: its values of theirs are not back"));
    steps.push_back(stash_.restore(stash, {column.name}));
  }
  const std::string zero = plain_zero(column.type);
  if (filled && !zero.empty()) {
    const std::string quoted = stash_.quoted(column.name);
    steps.push_back({"UPDATE " + stash_.quoted(table.name) + " SET " + quoted + " = " + zero +
                         " WHERE " + quoted + " IS NULL",
                     false, false,
                     "{rows} rows of " + base::printable(table.name) + " came since " +
                         base::printable(column.name) + " was dropped: theirs is " + zero});
  }
  add(triggers);
  if (filled) {
    Column last = column;
    first.follows.reset();
    add({{Alter<Column>{table.name, first, last}, {}}});
  }
  add(standing_on(table, column.name));
  for (const Grant& grant : schema_.grants) {
    if (grant.object == table.name && grant.column == column.name) {
      add({{Add<Grant>{"", grant}, {}}});
    }
  }
  if (!name.empty()) {
    steps.push_back(stash_.drop(stash));
  }
  return steps;
}

// A trigger must not take the return of a value for a change.
Changes Carrying::triggers_of(const std::string& table) const {
  Changes changes;
  for (const Trigger& trigger : schema_.triggers) {
    if (trigger.table == table) {
      changes.push_back({Add<Trigger>{"", trigger}, {}});
    }
  }
  return changes;
}

}  // namespace helium::ddl

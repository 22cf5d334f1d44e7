#include "ddl/carrying.h"

#include "ddl/zero.h"

namespace helium::ddl {

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

bool Carrying::commits_by_itself() const {
  return place_.dialect.name == "mysql" || place_.dialect.name == "mariadb";
}

// MySQL cannot hold a lock over the commits that its schema changes are, nor can anybody where the
// author wants no transaction. A column of another name is one that nobody writes to any more, so
// what is copied then stays true until it goes; on the way back it has its own name only when all
// its values are there. PostgreSQL's counters do not follow such names.
bool Carrying::hides(const Column& column) const {
  const bool counts = is_counting(column);
  return commits_by_itself() || (!place_.locks && !(counts && place_.dialect.name == "postgresql"));
}

StashOf Carrying::hidden_stash(const Table& table, const Column& column,
                               const std::string& name) const {
  StashOf stash = stash_of(name, table, {column.name});
  stash.column = column.name;
  stash.hidden = name;
  return stash;
}

// Who does not name it must be able to insert a row.
Changes Carrying::hiding(const Table& table, const Column& column, const std::string& name) const {
  Changes changes;
  Column now = column;
  if (now.identity != Column::Identity::none) {
    now.identity = Column::Identity::none;
    changes.push_back({Alter<Column>{table.name, column, now}, {}});
  }
  for (const Change& one : reversed(standing_on(table, column.name))) {
    changes.push_back(one);
  }
  for (const Grant& grant : schema_.grants) {
    if (!commits_by_itself() && grant.object == table.name && grant.column == column.name) {
      changes.push_back({Drop<Grant>{"", grant}, {}});
    }
  }
  if (!now.null && !now.default_value) {
    const Column before = now;
    now.null = true;
    changes.push_back({Alter<Column>{table.name, before, now}, {}});
  }
  changes.push_back({Rename<Column>{table.name, now, name}, {}});
  return changes;
}

// No server drops what another column is computed from, or hides it under another name.
void Carrying::refuse_computing(const Table& table, const std::string& column) const {
  for (const Column& one : table.columns) {
    if (one.name != column && mentions(one.expression, column)) {
      refuse("the column " + base::printable(one.name) + " of " + base::printable(table.name) +
                 " is computed from " + base::printable(column),
             "queries:drop_column(\"" + table.name + "\", \"" + one.name + "\") before it");
    }
  }
}

// What PostgreSQL does to a column it does to that of each partition, whose own default and the
// like are then those of the table; nothing brings back what they were. `after` is null where it
// goes.
void Carrying::refuse_own_of_parts(const Table& table, const Column& before,
                                   const Column* after) const {
  if (!kept() || operation_.own_reverse) {
    return;
  }
  const bool of_default = after == nullptr || after->default_value != before.default_value;
  const bool of_null = after == nullptr || after->null != before.null;
  for (const std::string& name : partitions_of(schema_, table.name)) {
    const Table part = this->table(name);
    const Column own = column(part, before.name);
    const Changes standing = after == nullptr ? standing_on(part, own.name) : Changes();
    const bool more = std::any_of(standing.begin(), standing.end(), [&](const Change& one) {
      const auto* check = std::get_if<Add<Check>>(&one.what);
      return check == nullptr || !has(table.checks, check->object.name);
    });
    const bool granted =
        after == nullptr &&
        std::any_of(schema_.grants.begin(), schema_.grants.end(),
                    [&](const Grant& one) { return one.object == name && one.column == own.name; });
    if ((of_default && own.default_value != before.default_value) ||
        (of_null && own.null != before.null) ||
        (after == nullptr && own.comment != before.comment) || more || granted) {
      refuse("the partition " + base::printable(name) +
                 " has its own default, NOT NULL, comment, "
                 "right, check or index of " +
                 base::printable(own.name) + ", which would not come back",
             "give it a reverse of your own, or keep = false");
    }
  }
}

// What refuses a copy is asked before the first change, which would stand by then.
void Carrying::look_first(const std::string& table) {
  if (const Steps look = stash_.seeing_all({table}, {}); !look.empty()) {
    then(look);
  }
}

void Carrying::drop_hidden(const Table& table, const Column& column, const StashOf& stash) {
  forward({{Drop<Column>{table.name, as_it_returns(table, column, stash)}, {}}});
  back(values_return(table, column, stash));
}

Steps Carrying::put_column_aside(const Table& table, const Column& column,
                                 const std::string& name) const {
  StashOf stash = stash_of(name, table, {column.name});
  Steps steps;
  Changes goes = column_goes(table, column);
  if (hides(column)) {
    stash = hidden_stash(table, column, name);
    steps = stash_.seeing_all({table.name}, {});
    append(steps, written(hiding(table, column, name)));
    goes = {{Drop<Column>{table.name, as_it_returns(table, column, stash)}, {}}};
  } else {
    steps = stash_.lock(table.name, StashWriter::Lock::everybody);
  }
  append(steps, stash_.make(stash, {column.name}, ""));
  append(steps, stash_.fill(stash, {column.name}, ""));
  for (Rendered step : written(goes)) {
    ++step.pair;  // behind that of the stash
    steps.push_back(std::move(step));
  }
  return steps;
}

// Rows that came since have its default; where it must have a value and has none, the plain zero
// of its type, and that is said.
bool Carrying::must_be_filled(const Column& column) {
  return !column.null && !column.default_value && column.identity == Column::Identity::none;
}

Column Carrying::as_it_returns(const Table& table, const Column& column, const StashOf& stash) {
  Column first = column;
  first.follows = "";
  for (const Column& one : table.columns) {
    if (one.name == column.name || one.name == stash.hidden) {
      break;
    }
    first.follows = one.name;
  }
  first.null = first.null || (!stash.name.empty() && must_be_filled(column));
  if (!stash.hidden.empty()) {
    first.name = stash.hidden;
    first.null = first.null || !first.default_value;
    first.identity = Column::Identity::none;
  }
  return first;
}

// On MySQL and MariaDB, what stands for a column's values until they are back; empty: nothing need.
// A row that grows moves, and its page with it: where the table is written anew with as much in the
// column as its values have, those of a million rows are back in two thirds of the time. A little
// less than they have would be worse than nothing.
std::string Carrying::stand_in(const Table& table, const Column& column,
                               const Column& first) const {
  const std::string zero = plain_zero(column, schema_);
  const std::string word = base::lower(column.type.substr(0, column.type.find_first_of("( ")));
  const bool text = word == "char" || word == "varchar";
  const bool fits = text || zero == "0" || word == "date" || word == "datetime";
  if (!commits_by_itself() || !first.null || first.default_value || !fits || !place_.width) {
    return {};
  }
  const std::uint64_t width = place_.width(table.name, column.name);
  return width == 0 ? "" : text ? literal(std::string(width, 'x')) : zero;
}

Steps Carrying::hidden_returns(const Table& table, const Column& first,
                               const std::string& stand_in) const {
  Column filled = first;
  filled.default_value = stand_in;
  Steps steps = written({{Add<Column>{table.name, filled}, {}}});
  steps.back().text += ", FORCE";
  Column after = first;
  filled.follows.reset();
  after.follows.reset();
  append(steps, written({{Alter<Column>{table.name, filled, after}, {}}}));
  return steps;
}

Steps Carrying::values_return(const Table& table, const Column& column,
                              const StashOf& stash) const {
  const Column first = as_it_returns(table, column, stash);
  const std::string of_table = base::printable(table.name);
  const std::string was_dropped = base::printable(column.name) + " was dropped";
  const std::string filled = stash.hidden.empty() ? "" : stand_in(table, column, first);
  Steps returns = filled.empty() ? written({{Add<Column>{table.name, first}, {}}})
                                 : hidden_returns(table, first, filled);
  if (stash.name.empty()) {
    return returns;
  }
  const std::string zero = plain_zero(column, schema_);
  Steps steps;
  // Elsewhere a type may have a value of its own (a serial, a domain), and nothing is half done.
  if (commits_by_itself() && must_be_filled(column) && zero.empty()) {
    steps.push_back(stash_.came(stash, "rows of " + of_table + " came since " + was_dropped +
                                           ": it must have a value, and " +
                                           base::printable(column.type) + " has no plain one"));
  }
  append(steps, returns);
  const std::string are_gone = "{rows} values of " + base::printable(column.name) +
                               " are not back: their rows of " + of_table +
                               " are gone since it was dropped";
  Steps values = stash_.room(stash);
  values.push_back(
      stash_.restore(stash, {column.name},
                     filled.empty() ? StashWriter::Extent::whole : StashWriter::Extent::every));
  const bool was_null = commits_by_itself() && first.null && !first.default_value;
  values.push_back(stash_.gone_with_value(stash, column.name, was_null, are_gone));
  if (must_be_filled(column) && !zero.empty()) {
    const std::string quoted = stash_.quoted(first.name);
    values.push_back(
        {"UPDATE " + stash_.quoted(table.name) + " SET " + quoted + " = " + zero +
             stash_.steadily(stash) + " WHERE " + quoted + " IS NULL",
         false, false,
         "{rows} rows of " + of_table + " came since " + was_dropped + ": theirs is " + zero});
  }
  append(steps, taking_values(table, {column.name},
                              without_triggers(table.name, "UPDATE",
                                               stash_.seeing_all({table.name}, values))));
  append(steps, counted_on(table.name, column));
  return steps;
}

Steps Carrying::counted_on(const std::string& table, const Column& column,
                           const std::string& stash) const {
  if (place_.dialect.name != "postgresql" || !is_counting(column)) {
    return {};
  }
  return {{going_on(table, column, place_.dialect, stash)}};
}

// The column and its values are one pair, what stands on it has one for each, and the stash, where
// there is one, was the first.
Steps Carrying::column_returns(const Table& table, const Column& column,
                               const std::string& name) const {
  StashOf stash;
  if (!name.empty()) {
    stash = stash_of(name, table, {column.name});
  }
  const std::uint32_t first_pair = name.empty() ? 0 : 1;
  const Changes standing = standing_on(table, column.name);
  Column first = as_it_returns(table, column, stash);
  Schema now = fold(schema_, {{Add<Column>{table.name, first}, {}}});
  Steps steps = values_return(table, column, stash);
  const auto add = [&](const Changes& changes) {
    append(steps, render(changes, now, place_.dialect, Look::first));
    now = fold(std::move(now), changes);
  };
  if (first.null != column.null) {
    first.follows.reset();
    add({{Alter<Column>{table.name, first, column}, {}}});
  }
  const auto pairs = static_cast<std::uint32_t>(standing.size());
  for (Rendered& step : steps) {
    step.pair = first_pair + pairs + 1;
  }
  for (Rendered step : mirrored(render(standing, now, place_.dialect, Look::first), pairs)) {
    step.pair += first_pair;
    steps.push_back(std::move(step));
  }
  now = fold(std::move(now), standing);
  const bool counts = is_counting(column);
  for (const Grant& grant : schema_.grants) {
    const bool on_counter = counts && grant.kind == "sequence" &&
                            grant.object == usual_counter(table.name, column.name);
    if (on_counter || (grant.object == table.name && grant.column == column.name)) {
      add({{Add<Grant>{"", grant}, {}}});
    }
  }
  if (!name.empty()) {
    steps.push_back(stash_.drop(stash));
  }
  return steps;
}

}  // namespace helium::ddl

#include <set>

#include "ddl/carrying.h"

namespace helium::ddl {
namespace {

// Whether it is the same value whenever it is asked; an expression may be another one by then.
bool is_literal(const std::string& value) {
  static const std::set<std::string> words = {"TRUE", "FALSE", "NULL"};
  if (words.count(value) != 0) {
    return true;
  }
  if (value.size() < 2 || value.front() != '\'' || value.back() != '\'') {
    return !value.empty() && value.find_first_not_of("+-.0123456789eE") == std::string::npos;
  }
  const std::string inside = base::replaced(value.substr(1, value.size() - 2), "''", "");
  return inside.find('\'') == std::string::npos;
}

}  // namespace

void Carrying::operator()(const InsertRows& what) {
  const Table into = table(what.table);
  const std::vector<std::string> key = key_of(into, {});
  bool known = !key.empty();
  bool asked_again = false;
  for (const auto& row : what.rows) {
    std::vector<std::string> columns;
    std::vector<std::string> values;
    for (const auto& [column, value] : row) {
      (void)this->column(into, column);
      columns.push_back(column);
      values.push_back(value);
    }
    then({{"INSERT INTO " + stash_.quoted(into.name) + " (" + stash_.quoted(columns) + ")" +
           overriding(into, columns) + " VALUES (" + base::joined(values, ", ") + ")"}});
    known = known && std::all_of(key.begin(), key.end(),
                                 [&](const std::string& column) { return row.count(column) != 0; });
    asked_again =
        asked_again || (known && !std::all_of(key.begin(), key.end(), [&](const auto& column) {
                          return is_literal(row.at(column));
                        }));
    if (known) {
      const auto it = [&](const std::string& name) {
        std::vector<std::string> parts;
        parts.reserve(key.size());
        for (const std::string& column : key) {
          parts.push_back(name + stash_.quoted(column) + " = " + row.at(column));
        }
        return base::joined(parts, " AND ");
      };
      Steps steps = nobody_follows(into, [&](const auto& name) { return it(name + "."); });
      steps.push_back({"DELETE FROM " + stash_.quoted(into.name) + " WHERE " + it("")});
      back(steps);
    }
  }
  back(nobody_abroad(into, {}));
  if (!known) {
    irreversible_ = "the rows for " + base::printable(into.name) +
                    " do not say a key by which they are found again";
  } else if (asked_again) {
    irreversible_ = "a key of the rows for " + base::printable(into.name) +
                    " is an expression, which may say another value when it is asked again";
  }
}

void Carrying::operator()(const UpdateRows& what) {
  const Table before = table(what.table);
  std::vector<std::string> columns;
  std::vector<std::string> set;
  for (const auto& [column, value] : what.set) {
    (void)this->column(before, column);
    columns.push_back(column);
    set.push_back(stash_.quoted(column) + " = " + value);
  }
  const std::string start =
      "UPDATE " + stash_.quoted(before.name) + " SET " + base::joined(set, ", ");
  const auto stash = stash_for(before, columns);
  if (!stash) {
    then({{start + (what.where.empty() ? "" : " WHERE " + what.where)}});
    return;
  }
  refuse_followers(before, columns);
  const Steps abroad = nobody_abroad(before, columns);
  columns.insert(columns.end(), stash->steady.begin(), stash->steady.end());
  put_aside(*stash, columns, what.where, abroad);
  // Exactly the rows that were put aside, although the condition may answer otherwise when it is
  // asked again, by the clock or by chance, and rows may have come since where nothing is locked.
  then({{start + " WHERE " + stash_.keeps(*stash, stash_.quoted(before.name))}});
  back(without_triggers(
      before.name, "UPDATE",
      stash_.seeing_all({before.name},
                        {stash_.gone(*stash, "{rows} rows of " + base::printable(before.name) +
                                                 " that were changed are gone since"),
                         stash_.restore(*stash, columns, StashWriter::Extent::some)})));
}

void Carrying::operator()(const DeleteRows& what) {
  const Table before = table(what.table);
  const auto stash = stash_for(before, {});
  if (!stash) {
    then({{"DELETE FROM " + stash_.quoted(before.name) +
           (what.where.empty() ? "" : " WHERE " + what.where)}});
    return;
  }
  refuse_followers(before, {});
  Steps first = nobody_abroad(before, {});
  append(first, no_zeros(before, before.name, what.where));
  const std::vector<std::string> columns = stored_columns(before);
  put_aside(*stash, columns, what.where, first);
  then({stash_.take_out(*stash)});
  Steps steps = no_zeros(before, stash->name);
  append(steps, without_triggers(
                    before.name, "INSERT",
                    stash_.seeing_all(
                        {before.name},
                        {stash_.there(*stash, "{rows} rows of " + base::printable(before.name) +
                                                  " are there again since: theirs is what stays"),
                         stash_.put_back(*stash, columns, overriding(before, columns))})));
  back(steps);
}

void Carrying::operator()(const CopyRows& what) {
  const Table into = table(what.table);
  const std::vector<std::string> key = key_of(into, {});
  const bool known = !key.empty() && std::all_of(key.begin(), key.end(), [&](const auto& column) {
    return holds(what.columns, column);
  });
  const std::string insert = "INSERT INTO " + stash_.quoted(into.name) + " (" +
                             stash_.quoted(what.columns) + ")" + overriding(into, what.columns) +
                             " ";
  if (!known || !kept()) {
    irreversible_ = "the rows that are copied into " + base::printable(into.name) +
                    " have no key by which they are found again";
    then({{insert + what.select}});
    return;
  }
  // The rows are fixed once, so that what is taken back is what was put in.
  const StashOf stash{.name = free_stash(), .table = into.name, .key = key};
  const std::string name = stash_.quoted(stash.name);
  const std::string columns = stash_.quoted(what.columns);
  then({place_.dialect.name == "db2"
            ? Rendered{"CREATE TABLE " + name + " (" + columns + ") AS (" + what.select +
                       ") WITH NO DATA"}
            : Rendered{"CREATE TABLE " + name + " AS SELECT " + columns + " FROM " +
                       stash_.quoted(into.name) + " WHERE 1 = 0"}});
  also(stash_.for_its_owner(stash));
  back({stash_.drop(stash)});
  then({{"INSERT INTO " + name + " (" + columns + ") " + what.select}});
  then({{insert + "SELECT " + columns + " FROM " + name}});
  Steps steps = nobody_abroad(into, {});
  append(steps, nobody_follows(into, [&](const auto& rows) { return stash_.keeps(stash, rows); }));
  steps.push_back(stash_.gone(stash, "{rows} rows that were copied into " +
                                         base::printable(into.name) + " are gone since"));
  steps.push_back(stash_.take_out(stash));
  back(stash_.seeing_all({into.name}, steps));
}

void Carrying::operator()(const SplitTable& what) {
  const Table from = table(what.table);
  const std::vector<std::string> key = key_of(from, what.columns);
  if (key.empty()) {
    refuse(base::printable(from.name) + " has no key that both tables could have");
  }
  Table made;
  made.name = what.into;
  for (const std::string& name : key) {
    made.columns.push_back(column(from, name));
    made.columns.back().identity = Column::Identity::none;
  }
  for (const std::string& name : what.columns) {
    made.columns.push_back(column(from, name));
  }
  made.primary_key.emplace();
  made.primary_key->columns = key;
  // The new table is where the values wait for the way back.
  forward({{Add<Table>{"", made}, {}}});
  back(gone_alone(made));
  Steps moves = stash_.lock(from.name, StashWriter::Lock::everybody);
  std::vector<std::string> moved = key;
  std::vector<std::string> values = key;
  for (const std::string& name : what.columns) {
    moved.push_back(name);
    values.push_back(name);
    refuse_referenced(from, name);
    if (hides(column(from, name))) {
      look_first(from.name);
      values.back() = free_stash();
      both(hiding(table(from.name), column(from, name), values.back()));
    }
  }
  append(moves,
         stash_.seeing_all({from.name},
                           {{"INSERT INTO " + stash_.quoted(made.name) + " (" +
                             stash_.quoted(moved) + ")" + overriding(made, moved) + " SELECT " +
                             stash_.quoted(values) + " FROM " + stash_.quoted(from.name)}}));
  for (const Column& column : made.columns) {
    append(moves, counted_on(made.name, column));
  }
  then(moves);
  for (std::size_t i = 0; i < what.columns.size(); ++i) {
    column_moves(from, what.columns[i], {made.name, values[key.size() + i]});
  }
  Rendered lost = stash_.gone({.name = made.name, .table = from.name, .key = key}, "");
  lost.refuses = "rows of " + base::printable(made.name) + " have none of " +
                 base::printable(from.name) + " to go back to, and would be lost";
  back({lost});
}

// `there`: the table that has it now, and what it is called in the old one until it goes.
void Carrying::column_moves(const Table& from, const std::string& name,
                            const std::pair<std::string, std::string>& there) {
  const Table now = table(from.name);
  if (hides(column(from, name))) {
    StashOf stash = hidden_stash(from, column(from, name), there.first);
    stash.hidden = there.second;
    drop_hidden(now, column(from, name), stash);
    return;
  }
  const Column leaving = column(now, name);
  const Changes goes = column_goes(now, leaving);
  const Steps steps = written(goes);
  schema_ = fold(std::move(schema_), goes);
  Steps returns = column_returns(now, leaving, there.first);
  returns.pop_back();  // others may return from that table too
  for (Rendered& step : returns) {
    --step.pair;
  }
  paired(steps, returns);
}

void Carrying::operator()(const MergeTable& what) {
  const Table from = table(what.table);
  const Table into = table(what.into);
  const std::vector<std::string> key = key_of(from, {});
  std::vector<std::string> moved;
  for (const Column& one : from.columns) {
    if (!holds(key, one.name)) {
      Column column = one;
      column.null = true;
      moved.push_back(one.name);
      (*this)(AddColumn{into.name, column, ""});
    }
  }
  if (key != key_of(into, {}) || moved.empty()) {
    refuse(base::printable(from.name) + " and " + base::printable(into.name) +
           " do not have the same key");
  }
  const std::vector<std::string> tables = {from.name, into.name};
  const Steps there = stash_.seeing_all(
      tables, {stash_.restore(stash_of(from.name, into, {}), moved, StashWriter::Extent::some)});
  then(taking_values(table(into.name), moved, quietly(into.name, there)));
  for (const std::string& name : moved) {
    also(counted_on(into.name, column(from, name)));
  }
  // What was written to them since they moved goes back with them.
  const Steps way_back = stash_.seeing_all(
      tables, {stash_.restore(stash_of(into.name, from, {}), moved, StashWriter::Extent::whole)});
  back(taking_values(from, moved, without_triggers(from.name, "UPDATE", way_back)));
  (*this)(Drop<Table>{"", from});
}

}  // namespace helium::ddl

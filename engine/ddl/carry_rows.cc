#include "ddl/carrying.h"

namespace helium::ddl {

void Carrying::operator()(const InsertRows& what) {
  const Table into = table(what.table);
  const std::vector<std::string> key = row_key(into, {});
  bool known = !key.empty();
  std::vector<std::string> found;
  for (const auto& row : what.rows) {
    std::vector<std::string> columns;
    std::vector<std::string> values;
    for (const auto& [column, value] : row) {
      (void)this->column(into, column);
      columns.push_back(column);
      values.push_back(value);
    }
    forward_.push_back({"INSERT INTO " + stash_.quoted(into.name) + " (" + stash_.quoted(columns) +
                        ")" + overriding(into, columns) + " VALUES (" + base::joined(values, ", ") +
                        ")"});
    std::vector<std::string> parts;
    for (const std::string& column : key) {
      known = known && row.count(column) != 0;
      parts.push_back(known ? stash_.quoted(column) + " = " + row.at(column) : "");
    }
    found.push_back(base::joined(parts, " AND "));
  }
  if (!known) {
    irreversible_ = "the rows for " + base::printable(into.name) +
                    " do not say a key by which they are found again";
    return;
  }
  Steps steps;
  for (auto where = found.rbegin(); where != found.rend(); ++where) {
    steps.push_back({"DELETE FROM " + stash_.quoted(into.name) + " WHERE " + *where});
  }
  back(steps);
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
  const Rendered change = {"UPDATE " + stash_.quoted(before.name) + " SET " +
                           base::joined(set, ", ") +
                           (what.where.empty() ? "" : " WHERE " + what.where)};
  const auto stash = stash_for(before, columns);
  if (!stash) {
    forward_.push_back(change);
    return;
  }
  append(forward_, stash_.lock(before.name, StashWriter::Lock::writers));
  append(forward_, stash_.fill(*stash, columns, what.where));
  forward_.push_back(change);
  back({stash_.gone(*stash, "{rows} rows of " + base::printable(before.name) +
                                " that were changed are gone since"),
        stash_.restore(*stash, columns), stash_.drop(*stash)});
}

void Carrying::operator()(const DeleteRows& what) {
  const Table before = table(what.table);
  const Rendered change = {"DELETE FROM " + stash_.quoted(before.name) +
                           (what.where.empty() ? "" : " WHERE " + what.where)};
  const auto stash = stash_for(before, {});
  if (!stash) {
    forward_.push_back(change);
    return;
  }
  refuse_cascades(before);
  const std::vector<std::string> columns = stored_columns(before);
  append(forward_, stash_.lock(before.name, StashWriter::Lock::writers));
  append(forward_, stash_.fill(*stash, columns, what.where));
  forward_.push_back(change);
  back({stash_.there(*stash, "{rows} rows of " + base::printable(before.name) +
                                 " are there again since: theirs is what stays"),
        stash_.put_back(*stash, columns, overriding(before, columns)), stash_.drop(*stash)});
}

void Carrying::operator()(const CopyRows& what) {
  const Table into = table(what.table);
  const std::vector<std::string> key = row_key(into, {});
  const bool known = !key.empty() && std::all_of(key.begin(), key.end(), [&](const auto& column) {
    return holds(what.columns, column);
  });
  const std::string insert = "INSERT INTO " + stash_.quoted(into.name) + " (" +
                             stash_.quoted(what.columns) + ")" + overriding(into, what.columns) +
                             " ";
  if (!known || !kept()) {
    irreversible_ = "the rows that are copied into " + base::printable(into.name) +
                    " have no key by which they are found again";
    forward_.push_back({insert + what.select});
    return;
  }
  // The rows are fixed once, so that what is taken back is what was put in.
  const StashOf stash{next_stash(), into.name, key};
  const std::string name = stash_.quoted(stash.name);
  if (place_.dialect.name == "db2") {
    forward_.push_back({"CREATE TABLE " + name + " (" + stash_.quoted(what.columns) + ") AS (" +
                        what.select + ") WITH NO DATA"});
    forward_.push_back({"INSERT INTO " + name + " " + what.select});
  } else {
    forward_.push_back({"CREATE TABLE " + name + " AS SELECT " + stash_.quoted(what.columns) +
                        " FROM " + stash_.quoted(into.name) + " WHERE 1 = 0"});
    forward_.push_back(
        {"INSERT INTO " + name + " (" + stash_.quoted(what.columns) + ") " + what.select});
  }
  forward_.push_back({insert + "SELECT " + stash_.quoted(what.columns) + " FROM " + name});
  back({stash_.gone(stash, "{rows} rows that were copied into " + base::printable(into.name) +
                               " are gone since"),
        stash_.take_out(stash), stash_.drop(stash)});
}

void Carrying::operator()(const SplitTable& what) {
  const Table from = table(what.table);
  const std::vector<std::string> key = row_key(from, what.columns);
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
  append(forward_, stash_.lock(from.name, StashWriter::Lock::everybody));
  back({stash_.drop({made.name, from.name, key})});
  std::vector<std::string> moved = key;
  moved.insert(moved.end(), what.columns.begin(), what.columns.end());
  forward_.push_back({"INSERT INTO " + stash_.quoted(made.name) + " (" + stash_.quoted(moved) +
                      ") SELECT " + stash_.quoted(moved) + " FROM " + stash_.quoted(from.name)});
  for (const std::string& name : what.columns) {
    const Table now = table(from.name);
    const Column leaving = column(now, name);
    refuse_referenced(now, name);
    forward(column_goes(now, leaving));
    Steps returns = column_returns(now, leaving, made.name);
    returns.pop_back();  // others may return from that table too
    back(returns);
  }
}

void Carrying::operator()(const MergeTable& what) {
  const Table from = table(what.table);
  const Table into = table(what.into);
  const std::vector<std::string> key = row_key(from, {});
  std::vector<std::string> moved;
  for (const Column& one : from.columns) {
    if (!holds(key, one.name)) {
      Column column = one;
      column.null = true;
      moved.push_back(one.name);
      (*this)(AddColumn{into.name, column, ""});
    }
  }
  if (key != row_key(into, {}) || moved.empty()) {
    refuse(base::printable(from.name) + " and " + base::printable(into.name) +
           " do not have the same key");
  }
  forward_.push_back(stash_.restore({from.name, into.name, key}, moved));
  (*this)(Drop<Table>{"", from});
}

}  // namespace helium::ddl

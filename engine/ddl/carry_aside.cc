#include "ddl/carrying.h"

namespace helium::ddl {

std::string Carrying::next_stash() {
  ++stashes_;
  return place_.stash + (stashes_ == 1 ? "" : "_" + std::to_string(stashes_));
}

// What an earlier way up put aside is still there where its author wrote the way back.
std::string Carrying::free_stash() {
  std::string name = next_stash();
  while (has(place_.stashes.tables, name) || has(place_.stashes.sequences, name)) {
    name = next_stash();
  }
  return name;
}

// Whether the stash waits for this very operation. A file may have been changed since it went down,
// or the table beside it, and another migration's stash may have a name that looks like its own:
// what belongs elsewhere must not get in here, and what has no place here must not go.
bool Carrying::returns(const std::string& stash, const std::string& table,
                       const std::vector<std::string>& columns) const {
  if (!has(place_.stashes.tables, stash)) {
    return false;
  }
  const Table& held = find(place_.stashes.tables, stash, "stash");
  std::string of;
  if (place_.origins != nullptr && place_.origins->count(stash) != 0) {
    of = place_.origins->at(stash).of;
  }
  const bool fits = std::all_of(held.columns.begin(), held.columns.end(), [&](const Column& one) {
    return one.generated != Column::Generated::no || holds(columns, one.name);
  });
  if (!fits || (!of.empty() && of != table)) {
    refuse(base::printable(stash) + " holds " + base::joined(names_of(held.columns), ", ") +
               (of.empty() ? std::string() : " of " + base::printable(of)) +
               ", which is not what this brings back: it would be lost",
           "helium stash export " + stash + " keeps a copy, helium stash clear " + stash +
               " gives it up");
  }
  return true;
}

// A key of PostgreSQL does not reach into the tables that inherit from its own.
std::vector<std::string> Carrying::key_of(const Table& table,
                                          const std::vector<std::string>& without) const {
  const std::string heir = " of " + table.name;
  const bool inherited = std::any_of(
      schema_.unknown.begin(), schema_.unknown.end(),
      [&](const Unknown& one) { return one.kind == "inheritance" && one.name.ends_with(heir); });
  return inherited ? std::vector<std::string>() : row_key(table, without);
}

StashOf Carrying::stash_of(const std::string& name, const Table& table,
                           const std::vector<std::string>& without) const {
  StashOf stash{.name = name, .table = table.name, .key = key_of(table, without)};
  for (const Column& column : table.columns) {
    if (!column.on_update.empty() && !holds(without, column.name)) {
      stash.steady.push_back(column.name);
    }
  }
  return stash;
}

void Carrying::no_key(const Table& table) {
  irreversible_ = base::printable(table.name) +
                  " has no key by which its rows are found again; keep = false gives them up";
}

void Carrying::refuse_too_many(const std::string& table) const {
  if (operation_.keep == Keep::within_limit && place_.rows(table) > stash_rows) {
    refuse(base::printable(table) + " has more than " + std::to_string(stash_rows) +
               " rows: keeping them takes its time",
           "keep = \"always\" keeps them, keep = false gives them up");
  }
}

// Where changed rows go; nothing where they are not kept, and then there is no way back.
std::optional<StashOf> Carrying::stash_for(const Table& table,
                                           const std::vector<std::string>& changed) {
  if (!kept()) {
    irreversible_ =
        "keep = false: the rows of " + base::printable(table.name) + " as they were are gone";
    return std::nullopt;
  }
  StashOf stash = stash_of(free_stash(), table, changed);
  if (stash.key.empty()) {
    refuse(base::printable(table.name) +
               " has no key by which its rows are found again, so they cannot be kept",
           "keep = false gives them up");
  }
  refuse_too_many(table.name);
  return stash;
}

// Renamed, without what would get into the way of others: names that are the schema's, and keys
// that point to other tables.
Carrying::Aside Carrying::put_table_aside(const Table& table, const std::string& stash) const {
  Changes changes;
  for (const ForeignKey& key : table.foreign_keys) {
    changes.push_back({Drop<ForeignKey>{table.name, key}, {}});
  }
  for (const TableIndex& index : table.indexes) {
    changes.push_back({Drop<TableIndex>{table.name, index}, {}});
  }
  const bool db2 = place_.dialect.name == "db2";
  for (const Check& check : table.checks) {
    if (db2 || place_.dialect.name == "mysql") {
      changes.push_back({Drop<Check>{table.name, check}, {}});
    }
  }
  for (const Key& key : table.uniques) {
    if (db2) {
      changes.push_back({Drop<Key>{table.name, key}, {}});
    }
  }
  const Schema stripped = fold(schema_, changes);
  changes.push_back({Rename<Table>{"", this_table(stripped, table.name), stash}, {}});
  Aside aside;
  aside.steps = written(changes);
  aside.way_back =
      mirrored(render(reversed(changes), fold(schema_, changes), place_.dialect, Look::first),
               changes.size());
  if (place_.dialect.name == "postgresql") {
    rename_keys(table, stash, aside);
    rename_partitions(table, stash, aside);
    detach(table, stash, aside);
  }
  refuse_followed(table, stash, aside);
  return aside;
}

// What refers to the table goes along with its new name, and would stay with the stash when a table
// of the old name is made. The server knows what does by now; where it commits each change, it is
// asked before there is any.
void Carrying::refuse_followed(const Table& table, const std::string& stash, Aside& aside) const {
  const std::string name = literal(stash);
  std::string question;
  if (place_.dialect.name == "sqlite") {
    // A name that it writes itself stands in quotes.
    question = "SELECT name FROM sqlite_schema WHERE tbl_name <> " + name + " AND instr(sql, " +
               literal(stash_.quoted(stash)) + ") > 0";
  } else if (place_.dialect.name == "postgresql") {
    const std::string held = "CAST(" + literal(stash_.quoted(stash)) + " AS regclass)";
    question =
        "SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND "
        "conparentid = 0 AND confrelid = " +
        held + " AND conrelid <> confrelid UNION ALL SELECT CAST(r.ev_class AS regclass) FROM " +
        "pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid WHERE d.classid "
        "= " +
        "CAST('pg_catalog.pg_rewrite' AS regclass) AND d.refclassid = CAST('pg_catalog.pg_class' " +
        "AS regclass) AND d.refobjid = " + held + " AND r.ev_class <> d.refobjid";
  } else if (commits_by_itself()) {
    question =
        "SELECT table_name FROM information_schema.referential_constraints WHERE "
        "unique_constraint_schema = DATABASE() AND referenced_table_name = " +
        literal(table.name) + " AND table_name <> referenced_table_name";
  }
  if (question.empty()) {
    return;
  }
  Rendered step{.text = question,
                .refuses = "something refers to " + base::printable(table.name) +
                           " that nobody here knew of, and would stay with the table that is put "
                           "aside: take it away first"};
  const bool first = commits_by_itself();
  step.pair = first ? aside.steps.front().pair : aside.steps.back().pair;
  aside.steps.insert(first ? aside.steps.begin() : aside.steps.end(), std::move(step));
}

Table Carrying::this_table(const Schema& schema, const std::string& name) {
  return *std::find_if(schema.tables.begin(), schema.tables.end(),
                       [&](const Table& one) { return one.name == name; });
}

void Carrying::add(Aside& aside, const std::string& there, const std::string& way_back) {
  const std::uint32_t pair = aside.steps.back().pair + 1;
  aside.steps.push_back({.text = there, .pair = pair});
  aside.way_back.insert(aside.way_back.begin(), {.text = way_back, .pair = pair});
}

// An index of PostgreSQL has its name in the schema, that of a key too.
void Carrying::rename_keys(const Table& table, const std::string& stash, Aside& aside) const {
  std::vector<std::string> names = names_of(table.uniques);
  if (table.primary_key && !table.primary_key->name.empty()) {
    names.push_back(table.primary_key->name);
  }
  std::size_t number = 0;
  for (const std::string& name : names) {
    const std::string other = stash + "_key" + std::to_string(++number);
    const std::string start = "ALTER TABLE " + stash_.quoted(stash) + " RENAME CONSTRAINT ";
    add(aside, start + stash_.quoted(name) + " TO " + stash_.quoted(other),
        start + stash_.quoted(other) + " TO " + stash_.quoted(name));
  }
}

// Partitions stay with their table, under names that are in nobody's way.
void Carrying::rename_partitions(const Table& table, const std::string& stash, Aside& aside) const {
  std::size_t number = 0;
  for (const std::string& part : partitions_of(schema_, table.name)) {
    const std::string other = stash + "_part" + std::to_string(++number);
    const auto renamed = [&](const std::string& from, const std::string& to) {
      return "ALTER TABLE " + stash_.quoted(from) + " RENAME TO " + stash_.quoted(to);
    };
    add(aside, renamed(part, other), renamed(other, part));
  }
}

// A partition that goes takes its rows out of its table.
void Carrying::detach(const Table& table, const std::string& stash, Aside& aside) const {
  if (table.partition_of.empty()) {
    return;
  }
  const std::string start = "ALTER TABLE " + stash_.quoted(table.partition_of);
  add(aside, start + " DETACH PARTITION " + stash_.quoted(stash),
      start + " ATTACH PARTITION " + stash_.quoted(stash) + " " + table.partition_bound);
}

// What a reverse put aside comes back into the table that was made again.
void Carrying::fill_from(const std::string& stash, const Table& table) {
  // A partition has the columns of its table.
  const bool says_none = table.columns.empty();
  const auto held_there = std::find_if(place_.stashes.tables.begin(), place_.stashes.tables.end(),
                                       [&](const Table& one) { return one.name == stash; });
  if (held_there == place_.stashes.tables.end() ||
      !returns(stash, table.name,
               says_none ? names_of(held_there->columns) : stored_columns(table))) {
    return;
  }
  const Table& held = *held_there;
  std::vector<std::string> columns;
  for (const std::string& name : says_none ? names_of(held.columns) : stored_columns(table)) {
    if (has(held.columns, name)) {
      columns.push_back(name);
    }
  }
  const std::string names = stash_.quoted(columns);
  also(stash_.seeing_all(
      {stash},
      {{"INSERT " + stash_.or_abort() + "INTO " + stash_.quoted(table.name) + " (" + names + ")" +
        overriding(table, columns) + " SELECT " + names + " FROM " + stash_.quoted(stash)}}));
  for (const Column& column : table.columns) {
    also(counted_on(table.name, column, has(held.columns, column.name) ? stash : ""));
    if (place_.dialect.name == "sqlite" && column.identity != Column::Identity::none) {
      also(counter_follows(stash, table.name));
    }
  }
  also({stash_.drop({.name = stash, .table = table.name})});
}

// SQLite gives a number once, also when its row is gone, as long as the counter is the same.
Steps Carrying::counter_follows(const std::string& stash, const std::string& table) const {
  const std::string of_stash = " FROM sqlite_sequence WHERE name = " + literal(stash);
  return {
      {"DELETE FROM sqlite_sequence WHERE name = " + literal(table) + " AND EXISTS (SELECT 1" +
       of_stash + ")"},
      {"INSERT INTO sqlite_sequence (name, seq) SELECT " + literal(table) + ", seq" + of_stash}};
}

// Makes a stash and fills it; what goes on from here may be taken back without its rows.
void Carrying::put_aside(const StashOf& stash, const std::vector<std::string>& columns,
                         const std::string& where, const Steps& first) {
  then(stash_.lock(stash.table, StashWriter::Lock::writers));
  also(first);
  also(stash_.make(stash, columns, where));
  back({stash_.drop(stash)});
  if (const Steps rows = stash_.fill(stash, columns, where); !rows.empty()) {
    then(rows);
  }
}

std::vector<std::string> Carrying::stored_columns(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    if (column.generated == Column::Generated::no) {
      names.push_back(column.name);
    }
  }
  return names;
}

std::string Carrying::overriding(const Table& table,
                                 const std::vector<std::string>& columns) const {
  const bool always = std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& one) {
    return one.identity == Column::Identity::always && holds(columns, one.name);
  });
  return always && place_.dialect.name == "postgresql" ? " OVERRIDING SYSTEM VALUE" : "";
}

}  // namespace helium::ddl

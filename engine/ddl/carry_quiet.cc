// What others would do when rows come back or go again: triggers that take it for a change, foreign
// keys that carry it on, counters that give a row another number.
#include "ddl/carrying.h"
#include "ddl/sqlite.h"

namespace helium::ddl {
namespace {

// By the statement that makes it: one that says the word elsewhere counts too.
bool fires_on(const Trigger& trigger, const char* event) {
  return base::upper(trigger.definition).find(event) != std::string::npos;
}

}  // namespace

// A trigger must not take the return of a value for a change. PostgreSQL switches it off and on
// again as it was, the others make it again, which must not make it another one.
Steps Carrying::without_triggers(const std::string& table, const char* event,
                                 const Steps& steps) const {
  if (place_.dialect.name == "postgresql") {
    return switched_off(table, event, steps);
  }
  const Changes triggers = triggers_of(table, event);
  Steps quiet;
  if (!triggers.empty() && place_.dialect.name == "sqlite") {
    quiet.push_back({.text = SqliteWriter(place_.dialect).other_triggers(table, schema_.triggers),
                     .refuses = "others made or changed triggers of " + base::printable(table) +
                                " since this was planned: those would fire here, or come back as "
                                "they were"});
  }
  append(quiet, written(reversed(triggers)));
  append(quiet, steps);
  append(quiet, written(triggers));
  return quiet;
}

// Values that return on the way there. An own reverse is no help with a trigger that would become
// another one.
Steps Carrying::quietly(const std::string& table, const Steps& steps) const {
  for (const Trigger& trigger : schema_.triggers) {
    const bool changes = place_.dialect.name != "postgresql" && !trigger.fires;
    if (changes && trigger.table == table && fires_on(trigger, "UPDATE")) {
      refuse("it would make the trigger " + base::printable(trigger.name) + " of " +
                 base::printable(table) +
                 " again, with another DEFINER, sql_mode, character set or order",
             "queries:drop_trigger(\"" + table + "\", \"" + trigger.name + "\") before it");
    }
  }
  return without_triggers(table, "UPDATE", steps);
}

Changes Carrying::triggers_of(const std::string& table, const char* event) const {
  Changes changes;
  for (const Trigger& trigger : schema_.triggers) {
    if (trigger.table != table || !fires_on(trigger, event)) {
      continue;
    }
    if (!trigger.fires && !operation_.own_reverse) {
      refuse("the way back would make the trigger " + base::printable(trigger.name) + " of " +
                 base::printable(table) +
                 " again, with another DEFINER, sql_mode, character set or order",
             "give it a reverse of your own, or keep = false");
    }
    changes.push_back({Add<Trigger>{"", trigger}, {}});
  }
  return changes;
}

// A rule may do anything else in the place of a statement, or nothing.
void Carrying::refuse_rules(const std::string& table) const {
  for (const Unknown& one : schema_.unknown) {
    if (one.kind == "rule" && one.name.ends_with(" on " + table) && !operation_.own_reverse) {
      refuse("the rule " + base::printable(one.name) +
                 " may keep rows and values from coming back as they were",
             "drop it before, or give it a reverse of your own, or keep = false");
    }
  }
}

// Until version 15, that of a partitioned table was not switched with it in its partitions.
Steps Carrying::switched_off(const std::string& table, const char* event,
                             const Steps& steps) const {
  refuse_rules(table);
  std::vector<std::string> tables = partitions_of(schema_, table);
  tables.insert(tables.begin(), table);
  Steps quiet;
  Steps behind;
  const auto switched = [&](const std::string& part, const char* how, const Trigger& trigger) {
    return "ALTER TABLE " + stash_.quoted(part) + how + " TRIGGER " + stash_.quoted(trigger.name);
  };
  for (const Trigger& trigger : schema_.triggers) {
    if (trigger.table != table || !trigger.fires || !fires_on(trigger, event)) {
      continue;
    }
    const char* back = trigger.firing == "always" ? " ENABLE ALWAYS" : " ENABLE";
    for (const std::string& part : tables) {
      quiet.push_back({switched(part, " DISABLE", trigger)});
      behind.push_back({switched(part, back, trigger)});
    }
  }
  append(quiet, steps);
  if (!behind.empty() && defers(table)) {
    quiet.push_back({"SET CONSTRAINTS ALL IMMEDIATE"});
  }
  append(quiet, behind);
  return quiet;
}

// PostgreSQL sets nothing in a column that it always numbers by itself.
Steps Carrying::taking_values(const Table& table, const std::vector<std::string>& columns,
                              const Steps& steps) const {
  Steps open;
  Steps behind;
  for (const Column& column : table.columns) {
    if (place_.dialect.name == "postgresql" && column.identity == Column::Identity::always &&
        holds(columns, column.name)) {
      const std::string start = "ALTER TABLE " + stash_.quoted(table.name) + " ALTER COLUMN " +
                                stash_.quoted(column.name) + " SET GENERATED ";
      open.push_back({start + "BY DEFAULT"});
      behind.push_back({start + "ALWAYS"});
    }
  }
  append(open, steps);
  if (!behind.empty() && defers(table.name)) {
    open.push_back({"SET CONSTRAINTS ALL IMMEDIATE"});
  }
  append(open, behind);
  return open;
}

// PostgreSQL alters no table that a check is still to come for.
bool Carrying::defers(const std::string& table) const {
  return std::any_of(schema_.tables.begin(), schema_.tables.end(), [&](const Table& one) {
    const auto deferred = [](const Key& key) { return key.initially_deferred; };
    const auto points = [&](const ForeignKey& key) {
      return key.initially_deferred && (one.name == table || key.table == table);
    };
    return std::any_of(one.foreign_keys.begin(), one.foreign_keys.end(), points) ||
           (one.name == table && (std::any_of(one.uniques.begin(), one.uniques.end(), deferred) ||
                                  (one.primary_key && one.primary_key->initially_deferred)));
  });
}

// The tables of another schema are not among those that were read.
Steps Carrying::nobody_abroad(const Table& table, const std::vector<std::string>& changed) const {
  if (place_.dialect.name != "postgresql") {
    return {};
  }
  std::vector<std::string> names;
  names.reserve(changed.size());
  for (const std::string& column : changed) {
    names.push_back(literal(column));
  }
  const std::string of_it =
      changed.empty()
          ? "confdeltype NOT IN ('a', 'r')"
          : "confupdtype IN ('n', 'd') AND EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE "
            "attrelid = confrelid AND attnum = ANY (confkey) AND attname IN (" +
                base::joined(names, ", ") + "))";
  return {{.text = "SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN "
                   "pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid "
                   "= CAST(" +
                   literal(stash_.quoted(table.name)) +
                   " AS regclass) AND connamespace <> t.relnamespace AND " + of_it,
           .refuses = "rows of another schema would go or change with those of " +
                      base::printable(table.name) + ", and nothing of them would be kept"}};
}

// Stops where a row of `from` says 0 in a column that counts: MySQL takes it for none when the row
// comes back, and gives it the next number.
Steps Carrying::no_zeros(const Table& table, const std::string& from,
                         const std::string& where) const {
  Steps steps;
  for (const Column& column : table.columns) {
    if (commits_by_itself() && column.identity != Column::Identity::none) {
      steps.push_back({.text = "SELECT 1 FROM " + stash_.quoted(from) + " WHERE " +
                               stash_.quoted(column.name) + " = 0" +
                               (where.empty() ? "" : " AND (" + where + ")"),
                       .refuses = "a row of " + base::printable(table.name) + " whose " +
                                  base::printable(column.name) +
                                  " is 0 could not come back: AUTO_INCREMENT would give it another "
                                  "number"});
    }
  }
  return steps;
}

}  // namespace helium::ddl

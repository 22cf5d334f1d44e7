#include "ddl/carrying.h"
#include "sql/quote.h"

namespace helium::ddl {

void Carrying::refuse(const std::string& message, const std::string& hint) const {
  throw Error(Fault::design, operation_.name + ": " + message).at(operation_.span).hinting(hint);
}

const Column& Carrying::column(const Table& table, const std::string& name) const {
  return find(table.columns, name, "column", table.name);
}

const TableIndex& Carrying::index(const std::string& owner, const std::string& name) const {
  const auto view = std::find_if(schema_.views.begin(), schema_.views.end(),
                                 [&](const View& one) { return one.name == owner; });
  return find(view == schema_.views.end() ? table(owner).indexes : view->indexes, name, "index",
              owner);
}

// Routines that differ in nothing but their arguments are told apart by them alone.
const Routine& Carrying::routine(const Routine& said) const {
  std::vector<const Routine*> meant;
  std::vector<std::string> names;
  for (const Routine& one : schema_.routines) {
    if (one.name == said.name && one.kind == said.kind) {
      names.push_back(base::printable(one.name + "(" + one.arguments + ")"));
      if (said.arguments.empty() || one.arguments == said.arguments) {
        meant.push_back(&one);
      }
    }
  }
  if (meant.size() == 1) {
    return *meant.front();
  }
  if (names.size() > 1) {
    refuse((meant.empty() ? "there is no " + said.kind + " with these arguments, but "
                          : "there is more than one " + said.kind + ": ") +
               base::joined(names, ", "),
           "say one of them by arguments = \"...\", as it is written there");
  }
  return find(schema_.routines, said.name, said.kind);
}

ChangeKind Carrying::constraint_goes(const DropConstraint& what) const {
  const Table& held = table(what.table);
  const bool primary = commits_by_itself() && base::same_word(what.name, "PRIMARY");
  if (held.primary_key && (held.primary_key->name == what.name || primary)) {
    PrimaryKey key;
    static_cast<Key&>(key) = *held.primary_key;
    return Drop<PrimaryKey>{what.table, key};
  }
  if (has(held.uniques, what.name)) {
    return Drop<Key>{what.table, find(held.uniques, what.name, "")};
  }
  if (has(held.foreign_keys, what.name)) {
    return Drop<ForeignKey>{what.table, find(held.foreign_keys, what.name, "")};
  }
  std::vector<std::string> names = names_of(held.uniques);
  for (const std::string& name : names_of(held.foreign_keys)) {
    names.push_back(name);
  }
  for (const Check& check : held.checks) {
    if (check.name == what.name) {
      return Drop<Check>{what.table, check};
    }
    names.push_back(check.name);
  }
  refuse(base::printable(what.table) + " has no constraint " + base::printable(what.name),
         base::did_you_mean(what.name, names));
}

void Carrying::append(Steps& to, const Steps& more) {
  to.insert(to.end(), more.begin(), more.end());
}

namespace {

// Comments are kept where the server has a place for them; on these there is none in a Schema.
bool comments_on(const Unknown& one, const Name& name) {
  const std::string& object = name.object;
  return one.kind == "comment" &&
         (one.name == "on the index " + object || one.name == "on the constraint " + object);
}

bool is_part_of_view(const Unknown& one, const std::string& view) {
  return (one.kind == "rule" && one.name.ends_with(" on " + view)) ||
         ((one.kind == "default of the view column" || one.kind == "option of the column") &&
          one.name.starts_with(view + "."));
}

bool is_right_on(const Unknown& one, const std::string& object) {
  return one.kind == "right on the type" && one.name == object;
}

bool is_of_counter(const Unknown& one, const std::string& counter) {
  return (one.kind == "option of the sequence" && one.name == counter) ||
         (one.kind == "comment" && one.name == "on the sequence " + counter);
}

// Whether this is a part of what the change names that no catalog here understands.
bool is_part(const Unknown& one, const Name& name) {
  if (name.object.empty()) {
    return false;  // a table is renamed, with all that stands on it
  }
  const bool of_it = one.kind.starts_with("option of the ") &&
                     (one.name == name.object || one.name == name.object + " on " + name.table ||
                      one.name == name.table + "." + name.object);
  return of_it || comments_on(one, name) || is_right_on(one, name.object) ||
         (name.kind == "drop_view" && is_part_of_view(one, name.object)) ||
         (name.kind == "drop_column" &&
          is_of_counter(one, usual_counter(name.table, name.object))) ||
         (one.kind.ends_with(" trigger") && one.name.starts_with(name.object + " on "));
}

// What is not understood of a thing is gone when it is taken away and made again.
std::string half_known(const Changes& changes, const Schema& schema) {
  for (const Change& change : changes) {
    const Name name = name_of(change);
    for (const Unknown& one : schema.unknown) {
      if (name.kind.starts_with("drop_") && is_part(one, name)) {
        return "it would make " + base::printable(name.object) + " again without the " + one.kind +
               " " + base::printable(one.name);
      }
    }
  }
  return {};
}

}  // namespace

Steps Carrying::written(const Changes& changes) const {
  if (const std::string lost = half_known(changes, schema_); kept() && !lost.empty()) {
    refuse(lost + ", which is not understood",
           "write it as SQL with its own way back, or keep = false");
  }
  try {
    return render(changes, schema_, place_.dialect, Look::first);
  } catch (const Error& error) {
    throw Error(error.fault(), operation_.name + ": " + error.message())
        .at(operation_.span)
        .hinting(error.hint());
  }
}

void Carrying::then(Steps steps) {
  ++pairs_;
  also(std::move(steps));
}

void Carrying::also(Steps steps) {
  for (Rendered& step : steps) {
    step.pair = pairs_;
    forward_.push_back(std::move(step));
  }
}

void Carrying::back(Steps steps) {
  for (Rendered& step : steps) {
    step.pair = pairs_;
  }
  reverse_.insert(reverse_.begin(), steps.begin(), steps.end());
}

void Carrying::paired(Steps there, Steps way_back) {
  const std::uint32_t before = pairs_;
  for (Steps* steps : {&there, &way_back}) {
    for (Rendered& step : *steps) {
      step.pair += before;
      pairs_ = std::max(pairs_, step.pair);
    }
  }
  append(forward_, there);
  reverse_.insert(reverse_.begin(), way_back.begin(), way_back.end());
}

void Carrying::forward(const Changes& changes) {
  then(written(changes));
  schema_ = fold(std::move(schema_), changes);
}

void Carrying::both(const Changes& changes) {
  const Steps there = written(changes);
  schema_ = fold(std::move(schema_), changes);
  paired(there, mirrored(written(reversed(changes)), changes.size()));
}

Changes Carrying::reversed(const Changes& changes) {
  Changes result;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    result.push_back(inverse(*change));
  }
  return result;
}

// The n-th change from the end takes the n-th back.
Steps Carrying::mirrored(Steps steps, std::size_t pairs) {
  for (Rendered& step : steps) {
    step.pair = static_cast<std::uint32_t>(pairs) + 1 - step.pair;
  }
  return steps;
}

std::string Carrying::literal(const std::string& text) const {
  return sql::quote_literal(text, place_.dialect.lexicon);
}

void Carrying::refuse_needed(const Table& table) const {
  for (const Table& other : schema_.tables) {
    for (const ForeignKey& key : other.foreign_keys) {
      if (other.name != table.name && key.schema.empty() && key.table == table.name) {
        refuse(base::printable(other.name) + " points to " + base::printable(table.name),
               "queries:drop_constraint(\"" + other.name + "\", \"" + key.name + "\") before it");
      }
    }
  }
  for (const View& view : schema_.views) {
    if (mentions(view.definition, table.name)) {
      refuse("the view " + base::printable(view.name) + " shows " + base::printable(table.name),
             "queries:drop_view(\"" + view.name + "\") before it");
    }
  }
  // SQLite turns what a trigger says of a table to its new name: the rows that it writes would go
  // into the stash, and not into a table that gets the old name.
  for (const Trigger& trigger : schema_.triggers) {
    if (place_.dialect.name == "sqlite" && trigger.table != table.name &&
        mentions(trigger.definition, table.name)) {
      refuse_for(trigger, table.name);
    }
  }
}

void Carrying::refuse_for(const Trigger& trigger, const std::string& name) const {
  refuse("the trigger " + base::printable(trigger.name) + " of " + base::printable(trigger.table) +
             " says " + base::printable(name),
         "queries:drop_trigger(\"" + trigger.table + "\", \"" + trigger.name + "\") before it");
}

namespace {

// SQLite's REFERENCES may leave them out.
std::vector<std::string> referenced(const ForeignKey& key, const Table& table) {
  return key.referenced_columns.empty() && table.primary_key ? table.primary_key->columns
                                                             : key.referenced_columns;
}

}  // namespace

void Carrying::refuse_referenced(const Table& table, const std::string& column) const {
  for (const Table& other : schema_.tables) {
    for (const ForeignKey& key : other.foreign_keys) {
      if (key.schema.empty() && key.table == table.name && holds(referenced(key, table), column)) {
        refuse(base::printable(other.name) + " points to " + base::printable(column),
               "queries:drop_constraint(\"" + other.name + "\", \"" + key.name + "\") before it");
      }
    }
  }
  // SQLite would leave these behind, broken.
  const auto shows = [&](const std::string& text) {
    return place_.dialect.name == "sqlite" && mentions(text, table.name) && mentions(text, column);
  };
  for (const View& view : schema_.views) {
    if (shows(view.definition)) {
      refuse("the view " + base::printable(view.name) + " shows " + base::printable(column),
             "queries:drop_view(\"" + view.name + "\") before it");
    }
  }
  for (const Trigger& trigger : schema_.triggers) {
    if (shows(trigger.definition)) {
      refuse_for(trigger, column);
    }
  }
}

// PostgreSQL drops an exclusion with any of its columns, and nothing here makes one.
void Carrying::refuse_excluding(const Table& table, const std::string& column) const {
  for (const Check& one : table.exclusions) {
    if (mentions(one.expression, column)) {
      refuse("the exclusion " + base::printable(one.name) + " of " + base::printable(table.name) +
                 " stands on " + base::printable(column) + " and would go with it for good",
             "queries:sql that drops it, with a reverse that adds it, before it");
    }
  }
}

// PostgreSQL drops a sequence with the column that owns it.
void Carrying::refuse_owning(const Table& table, const std::string& column) const {
  for (const Sequence& one : schema_.sequences) {
    if (kept() && one.owned_by == table.name + "." + column) {
      refuse("the sequence " + base::printable(one.name) + " is owned by " +
                 base::printable(column) + " and would go with it for good",
             "queries:sql(\"ALTER SEQUENCE ... OWNED BY NONE\") before it, or keep = false");
    }
  }
}

void Carrying::refuse_followers(const Table& table, const std::vector<std::string>& changed) const {
  for (const Table& other : schema_.tables) {
    for (const ForeignKey& key : other.foreign_keys) {
      if (!key.schema.empty() || key.table != table.name) {
        continue;
      }
      const bool goes = key.on_delete != "no action" && key.on_delete != "restrict";
      // A new value that goes along comes back along; a null does not say what it was.
      const bool loses = key.on_update != "no action" && key.on_update != "restrict" &&
                         key.on_update != "cascade" &&
                         std::any_of(changed.begin(), changed.end(), [&](const auto& column) {
                           return holds(referenced(key, table), column);
                         });
      if (changed.empty() ? goes : loses) {
        refuse("rows of " + base::printable(other.name) + " would go or change with those of " +
                   base::printable(table.name) + ", and nothing of them would be kept",
               "delete or update those first, or keep = false");
      }
    }
  }
}

// Stops where rows of others would go or change with those that `rows` says by the name that they
// have: they came since, and nothing of them would be kept.
Steps Carrying::nobody_follows(const Table& table,
                               const std::function<std::string(const std::string&)>& rows) const {
  Steps steps;
  for (const Table& other : schema_.tables) {
    for (const ForeignKey& key : other.foreign_keys) {
      const bool acts = key.on_delete != "no action" && key.on_delete != "restrict";
      if (!key.schema.empty() || key.table != table.name || !acts) {
        continue;
      }
      const std::vector<std::string> columns = referenced(key, table);
      std::vector<std::string> who;
      std::vector<std::string> same;
      for (std::size_t i = 0; i < columns.size() && i < key.columns.size(); ++i) {
        who.push_back("c." + stash_.quoted(key.columns[i]));
        same.push_back(who.back() + " = t." + stash_.quoted(columns[i]));
      }
      const std::string among = other.name == table.name ? " AND NOT (" + rows("c") + ")" : "";
      steps.push_back({.text = "SELECT " + base::joined(who, ", ") + " FROM " +
                               stash_.quoted(table.name) + " t JOIN " + stash_.quoted(other.name) +
                               " c ON " + base::joined(same, " AND ") + " WHERE " + rows("t") +
                               among,
                       .refuses = "rows of " + base::printable(other.name) + " point to rows of " +
                                  base::printable(table.name) +
                                  " that this takes back, and would go or change with them"});
    }
  }
  return steps;
}

// SQLite deletes the rows of a table that it drops, and what refers to them would go along.
Steps Carrying::gone_alone(const Table& table) const {
  Steps steps = written({{Drop<Table>{"", table}, {}}});
  for (Rendered& step : steps) {
    step.rebuilds = place_.dialect.name == "sqlite";
  }
  return steps;
}

void Carrying::name_primary_key(Table& table) const {
  if (place_.dialect.name == "postgresql" && table.primary_key && table.primary_key->name.empty()) {
    table.primary_key->name = table.name + "_pkey";
  }
}

void Carrying::lacks(const std::string& what) const {
  throw Error(Fault::unsupported, operation_.name + ": " + place_.dialect.name + " has no " + what)
      .at(operation_.span);
}

void Carrying::needs_enums() const {
  if (place_.dialect.name != "postgresql") {
    lacks("enum types");
  }
}

void Carrying::needs_partitions() const {
  if (place_.dialect.name != "postgresql") {
    lacks("partitions that are tables of their own");
  }
}

void Carrying::needs_schemas() const {
  if (!place_.dialect.traits.schemas) {
    lacks("schemas");
  }
}

std::string Carrying::drop_schema(const std::string& name) const {
  return "DROP SCHEMA " + stash_.quoted(name) + (place_.dialect.name == "db2" ? " RESTRICT" : "");
}

}  // namespace helium::ddl

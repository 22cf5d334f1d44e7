#include "ddl/carrying.h"

#include <set>

#include "ddl/sequence.h"

namespace helium::ddl {

void Carrying::refuse_made_otherwise(const std::string& kind, const std::string& name,
                                     const std::string& owner) const {
  if (commits_by_itself() && owner == "?" && !operation_.own_reverse) {
    refuse("the " + kind + " " + base::printable(name) +
               " would come back with another DEFINER, sql_mode or character set",
           "give it a reverse that makes it as it is: reverse = \"CREATE DEFINER = ...\"");
  }
}

void Carrying::operator()(const Drop<View>& what) {
  needs(what.object);
  const View view = find(schema_.views, what.object.name, "view");
  refuse_made_otherwise("view", view.name, view.owner);
  both(with_grants({{Drop<View>{"", view}, {}}}, view.name));
}

void Carrying::operator()(const ReplaceView& what) {
  if (!has(schema_.views, what.view.name)) {
    both({{Add<View>{"", what.view}, {}}});
    return;
  }
  const View before = find(schema_.views, what.view.name, "view");
  refuse_made_otherwise("view", before.name, before.owner);
  if (!before.column_comments.empty()) {
    refuse("nobody knows which of the comments on columns of " + base::printable(before.name) +
               " stay",
           "write it as SQL with its own way back");
  }
  View after = what.view;
  after.owner = before.owner;
  Changes changes = with_grants({{Drop<View>{"", before}, {}}}, before.name);
  changes.push_back({Add<View>{"", after}, {}});
  grant_again(changes, before.name);
  both(changes);
}

void Carrying::operator()(const Drop<Trigger>& what) {
  const Trigger& trigger = find(schema_.triggers, what.object.name, "trigger");
  if (!trigger.fires && commits_by_itself() && !operation_.own_reverse) {
    refuse("the trigger " + base::printable(trigger.name) +
               " would come back with another DEFINER, sql_mode, character set or order",
           "give it a reverse that makes it as it is: reverse = \"CREATE DEFINER = ...\"");
  }
  both({{Drop<Trigger>{"", trigger}, {}}});
}

void Carrying::operator()(const Drop<Routine>& what) {
  needs(what.object);
  const Routine before = routine(what.object);
  refuse_made_otherwise(before.kind, before.name, before.owner);
  both(with_grants({{Drop<Routine>{"", before}, {}}}, before.name + "(" + before.arguments + ")"));
}

void Carrying::operator()(const ReplaceRoutine& what) {
  if (!has(schema_.routines, what.routine.name)) {
    both({{Add<Routine>{"", what.routine}, {}}});
    return;
  }
  const Routine before = routine(what.routine);
  refuse_made_otherwise(before.kind, before.name, before.owner);
  const std::string object = before.name + "(" + before.arguments + ")";
  Routine after = what.routine;
  after.owner = before.owner;
  Changes changes = with_grants({{Alter<Routine>{"", before, after}, {}}}, object);
  grant_again(changes, object);
  both(changes);
}

// A sequence that is renamed keeps its place; where it cannot be, its definition comes back.
void Carrying::operator()(const Drop<Sequence>& what) {
  needs(what.object);
  const Sequence before = find(schema_.sequences, what.object.name, "sequence");
  const bool as_table = place_.dialect.name == "mariadb";
  if (!(as_table || place_.dialect.name == "postgresql") || !kept()) {
    both({{Drop<Sequence>{"", before}, {}}});
    return;
  }
  const std::string stash = free_stash();
  const auto renamed = [&](const std::string& from, const std::string& to) {
    return Steps{{(as_table ? "RENAME TABLE " : "ALTER SEQUENCE ") + stash_.quoted(from) +
                  (as_table ? " TO " : " RENAME TO ") + stash_.quoted(to)}};
  };
  then(renamed(before.name, stash));
  schema_ = fold(std::move(schema_), {{Drop<Sequence>{"", before}, {}}});
  back(renamed(stash, before.name));
}

void Carrying::operator()(const AlterSequence& what) {
  needs(Sequence{.name = what.name});
  const Sequence before = find(schema_.sequences, what.name, "sequence");
  Sequence after = before;
  const auto take = [](auto& to, const auto& from) { to = from ? from : to; };
  take(after.options.type, what.options.type);
  // Other ends do not move where it begins.
  after.options.start = what.options.start.value_or(begins_at(before.options));
  take(after.options.increment, what.options.increment);
  take(after.options.minimum, what.options.minimum);
  take(after.options.maximum, what.options.maximum);
  take(after.options.cache, what.options.cache);
  after.options.cycle = what.cycle.value_or(before.options.cycle);
  both({{Alter<Sequence>{"", before, after}, {}}});
}

void Carrying::operator()(const Drop<Enum>& what) {
  needs(what.object);
  both({{Drop<Enum>{"", find(schema_.enums, what.object.name, "enum")}, {}}});
}

void Carrying::operator()(const AddEnumValue& what) {
  needs_enums();
  const Enum before = find(schema_.enums, what.name, "enum");
  Enum after = before;
  const auto at = std::find(after.values.begin(), after.values.end(), what.before);
  after.values.insert(what.before.empty() ? after.values.end() : at, what.value);
  forward({{Alter<Enum>{"", before, after}, {}}});
  irreversible_ = place_.dialect.name + " takes no value away from an enum";
}

void Carrying::operator()(const RenameEnumValue& what) {
  needs_enums();
  const Enum before = find(schema_.enums, what.name, "enum");
  Enum after = before;
  std::replace(after.values.begin(), after.values.end(), what.value, what.to);
  const auto renamed = [&](const std::string& from, const std::string& to) {
    return Steps{{"ALTER TYPE " + stash_.quoted(what.name) + " RENAME VALUE " + literal(from) +
                  " TO " + literal(to)}};
  };
  then(renamed(what.value, what.to));
  schema_ = fold(std::move(schema_), {{Alter<Enum>{"", before, after}, {}}});
  back(renamed(what.to, what.value));
}

void Carrying::operator()(const Drop<Domain>& what) {
  needs(what.object);
  both({{Drop<Domain>{"", find(schema_.domains, what.object.name, "domain")}, {}}});
}

void Carrying::operator()(const AttachPartition& what) {
  needs_partitions();
  const std::string start = "ALTER TABLE " + stash_.quoted(what.table);
  then({{start + " ATTACH PARTITION " + stash_.quoted(what.partition) + " " + what.bound}});
  back({{start + " DETACH PARTITION " + stash_.quoted(what.partition)}});
}

void Carrying::operator()(const DetachPartition& what) {
  needs_partitions();
  const Table part = table(what.partition);
  const std::string start = "ALTER TABLE " + stash_.quoted(what.table);
  then({{start + " DETACH PARTITION " + stash_.quoted(what.partition)}});
  back({{start + " ATTACH PARTITION " + stash_.quoted(what.partition) + " " +
         part.partition_bound}});
}

void Carrying::operator()(const CreateSchema& what) {
  needs_schemas();
  then({{"CREATE SCHEMA " + stash_.quoted(what.name)}});
  back({{drop_schema(what.name)}});
}

void Carrying::operator()(const DropSchema& what) {
  needs_schemas();
  then({{drop_schema(what.name)}});
  back({{"CREATE SCHEMA " + stash_.quoted(what.name)}});
}

// PostgreSQL lets nobody change the type of a column that a view shows.
void Carrying::around_views(const std::string& name, const Changes& changes) {
  std::vector<View> above;
  std::set<std::string> touched = {name};
  for (bool more = place_.dialect.name == "postgresql"; more;) {
    more = false;
    for (const View& view : schema_.views) {
      const bool stands = std::any_of(touched.begin(), touched.end(), [&](const auto& one) {
        return mentions(view.definition, one);
      });
      if (stands && touched.insert(view.name).second) {
        above.push_back(view);
        more = true;
      }
    }
  }
  Changes all;
  for (auto view = above.rbegin(); view != above.rend(); ++view) {
    const Changes dropped = with_grants({{Drop<View>{"", *view}, {}}}, view->name);
    all.insert(all.end(), dropped.begin(), dropped.end());
  }
  all.insert(all.end(), changes.begin(), changes.end());
  for (const View& view : above) {
    all.push_back({Add<View>{"", view}, {}});
    grant_again(all, view.name);
  }
  both(all);
}

// Grants and a view's triggers go with their object, so taking them away first is how they come
// back.
Changes Carrying::with_grants(const Changes& changes, const std::string& object) const {
  Changes all;
  for (const Trigger& trigger : schema_.triggers) {
    if (trigger.table == object && has(schema_.views, object)) {
      all.push_back({Drop<Trigger>{"", trigger}, {}});
    }
  }
  for (const Grant& grant : schema_.grants) {
    if (grant.object == object) {
      all.push_back({Drop<Grant>{"", grant}, {}});
    }
  }
  all.insert(all.end(), changes.begin(), changes.end());
  return all;
}

void Carrying::grant_again(Changes& changes, const std::string& object) const {
  for (const Grant& grant : schema_.grants) {
    if (grant.object == object) {
      changes.push_back({Add<Grant>{"", grant}, {}});
    }
  }
  for (const Trigger& trigger : schema_.triggers) {
    if (trigger.table == object && has(schema_.views, object)) {
      changes.push_back({Add<Trigger>{"", trigger}, {}});
    }
  }
}

}  // namespace helium::ddl

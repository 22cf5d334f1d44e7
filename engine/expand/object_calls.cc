#include "expand/call.h"

namespace helium::expand {

// "SELECT ..." for every dialect, or { postgresql = "...", ... }.
static std::string for_dialect(const Details& details, std::string_view key, const Call& call) {
  const auto found = details.table().fields.find(key);
  const auto* by_dialect = found == details.table().fields.end() ? nullptr : found->second.table();
  if (by_dialect == nullptr) {
    return details.needed(key);
  }
  std::vector<std::string> names;
  for (const std::string_view name : dialect_names) {
    names.emplace_back(name);
  }
  const Details texts(found->second, std::string(key), call.language());
  texts.only(names);
  const std::string& name = call.language().dialect->name;
  if (!texts.has(name)) {
    call.refuse("there is no " + std::string(key) + " for " + name);
  }
  return texts.needed(name);
}

static View view_of(Call& call) {
  View view;
  view.name = call.name("the view's name");
  const Details details = call.details({"comment", "options", "select"});
  view.definition = base::trimmed(for_dialect(details, "select", call));
  view.comment = details.text("comment");
  view.options = details.names("options");
  return view;
}

Wishes create_view(Call& call) {
  return {ChangeKind(Add<View>{"", view_of(call)})};
}
Wishes replace_view(Call& call) {
  return {ReplaceView{view_of(call)}};
}
Wishes create_materialized_view(Call& call) {
  View view = view_of(call);
  view.materialized = true;
  return {ChangeKind(Add<View>{"", view})};
}
Wishes drop_materialized_view(Call& call) {
  View view = named<View>(call.name("the view's name"));
  view.materialized = true;
  (void)call.details({});
  return {ChangeKind(Drop<View>{"", view})};
}

Wishes create_trigger(Call& call) {
  Trigger trigger;
  trigger.table = call.name("the table's name");
  trigger.name = call.name("the trigger's name");
  trigger.definition = base::trimmed(for_dialect(call.details({"definition"}), "definition", call));
  return {ChangeKind(Add<Trigger>{"", trigger})};
}

Wishes drop_trigger(Call& call) {
  Trigger trigger;
  trigger.table = call.name("the table's name");
  trigger.name = call.name("the trigger's name");
  (void)call.details({});
  return {ChangeKind(Drop<Trigger>{"", trigger})};
}

static Routine routine_of(Call& call) {
  Routine routine;
  routine.name = call.name("the routine's name");
  const Details details = call.details({"arguments", "comment", "definition", "kind"});
  routine.kind = details.has("kind") ? details.needed("kind") : "function";
  const std::vector<std::string> kinds = {"function", "procedure"};
  if (std::find(kinds.begin(), kinds.end(), routine.kind) == kinds.end()) {
    details.refuse("kind", "unknown kind " + base::printable(routine.kind),
                   base::did_you_mean(routine.kind, kinds));
  }
  routine.arguments = details.text("arguments");
  routine.comment = details.text("comment");
  routine.definition = base::trimmed(for_dialect(details, "definition", call));
  return routine;
}

Wishes create_routine(Call& call) {
  return {ChangeKind(Add<Routine>{"", routine_of(call)})};
}
Wishes replace_routine(Call& call) {
  return {ReplaceRoutine{routine_of(call)}};
}
Wishes drop_routine(Call& call) {
  Routine routine;
  routine.name = call.name("the routine's name");
  const Details details = call.details({"arguments", "kind"});
  routine.kind = details.has("kind") ? details.needed("kind") : "function";
  routine.arguments = details.text("arguments");
  return {ChangeKind(Drop<Routine>{"", routine})};
}

Wishes create_sequence(Call& call) {
  Sequence sequence;
  sequence.name = call.name("the sequence's name");
  sequence.options = sequence_of(call.noun());
  return {ChangeKind(Add<Sequence>{"", sequence})};
}
Wishes alter_sequence(Call& call) {
  AlterSequence what;
  what.name = call.name("the sequence's name");
  const Details details = call.noun();
  what.options = sequence_of(details);
  if (details.has("cycle")) {
    what.cycle = details.flag("cycle");
  }
  return {what};
}

Wishes create_enum(Call& call) {
  Enum object;
  object.name = call.name("the type's name");
  const Details details = call.details({"comment", "values"});
  object.values = details.names("values");
  object.comment = details.text("comment");
  if (object.values.empty()) {
    details.refuse("values", "an enum needs values = { \"...\" }");
  }
  return {ChangeKind(Add<Enum>{"", object})};
}
Wishes add_enum_value(Call& call) {
  AddEnumValue what;
  what.name = call.name("the type's name");
  what.value = call.text("the value");
  what.before = call.details({"before"}).text("before");
  return {what};
}
Wishes rename_enum_value(Call& call) {
  RenameEnumValue what;
  what.name = call.name("the type's name");
  what.value = call.text("the value");
  what.to = call.text("the new value");
  (void)call.details({});
  return {what};
}

Wishes create_domain(Call& call) {
  Domain domain;
  domain.name = call.name("the domain's name");
  const Details details = call.details({"checks", "comment", "default", "null", "type"});
  domain.type = type_of(details.needed("type"), *call.language().dialect);
  domain.null = details.flag("null", true);
  if (details.has("default")) {
    domain.default_value = details.text("default");
  }
  for (const Details& one : details.tables("checks", "a check of " + domain.name)) {
    domain.checks.push_back(check_of(one, domain.name));
  }
  domain.comment = details.text("comment");
  return {ChangeKind(Add<Domain>{"", domain})};
}

Wishes attach_partition(Call& call) {
  AttachPartition what;
  what.table = call.name("the table's name");
  what.partition = call.name("the partition's name");
  what.bound = call.details({"bound"}).needed("bound");
  return {what};
}
Wishes detach_partition(Call& call) {
  const std::string table = call.name("the table's name");
  DetachPartition what{table, call.name("the partition's name")};
  (void)call.details({});
  return {what};
}

Wishes create_schema(Call& call) {
  CreateSchema what{call.name("the schema's name")};
  (void)call.details({});
  return {what};
}
Wishes drop_schema(Call& call) {
  DropSchema what{call.name("the schema's name")};
  (void)call.details({});
  return {what};
}

Wishes create_extension(Call& call) {
  Extension extension;
  extension.name = call.text("the extension's name");
  extension.version = call.details({"version"}).text("version");
  return {ChangeKind(Add<Extension>{"", extension})};
}

static std::vector<Grant> grants_of(Call& call) {
  Grant grant;
  grant.object = call.name("the object's name");
  const Details details = call.details({"column", "grantable", "kind", "privileges", "to"});
  grant.kind = details.has("kind") ? details.needed("kind") : "table";
  grant.column = details.name("column");
  grant.grantee = details.needed("to");
  grant.grantable = details.flag("grantable");
  std::vector<Grant> grants;
  for (const std::string& privilege : details.names("privileges")) {
    grants.push_back(grant);
    grants.back().privilege = base::lower(privilege);
  }
  if (grants.empty()) {
    details.refuse("privileges", "privileges = { \"select\" } says what is granted");
  }
  return grants;
}
Wishes grant(Call& call) {
  Wishes wishes;
  for (const Grant& one : grants_of(call)) {
    wishes.emplace_back(ChangeKind(Add<Grant>{"", one}));
  }
  return wishes;
}
Wishes revoke(Call& call) {
  Wishes wishes;
  for (const Grant& one : grants_of(call)) {
    wishes.emplace_back(ChangeKind(Drop<Grant>{"", one}));
  }
  return wishes;
}

}  // namespace helium::expand

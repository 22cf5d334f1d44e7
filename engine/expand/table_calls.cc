#include "expand/call.h"

namespace helium::expand {

Wishes create_table(Call& call) {
  const std::string name = call.name("the table's name");
  return {ChangeKind(Add<Table>{"", table_of(call.noun(), name)})};
}

Wishes drop_table(Call& call) {
  Drop<Table> what{"", named<Table>(call.name("the table's name"))};
  (void)call.details({});
  return {ChangeKind(what)};
}

Wishes rename_table(Call& call) {
  Table table = named<Table>(call.name("the table's name"));
  Rename<Table> what{"", std::move(table), call.name("the new name")};
  (void)call.details({});
  return {ChangeKind(what)};
}

Wishes add_column(Call& call) {
  const std::string table = call.name("the table's name");
  std::vector<std::string> keys = column_keys();
  keys.emplace_back("backfill");
  const Details details = call.details(keys);
  const ColumnDetails held = column_of(details, table);
  if (held.primary_key) {
    details.refuse("primary_key", "a column that is added is no primary key yet",
                   "queries:add_primary_key(...) behind it");
  }
  Wishes wishes = {AddColumn{table, held.column, details.text("backfill")}};
  if (held.unique) {
    wishes.emplace_back(ChangeKind(Add<Key>{table, *held.unique}));
  }
  if (held.check) {
    wishes.emplace_back(ChangeKind(Add<Check>{table, *held.check}));
  }
  if (held.references) {
    wishes.emplace_back(ChangeKind(Add<ForeignKey>{table, *held.references}));
  }
  return wishes;
}

Wishes drop_column(Call& call) {
  const std::string table = call.name("the table's name");
  Drop<Column> what{table, named<Column>(call.name("the column's name"))};
  (void)call.details({});
  return {ChangeKind(what)};
}

Wishes rename_column(Call& call) {
  const std::string table = call.name("the table's name");
  Column column = named<Column>(call.name("the column's name"));
  Rename<Column> what{table, std::move(column), call.name("the new name")};
  (void)call.details({});
  return {ChangeKind(what)};
}

Wishes alter_column(Call& call) {
  AlterColumn what;
  what.table = call.name("the table's name");
  what.column = call.name("the column's name");
  const Details details = call.details({"comment", "default", "null", "type", "using"});
  if (details.has("type")) {
    const std::string type = details.needed("type");
    try {
      what.type = type_of(type, *call.language().dialect);
    } catch (const Error& error) {
      details.refuse("type", error.message());
    }
  }
  if (details.has("null")) {
    what.null = details.flag("null");
  }
  if (details.has("default")) {
    what.default_value = details.text("default");
  }
  if (details.has("comment")) {
    what.comment = details.text("comment");
  }
  what.expression = details.text("using");
  if (!what.type && !what.null && !what.default_value && !what.comment) {
    call.refuse("nothing is to be another way: type, null, default or comment");
  }
  return {what};
}

Wishes add_primary_key(Call& call) {
  const std::string table = call.name("the table's name");
  const Details details = call.noun();
  PrimaryKey key;
  static_cast<Key&>(key) = key_of(details, table);
  key.name = details.name("name");
  return {ChangeKind(Add<PrimaryKey>{table, key})};
}

Wishes drop_index(Call& call) {
  const std::string table = call.name("the table's name");
  Drop<TableIndex> what{table, named<TableIndex>(call.name("the index's name"))};
  (void)call.details({});
  return {ChangeKind(what)};
}

Wishes rename_index(Call& call) {
  const std::string table = call.name("the table's name");
  TableIndex index = named<TableIndex>(call.name("the index's name"));
  Rename<TableIndex> what{table, std::move(index), call.name("the new name")};
  (void)call.details({});
  return {ChangeKind(what)};
}

Wishes drop_constraint(Call& call) {
  const std::string table = call.name("the table's name");
  DropConstraint what{table, call.name("the constraint's name")};
  (void)call.details({});
  return {what};
}

Wishes rename_constraint(Call& call) {
  const std::string table = call.name("the table's name");
  const std::string name = call.name("the constraint's name");
  RenameConstraint what{table, name, call.name("the new name")};
  (void)call.details({});
  return {what};
}

}  // namespace helium::expand

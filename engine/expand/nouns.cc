// The nouns of a schema: each function takes the keys of one Lua table.
#include <algorithm>

#include "base/text.h"
#include "expand/details.h"

namespace helium::expand {
namespace {

// The name that PostgreSQL would give, so that it is the same everywhere.
std::string made_name(const std::string& table, const std::vector<std::string>& columns,
                      const std::string& ending, const Language& language) {
  std::vector<std::string> parts = {table};
  parts.insert(parts.end(), columns.begin(), columns.end());
  parts.push_back(language.dialect->traits.upper_case_names ? base::upper(ending) : ending);
  return base::joined(parts, "_");
}

std::string action(const Details& details, std::string_view key) {
  static const std::vector<std::string> actions = {"cascade", "no action", "restrict",
                                                   "set default", "set null"};
  std::string word = base::lower(details.text(key));
  if (word.empty()) {
    return "no action";
  }
  if (std::find(actions.begin(), actions.end(), word) == actions.end()) {
    details.refuse(key, "unknown action " + base::printable(word),
                   base::did_you_mean(word, actions));
  }
  return word;
}

// "account", "account(id)", "billing.account(id, part)"; names that hold a dot or a parenthesis are
// said one by one: { schema = "...", table = "..." }.
void take_reference(const Details& details, ForeignKey& key) {
  if (const auto said = details.table().fields.find("references");
      said != details.table().fields.end() && said->second.table() != nullptr) {
    const Details target(said->second, "references", details.language());
    target.only({"schema", "table"});
    key.schema = target.name("schema");
    key.table = name_of(target.needed("table"), details.language());
    return;
  }
  const std::string text = details.needed("references");
  const auto open = text.find('(');
  std::string table(base::trimmed(text.substr(0, open)));
  if (const auto dot = table.find('.'); dot != std::string::npos) {
    key.schema = name_of(table.substr(0, dot), details.language());
    table.erase(0, dot + 1);
  }
  key.table = name_of(table, details.language());
  if (open == std::string::npos) {
    return;
  }
  std::string column;
  for (const char c : text.substr(open + 1)) {
    if (c == ',' || c == ')') {
      key.referenced_columns.push_back(
          name_of(std::string(base::trimmed(column)), details.language()));
      column.clear();
    } else {
      column += c;
    }
  }
}

std::string default_of(const Details& details) {
  const auto found = details.table().fields.find("default");
  const bool* boolean = found->second.boolean();
  if (boolean == nullptr) {
    return details.text("default");
  }
  const bool words = details.language().dialect->types.at("boolean") == "boolean" &&
                     details.language().dialect->name == "postgresql";
  return *boolean ? (words ? "true" : "1") : (words ? "false" : "0");
}

// Only SQLite has keys that may be null, and only where that is said.
bool nullable_key(const Details& details) {
  return details.language().dialect->name == "sqlite" && details.flag("null");
}

void take_identity(const Details& details, Column& column) {
  const auto found = details.table().fields.find("identity");
  const auto* word = found->second.string();
  if (word == nullptr) {
    column.identity =
        details.flag("identity") ? Column::Identity::by_default : Column::Identity::none;
  } else if (*word == "always") {
    column.identity = Column::Identity::always;
  } else if (*word == "by default") {
    column.identity = Column::Identity::by_default;
  } else {
    details.refuse("identity", R"(identity must be true, "always" or "by default")",
                   base::did_you_mean(*word, {"always", "by default"}));
  }
  column.null = column.null && (column.identity == Column::Identity::none || nullable_key(details));
}

IndexPart part_of(const lua::Value& value, const Details& index) {
  IndexPart part;
  const Language& language = index.language();
  if (value.string() != nullptr) {
    part.text = name_of(language.expanded(*value.string()), language);
    return part;
  }
  const Details details(value, "a column of an index", language);
  details.only(
      {"collation", "column", "descending", "expression", "nulls", "operator_class", "prefix"});
  part.expression = details.has("expression");
  part.text =
      part.expression ? details.needed("expression") : name_of(details.needed("column"), language);
  part.descending = details.flag("descending");
  part.collation = details.text("collation");
  part.operator_class = details.text("operator_class");
  part.prefix = static_cast<std::uint32_t>(details.integer("prefix").value_or(0));
  const std::string nulls = details.text("nulls");
  if (!nulls.empty() && nulls != "first" && nulls != "last") {
    details.refuse("nulls", R"(nulls must be "first" or "last")");
  }
  if (!nulls.empty()) {
    part.nulls_first = nulls == "first";
  }
  return part;
}

}  // namespace

const std::vector<std::string>& column_keys() {
  static const std::vector<std::string> keys = {
      "check",        "collation", "comment",   "default",   "generated",   "identity",
      "name",         "null",      "on_delete", "on_update", "primary_key", "references",
      "renamed_from", "sequence",  "stored",    "type",      "unique"};
  return keys;
}

ColumnDetails column_of(const Details& details, const std::string& table) {
  ColumnDetails result;
  Column& column = result.column;
  const Language& language = details.language();
  column.name = name_of(details.needed("name"), language);
  const std::string type = details.needed("type");
  try {
    column.type = type_of(type, *language.dialect);
  } catch (const Error& error) {
    details.refuse("type", error.message());
  }
  result.primary_key = details.flag("primary_key");
  column.null = details.flag("null", !result.primary_key);
  if (details.has("default")) {
    column.default_value = default_of(details);
  }
  if (details.has("identity")) {
    take_identity(details, column);
  }
  result.null_in_key = nullable_key(details);
  if (details.has("sequence")) {
    const auto options = details.table().fields.find("sequence");
    column.sequence = sequence_of({options->second, "a sequence", language});
  }
  if (details.has("generated")) {
    column.expression = details.needed("generated");
    column.generated =
        details.flag("stored", true) ? Column::Generated::stored : Column::Generated::on_read;
  }
  column.collation = details.text("collation");
  column.comment = details.text("comment");
  column.renamed_from = details.name("renamed_from");
  if (details.has("references")) {
    result.references.emplace();
    result.references->columns = {column.name};
    take_reference(details, *result.references);
    result.references->on_delete = action(details, "on_delete");
    result.references->on_update = action(details, "on_update");
    result.references->name = made_name(table, {column.name}, "fkey", language);
  } else {
    column.on_update = details.text("on_update");
  }
  if (details.flag("unique")) {
    result.unique =
        Key{.name = made_name(table, {column.name}, "key", language), .columns = {column.name}};
  }
  if (details.has("check")) {
    result.check = Check{.name = made_name(table, {column.name}, "check", language),
                         .expression = details.needed("check")};
  }
  return result;
}

Key key_of(const Details& details, const std::string& table) {
  details.only({"columns", "deferrable", "initially_deferred", "name", "nulls_equal"});
  Key key;
  key.columns = details.names("columns");
  if (key.columns.empty()) {
    details.refuse("columns", "a key needs columns = { ... }");
  }
  key.name = details.has("name") ? details.name("name")
                                 : made_name(table, key.columns, "key", details.language());
  key.deferrable = details.flag("deferrable");
  key.initially_deferred = details.flag("initially_deferred");
  key.nulls_equal = details.flag("nulls_equal");
  return key;
}

ForeignKey foreign_key_of(const Details& details, const std::string& table) {
  details.only({"columns", "deferrable", "initially_deferred", "name", "on_delete", "on_update",
                "referenced_columns", "references", "validated"});
  ForeignKey key;
  key.columns = details.names("columns");
  if (key.columns.empty()) {
    details.refuse("columns", "a foreign key needs columns = { ... }");
  }
  take_reference(details, key);
  if (details.has("referenced_columns")) {
    key.referenced_columns = details.names("referenced_columns");
  }
  key.on_delete = action(details, "on_delete");
  key.on_update = action(details, "on_update");
  key.deferrable = details.flag("deferrable");
  key.initially_deferred = details.flag("initially_deferred");
  key.validated = details.flag("validated", true);
  key.name = details.has("name") ? details.name("name")
                                 : made_name(table, key.columns, "fkey", details.language());
  return key;
}

Check check_of(const Details& details, const std::string& table) {
  details.only({"expression", "name", "validated"});
  Check check;
  check.expression = details.needed("expression");
  check.validated = details.flag("validated", true);
  check.name = details.has("name") ? details.name("name")
                                   : made_name(table, {}, "check", details.language());
  return check;
}

TableIndex index_of(const Details& details, const std::string& table) {
  details.only({"columns", "comment", "include", "method", "name", "nulls_equal", "unique", "valid",
                "where"});
  TableIndex index;
  std::vector<std::string> names;
  const auto columns = details.table().fields.find("columns");
  const lua::Table* list =
      columns == details.table().fields.end() ? nullptr : columns->second.table();
  if (list == nullptr || list->list.empty()) {
    details.refuse("columns", "an index needs columns = { ... }");
  }
  for (const auto& one : list->list) {
    index.parts.push_back(part_of(one, details));
    names.push_back(index.parts.back().expression ? "expr" : index.parts.back().text);
  }
  index.name = details.name("name");
  if (index.name.empty()) {
    index.name = made_name(table, names, "idx", details.language());
  }
  index.unique = details.flag("unique");
  index.nulls_equal = details.flag("nulls_equal");
  index.where = details.text("where");
  index.include = details.names("include");
  index.method = details.text("method") == "btree" ? "" : details.text("method");
  index.comment = details.text("comment");
  index.valid = details.flag("valid", true);
  return index;
}

SequenceOptions sequence_of(const Details& details) {
  details.only({"cache", "cycle", "increment", "maximum", "minimum", "start", "type"});
  SequenceOptions options;
  if (details.has("type")) {
    options.type = details.text("type");
  }
  options.start = details.integer("start");
  options.increment = details.integer("increment");
  options.minimum = details.integer("minimum");
  options.maximum = details.integer("maximum");
  options.cache = details.integer("cache");
  options.cycle = details.flag("cycle");
  return options;
}

const std::vector<std::string>& table_keys() {
  static const std::vector<std::string> keys = {
      "checks",      "columns",      "comment",      "exclusions",      "foreign_keys",
      "indexes",     "options",      "partition_by", "partition_bound", "partition_of",
      "primary_key", "renamed_from", "unique"};
  return keys;
}

namespace {

// A list of names, or a whole key where its own name or more is said.
std::optional<Key> primary_key_of(const Details& details, const std::string& table) {
  const auto said = details.table().fields.find("primary_key");
  const lua::Table* whole = said == details.table().fields.end() ? nullptr : said->second.table();
  if (whole != nullptr && !whole->fields.empty()) {
    const Details inside(said->second, "the primary key of " + base::printable(table),
                         details.language());
    Key key = key_of(inside, table);
    if (!inside.has("name")) {
      key.name.clear();
    }
    return key;
  }
  const std::vector<std::string> names = details.names("primary_key");
  return names.empty() ? std::nullopt : std::optional(Key{.name = "", .columns = names});
}

}  // namespace

Table table_of(const Details& details, const std::string& name) {
  Table table;
  table.name = name;
  table.primary_key = primary_key_of(details, name);
  std::vector<std::string> may_be_null;
  for (const Details& one : details.tables("columns", "a column of " + base::printable(name))) {
    one.only(column_keys());
    ColumnDetails held = column_of(one, name);
    if (held.primary_key) {
      (table.primary_key ? *table.primary_key : table.primary_key.emplace())
          .columns.push_back(held.column.name);
    }
    if (held.null_in_key) {
      may_be_null.push_back(held.column.name);
    }
    if (held.unique) {
      table.uniques.push_back(*held.unique);
    }
    if (held.references) {
      table.foreign_keys.push_back(*held.references);
    }
    if (held.check) {
      table.checks.push_back(*held.check);
    }
    table.columns.push_back(std::move(held.column));
  }
  table.partition_of = details.name("partition_of");
  if (table.columns.empty() && table.partition_of.empty()) {
    details.refuse("columns", "a table needs columns = { { name = ..., type = ... }, ... }");
  }
  const auto among = [](const std::vector<std::string>& names, const std::string& one) {
    return std::find(names.begin(), names.end(), one) != names.end();
  };
  for (Column& column : table.columns) {
    const bool key = table.primary_key && among(table.primary_key->columns, column.name);
    column.null = column.null && (!key || among(may_be_null, column.name));
  }
  const std::string about = " of " + base::printable(name);
  for (const Details& one : details.tables("unique", "a unique key" + about)) {
    table.uniques.push_back(key_of(one, name));
  }
  for (const Details& one : details.tables("checks", "a check" + about)) {
    table.checks.push_back(check_of(one, name));
  }
  for (const Details& one : details.tables("exclusions", "an exclusion" + about)) {
    table.exclusions.push_back(check_of(one, name));
  }
  for (const Details& one : details.tables("foreign_keys", "a foreign key" + about)) {
    table.foreign_keys.push_back(foreign_key_of(one, name));
  }
  for (const Details& one : details.tables("indexes", "an index" + about)) {
    table.indexes.push_back(index_of(one, name));
  }
  const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
  std::stable_sort(table.uniques.begin(), table.uniques.end(), by_name);
  std::stable_sort(table.checks.begin(), table.checks.end(), by_name);
  std::stable_sort(table.foreign_keys.begin(), table.foreign_keys.end(), by_name);
  std::stable_sort(table.indexes.begin(), table.indexes.end(), by_name);
  table.options = details.names("options");
  table.partition_by = details.text("partition_by");
  table.partition_bound = details.text("partition_bound");
  table.comment = details.text("comment");
  table.renamed_from = details.name("renamed_from");
  return table;
}

}  // namespace helium::expand

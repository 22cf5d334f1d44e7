#include "generate/calls.h"

#include <vector>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::generate {
namespace {

// Members of a Lua table, in order; empty and usual ones are left out.
class Members {
 public:
  Members& text(const std::string& key, const std::string& value) {
    if (!value.empty()) {
      all_.push_back(key + " = " + lua_string(value));
    }
    return *this;
  }
  Members& flag(const std::string& key, bool value) {
    if (value) {
      all_.push_back(key + " = true");
    }
    return *this;
  }
  Members& is(const std::string& key, const std::string& value) {
    all_.push_back(key + " = " + value);
    return *this;
  }
  Members& names(const std::string& key, const std::vector<std::string>& values) {
    if (!values.empty()) {
      std::vector<std::string> quoted;
      for (const std::string& value : values) {
        quoted.push_back(lua_string(value));
      }
      all_.push_back(key + " = { " + base::joined(quoted, ", ") + " }");
    }
    return *this;
  }
  /// Tables, a line for each.
  Members& tables(const std::string& key, const std::vector<std::string>& values) {
    if (!values.empty()) {
      all_.push_back(key + " = {\n  " + base::replaced(base::joined(values, ",\n"), "\n", "\n  ") +
                     ",\n}");
    }
    return *this;
  }
  [[nodiscard]] std::string one_line() const { return "{ " + base::joined(all_, ", ") + " }"; }
  [[nodiscard]] std::string lines() const {
    return "{\n  " + base::replaced(base::joined(all_, ",\n"), "\n", "\n  ") + ",\n}";
  }
  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }

 private:
  std::vector<std::string> all_;
};

// What an operation cannot say of a column.
bool beyond(const Column& column) {
  return !column.on_update.empty() || !(column.sequence == SequenceOptions{});
}

Members members(const Column& column) {
  Members all;
  all.text("name", column.name).text("type", column.type);
  if (!column.null) {
    all.is("null", "false");
  }
  if (column.default_value) {
    all.text("default", *column.default_value);
  }
  if (column.identity != Column::Identity::none) {
    all.is("identity", column.identity == Column::Identity::always ? "\"always\"" : "true");
  }
  if (column.generated != Column::Generated::no) {
    all.text("generated", column.expression);
    if (column.generated == Column::Generated::on_read) {
      all.is("stored", "false");
    }
  }
  return all.text("collation", column.collation).text("comment", column.comment);
}

Members members(const Key& key) {
  return Members()
      .text("name", key.name)
      .names("columns", key.columns)
      .flag("deferrable", key.deferrable)
      .flag("initially_deferred", key.initially_deferred)
      .flag("nulls_equal", key.nulls_equal);
}

Members members(const ForeignKey& key) {
  return Members()
      .text("name", key.name)
      .names("columns", key.columns)
      .text("references", (key.schema.empty() ? "" : key.schema + ".") + key.table)
      .names("referenced_columns", key.referenced_columns)
      .text("on_delete", key.on_delete == "no action" ? "" : key.on_delete)
      .text("on_update", key.on_update == "no action" ? "" : key.on_update)
      .flag("deferrable", key.deferrable)
      .flag("initially_deferred", key.initially_deferred);
}

Members members(const Check& check) {
  return Members().text("name", check.name).text("expression", check.expression);
}

std::string part(const IndexPart& part) {
  if (!part.expression && !part.descending && !part.nulls_first && part.collation.empty() &&
      part.operator_class.empty() && part.prefix == 0) {
    return lua_string(part.text);
  }
  Members all;
  all.text(part.expression ? "expression" : "column", part.text)
      .flag("descending", part.descending)
      .text("nulls", part.nulls_first ? (*part.nulls_first ? "first" : "last") : "")
      .text("collation", part.collation)
      .text("operator_class", part.operator_class);
  if (part.prefix != 0) {
    all.is("prefix", std::to_string(part.prefix));
  }
  return all.one_line();
}

Members members(const TableIndex& index) {
  std::vector<std::string> parts;
  for (const IndexPart& one : index.parts) {
    parts.push_back(part(one));
  }
  return Members()
      .text("name", index.name)
      .is("columns", "{ " + base::joined(parts, ", ") + " }")
      .flag("unique", index.unique)
      .text("where", index.where)
      .names("include", index.include)
      .text("method", index.method)
      .flag("nulls_equal", index.nulls_equal)
      .text("comment", index.comment);
}

template <typename Object>
std::vector<std::string> tables_of(const std::vector<Object>& objects) {
  std::vector<std::string> all;
  for (const Object& one : objects) {
    all.push_back(members(one).one_line());
  }
  return all;
}

std::string call(const std::string& name, const std::vector<std::string>& arguments) {
  return "queries:" + name + "(" + base::joined(arguments, ", ") + ")";
}

std::string on(const std::string& name, const std::string& table, const Members& details) {
  return call(name, {lua_string(table), details.one_line()});
}

struct Calls {
  const std::string& backfill;

  std::string operator()(const Add<Table>& what) const {
    const Table& table = what.object;
    bool plain = table.options.empty() && table.partition_by.empty() &&
                 table.partition_of.empty() && table.exclusions.empty();
    for (const Column& column : table.columns) {
      plain = plain && !beyond(column);
    }
    Members all;
    all.tables("columns", tables_of(table.columns));
    if (table.primary_key) {
      // A name that the server would make up need not be said.
      all.names("primary_key", table.primary_key->columns);
    }
    all.tables("unique", tables_of(table.uniques))
        .tables("checks", tables_of(table.checks))
        .tables("foreign_keys", tables_of(table.foreign_keys))
        .tables("indexes", tables_of(table.indexes))
        .text("comment", table.comment);
    return plain ? call("create_table", {lua_string(table.name), all.lines()}) : "";
  }
  std::string operator()(const Drop<Table>& what) const {
    return call("drop_table", {lua_string(what.object.name)});
  }
  std::string operator()(const Rename<Table>& what) const {
    return call("rename_table", {lua_string(what.object.name), lua_string(what.name)});
  }
  std::string operator()(const Add<Column>& what) const {
    return beyond(what.object)
               ? ""
               : on("add_column", what.table, members(what.object).text("backfill", backfill));
  }
  std::string operator()(const Drop<Column>& what) const {
    return call("drop_column", {lua_string(what.table), lua_string(what.object.name)});
  }
  std::string operator()(const Rename<Column>& what) const {
    return call("rename_column",
                {lua_string(what.table), lua_string(what.object.name), lua_string(what.name)});
  }
  std::string operator()(const Alter<Column>& what) const {
    Column same = what.before;
    same.type = what.after.type;
    same.null = what.after.null;
    same.default_value = what.after.default_value;
    same.comment = what.after.comment;
    if (!(same == what.after)) {
      return "";
    }
    Members all;
    all.text("type", what.before.type == what.after.type ? "" : what.after.type);
    if (what.before.null != what.after.null) {
      all.is("null", what.after.null ? "true" : "false");
    }
    if (what.before.default_value != what.after.default_value) {
      all.text("default", what.after.default_value.value_or("null"));
    }
    if (what.before.comment != what.after.comment) {
      all.is("comment", lua_string(what.after.comment));
    }
    return call("alter_column",
                {lua_string(what.table), lua_string(what.after.name), all.one_line()});
  }
  std::string operator()(const Add<PrimaryKey>& what) const {
    return on("add_primary_key", what.table, members(static_cast<const Key&>(what.object)));
  }
  std::string operator()(const Add<Key>& what) const {
    return on("add_unique", what.table, members(what.object));
  }
  std::string operator()(const Add<ForeignKey>& what) const {
    return on("add_foreign_key", what.table, members(what.object));
  }
  std::string operator()(const Add<Check>& what) const {
    return on("add_check", what.table, members(what.object));
  }
  std::string operator()(const Drop<PrimaryKey>& what) const {
    return dropped(what.table, what.object.name);
  }
  std::string operator()(const Drop<Key>& what) const {
    return dropped(what.table, what.object.name);
  }
  std::string operator()(const Drop<ForeignKey>& what) const {
    return dropped(what.table, what.object.name);
  }
  std::string operator()(const Drop<Check>& what) const {
    return dropped(what.table, what.object.name);
  }
  std::string operator()(const Add<TableIndex>& what) const {
    return on("add_index", what.table, members(what.object));
  }
  std::string operator()(const Drop<TableIndex>& what) const {
    return call("drop_index", {lua_string(what.table), lua_string(what.object.name)});
  }
  std::string operator()(const Rename<TableIndex>& what) const {
    return call("rename_index",
                {lua_string(what.table), lua_string(what.object.name), lua_string(what.name)});
  }
  std::string operator()(const Add<View>& what) const {
    return what.object.materialized || !what.object.options.empty() || !what.object.comment.empty()
               ? ""
               : on("create_view", what.object.name,
                    Members().text("select", what.object.definition));
  }
  std::string operator()(const Drop<View>& what) const {
    return what.object.materialized ? "" : call("drop_view", {lua_string(what.object.name)});
  }
  /// Everything else is written as SQL.
  template <typename What>
  std::string operator()(const What&) const {
    return "";
  }

  static std::string dropped(const std::string& table, const std::string& name) {
    return name.empty() ? "" : call("drop_constraint", {lua_string(table), lua_string(name)});
  }
};

}  // namespace

std::string lua_string(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
    }
    result += c == '\n' ? std::string("\\n") : c == '\r' ? std::string("\\r") : std::string(1, c);
  }
  return result + "\"";
}

std::string backfill_call(const std::string& table, const std::string& column,
                          const std::string& value) {
  const std::string key =
      sql::is_plain_identifier(column) ? column : "[" + lua_string(column) + "]";
  return call("backfill",
              {lua_string(table), "{ set = { " + key + " = " + lua_string(value) + " } }"});
}

std::string call_of(const Change& change, const std::string& backfill) {
  return std::visit(Calls{backfill}, change.what);
}

}  // namespace helium::generate

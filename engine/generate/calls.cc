#include "generate/calls.h"

#include <vector>

#include "base/text.h"
#include "source/lua_text.h"
#include "sql/quote.h"

namespace helium::generate {
namespace {

using source::lua_string;
using source::Members;
using source::members;
using source::tables_of;

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
    const bool plain = table.options.empty() && table.partition_by.empty() &&
                       table.partition_of.empty() && table.exclusions.empty();
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
    return on("add_column", what.table, members(what.object).text("backfill", backfill));
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
    return what.object.materialized || !what.object.options.empty() ||
                   !what.object.comment.empty() || !what.object.column_comments.empty()
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

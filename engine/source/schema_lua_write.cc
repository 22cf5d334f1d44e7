// A schema becomes a Lua file.
#include <algorithm>

#include "base/text.h"
#include "expand/details.h"
#include "helium/error.h"
#include "source/known_types.h"
#include "source/lua_text.h"
#include "source/schema_lua.h"

namespace helium::source {
namespace {

// The word for a type that reads back as the same: a portable one, else the dialect's own.
class Types {
 public:
  explicit Types(const Dialect& dialect) : dialect_(dialect), known_(dialect) {}

  [[nodiscard]] std::string written(const std::string& type) const {
    std::vector<std::string> portable;
    for (const auto& [word, own] : dialect_.types) {
      if (own == type && word.find('(') == std::string::npos) {
        portable.push_back(word);
      }
    }
    // Of several the one that the dialect calls so itself, else the most usual.
    for (const std::string& usual : {type, std::string("text"), std::string("timestamp")}) {
      if (std::find(portable.begin(), portable.end(), usual) != portable.end()) {
        return usual;
      }
    }
    return !portable.empty()  ? portable.front()
           : reads_back(type) ? type
                              : dialect_.name + ":" + type;
  }

 private:
  [[nodiscard]] bool reads_back(const std::string& type) const {
    try {
      return !type.empty() && type.find(':') == std::string::npos &&
             expand::type_of(type, dialect_) == type && known_.mistaken(type).empty();
    } catch (const Error&) {
      return false;  // a size that the portable type does not have
    }
  }

  const Dialect& dialect_;
  KnownTypes known_;
};

// Where the reader would make up a name, an empty one is said.
template <typename Object>
std::vector<std::string> named(const std::vector<Object>& objects) {
  std::vector<std::string> all;
  for (const Object& one : objects) {
    Members said;
    if (one.name.empty()) {
      said.is("name", "\"\"");
    }
    all.push_back(said.and_also(members(one)).one_line());
  }
  return all;
}

class Writing {
 public:
  Writing(const Schema& schema, const Dialect& dialect) : schema_(schema), types_(dialect) {}

  std::string write() {
    Members all;
    all.text("dialect", schema_.dialect)
        .tables("extensions", each(schema_.extensions))
        .tables("enums", each(schema_.enums))
        .tables("domains", each(schema_.domains))
        .tables("sequences", each(schema_.sequences))
        .tables("tables", each(schema_.tables))
        .tables("views", each(schema_.views))
        .tables("routines", each(schema_.routines))
        .tables("triggers", each(schema_.triggers))
        .tables("grants", each(schema_.grants))
        .tables("unknown", each(schema_.unknown));
    return "-- A schema as helium inspect --format lua tells it; docs/schemas.md says how it is\n"
           "-- written by hand.\n\nreturn " +
           all.lines() + "\n";
  }

 private:
  template <typename Object>
  std::vector<std::string> each(const std::vector<Object>& objects) {
    std::vector<std::string> all;
    all.reserve(objects.size());
    for (const Object& one : objects) {
      all.push_back(said(one));
    }
    return all;
  }

  std::string said(const Table& table) {
    std::vector<std::string> columns;
    for (Column column : table.columns) {
      const bool key =
          table.primary_key &&
          std::find(table.primary_key->columns.begin(), table.primary_key->columns.end(),
                    column.name) != table.primary_key->columns.end();
      const bool must_say_null = column.null && (key || column.identity != Column::Identity::none);
      column.type = types_.written(column.type);
      Members all = members(column);
      if (must_say_null) {
        all.is("null", "true");
      }
      columns.push_back(all.one_line());
    }
    Members all;
    all.text("name", table.name).tables("columns", columns);
    if (table.primary_key) {
      const Key& key = *table.primary_key;
      const bool plain = key == Key{.name = "", .columns = key.columns};
      plain ? all.names("primary_key", key.columns)
            : all.is("primary_key", members(key).one_line());
    }
    return all.tables("unique", named(table.uniques))
        .tables("checks", named(table.checks))
        .tables("exclusions", named(table.exclusions))
        .tables("foreign_keys", named(table.foreign_keys))
        .tables("indexes", named(table.indexes))
        .names("options", table.options)
        .text("partition_by", table.partition_by)
        .text("partition_of", table.partition_of)
        .text("partition_bound", table.partition_bound)
        .text("comment", table.comment)
        .lines();
  }

  std::string said(const View& view) {
    std::vector<std::string> columns;
    for (const auto& [name, comment] : view.column_comments) {
      columns.push_back(Members().text("name", name).text("comment", comment).one_line());
    }
    return Members()
        .text("name", view.name)
        .text("select", view.definition)
        .flag("materialized", view.materialized)
        .tables("indexes", named(view.indexes))
        .names("options", view.options)
        .text("comment", view.comment)
        .tables("columns", columns)
        .lines();
  }

  std::string said(const Domain& domain) {
    Members all;
    all.text("name", domain.name).text("type", types_.written(domain.type));
    if (!domain.null) {
      all.is("null", "false");
    }
    if (domain.default_value) {
      all.is("default", lua_string(*domain.default_value));
    }
    return all.tables("checks", named(domain.checks)).text("comment", domain.comment).lines();
  }

  static std::string said(const Trigger& one) {
    return Members()
        .text("name", one.name)
        .text("table", one.table)
        .text("definition", one.definition)
        .text("firing", one.firing)
        .text("comment", one.comment)
        .lines();
  }
  static std::string said(const Routine& one) {
    return Members()
        .text("kind", one.kind)
        .text("name", one.name)
        .text("arguments", one.arguments)
        .text("definition", one.definition)
        .text("comment", one.comment)
        .lines();
  }
  static std::string said(const Sequence& one) {
    Members all;
    all.text("name", one.name).text("owned_by", one.owned_by);
    if (!(one.options == SequenceOptions{})) {
      all.is("options", members(one.options).one_line());
    }
    return all.one_line();
  }
  static std::string said(const Enum& one) {
    return Members()
        .text("name", one.name)
        .names("values", one.values)
        .text("comment", one.comment)
        .one_line();
  }
  static std::string said(const Extension& one) {
    return Members().text("name", one.name).text("version", one.version).one_line();
  }
  static std::string said(const Grant& one) {
    return Members()
        .text("kind", one.kind)
        .text("object", one.object)
        .text("column", one.column)
        .text("to", one.grantee)
        .text("privilege", one.privilege)
        .flag("grantable", one.grantable)
        .flag("revoked", one.revoked)
        .one_line();
  }
  static std::string said(const Unknown& one) {
    return Members().text("kind", one.kind).text("name", one.name).one_line();
  }

  const Schema& schema_;
  Types types_;
};

}  // namespace

std::string lua_of(const Schema& schema, const Dialect& dialect) {
  return Writing(schema, dialect).write();
}

}  // namespace helium::source

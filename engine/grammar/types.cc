#include "grammar/types.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::grammar {
namespace {

// The grammar's own names, and the words of dialects/postgresql.
constexpr std::pair<std::string_view, std::string_view> spelt[] = {
    {"int2", "smallint"},
    {"int4", "integer"},
    {"int8", "bigint"},
    {"float4", "real"},
    {"float8", "double precision"},
    {"bool", "boolean"},
    {"bpchar", "char"},
    {"numeric", "decimal"},
    {"serial4", "serial"},
    {"serial8", "bigserial"},
    {"serial2", "smallserial"},
};

// What else every server has and what people put into tables.
constexpr std::string_view others[] = {"serial",
                                       "bigserial",
                                       "smallserial",
                                       "varchar",
                                       "text",
                                       "bytea",
                                       "date",
                                       "time",
                                       "timetz",
                                       "timestamp",
                                       "timestamptz",
                                       "interval",
                                       "json",
                                       "jsonb",
                                       "jsonpath",
                                       "uuid",
                                       "xml",
                                       "inet",
                                       "cidr",
                                       "macaddr",
                                       "macaddr8",
                                       "money",
                                       "bit",
                                       "varbit",
                                       "point",
                                       "line",
                                       "lseg",
                                       "box",
                                       "path",
                                       "polygon",
                                       "circle",
                                       "tsvector",
                                       "tsquery",
                                       "int4range",
                                       "int8range",
                                       "numrange",
                                       "tsrange",
                                       "tstzrange",
                                       "daterange",
                                       "int4multirange",
                                       "int8multirange",
                                       "nummultirange",
                                       "tsmultirange",
                                       "tstzmultirange",
                                       "datemultirange",
                                       "oid",
                                       "name",
                                       "regclass",
                                       "regtype",
                                       "regproc",
                                       "regprocedure",
                                       "regrole",
                                       "regnamespace",
                                       "char",
                                       "pg_lsn",
                                       "pg_snapshot",
                                       "txid_snapshot",
                                       "xid",
                                       "xid8",
                                       "cid",
                                       "tid",
                                       "refcursor",
                                       "void",
                                       "trigger",
                                       "record",
                                       "anyelement",
                                       "anyarray",
                                       "cstring",
                                       "event_trigger",
                                       "integer",
                                       "bigint",
                                       "smallint",
                                       "boolean",
                                       "decimal",
                                       "real",
                                       "float"};

std::string_view shorter(std::string_view name) {
  const auto* found = std::find_if(std::begin(spelt), std::end(spelt),
                                   [&](const auto& pair) { return pair.first == name; });
  return found == std::end(spelt) ? name : found->second;
}

std::string quoted_unless_plain(const std::string& name) {
  const bool plain = sql::is_plain_identifier(name) && base::lower(name) == name;
  return plain ? name : "\"" + base::replaced(name, "\"", "\"\"") + "\"";
}

// The fields of an interval stand in its first modifier as bits.
std::string interval_of(const PgQuery__TypeName& type) {
  PgQuery__AConst null = PG_QUERY__A__CONST__INIT;
  null.isnull = 1;
  Node null_node = PG_QUERY__NODE__INIT;
  null_node.node_case = PG_QUERY__NODE__NODE_A_CONST;
  null_node.a_const = &null;
  PgQuery__TypeName copy = type;
  PgQuery__TypeCast cast = PG_QUERY__TYPE_CAST__INIT;
  cast.arg = &null_node;
  cast.type_name = &copy;
  Node node = PG_QUERY__NODE__INIT;
  node.node_case = PG_QUERY__NODE__NODE_TYPE_CAST;
  node.type_cast = &cast;
  const std::string text = text_of(&node);
  const auto at = text.find("::");
  return at == std::string::npos ? "interval" : text.substr(at + 2);
}

std::string sizes_of(const PgQuery__TypeName& type, std::string_view name) {
  std::vector<std::string> sizes;
  for (Node* one : list(type.typmods, type.n_typmods)) {
    const auto value = number(one);
    sizes.push_back(value ? std::to_string(*value) : text_of(one));
  }
  if (sizes.empty() && (name == "char" || name == "bit")) {
    sizes.emplace_back("1");
  }
  if (name == "decimal" && sizes.size() == 1) {
    sizes.emplace_back("0");
  }
  return sizes.empty() ? "" : "(" + base::joined(sizes, ",") + ")";
}

}  // namespace

std::string type_name(const PgQuery__TypeName& type) {
  return type.n_names == 0 ? "" : word(type.names[type.n_names - 1]);
}

bool is_known_type(const std::string& name) {
  return shorter(name) != name ||
         std::find(std::begin(others), std::end(others), name) != std::end(others);
}

std::string near_type(const std::string& wrong, const std::set<std::string>& own) {
  std::vector<std::string> names(own.begin(), own.end());
  names.insert(names.end(), std::begin(others), std::end(others));
  return base::nearest(wrong, names);
}

std::string type_of(const PgQuery__TypeName& type) {
  const std::string name = type_name(type);
  const bool own = type.n_names > 1 && word(type.names[0]) == "pg_catalog";
  std::string text;
  if (name == "char" && !own) {
    text = "\"char\"";
  } else if (name == "interval") {
    text = interval_of(type);
  } else if (is_known_type(name)) {
    text = std::string(shorter(name));
    text += sizes_of(type, text);
  } else {
    const bool foreign = type.n_names > 1 && !own && word(type.names[0]) != "public";
    text = (foreign ? quoted_unless_plain(word(type.names[0])) + "." : "") +
           quoted_unless_plain(name) + sizes_of(type, name);
  }
  return text + (type.n_array_bounds > 0 ? "[]" : "");
}

bool is_meant(const Routine& routine, const PgQuery__ObjectWithArgs& object) {
  std::vector<std::string> taken;
  for (Node* type : list(object.objargs, object.n_objargs)) {
    taken.push_back(type_of(*type->type_name));
  }
  std::vector<std::string> own;
  for (std::size_t from = 0; from < routine.arguments.size();) {
    const std::size_t end = std::min(routine.arguments.find(", ", from), routine.arguments.size());
    if (routine.arguments.compare(from, 4, "OUT ") != 0) {
      own.push_back(routine.arguments.substr(from, end - from));
    }
    from = end + 2;
  }
  return routine.name == word(object.objname[object.n_objname - 1]) &&
         (object.args_unspecified != 0 ||
          std::equal(own.begin(), own.end(), taken.begin(), taken.end(),
                     [](const std::string& argument, const std::string& type) {
                       return argument == type || (" " + argument).ends_with(" " + type);
                     }));
}

}  // namespace helium::grammar

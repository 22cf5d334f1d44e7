#include "grammar/builder.h"

#include <algorithm>

#include "base/text.h"
#include "ddl/partitions.h"
#include "grammar/names.h"
#include "grammar/types.h"
#include "helium/error.h"

namespace helium::grammar {
namespace {

template <typename Object>
bool has(const std::vector<Object>& list, const std::string& name) {
  return std::any_of(list.begin(), list.end(), [&](const Object& one) { return one.name == name; });
}

template <typename Object>
const Object* find(const std::vector<Object>& list, const std::string& name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Object& one) { return one.name == name; });
  return found == list.end() ? nullptr : &*found;
}

std::string action_of(const char* letter) {
  switch (letter[0]) {
    case 'r':
      return "restrict";
    case 'c':
      return "cascade";
    case 'n':
      return "set null";
    case 'd':
      return "set default";
    default:
      return "no action";
  }
}

}  // namespace

void Builder::fail(std::int64_t offset, const std::string& message, const std::string& hint) const {
  const Span where = tree_.at(offset);
  throw Error(Fault::design, message)
      .at(where)
      .showing(base::line_of(tree_.text(), where.line))
      .hinting(hint);
}

void Builder::leave(std::int64_t offset, const std::string& what) {
  unfolded_.push_back({tree_.at(offset), what});
}

bool Builder::is_relation(const std::string& name) const {
  const auto in = [&](const Table& table) {
    return table.name == name || has(table.indexes, name) || has(table.uniques, name) ||
           (table.primary_key && table.primary_key->name == name);
  };
  return std::any_of(schema_.tables.begin(), schema_.tables.end(), in) ||
         has(schema_.sequences, name) || has(schema_.views, name) ||
         (making_ != nullptr && in(*making_));
}

bool Builder::is_constraint(const std::string& name) const {
  const auto in = [&](const Table& table) {
    return has(table.foreign_keys, name) || has(table.checks, name) || has(table.uniques, name) ||
           has(table.exclusions, name) || (table.primary_key && table.primary_key->name == name);
  };
  return std::any_of(schema_.tables.begin(), schema_.tables.end(), in) ||
         (making_ != nullptr && in(*making_));
}

std::string Builder::type(const PgQuery__TypeName& type) {
  const std::string name = type_name(type);
  std::set<std::string> own;
  for (const Enum& one : schema_.enums) {
    own.insert(one.name);
  }
  for (const Domain& one : schema_.domains) {
    own.insert(one.name);
  }
  // What an extension brings nobody knows here.
  const bool known = is_known_type(name) || own.count(name) != 0 || !schema_.extensions.empty() ||
                     std::any_of(schema_.unknown.begin(), schema_.unknown.end(),
                                 [&](const Unknown& one) { return one.name == name; });
  if (!known) {
    const std::string near = near_type(name, own);
    fail(type.location, "unknown type " + base::printable(name),
         near.empty() ? "make the type, or its extension, before the table"
                      : "did you mean " + near + "?");
  }
  return type_of(type);
}

void Builder::check_columns(const Table& table, const std::vector<std::string>& names,
                            std::int64_t offset) const {
  for (const std::string& name : names) {
    if (!has(table.columns, name)) {
      std::vector<std::string> all;
      for (const Column& column : table.columns) {
        all.push_back(column.name);
      }
      fail(offset, "there is no column " + base::printable(name) + " in " + table.name,
           base::did_you_mean(name, all));
    }
  }
}

Table Builder::table(Node* statement, const PgQuery__CreateStmt& create) {
  Table table;
  table.name = create.relation->relname;
  table.span = tree_.at(create.relation->location);
  table.renamed_from = renamed_.about(table.span);
  making_ = &table;
  if (create.relation->relpersistence[0] == 'u') {
    table.options.emplace_back("unlogged");
  }
  for (std::string& one : options(list(create.options, create.n_options))) {
    table.options.push_back(std::move(one));
  }
  if (create.partbound != nullptr) {
    const std::string text = statement_of(statement);
    const PgQuery__RangeVar& parent = *create.inh_relations[0]->range_var;
    const Table* of = find(schema_.tables, parent.relname);
    if (of == nullptr) {
      fail(parent.location, "there is no table " + base::printable(parent.relname));
    }
    table.partition_of = of->name;
    const auto values = text.find(" FOR VALUES ");
    table.partition_bound = values == std::string::npos ? "DEFAULT" : text.substr(values + 1);
    for (const Column& column : of->columns) {
      table.columns.push_back(ddl::inherited(*of, column));
    }
    table.checks = of->checks;
  }
  if (create.partspec != nullptr) {
    const std::string text = statement_of(statement);
    static constexpr std::string_view words = " PARTITION BY ";
    table.partition_by = text.substr(text.find(words) + words.size());
  }
  for (Node* element : list(create.table_elts, create.n_table_elts)) {
    if (element->node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) {
      add_column(table, *element->column_def);
    } else if (element->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) {
      like(table, *element->table_like_clause);
    }
  }
  for (Node* element : list(create.table_elts, create.n_table_elts)) {
    if (element->node_case == PG_QUERY__NODE__NODE_CONSTRAINT) {
      PgQuery__Constraint one = *element->constraint;
      one.skip_validation = 0;  // NOT VALID says nothing here: there are no rows yet
      add_constraint(table, one, {});
    }
  }
  making_ = nullptr;
  return table;
}

// LIKE takes names, types and NOT NULL; everything else only where it says so.
void Builder::like(Table& table, const PgQuery__TableLikeClause& clause) {
  const Table* other = find(schema_.tables, clause.relation->relname);
  if (other == nullptr) {
    fail(clause.relation->location,
         "there is no table " + base::printable(clause.relation->relname));
  }
  constexpr std::uint32_t defaults = 1U << 3;
  if ((clause.options & ~defaults) != 0) {
    leave(clause.relation->location, "LIKE ... INCLUDING");
  }
  for (Column column : other->columns) {
    if ((clause.options & defaults) == 0) {
      column.default_value.reset();
    }
    table.columns.push_back(std::move(column));
  }
}

void Builder::add_column(Table& table, const PgQuery__ColumnDef& definition) {
  const Table* const outer = making_;
  making_ = &table;
  Column column;
  column.name = definition.colname;
  column.span = tree_.at(definition.location);
  if (has(table.columns, column.name)) {
    fail(definition.location, "the column " + base::printable(column.name) + " is there twice");
  }
  column.renamed_from = renamed_.about(column.span);
  column.type = type(*definition.type_name);
  column.null = column.type.find("serial") == std::string::npos;
  if (definition.coll_clause != nullptr) {
    column.collation =
        words(list(definition.coll_clause->collname, definition.coll_clause->n_collname)).back();
  }
  const auto constraints = list(definition.constraints, definition.n_constraints);
  for (Node* node : constraints) {
    const PgQuery__Constraint& one = *node->constraint;
    if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL) {
      column.null = false;
    } else if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT) {
      column.default_value = text_of(one.raw_expr);
    } else if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED) {
      column.generated = Column::Generated::stored;
      column.expression = text_of(one.raw_expr);
    } else if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY) {
      column.identity =
          one.generated_when[0] == 'a' ? Column::Identity::always : Column::Identity::by_default;
      column.sequence = sequence(list(one.options, one.n_options));
      column.sequence.type.reset();
      column.null = false;
    }
  }
  table.columns.push_back(std::move(column));
  // DEFERRABLE is a node of its own behind the constraint that it belongs to.
  for (std::size_t i = 0; i < constraints.size(); ++i) {
    PgQuery__Constraint one = *constraints[i]->constraint;
    for (std::size_t next = i + 1; next < constraints.size(); ++next) {
      const auto kind = constraints[next]->constraint->contype;
      if (kind == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE) {
        one.deferrable = 1;
      } else if (kind == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRED) {
        one.deferrable = 1;
        one.initdeferred = 1;
      } else if (kind != PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_IMMEDIATE &&
                 kind != PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_NOT_DEFERRABLE) {
        break;
      }
    }
    add_constraint(table, one, definition.colname);
  }
  making_ = outer;
}

void Builder::add_constraint(Table& table, const PgQuery__Constraint& one,
                             const std::string& column) {
  const Table* const outer = making_;
  making_ = &table;
  const std::string given = one.conname;
  const auto named = [&](const std::string& on, const char* label) {
    return given.empty() ? made_name(table.name, on, label,
                                     [&](const std::string& name) { return is_constraint(name); })
                         : given;
  };
  switch (one.contype) {
    case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
    case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
      key(table, one, column);
      break;
    case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN:
      foreign_key(table, one, column);
      break;
    case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK: {
      const auto columns = columns_in(one.raw_expr);
      const std::string on = columns.size() == 1 ? *columns.begin() : "";
      check_columns(table, {columns.begin(), columns.end()}, one.location);
      table.checks.push_back({named(on, "check"), text_of(one.raw_expr), one.skip_validation == 0});
      if (one.is_no_inherit != 0) {
        leave(one.location, "NO INHERIT");
      }
      break;
    }
    case PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION:
      leave(one.location, "EXCLUDE");
      break;
    default:
      break;
  }
  making_ = outer;
}

void Builder::key(Table& table, const PgQuery__Constraint& one, const std::string& column) {
  const bool primary = one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY;
  Key key;
  key.columns = words(list(one.keys, one.n_keys));
  if (key.columns.empty()) {
    key.columns = {column};
  }
  check_columns(table, key.columns, one.location);
  if (one.n_including != 0 || one.n_options != 0) {
    leave(one.location, "INCLUDE or WITH of a key");
  }
  key.deferrable = one.deferrable != 0;
  key.initially_deferred = one.initdeferred != 0;
  key.nulls_equal = one.nulls_not_distinct != 0;
  key.name = one.conname;
  const auto taken = [&](const std::string& name) {
    return is_relation(name) || is_constraint(name);
  };
  if (key.name.empty()) {
    key.name = primary ? made_name(table.name, {}, "pkey", taken)
                       : made_name(table.name, base::joined(key.columns, "_"), "key", taken);
  }
  if (!primary) {
    table.uniques.push_back(std::move(key));
    return;
  }
  if (table.primary_key) {
    fail(one.location, table.name + " has a primary key already");
  }
  for (Column& each : table.columns) {
    if (std::find(key.columns.begin(), key.columns.end(), each.name) != key.columns.end()) {
      each.null = false;
    }
  }
  table.primary_key = std::move(key);
}

void Builder::foreign_key(Table& table, const PgQuery__Constraint& one, const std::string& column) {
  ForeignKey key;
  key.columns = words(list(one.fk_attrs, one.n_fk_attrs));
  if (key.columns.empty()) {
    key.columns = {column};
  }
  check_columns(table, key.columns, one.location);
  const std::string schema = one.pktable->schemaname;
  key.schema = schema == "public" ? "" : schema;
  key.table = one.pktable->relname;
  key.referenced_columns = words(list(one.pk_attrs, one.n_pk_attrs));
  if (key.schema.empty()) {
    const Table* other = key.table == table.name ? &table : find(schema_.tables, key.table);
    if (other == nullptr) {
      std::vector<std::string> names;
      for (const Table& each : schema_.tables) {
        names.push_back(each.name);
      }
      fail(one.pktable->location, "there is no table " + base::printable(key.table),
           base::did_you_mean(key.table, names));
    }
    check_columns(*other, key.referenced_columns, one.pktable->location);
    if (key.referenced_columns.empty() && other->primary_key) {
      key.referenced_columns = other->primary_key->columns;
    }
  }
  if (one.fk_matchtype[0] == 'f' || one.n_fk_del_set_cols != 0) {
    leave(one.location, "MATCH FULL or SET NULL of some columns");
  }
  key.on_delete = action_of(one.fk_del_action);
  key.on_update = action_of(one.fk_upd_action);
  key.deferrable = one.deferrable != 0;
  key.initially_deferred = one.initdeferred != 0;
  key.validated = one.skip_validation == 0;
  key.name = one.conname;
  if (key.name.empty()) {
    key.name = made_name(table.name, base::joined(key.columns, "_"), "fkey",
                         [&](const std::string& name) { return is_constraint(name); });
  }
  table.foreign_keys.push_back(std::move(key));
}

}  // namespace helium::grammar

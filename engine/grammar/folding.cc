#include "grammar/folding.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "grammar/types.h"

namespace helium::grammar {
namespace {

template <typename Object>
void put(std::vector<Object>& list, Object object) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Object& one) { return one.name == object.name; });
  if (found != list.end()) {
    *found = std::move(object);
  } else {
    list.push_back(std::move(object));
  }
}

}  // namespace

void Folding::run() {
  for (const PgQuery__RawStmt* one : tree_.statements()) {
    at_ = tree_.start_of(*one);
    statement(one->stmt);
  }
}

bool Folding::elsewhere(const PgQuery__RangeVar& relation) {
  const std::string schema = relation.schemaname;
  return !schema.empty() && schema != "public";
}

// The words that the statement begins with, for people: "CREATE RULE".
void Folding::leave() {
  std::string words;
  const std::string& text = tree_.text();
  int left = 2;
  for (auto i = static_cast<std::size_t>(at_); i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (std::isalpha(c) == 0 && c != '_') {
      if (--left == 0 || c != ' ') {
        break;
      }
      words += ' ';
    } else {
      words += static_cast<char>(std::toupper(c));
    }
  }
  unfolded_.push_back({tree_.at(at_), std::string(base::trimmed(words))});
}

Table& Folding::table(const PgQuery__RangeVar& relation) {
  const std::string name = relation.relname;
  const auto found = std::find_if(schema_.tables.begin(), schema_.tables.end(),
                                  [&](const Table& one) { return one.name == name; });
  if (found == schema_.tables.end() || elsewhere(relation)) {
    std::vector<std::string> names;
    for (const Table& one : schema_.tables) {
      names.push_back(one.name);
    }
    builder_.fail(relation.location, "there is no table " + base::printable(name),
                  base::did_you_mean(name, names));
  }
  return *found;
}

Column& Folding::column(Table& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const Column& one) { return one.name == name; });
  if (found == table.columns.end()) {
    std::vector<std::string> names;
    for (const Column& one : table.columns) {
      names.push_back(one.name);
    }
    builder_.fail(at_, "there is no column " + base::printable(name) + " in " + table.name,
                  base::did_you_mean(name, names));
  }
  return *found;
}

// Data, settings, transactions, owners: no schema looks otherwise behind them.
bool Folding::changes_nothing(const Node* node) const {
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_INSERT_STMT:
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
    case PG_QUERY__NODE__NODE_DELETE_STMT:
    case PG_QUERY__NODE__NODE_MERGE_STMT:
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
    case PG_QUERY__NODE__NODE_COPY_STMT:
    case PG_QUERY__NODE__NODE_SELECT_STMT:
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
    case PG_QUERY__NODE__NODE_LOCK_STMT:
    case PG_QUERY__NODE__NODE_VACUUM_STMT:
    case PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT:
    case PG_QUERY__NODE__NODE_ALTER_OWNER_STMT:
      return true;
    case PG_QUERY__NODE__NODE_TRANSACTION_STMT: {
      const auto kind = node->transaction_stmt->kind;
      return kind != PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK &&
             kind != PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK_TO;
    }
    default:
      return false;
  }
}

void Folding::statement(Node* node) {
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_CREATE_STMT:
      return create_table(node);
    case PG_QUERY__NODE__NODE_INDEX_STMT:
      return create_index(*node->index_stmt);
    case PG_QUERY__NODE__NODE_VIEW_STMT:
      return create_view(node);
    case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
      return node->create_table_as_stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW
                 ? create_materialized(*node->create_table_as_stmt)
                 : leave();
    case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT:
      return create_routine(node);
    case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
      return create_trigger(node);
    case PG_QUERY__NODE__NODE_CREATE_SEQ_STMT: {
      const auto& create = *node->create_seq_stmt;
      return sequence(*create.sequence, list(create.options, create.n_options), true);
    }
    case PG_QUERY__NODE__NODE_ALTER_SEQ_STMT: {
      const auto& alter = *node->alter_seq_stmt;
      return sequence(*alter.sequence, list(alter.options, alter.n_options), false);
    }
    case PG_QUERY__NODE__NODE_CREATE_ENUM_STMT: {
      const auto& create = *node->create_enum_stmt;
      return put(schema_.enums, Enum{word(create.type_name[create.n_type_name - 1]),
                                     words(list(create.vals, create.n_vals)),
                                     {}});
    }
    case PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT:
      return put(schema_.domains, builder_.domain(*node->create_domain_stmt));
    case PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT:
      return put(schema_.extensions, Extension{node->create_extension_stmt->extname, {}});
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return alter_table(node);
    case PG_QUERY__NODE__NODE_ALTER_ENUM_STMT:
      return alter_enum(*node->alter_enum_stmt);
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return drop(*node->drop_stmt);
    case PG_QUERY__NODE__NODE_RENAME_STMT:
      return rename(node);
    case PG_QUERY__NODE__NODE_COMMENT_STMT:
      return comment(*node->comment_stmt);
    case PG_QUERY__NODE__NODE_GRANT_STMT:
      return grant(node);
    default:
      if (!changes_nothing(node)) {
        leave();
      }
  }
}

void Folding::create_table(Node* node) {
  const PgQuery__CreateStmt& create = *node->create_stmt;
  if (elsewhere(*create.relation) || create.of_typename != nullptr ||
      (create.n_inh_relations > 0 && create.partbound == nullptr)) {
    return leave();
  }
  if (create.relation->relpersistence[0] == 't') {
    return;
  }
  const std::string name = create.relation->relname;
  const auto found = std::find_if(schema_.tables.begin(), schema_.tables.end(),
                                  [&](const Table& one) { return one.name == name; });
  // Statements that are run again may find the table there; a text that says twice what a table is
  // would leave one of them out in silence.
  const bool written = !tree_.at(create.relation->location).file.empty();
  if (found == schema_.tables.end()) {
    schema_.tables.push_back(builder_.table(node, create));
    write_out_serials(schema_.tables.back());
  } else if (create.if_not_exists == 0 || written) {
    builder_.fail(create.relation->location,
                  "the table " + base::printable(name) + " is made twice; it stands in " +
                      found->span.file + ":" + std::to_string(found->span.line) + " too");
  }
}

void Folding::create_index(const PgQuery__IndexStmt& create) {
  for (View& view : schema_.views) {
    if (view.name == create.relation->relname) {
      put(view.indexes, builder_.index(create));
      return;
    }
  }
  Table& on = table(*create.relation);
  TableIndex index = builder_.index(create);
  const bool there = std::any_of(on.indexes.begin(), on.indexes.end(),
                                 [&](const TableIndex& one) { return one.name == index.name; });
  if (!there) {
    on.indexes.push_back(std::move(index));
  } else if (create.if_not_exists == 0) {
    builder_.fail(create.relation->location, "the index " + index.name + " is made twice");
  }
}

void Folding::create_view(Node* node) {
  const PgQuery__ViewStmt& create = *node->view_stmt;
  if (elsewhere(*create.view) || create.n_aliases > 0) {
    return leave();
  }
  View view;
  view.name = create.view->relname;
  view.definition = statement_of(create.query);
  view.options = Builder::options(list(create.options, create.n_options));
  if (create.with_check_option == PG_QUERY__VIEW_CHECK_OPTION__LOCAL_CHECK_OPTION) {
    view.options.emplace_back("check_option=local");
  } else if (create.with_check_option == PG_QUERY__VIEW_CHECK_OPTION__CASCADED_CHECK_OPTION) {
    view.options.emplace_back("check_option=cascaded");
  }
  std::sort(view.options.begin(), view.options.end());
  put(schema_.views, std::move(view));
}

void Folding::create_materialized(const PgQuery__CreateTableAsStmt& create) {
  View view;
  view.name = create.into->rel->relname;
  view.definition = statement_of(create.query);
  view.materialized = true;
  view.options = Builder::options(list(create.into->options, create.into->n_options));
  put(schema_.views, std::move(view));
}

void Folding::create_routine(Node* node) {
  const PgQuery__CreateFunctionStmt& create = *node->create_function_stmt;
  if (create.sql_body != nullptr) {  // BEGIN ATOMIC, which the library reads but does not write
    return leave();
  }
  Routine routine;
  routine.kind = create.is_procedure != 0 ? "procedure" : "function";
  routine.name = word(create.funcname[create.n_funcname - 1]);
  std::vector<std::string> arguments;
  for (Node* one : list(create.parameters, create.n_parameters)) {
    const PgQuery__FunctionParameter& parameter = *one->function_parameter;
    if (parameter.mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE) {
      continue;
    }
    const std::string mode =
        parameter.mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT        ? "OUT "
        : parameter.mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_INOUT    ? "INOUT "
        : parameter.mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC ? "VARIADIC "
        : create.is_procedure != 0                                                 ? "IN "
                                                                                   : "";
    const std::string name = parameter.name;
    arguments.push_back(mode + name + (name.empty() ? "" : " ") + type_of(*parameter.arg_type));
  }
  routine.arguments = base::joined(arguments, ", ");
  routine.definition = statement_of(node);
  std::erase_if(schema_.routines, [&](const Routine& one) {
    return one.name == routine.name && one.arguments == routine.arguments;
  });
  schema_.routines.push_back(std::move(routine));
}

void Folding::create_trigger(Node* node) {
  const PgQuery__CreateTrigStmt& create = *node->create_trig_stmt;
  Trigger trigger{create.trigname, create.relation->relname, statement_of(node)};
  std::erase_if(schema_.triggers, [&](const Trigger& one) {
    return one.name == trigger.name && one.table == trigger.table;
  });
  schema_.triggers.push_back(std::move(trigger));
}

}  // namespace helium::grammar

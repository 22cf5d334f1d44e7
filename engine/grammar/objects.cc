// Indexes, sequences, domains and options.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ddl/sequence.h"
#include "grammar/builder.h"
#include "grammar/names.h"
#include "grammar/types.h"

namespace helium::grammar {
namespace {

// What the server calls a part of an index that has no name of its own.
std::string part_name(const PgQuery__IndexElem& element) {
  if (element.expr == nullptr) {
    return element.name;
  }
  if (element.expr->node_case == PG_QUERY__NODE__NODE_FUNC_CALL) {
    const PgQuery__FuncCall& call = *element.expr->func_call;
    return word(call.funcname[call.n_funcname - 1]);
  }
  return "expr";
}

std::string setting(const PgQuery__DefElem& option) {
  if (option.arg == nullptr) {
    return "true";
  }
  if (const auto value = number(option.arg)) {
    return std::to_string(*value);
  }
  if (option.arg->node_case == PG_QUERY__NODE__NODE_FLOAT) {
    return option.arg->float_->fval;
  }
  if (option.arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) {
    return type_name(*option.arg->type_name);
  }
  return word(option.arg);
}

}  // namespace

IndexPart Builder::part(const PgQuery__IndexElem& element, bool ordered) const {
  IndexPart part;
  part.expression = element.expr != nullptr;
  part.text = part.expression ? text_of(element.expr) : element.name;
  part.descending = element.ordering == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
  const bool first = element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_FIRST;
  const bool said = first || element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_LAST;
  if (ordered && said && first != part.descending) {
    part.nulls_first = first;
  }
  if (element.n_collation > 0) {
    part.collation = word(element.collation[element.n_collation - 1]);
  }
  if (element.n_opclass > 0) {
    part.operator_class = word(element.opclass[element.n_opclass - 1]);
  }
  return part;
}

TableIndex Builder::index(const PgQuery__IndexStmt& create) {
  TableIndex index;
  const std::string method = create.access_method;
  index.method = method == "btree" ? "" : method;
  index.unique = create.unique != 0;
  index.nulls_equal = create.nulls_not_distinct != 0;
  index.where = create.where_clause == nullptr ? "" : text_of(create.where_clause);
  if (create.n_options != 0 || create.table_space[0] != '\0') {
    leave(create.relation->location, "WITH or TABLESPACE of an index");
  }
  std::vector<std::string> names;
  std::vector<std::string> columns;
  for (Node* node : list(create.index_params, create.n_index_params)) {
    index.parts.push_back(part(*node->index_elem, index.method.empty()));
    names.push_back(part_name(*node->index_elem));
    if (!index.parts.back().expression) {
      columns.push_back(index.parts.back().text);
    }
  }
  for (Node* node : list(create.index_including_params, create.n_index_including_params)) {
    index.include.emplace_back(node->index_elem->name);
    names.emplace_back(node->index_elem->name);
  }
  columns.insert(columns.end(), index.include.begin(), index.include.end());
  for (const Table& table : schema_.tables) {
    if (table.name == create.relation->relname) {
      check_columns(table, columns, create.relation->location);
    }
  }
  index.name = create.idxname;
  if (index.name.empty()) {
    index.name = made_name(
        create.relation->relname, base::joined(names, "_"), "idx",
        [&](const std::string& name) { return is_relation(name) || is_constraint(name); });
  }
  return index;
}

// As it stands behind these words; what the server takes by itself is left out, as its catalog
// does.
SequenceOptions Builder::sequence(std::span<Node* const> nodes, const SequenceOptions* before) {
  SequenceOptions options = before == nullptr ? SequenceOptions{} : *before;
  if (before != nullptr) {
    options.start = ddl::begins_at(*before);
  }
  for (const auto& [name, member] : {std::pair("start", &SequenceOptions::start),
                                     std::pair("increment", &SequenceOptions::increment),
                                     std::pair("minvalue", &SequenceOptions::minimum),
                                     std::pair("maxvalue", &SequenceOptions::maximum),
                                     std::pair("cache", &SequenceOptions::cache)}) {
    if (const PgQuery__DefElem* one = option(nodes, name)) {
      options.*member = number(one->arg);
    }
  }
  if (const PgQuery__DefElem* type = option(nodes, "as")) {
    options.type = type_of(*type->arg->type_name);
  }
  if (const PgQuery__DefElem* cycle = option(nodes, "cycle")) {
    options.cycle = cycle->arg != nullptr &&
                    cycle->arg->node_case == PG_QUERY__NODE__NODE_BOOLEAN &&
                    cycle->arg->boolean->boolval != 0;
  }
  const bool up = options.increment.value_or(1) > 0;
  const auto leave_out = [](std::optional<std::int64_t>& value, std::int64_t usual) {
    value = value == usual ? std::nullopt : value;
  };
  leave_out(options.increment, 1);
  leave_out(options.cache, 1);
  leave_out(up ? options.minimum : options.maximum, up ? 1 : -1);
  const auto start = std::exchange(options.start, std::nullopt);
  options.start = start == ddl::begins_at(options) ? std::nullopt : start;
  return options;
}

Domain Builder::domain(const PgQuery__CreateDomainStmt& create) {
  Domain domain;
  domain.name = word(create.domainname[create.n_domainname - 1]);
  domain.type = type(*create.type_name);
  if (create.coll_clause != nullptr) {
    leave(create.coll_clause->location, "COLLATE of a domain");
  }
  for (Node* node : list(create.constraints, create.n_constraints)) {
    const PgQuery__Constraint& one = *node->constraint;
    if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL) {
      domain.null = false;
    } else if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT) {
      domain.default_value = text_of(one.raw_expr);
    } else if (one.contype == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK) {
      const std::string given = one.conname;
      const auto taken = [&](const std::string& name) {
        return std::any_of(domain.checks.begin(), domain.checks.end(),
                           [&](const Check& check) { return check.name == name; });
      };
      domain.checks.push_back({given.empty() ? made_name(domain.name, {}, "check", taken) : given,
                               text_of(one.raw_expr), true});
    }
  }
  return domain;
}

std::vector<std::string> Builder::options(std::span<Node* const> nodes) {
  std::vector<std::string> all;
  for (Node* node : nodes) {
    const PgQuery__DefElem& one = *node->def_elem;
    all.push_back(std::string(one.defname) + "=" + setting(one));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace helium::grammar

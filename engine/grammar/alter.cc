// What changes and removes objects.
#include <algorithm>

#include "base/text.h"
#include "ddl/ddl.h"
#include "ddl/partitions.h"
#include "grammar/dropped.h"
#include "grammar/folding.h"
#include "grammar/types.h"

namespace helium::grammar {
namespace {

template <typename Object>
bool erase(std::vector<Object>& list, const std::string& name) {
  return std::erase_if(list, [&](const Object& one) { return one.name == name; }) > 0;
}

}  // namespace

void Folding::alter_table(Node* node) {
  const PgQuery__AlterTableStmt& statement = *node->alter_table_stmt;
  const auto commands = list(statement.cmds, statement.n_cmds);
  const bool owner = std::all_of(commands.begin(), commands.end(), [](const Node* one) {
    return one->alter_table_cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner;
  });
  if (owner) {
    return;
  }
  if (statement.objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) {
    return leave();
  }
  if (statement.missing_ok != 0 &&
      find(schema_.tables, statement.relation->relname) == schema_.tables.end()) {
    return;
  }
  for (Node* one : commands) {
    const Table before = table(*statement.relation);
    alter(table(*statement.relation), *one->alter_table_cmd);
    if (statement.relation->inh != 0) {  // else ALTER TABLE ONLY
      ddl::hand_down(schema_, before, table(*statement.relation));
    }
  }
}

void Folding::alter(Table& table, const PgQuery__AlterTableCmd& command) {
  const auto set = [&](const std::string& option, bool on) {
    std::erase(table.options, option);
    if (on) {
      table.options.insert(table.options.begin(), option);
    }
  };
  switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
      if (command.missing_ok == 0 ||
          find(table.columns, command.def->column_def->colname) == table.columns.end()) {
        builder_.add_column(table, *command.def->column_def);
        write_out_serials(table);
      }
      return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn:
      if (command.missing_ok == 0 || find(table.columns, command.name) != table.columns.end()) {
        (void)column(table, command.name);
        drop_column(table, command.name);
        for (const std::string& part : ddl::partitions_of(schema_, table.name)) {
          drop_column(*find(schema_.tables, part), command.name);
        }
        std::erase_if(schema_.sequences, [&](const Sequence& one) {
          return one.owned_by == table.name + "." + command.name;
        });
      }
      return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
      if (std::string(command.def->constraint->indexname).empty()) {
        return builder_.add_constraint(table, *command.def->constraint, {});
      }
      return leave();
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
      return drop_constraint(table, command);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged:
      return set("unlogged", false);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged:
      return set("unlogged", true);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity:
      return set("row level security", true);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner:
      return;
    default:
      if (!alter_column(table, command)) {
        leave();
      }
  }
}

bool Folding::alter_column(Table& table, const PgQuery__AlterTableCmd& command) {
  const auto mine = [&]() -> Column& { return column(table, command.name); };
  switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
      mine().default_value =
          command.def == nullptr ? std::nullopt : std::optional(text_of(command.def));
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
      mine().null = true;
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
      mine().null = false;
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
      mine().type = builder_.type(*command.def->column_def->type_name);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity: {
      const PgQuery__Constraint& identity = *command.def->constraint;
      Column& column = mine();
      column.identity = identity.generated_when[0] == 'a' ? Column::Identity::always
                                                          : Column::Identity::by_default;
      column.sequence = Builder::sequence(list(identity.options, identity.n_options));
      return true;
    }
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity:
      mine().identity = Column::Identity::none;
      mine().sequence = {};
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition: {
      const PgQuery__PartitionCmd& part = *command.def->partition_cmd;
      PgQuery__CreateStmt create = PG_QUERY__CREATE_STMT__INIT;
      Node parent = PG_QUERY__NODE__INIT;
      PgQuery__RangeVar relation = PG_QUERY__RANGE_VAR__INIT;
      relation.relname = table.name.data();
      relation.inh = 1;
      parent.node_case = PG_QUERY__NODE__NODE_RANGE_VAR;
      parent.range_var = &relation;
      Node* parents[] = {&parent};
      create.relation = part.name;
      create.n_inh_relations = 1;
      create.inh_relations = parents;
      create.partbound = part.bound;
      create.oncommit = PG_QUERY__ON_COMMIT_ACTION__ONCOMMIT_NOOP;
      Node node = PG_QUERY__NODE__INIT;
      node.node_case = PG_QUERY__NODE__NODE_CREATE_STMT;
      node.create_stmt = &create;
      const Table attached = builder_.table(&node, create);
      Table& other = this->table(*part.name);
      other.partition_of = attached.partition_of;
      other.partition_bound = attached.partition_bound;
      return true;
    }
    default:
      return false;
  }
}

void Folding::drop_constraint(Table& table, const PgQuery__AlterTableCmd& command) {
  const std::string name = command.name;
  const bool primary = table.primary_key && table.primary_key->name == name;
  if (primary) {
    table.primary_key.reset();
  }
  const bool found = primary || erase(table.uniques, name) || erase(table.foreign_keys, name) ||
                     erase(table.checks, name) || erase(table.exclusions, name);
  if (!found && command.missing_ok == 0) {
    builder_.fail(at_, "there is no constraint " + base::printable(name) + " on " + table.name);
  }
}

void Folding::alter_enum(const PgQuery__AlterEnumStmt& alter) {
  const std::string name = word(alter.type_name[alter.n_type_name - 1]);
  const auto type = find(schema_.enums, name);
  if (type == schema_.enums.end()) {
    builder_.fail(at_, "there is no type " + base::printable(name));
  }
  auto& values = type->values;
  const std::string old_value = alter.old_val;
  const std::string neighbour = alter.new_val_neighbor;
  if (!old_value.empty()) {
    std::replace(values.begin(), values.end(), old_value, std::string(alter.new_val));
    return;
  }
  if (std::find(values.begin(), values.end(), alter.new_val) != values.end()) {
    return;
  }
  auto place = std::find(values.begin(), values.end(), neighbour);
  if (place != values.end() && alter.new_val_is_after != 0) {
    ++place;
  }
  values.insert(place, alter.new_val);
}

void Folding::drop(const PgQuery__DropStmt& statement) {
  for (Node* object : list(statement.objects, statement.n_objects)) {
    const auto parts =
        object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
            ? std::vector<Node*>{object->type_name->names[object->type_name->n_names - 1]}
        : object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS
            ? std::vector<Node*>{object->object_with_args
                                     ->objname[object->object_with_args->n_objname - 1]}
            : items(object);
    const std::string name = word(parts.back());
    bool found = false;
    switch (statement.remove_type) {
      case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
        found = erase(schema_.tables, name);
        std::erase_if(schema_.triggers, [&](const Trigger& one) { return one.table == name; });
        std::erase_if(schema_.sequences,
                      [&](const Sequence& one) { return one.owned_by.rfind(name + ".", 0) == 0; });
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
        for (Table& table : schema_.tables) {
          found = erase(table.indexes, name) || found;
        }
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
      case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
        found = erase(schema_.views, name);
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
        found = erase(schema_.sequences, name);
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
      case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
        found = erase(schema_.enums, name) || erase(schema_.domains, name);
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION:
        found = erase(schema_.extensions, name);
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
      case PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE:
        found = std::erase_if(schema_.routines, [&](const Routine& one) {
                  return is_meant(one, *object->object_with_args);
                }) > 0;
        break;
      case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
        found = std::erase_if(schema_.triggers, [&](const Trigger& one) {
                  return one.name == name && one.table == word(parts[parts.size() - 2]);
                }) > 0;
        break;
      default:
        found = true;
        leave();
    }
    if (!found && statement.missing_ok == 0) {
      builder_.fail(at_, "there is no " + base::printable(name) + " that could be dropped");
    }
  }
}

void Folding::rename(Node* node) {
  const PgQuery__RenameStmt& statement = *node->rename_stmt;
  if (statement.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE) {
    return rename_sequence(statement);
  }
  const std::string to = statement.newname;
  Changes changes;
  if (statement.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) {
    changes.push_back({Rename<Table>{{}, table(*statement.relation), to}, {}});
  } else if (statement.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN &&
             statement.relation_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) {
    Table& on = table(*statement.relation);
    const Column renamed = column(on, statement.subname);
    changes.push_back({Rename<Column>{on.name, renamed, to}, {}});
    for (const std::string& part : ddl::partitions_of(schema_, on.name)) {
      changes.push_back({Rename<Column>{part, renamed, to}, {}});
    }
  } else if (statement.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX) {
    for (const Table& on : schema_.tables) {
      for (const TableIndex& index : on.indexes) {
        if (index.name == statement.relation->relname) {
          changes.push_back({Rename<TableIndex>{on.name, index, to}, {}});
        }
      }
    }
  }
  if (changes.empty()) {
    return leave();
  }
  schema_ = ddl::fold(std::move(schema_), changes);
}

}  // namespace helium::grammar

// What is said of objects: comments and rights.
#include <algorithm>

#include "base/text.h"
#include "grammar/folding.h"
#include "grammar/types.h"

namespace helium::grammar {
namespace {

constexpr const char* table_rights[] = {"delete",  "insert",   "references", "select",
                                        "trigger", "truncate", "update"};

}  // namespace

void Folding::comment(const PgQuery__CommentStmt& statement) {
  const auto parts = statement.object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
                         ? std::vector<Node*>{statement.object->type_name
                                                  ->names[statement.object->type_name->n_names - 1]}
                         : items(statement.object);
  const std::string name = word(parts.back());
  const std::string text = statement.comment;
  if (statement.object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS) {
    for (Routine& one : schema_.routines) {
      one.comment = is_meant(one, *statement.object->object_with_args) ? text : one.comment;
    }
    return;
  }
  const auto say = [&](auto& all) {
    if (const auto found = find(all, name); found != all.end()) {
      found->comment = text;
    }
  };
  switch (statement.objtype) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
      return say(schema_.tables);
    case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
      return say(schema_.views);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
      return say(schema_.enums);
    case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
      return say(schema_.domains);
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
      for (Table& table : schema_.tables) {
        say(table.indexes);
      }
      return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
      for (Trigger& trigger : schema_.triggers) {
        if (trigger.name == name && trigger.table == word(parts[parts.size() - 2])) {
          trigger.comment = text;
        }
      }
      return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN: {
      const auto view = find(schema_.views, word(parts[parts.size() - 2]));
      if (view != schema_.views.end()) {
        view->column_comments[name] = text;
        std::erase_if(view->column_comments, [](const auto& one) { return one.second.empty(); });
        return;
      }
      const auto on = find(schema_.tables, word(parts[parts.size() - 2]));
      if (on == schema_.tables.end()) {
        builder_.fail(at_, "there is no table " + base::printable(word(parts[parts.size() - 2])));
      }
      column(*on, name).comment = text;
      return;
    }
    default:  // what the catalog does not tell of either
      return;
  }
}

void Folding::grant(Node* node) {
  const PgQuery__GrantStmt& statement = *node->grant_stmt;
  if (statement.targtype != PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_OBJECT ||
      statement.objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) {
    return leave();
  }
  std::vector<std::string> rights;
  for (Node* one : list(statement.privileges, statement.n_privileges)) {
    if (one->access_priv->n_cols > 0) {
      return leave();
    }
    rights.emplace_back(one->access_priv->priv_name);
  }
  if (rights.empty()) {
    rights.assign(std::begin(table_rights), std::end(table_rights));
  }
  for (Node* object : list(statement.objects, statement.n_objects)) {
    const std::string name = object->range_var->relname;
    const bool view = find(schema_.views, name) != schema_.views.end();
    for (Node* to : list(statement.grantees, statement.n_grantees)) {
      const PgQuery__RoleSpec& role = *to->role_spec;
      const std::string grantee = role.roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_PUBLIC
                                      ? "public"
                                      : std::string(role.rolename);
      for (const std::string& right : rights) {
        Grant grant{view ? "view" : "table", name, {}, grantee, right, false};
        std::erase_if(schema_.grants, [&](Grant known) {
          known.grantable = false;
          return known == grant;
        });
        grant.grantable = statement.grant_option != 0;
        if (statement.is_grant != 0) {
          schema_.grants.push_back(std::move(grant));
        }
      }
    }
  }
}

}  // namespace helium::grammar

// The statements of one text, folded into a schema one after another.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "grammar/builder.h"
#include "grammar/grammar.h"
#include "grammar/tree.h"

namespace helium::grammar {

/// The object of that name in a list, or the list's end.
template <typename Object>
auto find(std::vector<Object>& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(),
                      [&](const Object& one) { return one.name == name; });
}

class Folding {
 public:
  /// All must outlive it.
  Folding(Schema& schema, const Tree& tree, Renamed& renamed, std::vector<Unfolded>& unfolded)
      : schema_(schema),
        tree_(tree),
        unfolded_(unfolded),
        builder_(schema, tree, renamed, unfolded) {}

  /// Folds all statements of the tree.
  void run();

 private:
  void statement(Node* node);
  [[nodiscard]] bool changes_nothing(const Node* node) const;
  void create_table(Node* node);
  void write_out_serials(Table& table);
  void rename_sequence(const PgQuery__RenameStmt& statement);
  void create_index(const PgQuery__IndexStmt& create);
  void create_view(Node* node);
  void create_materialized(const PgQuery__CreateTableAsStmt& create);
  void create_routine(Node* node);
  void create_trigger(Node* node);
  void sequence(const PgQuery__RangeVar& name, std::span<Node* const> options, bool fresh);
  void alter_table(Node* node);
  void alter(Table& table, const PgQuery__AlterTableCmd& command);
  bool alter_column(Table& table, const PgQuery__AlterTableCmd& command);
  void drop_constraint(Table& table, const PgQuery__AlterTableCmd& command);
  void alter_enum(const PgQuery__AlterEnumStmt& alter);
  void drop(const PgQuery__DropStmt& statement);
  void rename(Node* node);
  void comment(const PgQuery__CommentStmt& statement);
  void grant(Node* node);

  [[nodiscard]] std::vector<Sequence>::iterator sequence_named(const std::string& name);
  /// The table of that name. Throws Error(design) with the place and the nearest name.
  [[nodiscard]] Table& table(const PgQuery__RangeVar& relation);
  [[nodiscard]] Column& column(Table& table, const std::string& name);
  /// A server must be asked about this statement.
  void leave();
  /// An object of another schema than the one that is read.
  [[nodiscard]] static bool elsewhere(const PgQuery__RangeVar& relation);

  Schema& schema_;
  const Tree& tree_;
  std::vector<Unfolded>& unfolded_;
  Builder builder_;
  std::int64_t at_ = 0;  // where the statement begins
};

}  // namespace helium::grammar

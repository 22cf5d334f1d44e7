// Tables and what stands in them, out of their nodes.
#pragma once

#include <set>
#include <string>

#include "grammar/grammar.h"
#include "grammar/renamed.h"
#include "grammar/tree.h"
#include "helium/schema.h"

namespace helium::grammar {

/// Makes nouns of nodes. What it looks up (names that are taken, keys that are pointed to, types)
/// it finds in the schema as it is so far.
class Builder {
 public:
  /// All must outlive the builder.
  Builder(const Schema& schema, const Tree& tree, Renamed& renamed, std::vector<Unfolded>& unfolded)
      : schema_(schema), tree_(tree), renamed_(renamed), unfolded_(unfolded) {}

  /// The table of a CREATE TABLE.
  [[nodiscard]] Table table(Node* statement, const PgQuery__CreateStmt& create);
  /// Puts a column with its keys and checks into a table.
  void add_column(Table& table, const PgQuery__ColumnDef& definition);
  /// Puts a key, a check or a reference into a table; `column` is where it stands, or "".
  void add_constraint(Table& table, const PgQuery__Constraint& one, const std::string& column);
  /// The index of a CREATE INDEX on `table`, named as the server would.
  [[nodiscard]] TableIndex index(const PgQuery__IndexStmt& create);
  /// The type, which must be known. Throws Error(design) with its place.
  [[nodiscard]] std::string type(const PgQuery__TypeName& type);
  /// The domain of a CREATE DOMAIN.
  [[nodiscard]] Domain domain(const PgQuery__CreateDomainStmt& create);
  /// What the options of a sequence say.
  /// `before`: of a sequence that is altered.
  [[nodiscard]] static SequenceOptions sequence(std::span<Node* const> options,
                                                const SequenceOptions* before = nullptr);
  /// Reloptions: "fillfactor=70".
  [[nodiscard]] static std::vector<std::string> options(std::span<Node* const> nodes);
  /// An error at a byte of the text.
  [[noreturn]] void fail(std::int64_t offset, const std::string& message,
                         const std::string& hint = {}) const;
  /// Notes what a server must be asked about.
  void leave(std::int64_t offset, const std::string& what);

 private:
  void like(Table& table, const PgQuery__TableLikeClause& clause);
  void key(Table& table, const PgQuery__Constraint& one, const std::string& column);
  void foreign_key(Table& table, const PgQuery__Constraint& one, const std::string& column);
  [[nodiscard]] IndexPart part(const PgQuery__IndexElem& element, bool ordered) const;
  [[nodiscard]] bool is_relation(const std::string& name) const;
  [[nodiscard]] bool is_constraint(const std::string& name) const;
  void check_columns(const Table& table, const std::vector<std::string>& names,
                     std::int64_t offset) const;

  const Schema& schema_;
  const Tree& tree_;
  Renamed& renamed_;
  std::vector<Unfolded>& unfolded_;
  const Table* making_ = nullptr;  // the table whose names are taken too
};

}  // namespace helium::grammar

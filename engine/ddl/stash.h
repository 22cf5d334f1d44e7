// Where data wait for an undo: the statements that put rows aside, and that bring them back by key.
#pragma once

#include <string>
#include <vector>

#include "ddl/ddl.h"

namespace helium::ddl {

/// One stash of one table.
struct StashOf {
  std::string name;   ///< of the stash, a table
  std::string table;  ///< whose rows it keeps
  std::vector<std::string> key;
  std::vector<std::string>
      steady;  ///< columns that would change with every other one, and must not
  // Of one column that has another name in the table meanwhile.
  std::string column;
  std::string hidden;
};

class StashWriter {
 public:
  /// The dialect must outlive it.
  explicit StashWriter(const Dialect& dialect) : dialect_(dialect) {}

  /// Keeps others from changing the table until the end of the transaction, where a dialect's
  /// transactions do not do so by themselves. `dropping`: even from reading it.
  enum class Lock { writers, everybody };
  [[nodiscard]] std::vector<Rendered> lock(const std::string& table, Lock how) const;
  /// Makes the stash of the key and these columns, for those alone who own it. Where a schema
  /// change is part of the transaction, with the rows that `where` says (empty: all).
  [[nodiscard]] std::vector<Rendered> make(const StashOf& stash,
                                           const std::vector<std::string>& columns,
                                           const std::string& where) const;
  /// Takes away what PostgreSQL granted on a new table to others by itself.
  [[nodiscard]] std::vector<Rendered> for_its_owner(const StashOf& stash) const;
  /// Where it is not: the rows, whose arrival is then never in doubt.
  [[nodiscard]] std::vector<Rendered> fill(const StashOf& stash,
                                           const std::vector<std::string>& columns,
                                           const std::string& where) const;
  /// The steps, none of which may leave out a row without a word: they are refused where a policy
  /// may hide rows of these tables from who runs them.
  [[nodiscard]] std::vector<Rendered> seeing_all(const std::vector<std::string>& tables,
                                                 const std::vector<Rendered>& steps) const;
  /// Makes way for a `restore` of all rows, in the transaction that changed the table: memory for
  /// the join, and pages with room for what their rows become.
  [[nodiscard]] std::vector<Rendered> room(const StashOf& stash) const;
  /// Sets the columns of the rows that are still there to what they were. `whole`: the stash has
  /// about as many rows as the table. `every`, on MySQL and MariaDB: those that it does not hold
  /// get null.
  enum class Extent { every, whole, some };
  [[nodiscard]] Rendered restore(const StashOf& stash, const std::vector<std::string>& columns,
                                 Extent extent) const;
  /// Puts rows back that are not there; `columns` is all of them.
  [[nodiscard]] Rendered put_back(const StashOf& stash, const std::vector<std::string>& columns,
                                  const std::string& overriding) const;
  /// Deletes the rows whose keys the stash holds.
  [[nodiscard]] Rendered take_out(const StashOf& stash) const;
  /// Answers the keys that only the stash has: rows that are gone since. `tells` says so.
  [[nodiscard]] Rendered gone(const StashOf& stash, const std::string& tells) const;
  /// The same of rows that had a value in this column. `counted`: behind a `restore`, of a column
  /// that was null in all rows; where as many have a value as the stash says, nobody looks for
  /// rows.
  [[nodiscard]] Rendered gone_with_value(const StashOf& stash, const std::string& column,
                                         bool counted, const std::string& tells) const;
  /// Refuses, with these words, where the table has a row that the stash has not.
  [[nodiscard]] Rendered came(const StashOf& stash, const std::string& refuses) const;
  /// Answers the keys that are in the table and in the stash.
  [[nodiscard]] Rendered there(const StashOf& stash, const std::string& tells) const;
  [[nodiscard]] Rendered drop(const StashOf& stash) const;
  /// Deletes from a stash the rows whose column is no longer what another stash of them says.
  [[nodiscard]] Rendered forget_changed(const StashOf& stash, const StashOf& last,
                                        const std::string& column, const std::string& tells) const;
  /// The condition that the stash holds a row of the table, which is called `rows`.
  [[nodiscard]] std::string keeps(const StashOf& stash, const std::string& rows) const;
  /// What an UPDATE sets beside its own columns, so that no other one changes with them.
  [[nodiscard]] std::string steadily(const StashOf& stash) const;

  /// Stands behind INSERT and UPDATE where a table may have another answer to a broken key.
  [[nodiscard]] std::string or_abort() const;

  // Names in the dialect's quotes.
  [[nodiscard]] std::string quoted(const std::string& name) const;
  [[nodiscard]] std::string quoted(const std::vector<std::string>& names) const;

 private:
  [[nodiscard]] std::string same_key(const StashOf& stash, const std::string& one,
                                     const std::string& other) const;
  [[nodiscard]] std::string differ(const std::string& one, const std::string& other) const;
  // A column of the stash as the table calls it.
  [[nodiscard]] std::string in_table(const StashOf& stash, const std::string& column) const;
  [[nodiscard]] std::string rows(const StashOf& stash, const std::vector<std::string>& columns,
                                 const std::string& where) const;

  const Dialect& dialect_;
};

/// The columns by which a row is found again: the primary key, or else a unique key without nulls;
/// none that are in `without`. Empty where there is no such key.
[[nodiscard]] std::vector<std::string> row_key(const Table& table,
                                               const std::vector<std::string>& without);

}  // namespace helium::ddl

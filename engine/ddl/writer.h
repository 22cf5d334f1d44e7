// Writes objects as SQL. The base class writes what PostgreSQL understands, which is close to the
// standard; the others change only what differs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ddl/ddl.h"

namespace helium::ddl {

using Lines = std::vector<std::string>;

class Writer {
 public:
  explicit Writer(const Dialect& dialect) : dialect_(dialect) {}
  virtual ~Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// The statements of one change, in order.
  [[nodiscard]] virtual Lines write(const Change& change);

  // One function for each kind of change.
  [[nodiscard]] virtual Lines change(const Add<Extension>& what);
  [[nodiscard]] virtual Lines change(const Drop<Extension>& what);
  [[nodiscard]] virtual Lines change(const Add<Enum>& what);
  [[nodiscard]] virtual Lines change(const Drop<Enum>& what);
  [[nodiscard]] virtual Lines change(const Alter<Enum>& what);
  [[nodiscard]] virtual Lines change(const Rename<Enum>& what);
  [[nodiscard]] virtual Lines change(const Add<Domain>& what);
  [[nodiscard]] virtual Lines change(const Drop<Domain>& what);
  [[nodiscard]] virtual Lines change(const Alter<Domain>& what);
  [[nodiscard]] virtual Lines change(const Add<Sequence>& what);
  [[nodiscard]] virtual Lines change(const Drop<Sequence>& what);
  [[nodiscard]] virtual Lines change(const Alter<Sequence>& what);
  [[nodiscard]] virtual Lines change(const Add<Table>& what);
  [[nodiscard]] virtual Lines change(const Drop<Table>& what);
  [[nodiscard]] virtual Lines change(const Rename<Table>& what);
  [[nodiscard]] virtual Lines change(const Alter<TableOptions>& what);
  [[nodiscard]] virtual Lines change(const Add<Column>& what);
  [[nodiscard]] virtual Lines change(const Drop<Column>& what);
  [[nodiscard]] virtual Lines change(const Alter<Column>& what);
  [[nodiscard]] virtual Lines change(const Rename<Column>& what);
  [[nodiscard]] virtual Lines change(const Add<PrimaryKey>& what);
  [[nodiscard]] virtual Lines change(const Drop<PrimaryKey>& what);
  [[nodiscard]] virtual Lines change(const Add<Key>& what);
  [[nodiscard]] virtual Lines change(const Drop<Key>& what);
  [[nodiscard]] virtual Lines change(const Add<ForeignKey>& what);
  [[nodiscard]] virtual Lines change(const Drop<ForeignKey>& what);
  [[nodiscard]] virtual Lines change(const Add<Check>& what);
  [[nodiscard]] virtual Lines change(const Drop<Check>& what);
  [[nodiscard]] virtual Lines change(const Add<TableIndex>& what);
  [[nodiscard]] virtual Lines change(const Drop<TableIndex>& what);
  [[nodiscard]] virtual Lines change(const Rename<TableIndex>& what);
  [[nodiscard]] virtual Lines change(const Add<View>& what);
  [[nodiscard]] virtual Lines change(const Drop<View>& what);
  [[nodiscard]] virtual Lines change(const Alter<View>& what);
  [[nodiscard]] virtual Lines change(const Add<Routine>& what);
  [[nodiscard]] virtual Lines change(const Drop<Routine>& what);
  [[nodiscard]] virtual Lines change(const Alter<Routine>& what);
  [[nodiscard]] virtual Lines change(const Add<Trigger>& what);
  [[nodiscard]] virtual Lines change(const Drop<Trigger>& what);
  [[nodiscard]] virtual Lines change(const Add<Grant>& what);
  [[nodiscard]] virtual Lines change(const Drop<Grant>& what);

 protected:
  /// A name in the dialect's quotes.
  [[nodiscard]] std::string quoted(const std::string& name) const;
  /// Names in quotes, a comma between them.
  [[nodiscard]] std::string quoted(const std::vector<std::string>& names) const;
  /// A text as a string literal.
  [[nodiscard]] std::string literal(const std::string& text) const;
  /// "ALTER TABLE name ".
  [[nodiscard]] std::string alter(const std::string& table) const;
  /// "GRANT ..." and "REVOKE ..." of a right, whichever of them it stands for, and what both say.
  [[nodiscard]] std::string given(const Grant& grant) const;
  [[nodiscard]] std::string taken(const Grant& grant) const;
  [[nodiscard]] std::string on_object(const Grant& grant) const;
  /// "CONSTRAINT name ", or nothing for a name that the server makes up.
  [[nodiscard]] std::string named(const std::string& name) const;

  /// A column as it stands in CREATE TABLE and ADD COLUMN.
  [[nodiscard]] virtual std::string column(const Column& column) const;
  /// " DEFAULT x", or nothing.
  [[nodiscard]] virtual std::string default_of(const Column& column) const;
  /// A primary or unique key; `words` is PRIMARY KEY or UNIQUE.
  [[nodiscard]] virtual std::string key(const Key& key, const char* words) const;
  /// FOREIGN KEY (...) REFERENCES ..., with its name.
  [[nodiscard]] virtual std::string foreign_key(const ForeignKey& key) const;
  /// CHECK (...), with its name.
  [[nodiscard]] virtual std::string check(const Check& check) const;
  /// One column or expression of an index.
  [[nodiscard]] virtual std::string part(const IndexPart& part) const;
  /// What stands behind the parentheses of CREATE TABLE.
  [[nodiscard]] virtual std::string table_options(const Table& table) const;
  /// What stands between the parentheses of CREATE TABLE, one for each line.
  [[nodiscard]] virtual Lines body(const Table& table) const;
  /// Whether a constraint comes by a statement of its own behind CREATE TABLE.
  [[nodiscard]] bool comes_behind(bool validated) const;
  /// The constraints that were never checked over the rows, where they come behind CREATE TABLE.
  [[nodiscard]] Lines unvalidated(const Table& table) const;
  /// Comments on a table and its columns, where they are statements.
  [[nodiscard]] virtual Lines comments(const Table& table) const;
  /// " INCREMENT BY 2 MAXVALUE 9": what is not as usual.
  [[nodiscard]] std::string sequence_options(const SequenceOptions& options) const;
  /// How many values of a sequence a session takes at once where nothing is said.
  [[nodiscard]] virtual const char* usual_cache() const { return "CACHE 1"; }
  /// What differs, each with `verb` before it ("SET " for an identity); unset is the default again.
  [[nodiscard]] std::string changed_options(const SequenceOptions& from, const SequenceOptions& to,
                                            const std::string& verb) const;
  /// CREATE TABLE under that name, without what is made behind it.
  [[nodiscard]] std::string create_table(const Table& table, const std::string& name) const;
  /// PostgreSQL: the sequence of a serial column gets another name, as the column did.
  [[nodiscard]] std::string counter_follows(const std::string& from, const std::string& to) const;
  /// PostgreSQL: what ends the counting of a column, before its type and its default change.
  [[nodiscard]] Lines counter_goes(const Alter<Column>& what) const;
  /// PostgreSQL: what lets a column count, behind them; its numbers go on where they were.
  [[nodiscard]] Lines counter_comes(const Alter<Column>& what) const;
  /// Throws Error(unsupported): "sqlite has no sequences".
  [[noreturn]] void lacks(const std::string& what) const;

  const Dialect& dialect_;
};

/// The writer of a dialect.
[[nodiscard]] std::unique_ptr<Writer> writer_for(const Dialect& dialect);

/// SQLite: the statements that make a table of that name into `after`, keeping its rows.
struct Rebuild {
  Table before;
  Table after;
  struct Copied {
    std::string from;  ///< an expression over the old table
    std::string to;
  };
  std::vector<Copied> copied;
  std::vector<Trigger> triggers;  ///< made again behind it
};

}  // namespace helium::ddl

// What an author asks for by a typed operation, before the schema is known that it meets.
//
// A Change holds whole objects; an author says only what matters: a drop names things, an
// alter_column says what is to be another way. ddl::carried makes the one out of the other.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "helium/change.h"
#include "helium/statement.h"

namespace helium {

/// Adds a column; `backfill` is an expression that gives the rows that are there their value.
struct AddColumn {
  std::string table;
  Column column;
  std::string backfill;
};

/// Makes a column another way; unset members stay as they are.
struct AlterColumn {
  std::string table;
  std::string column;
  std::optional<std::string> type;
  std::optional<bool> null;
  std::optional<std::string> default_value;  ///< "null": none
  std::optional<std::string> comment;
  std::string expression;  ///< how the old value becomes one of the new type; empty: by the server
};

/// A key, foreign key or check by its name: which of them it is, the schema knows.
struct DropConstraint {
  std::string table;
  std::string name;
};
struct RenameConstraint {
  std::string table;
  std::string name;
  std::string to;
};

/// Of a table, or of one of its columns.
struct SetComment {
  std::string table;
  std::string column;
  std::string comment;
};

/// Rows as written: a value is SQL text.
struct InsertRows {
  std::string table;
  std::vector<std::map<std::string, std::string>> rows;
};
struct UpdateRows {
  std::string table;
  std::map<std::string, std::string> set;  ///< column -> expression
  std::string where;                       ///< empty: all
};
struct DeleteRows {
  std::string table;
  std::string where;
};
/// INSERT ... SELECT.
struct CopyRows {
  std::string table;
  std::vector<std::string> columns;
  std::string select;
};

/// Moves columns into a table of their own, under the same key; or back.
struct SplitTable {
  std::string table;
  std::string into;
  std::vector<std::string> columns;
};
struct MergeTable {
  std::string table;  ///< goes away
  std::string into;
};

struct AddEnumValue {
  std::string name;
  std::string value;
  std::string before;  ///< another value; empty: at the end
};
struct RenameEnumValue {
  std::string name;
  std::string value;
  std::string to;
};
/// Unset options stay as they are.
struct AlterSequence {
  std::string name;
  SequenceOptions options;
  std::optional<bool> cycle;  ///< in place of that in options
};

/// A new definition for a view or a routine, whether it is there or not.
struct ReplaceView {
  View view;
};
struct ReplaceRoutine {
  Routine routine;
};

struct AttachPartition {
  std::string table;
  std::string partition;
  std::string bound;
};
struct DetachPartition {
  std::string table;
  std::string partition;
};

/// A schema beside the target's own.
struct CreateSchema {
  std::string name;
};
struct DropSchema {
  std::string name;
};

using Wish =
    std::variant<ChangeKind, AddColumn, AlterColumn, DropConstraint, RenameConstraint, SetComment,
                 InsertRows, UpdateRows, DeleteRows, CopyRows, SplitTable, MergeTable, AddEnumValue,
                 RenameEnumValue, AlterSequence, ReplaceView, ReplaceRoutine, AttachPartition,
                 DetachPartition, CreateSchema, DropSchema>;

/// What becomes of data that an operation, or its reverse, takes away.
enum class Keep {
  within_limit,  ///< goes to the stash up to a number of rows; above it the plan stops and asks
  always,
  never,  ///< is gone; where the operation itself takes it away there is no reverse
};

/// One entry of a section that holds typed operations.
struct Operation {
  std::string name;                ///< add_column, ...; "sql" for text
  std::vector<Wish> wishes;        ///< what is wanted, in order; empty for text
  std::vector<Statement> text;     ///< of SQL text
  bool own_reverse = false;        ///< the author wrote its way back ...
  std::vector<Statement> reverse;  ///< ... which is this
  Keep keep = Keep::within_limit;
  std::string description;
  Span span;
};

}  // namespace helium

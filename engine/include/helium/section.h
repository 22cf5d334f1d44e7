// What a migration became under a dialect: its sections as statements, its options as values. Lua
// stops here.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "helium/finding.h"
#include "helium/operation.h"
#include "helium/statement.h"

namespace helium {

/// How a step's statements and its ledger rows are bound together.
enum class TransactionClass {
  whole,    ///< all in one transaction
  each,     ///< one statement at a time with a journal row
  outside,  ///< at least one statement that no transaction may hold; journalled like each
};

/// What the author asked for in `transaction = `; unset leaves it to the dialect.
enum class TransactionWish {
  unset,
  whole,
  each,
  none,
  best,  ///< whole, unless the dialect commits by itself at one of the statements
};

/// Limits for the statements of one migration; unset leaves the target's.
struct StatementLimits {
  std::optional<std::chrono::milliseconds> statement_timeout;
  std::optional<std::chrono::milliseconds> lock_timeout;
  friend bool operator==(const StatementLimits&, const StatementLimits&) = default;
};

/// One entry of the diagram section: the JSON text and its description.
struct DiagramText {
  std::string text;
  std::string description;
  Span span;
};

/// One expanded migration.
struct Sections {
  std::string design;
  std::int64_t number = 0;
  std::string table;  ///< the `table` option; may be empty
  /// Helium folders only: the statements that put the migration's rows into the `queries` table,
  /// and the text that the folder's engine made, byte for byte. Forward and reverse are the code of
  /// those rows.
  std::vector<Statement> load;
  std::string generated;
  bool applied_by_load = false;  ///< the first file of a folder: its row is loaded as applied
  std::vector<Statement> forward;
  std::vector<Statement> reverse;
  /// All entries of a section with typed operations: its statements are known only when the schema
  /// is, so `forward` or `reverse` is empty till then.
  std::vector<Operation> forward_operations;
  std::vector<Operation> reverse_operations;
  bool derives_reverse = false;  ///< every forward entry knows its own way back
  std::vector<DiagramText> diagram;
  bool has_reverse = false;  ///< a reverse exists (it may be empty on purpose), or can be derived
  TransactionWish transaction = TransactionWish::unset;
  StatementLimits limits;
  std::vector<std::string> requires_;  ///< "shop_1001"
  std::vector<std::string> tags;
  std::string irreversible;             ///< why; empty: not declared
  std::vector<Statement> check_before;  ///< each must return no rows
  std::vector<Statement> check_after;
  bool repeatable = false;
  bool online = false;
  Findings findings;  ///< what a person should know of it, though it can run
};

}  // namespace helium

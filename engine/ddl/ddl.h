// What a Change is in a dialect's SQL, and what it does to a Schema. Pure: no session, no Lua.
//
// Names are written without a schema: the statements run in the target's schema. Order is the
// caller's affair (diff puts changes into an order that can run). SQLite cannot alter much, so
// there the changes of one table that ALTER cannot do become one rebuild of that table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/change.h"
#include "helium/dialect.h"

namespace helium::ddl {

/// One statement, without a terminator.
struct Rendered {
  std::string text;
  bool outside = false;    ///< must run outside a transaction (PRAGMA foreign_keys, REORG)
  bool rebuilds = false;   ///< part of a rebuild of a SQLite table: see Shape::rebuilds
  std::string tells;       ///< see Statement::tells
  std::string refuses;     ///< why nothing goes on when it answers rows; empty: it may
  std::uint32_t pair = 1;  ///< see Statement::pair; of a list of changes: which of them, from 1
};

/// Whether a rebuild looks first that its table is still what it was.
enum class Look { never, first };

/// The statements that carry `changes` out on a schema that is as `before`. Throws
/// Error(unsupported) by name for what the dialect does not have.
[[nodiscard]] std::vector<Rendered> render(const Changes& changes, const Schema& before,
                                           const Dialect& dialect, Look look = Look::never);

/// The change that takes `change` back.
[[nodiscard]] Change inverse(const Change& change);

/// The schema after `changes`. A change of something that is not there leaves the schema as it is.
[[nodiscard]] Schema fold(Schema schema, const Changes& changes);

/// True when the text says the name as a word of its own.
[[nodiscard]] bool mentions(const std::string& text, const std::string& name);

/// "add_column users.email": for messages and lists.
struct Name {
  std::string kind;    ///< add_column, drop_index, ...
  std::string table;   ///< empty for what stands alone
  std::string object;  ///< column, index, table ...
};
[[nodiscard]] Name name_of(const Change& change);

}  // namespace helium::ddl

// One SQL statement as it will reach the server, byte for byte, with the way back to the author's
// file. A statement once built is not changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "helium/span.h"

namespace helium {

/// Ties a stretch of a statement's text to the author's file: from `text_offset` up to the next
/// anchor. In a verbatim stretch the bytes run in step with the file; otherwise the whole stretch
/// was put there for one place of the file (a macro's value).
struct Anchor {
  std::uint64_t text_offset = 0;
  std::uint32_t line = 0;    ///< of the first byte of the stretch, in Statement::span.file
  std::uint32_t column = 0;  ///< code points, from 1
  bool verbatim = true;
};

/// What a statement must answer. Anything but `anything` is a barrier: nothing after it is sent
/// before its outcome was read.
struct Expectation {
  enum class Kind { anything, no_rows, no_warning, row_count };
  Kind kind = Kind::anything;
  std::uint64_t rows = 0;  ///< for row_count: rows returned or affected
  std::string refusal;     ///< the message when it does not hold; empty: a standard one
  friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// What kind of statement the text is, read from its tokens (see sql::shape_of).
struct Shape {
  enum class Kind {
    other,                ///< unknown verbs count as this: run as they are
    query,                ///< SELECT, VALUES, WITH ... SELECT, SHOW, EXPLAIN
    dml,                  ///< INSERT, UPDATE, DELETE, MERGE, REPLACE, COPY ... TO
    ddl,                  ///< CREATE, ALTER, DROP, RENAME, COMMENT, GRANT, ...
    transaction_control,  ///< BEGIN, COMMIT, ROLLBACK, START TRANSACTION, SAVEPOINT, ...
    session_setting,      ///< SET, PRAGMA name = value, USE: lost with the connection
  };
  Kind kind = Kind::other;
  std::string verb;        ///< the first word, upper case
  bool outside = false;    ///< the server refuses it inside a transaction
  bool commits = false;    ///< the server commits before or after it by itself
  bool savepoint = false;  ///< SAVEPOINT, RELEASE, ROLLBACK TO: harmless inside a transaction
  /// A SQLite table is made anew: references are looked at when all of it is done, not before, and
  /// what names the table goes on doing so.
  bool rebuilds = false;
  std::vector<std::string> touches;  ///< tables, indexes, views ... it names, as spelt, unquoted,
                                     ///< schema prefix dropped; no duplicates, in order
  friend bool operator==(const Shape&, const Shape&) = default;
};

/// Who wrote a statement: the author of a migration, or Helium for its ledger.
enum class Origin { author, helium };

struct Statement {
  std::string text;  ///< exactly what is sent, without a terminator
  /// Values for the text's markers, as text: long character data on DB2, and rows of the ledger
  /// where their dialect binds them. Empty otherwise.
  std::vector<std::optional<std::string>> values;
  Expectation expect;
  Span span;                    ///< where the first token stands in the author's file
  std::vector<Anchor> anchors;  ///< ascending by text_offset; may be empty (only span is known)
  Shape shape;
  Origin origin = Origin::author;
  std::string description;  ///< the entry's description, for progress and reports
  /// What is reported of the rows that it answered or touched, {rows} of them; nothing for none.
  std::string tells;
  /// Of a typed operation: what takes a statement back has its number, and so has what cannot be
  /// parted from it. They rise on the way there and fall on the way back. 0: nobody has said.
  std::uint32_t pair = 0;
};

/// The author's place of byte `text_offset` of a statement; the statement's own span when no anchor
/// reaches it. `length` of the result is 0.
[[nodiscard]] Span place_of(const Statement& statement, std::uint64_t text_offset);

}  // namespace helium

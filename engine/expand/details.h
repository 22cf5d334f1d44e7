// Reads the nouns of a schema out of Lua tables: what the calls of typed operations and the files
// of Lua schemas have in common.
//
// Every key is known or refused with the nearest right one, and every value has the kind that it
// must have. Portable types become the dialect's.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/change.h"
#include "helium/dialect.h"
#include "helium/error.h"
#include "lua/state.h"

namespace helium::expand {

/// The dialect's own type for a portable one; any other type as it is written, without the
/// dialect's name where that stands before it (`mariadb:text`). Throws Error(macro) for a size that
/// the dialect does not have.
[[nodiscard]] std::string type_of(std::string_view written, const Dialect& dialect);

/// How the words of an author are read.
struct Language {
  const Dialect* dialect = nullptr;
  /// Replaces the macros of a text.
  std::function<std::string(const std::string& text)> expanded;
  /// Puts the place of a key into an error.
  std::function<Error(const Error& error, std::string_view key)> placed;
};

/// One Lua table with its keys. `about` says in messages what the table describes.
class Details {
 public:
  /// Throws Error(design) when the value is no table of the wanted shape.
  Details(const lua::Value& value, std::string about, const Language& language);

  /// Throws Error(design) for a key that is not among `names`.
  void only(const std::vector<std::string>& names) const;
  [[nodiscard]] bool has(std::string_view key) const;

  // Members by key; absent ones are empty, false or nothing. `needed` refuses an absent one.
  [[nodiscard]] std::string text(std::string_view key) const;    ///< SQL, or words
  [[nodiscard]] std::string needed(std::string_view key) const;  ///< the same, and it must be there
  [[nodiscard]] std::string name(std::string_view key) const;    ///< of an object
  [[nodiscard]] bool flag(std::string_view key, bool unless_said = false) const;
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> names(std::string_view key) const;
  [[nodiscard]] std::vector<Details> tables(std::string_view key, const std::string& about) const;
  /// A value as SQL: texts are literals, { sql = "..." } is an expression.
  [[nodiscard]] std::map<std::string, std::string> values() const;
  /// Text by column name, each an expression.
  [[nodiscard]] std::map<std::string, std::string> expressions(std::string_view key) const;

  /// Throws Error(design) about a key.
  [[noreturn]] void refuse(std::string_view key, const std::string& message,
                           const std::string& hint = {}) const;
  [[nodiscard]] const Language& language() const noexcept { return language_; }
  [[nodiscard]] const lua::Table& table() const noexcept { return *table_.table(); }

 private:
  [[nodiscard]] const lua::Value* value(std::string_view key) const;
  [[nodiscard]] std::string literal(const lua::Value& value, std::string_view key) const;

  lua::Value table_;
  std::string about_;
  const Language& language_;
};

/// A name as the dialect keeps it: plain ones in upper case where bare names are folded to it.
[[nodiscard]] std::string name_of(const std::string& written, const Language& language);

/// A column and what stands on it alone.
struct ColumnDetails {
  Column column;
  bool primary_key = false;
  bool null_in_key = false;  ///< SQLite: it may be null though it is in the primary key
  std::optional<Key> unique;
  std::optional<ForeignKey> references;
  std::optional<Check> check;
};
/// The keys that describe a column.
[[nodiscard]] const std::vector<std::string>& column_keys();
[[nodiscard]] ColumnDetails column_of(const Details& details, const std::string& table);

// The nouns; `table` names where they belong and gives names to what has none.
[[nodiscard]] Key key_of(const Details& details, const std::string& table);
[[nodiscard]] ForeignKey foreign_key_of(const Details& details, const std::string& table);
[[nodiscard]] Check check_of(const Details& details, const std::string& table);
[[nodiscard]] TableIndex index_of(const Details& details, const std::string& table);
[[nodiscard]] SequenceOptions sequence_of(const Details& details);
/// The keys of a table: columns, primary_key, unique, checks, foreign_keys, indexes, comment, ...
[[nodiscard]] const std::vector<std::string>& table_keys();
[[nodiscard]] Table table_of(const Details& details, const std::string& name);

}  // namespace helium::expand

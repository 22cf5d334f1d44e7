// The ledger's vocabulary in one place: names of its tables, the dialect's texts with their places
// filled, values as literals, and the statements that write rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/statement.h"
#include "history/history.h"

namespace helium::history {

/// Longest texts that the ledger's columns hold, in bytes. One set for all dialects, so that a hash
/// over them means the same everywhere (a Db2 row must fit a page of 4 KiB).
inline constexpr std::size_t title_bytes = 300;
inline constexpr std::size_t message_bytes = 1500;
inline constexpr std::size_t name_bytes = 128;

/// `text` as the ledger stores it: valid UTF-8 without NUL, at most `limit` bytes, cut between
/// characters.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t limit);

/// One column of a row on its way into the ledger.
struct Cell {
  std::string column;
  std::string sql;                   ///< literal, expression, or the marker `?`
  std::optional<std::string> value;  ///< for the marker
};

class Words {
 public:
  explicit Words(const Store& store);

  /// What it was made with.
  [[nodiscard]] const Store& store() const noexcept { return store_; }
  /// Qualified and quoted name of one of our tables: info, ledger, events.
  [[nodiscard]] std::string table(std::string_view name) const;
  /// Qualified and quoted name of an object of the schema that the records speak of.
  [[nodiscard]] std::string in_schema(std::string_view name) const;
  [[nodiscard]] std::string literal(std::string_view text) const;
  /// The dialect's text with {places} filled; {info}, {ledger}, {events} and {schema} are known.
  /// Throws Error(bug) when the dialect has no such text.
  [[nodiscard]] std::string text(std::string_view key,
                                 const std::map<std::string, std::string>& places = {}) const;

  /// A text cell: a marker where the dialect binds values, or limits literals and this one is long.
  [[nodiscard]] Cell text_cell(std::string column, std::string_view text) const;
  [[nodiscard]] Cell number_cell(std::string column, std::int64_t number) const;
  /// The dialect's text `key` as a cell; its place {began} is the moment now.
  [[nodiscard]] Cell timed_cell(std::string column, std::string_view key) const;

  /// One new row of one of our tables.
  [[nodiscard]] Statement insert(std::string_view table, const std::vector<Cell>& cells) const;
  /// Updates the ledger row of a migration.
  [[nodiscard]] Statement update(const std::string& design, std::int64_t number,
                                 const std::vector<Cell>& cells) const;
  /// One of our statements with the given text.
  [[nodiscard]] static Statement ours(std::string text);

 private:
  [[nodiscard]] std::string placed(const Cell& cell, Statement& statement) const;

  Store store_;
  std::string marker_;  ///< "?", "$" for $1, $2 ..., or "" where values stand as literals
};

/// Every {place} of `text` that `places` knows, replaced; what was put in is not read again.
[[nodiscard]] std::string filled(std::string_view text,
                                 const std::map<std::string, std::string>& places);

}  // namespace helium::history

// The nouns of a schema as Lua tables, with the keys that typed operations and Lua schemas have in
// common: what generate writes into migrations and `inspect --format lua` into a file.
#pragma once

#include <string>
#include <vector>

#include "helium/schema.h"

namespace helium::source {

/// A text as Lua's own literal, in double quotes.
[[nodiscard]] std::string lua_string(const std::string& text);

/// Members of a Lua table, in order; empty and usual ones are left out.
class Members {
 public:
  Members& text(const std::string& key, const std::string& value);
  Members& flag(const std::string& key, bool value);
  /// `value` is Lua already.
  Members& is(const std::string& key, const std::string& value);
  Members& names(const std::string& key, const std::vector<std::string>& values);
  /// Tables, a line for each.
  Members& tables(const std::string& key, const std::vector<std::string>& values);

  /// The members of `more` behind these.
  Members& and_also(const Members& more);

  // The table, in one line or a member on each.
  [[nodiscard]] std::string one_line() const;
  [[nodiscard]] std::string lines() const;
  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }

 private:
  std::vector<std::string> all_;
};

// What each noun says, in the keys of expand/details.h.
[[nodiscard]] Members members(const Column& column);
[[nodiscard]] Members members(const Key& key);
[[nodiscard]] Members members(const ForeignKey& key);
[[nodiscard]] Members members(const Check& check);
[[nodiscard]] Members members(const TableIndex& index);
[[nodiscard]] Members members(const SequenceOptions& options);

/// Each in one line.
template <typename Object>
[[nodiscard]] std::vector<std::string> tables_of(const std::vector<Object>& objects) {
  std::vector<std::string> all;
  all.reserve(objects.size());
  for (const Object& one : objects) {
    all.push_back(members(one).one_line());
  }
  return all;
}

}  // namespace helium::source

// What servers say of types and checks, in one form.
#pragma once

#include <string>
#include <unordered_map>

#include "helium/dialect.h"

namespace helium::catalog {

/// The words for types of a dialect: its list of lines `longer=shorter`, where `(n)` stands for a
/// size that says nothing.
class TypeWords {
 public:
  explicit TypeWords(const Dialect& dialect);
  /// A type in the shorter words: `character varying(20)` is `varchar(20)`. In the case of
  /// the dialect's words but for what stands in quotes.
  [[nodiscard]] std::string canonical(const std::string& type) const;

 private:
  [[nodiscard]] const std::string* shorter(const std::string& words) const;

  bool upper_;
  std::unordered_map<std::string, std::string> shorter_;
};

/// The expression alone: `CHECK ((a > 0)) NOT VALID` is `a > 0`, and so is `(a > 0)`.
[[nodiscard]] std::string check_text(std::string expression);

/// True for `nextval('"a_id_seq"'::regclass)` of that sequence, and nothing done to its number.
[[nodiscard]] bool is_next_of(const std::string& text, const std::string& sequence);

/// PostgreSQL tells `name IN ('a', 'b')` of a varchar as a cast of an array, and what it told as an
/// array of casts; this writes the second for the first, so that both compare equal.
[[nodiscard]] std::string settled_arrays(std::string expression);

}  // namespace helium::catalog

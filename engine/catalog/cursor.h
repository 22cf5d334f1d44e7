// Walks over the tokens of a statement that the server keeps: CREATE TABLE, CREATE INDEX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"

namespace helium::catalog {

class Cursor {
 public:
  /// `text` and `lexicon` must outlive the cursor.
  Cursor(std::string_view text, const Lexicon& lexicon);

  /// No token is left.
  [[nodiscard]] bool at_end() const noexcept { return at_ >= tokens_.size(); }
  /// The next token is this word (any case) or this symbol.
  [[nodiscard]] bool sees(std::string_view word, std::size_t ahead = 0) const noexcept;
  /// Steps over the word or symbol when it is next.
  bool take(std::string_view word);
  /// Steps over both words when they are next.
  bool take(std::string_view first, std::string_view second);
  /// A name, without its quotes. Steps over it; "" at the end.
  std::string name();
  /// A name behind an optional `schema.`.
  std::string qualified_name();
  /// What stands in the parentheses that open here, without them; steps behind them. "" when none.
  std::string group();
  /// The text of one token, or of a group with its parentheses, or of `word(...)` or `x'...'`.
  std::string value();
  /// Steps over one token, or over a whole group.
  void skip();
  /// True when the next token is quoted or a word, so that it may be a name or a part of a type.
  [[nodiscard]] bool sees_word() const noexcept;
  /// The whole text is one name, quoted or not.
  [[nodiscard]] bool is_one_name() const noexcept;
  /// The text from the next token to the last one that stands before `,` or `)` of this level.
  std::string rest_of_item();
  /// The text from the next token to the end.
  [[nodiscard]] std::string rest() const { return between(at_, tokens_.size()); }

 private:
  [[nodiscard]] std::string_view text_of(std::size_t index) const noexcept;
  [[nodiscard]] std::size_t behind_group(std::size_t from) const noexcept;
  [[nodiscard]] std::string between(std::size_t first, std::size_t behind) const;

  std::string_view text_;
  std::vector<sql::Token> tokens_;
  std::size_t at_ = 0;
};

/// A name as it is meant: quotes taken off, doubled quotes halved.
[[nodiscard]] std::string unquoted(std::string_view spelt);

}  // namespace helium::catalog

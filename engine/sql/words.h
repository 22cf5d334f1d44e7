// The first tokens of a statement as words, and patterns over them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"

namespace helium::sql {

/// One token that matters for what a statement is.
struct Word {
  Token::Kind kind = Token::Kind::word;
  std::string text;   ///< upper case for words, unquoted for identifiers, the byte for symbols
  std::string spelt;  ///< the same without the change of case: a name as its author wrote it
  std::uint64_t offset = 0;  ///< in the statement; where an executable comment holds it, of that

  /// True for an unquoted word with this upper-case text.
  [[nodiscard]] bool is(std::string_view word) const noexcept {
    return kind == Token::Kind::word && text == word;
  }
  /// True for this symbol.
  [[nodiscard]] bool is_symbol(char symbol) const noexcept {
    return kind == Token::Kind::symbol && text.size() == 1 && text[0] == symbol;
  }
};

/// The first `most` tokens of a statement; the content of an executable comment counts as tokens.
[[nodiscard]] std::vector<Word> words_of(std::string_view statement, const Lexicon& lexicon,
                                         std::size_t most);

/// True when one of the patterns fits the first words. A pattern is words separated by blanks; `*`
/// stands for any words up to the next named one. A fitting pattern that begins with `!` says no,
/// and the first fitting pattern decides.
[[nodiscard]] bool fits_any(const std::vector<Word>& words,
                            const std::vector<std::string>& patterns);

}  // namespace helium::sql

// Cuts a SQL text into tokens, exactly as many bytes as the dialect's server would.
//
// The lexer never fails: whatever the bytes are, it gives tokens until the end, and each moves
// forward. A quote, comment or dollar quote without its end reaches to the end of the text and is
// not `closed`; callers decide what that means. What differs between dialects comes from the
// Lexicon; nothing here asks for a dialect by name. White space and plain comments are skipped; a
// comment is a token only when the dialect's server or client acts on it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "helium/lexicon.h"

namespace helium::sql {

struct Token {
  enum class Kind {
    end,   ///< of the text
    word,  ///< keyword or unquoted name
    number,
    literal,     ///< '...' with its escapes, and "..." where that is a string
    identifier,  ///< "...", `...`, [...]
    dollar,      ///< $tag$ ... $tag$
    executable,  ///< /*! ... */, which the server runs
    directive,   ///< --#SET TERMINATOR x
    comment,     ///< only when comments are asked for
    terminator,  ///< what ends a statement: `;` unless set_terminator said otherwise
    symbol,      ///< one byte of anything else
  };
  Kind kind = Kind::end;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  char quote = 0;            ///< the byte that opened a literal or identifier
  bool backslashes = false;  ///< a backslash escapes inside this literal
  bool closed = true;

  /// The offset behind the last byte.
  [[nodiscard]] std::uint64_t end() const noexcept { return offset + length; }
};

enum class Comments { skipped, shown };

class Lexer {
 public:
  /// `text` and `lexicon` must outlive the lexer.
  Lexer(std::string_view text, const Lexicon& lexicon, Comments comments = Comments::skipped);

  /// The next token; Kind::end at the end, again and again.
  [[nodiscard]] Token next();
  /// Goes on at `offset`, which must be where a token may begin.
  void seek(std::uint64_t offset) noexcept { at_ = offset; }
  /// Passes over words, numbers and commas without making tokens of them; stops in front of
  /// anything else, and of a word that may be the prefix of a literal. Gives where the last of them
  /// ended, or `end` when there was none.
  [[nodiscard]] std::uint64_t pass_words(std::uint64_t end) noexcept;
  /// What ends a statement from here on; never empty.
  void set_terminator(std::string terminator);
  [[nodiscard]] const std::string& terminator() const noexcept { return terminator_; }
  [[nodiscard]] std::string_view text_of(const Token& token) const noexcept {
    return text_.substr(token.offset, token.length);
  }

 private:
  // What a byte may begin.
  enum class Class : std::uint8_t { symbol, blank, word, digit, quote, dollar, dash, slash, hash };

  void classify();
  [[nodiscard]] char byte(std::uint64_t offset) const noexcept {
    return offset < text_.size() ? text_[offset] : '\0';
  }
  [[nodiscard]] Class class_at(std::uint64_t offset) const noexcept {
    return offset < text_.size() ? classes_[static_cast<unsigned char>(text_[offset])]
                                 : Class::symbol;
  }
  [[nodiscard]] bool continues_word(std::uint64_t offset) const noexcept {
    return offset < text_.size() && continues_[static_cast<unsigned char>(text_[offset])];
  }
  [[nodiscard]] bool at_terminator(std::uint64_t offset) const noexcept {
    return text_[offset] == terminator_.front() &&
           (terminator_.size() == 1 || text_.compare(offset, terminator_.size(), terminator_) == 0);
  }
  [[nodiscard]] bool opens_line_comment(std::uint64_t offset) const noexcept;
  [[nodiscard]] bool is_executable(std::uint64_t offset) const noexcept;

  [[nodiscard]] Token token(Token::Kind kind, std::uint64_t end) const;
  [[nodiscard]] Token token_behind_blanks();
  [[nodiscard]] Token begin_token();
  [[nodiscard]] Token line_comment();
  [[nodiscard]] Token block_comment() const;
  [[nodiscard]] Token executable_comment() const;
  [[nodiscard]] Token word() const;
  [[nodiscard]] Token quoted() const;
  [[nodiscard]] Token dollar_quoted() const;
  [[nodiscard]] std::uint64_t end_of_quote(std::uint64_t from, char quote, bool backslashes) const;
  [[nodiscard]] std::uint64_t end_of_line(std::uint64_t from) const noexcept;

  std::string_view text_;
  const Lexicon& lexicon_;
  Comments comments_;
  std::array<Class, 256> classes_{};
  std::array<bool, 256> continues_{};  // what may go on a word
  std::string terminator_ = ";";
  bool word_terminator_ = false;  // it begins with a byte that may stand in a word: $$, go
  bool escapes_next_ = false;     // the word just read was a prefix like E
  std::uint64_t at_ = 0;
};

}  // namespace helium::sql

// Follows one statement token by token and knows whether a terminator ends it or belongs to a body.
//
// A routine, trigger or event may hold statements of its own between BEGIN and END. The words that
// own, open and close such bodies come from the Lexicon. Words like IF and REPEAT are functions in
// expressions and open a block only where a statement may begin; CASE and BEGIN open one everywhere
// in a body.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/lexer.h"

namespace helium::sql {

class Body {
 public:
  explicit Body(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// One more token of the statement.
  void take(const Token& token, std::string_view text);
  /// True when the statement owns no body: words say nothing more about where it ends.
  [[nodiscard]] bool settled() const noexcept { return owner_ == Owner::no && copy_ == Copy::no; }
  /// True when a terminator now ends the statement.
  [[nodiscard]] bool ends_here() const noexcept { return open_.empty() && parentheses_ == 0; }
  /// Where the innermost open block begins: offset of its first byte. Only while !ends_here().
  [[nodiscard]] std::uint64_t opened_at() const noexcept {
    return open_.empty() ? parenthesis_at_ : open_.back().offset;
  }
  /// True when a parenthesis, not a block, is what is open.
  [[nodiscard]] bool in_parentheses() const noexcept { return open_.empty() && parentheses_ > 0; }
  /// True for COPY ... FROM STDIN, of which only a client program knows the data.
  [[nodiscard]] bool copies_from_stdin() const noexcept { return copy_ == Copy::from_stdin; }

 private:
  enum class Owner { unknown, yes, no };
  enum class Copy { no, copy, from, from_stdin };
  struct Block {
    std::uint64_t offset = 0;  // of the word that opened it
    bool expression = false;   // a CASE that is no statement
  };

  void follow_parentheses(const Token& token, std::string_view text);
  void take_word(const Token& token, std::string_view text);
  void decide_owner(const std::string& word);
  void follow_copy(const std::string& word);
  void settle_loop(const Token& token, std::string_view text);
  void follow_blocks(const Token& token, const std::string& word);
  [[nodiscard]] bool may_begin_statement() const;

  const Lexicon& lexicon_;
  Owner owner_ = Owner::unknown;
  Copy copy_ = Copy::no;
  std::vector<Block> open_;
  std::optional<std::uint64_t> loop_at_;  // of a FOR that may yet be a clause
  std::uint64_t parentheses_ = 0;
  std::uint64_t parenthesis_at_ = 0;
  std::uint32_t count_ = 0;  // of tokens so far
  std::string before_;       // the previous token: an upper-case word, or the byte of a symbol
  std::uint64_t first_at_ = 0;
  std::string first_;  // the first words, joined by blanks, until the owner is decided
};

}  // namespace helium::sql

#include "catalog/cursor.h"

#include "base/text.h"

namespace helium::catalog {

using sql::Token;

std::string unquoted(std::string_view spelt) {
  if (spelt.size() < 2 || (spelt.front() != '"' && spelt.front() != '`' && spelt.front() != '[' &&
                           spelt.front() != '\'')) {
    return std::string(spelt);
  }
  const char close = spelt.front() == '[' ? ']' : spelt.front();
  const std::string inside(spelt.substr(1, spelt.size() - 2));
  return close == ']' ? inside
                      : base::replaced(inside, std::string(2, close), std::string(1, close));
}

Cursor::Cursor(std::string_view text, const Lexicon& lexicon) : text_(text) {
  sql::Lexer lexer(text, lexicon);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    tokens_.push_back(token);
  }
}

std::string_view Cursor::text_of(std::size_t index) const noexcept {
  return index < tokens_.size() ? text_.substr(tokens_[index].offset, tokens_[index].length)
                                : std::string_view();
}

bool Cursor::sees(std::string_view word, std::size_t ahead) const noexcept {
  const std::size_t index = at_ + ahead;
  return index < tokens_.size() && tokens_[index].kind != Token::Kind::identifier &&
         tokens_[index].kind != Token::Kind::literal && base::same_word(text_of(index), word);
}

bool Cursor::sees_word() const noexcept {
  return at_ < tokens_.size() &&
         (tokens_[at_].kind == Token::Kind::word || tokens_[at_].kind == Token::Kind::identifier ||
          tokens_[at_].kind == Token::Kind::literal);
}

bool Cursor::is_one_name() const noexcept {
  return tokens_.size() == 1 && sees_word();
}

bool Cursor::take(std::string_view word) {
  const bool seen = sees(word);
  at_ += seen ? 1 : 0;
  return seen;
}

bool Cursor::take(std::string_view first, std::string_view second) {
  const bool seen = sees(first) && sees(second, 1);
  at_ += seen ? 2 : 0;
  return seen;
}

std::string Cursor::name() {
  return at_end() ? std::string() : unquoted(text_of(at_++));
}

std::string Cursor::qualified_name() {
  std::string first = name();
  return take(".") ? name() : first;
}

std::size_t Cursor::behind_group(std::size_t from) const noexcept {
  std::size_t depth = 0;
  for (std::size_t i = from; i < tokens_.size(); ++i) {
    if (tokens_[i].kind != Token::Kind::symbol) {
      continue;
    }
    const char symbol = text_[tokens_[i].offset];
    depth += symbol == '(' ? 1 : 0;
    if (symbol == ')' && --depth == 0) {
      return i + 1;
    }
  }
  return tokens_.size();
}

std::string Cursor::between(std::size_t first, std::size_t behind) const {
  if (first >= behind) {
    return {};
  }
  const auto from = tokens_[first].offset;
  return std::string(text_.substr(from, tokens_[behind - 1].end() - from));
}

std::string Cursor::group() {
  if (!sees("(")) {
    return {};
  }
  const std::size_t behind = behind_group(at_);
  std::string inside = between(at_ + 1, behind - 1);
  at_ = behind;
  return inside;
}

std::string Cursor::value() {
  const std::size_t first = at_;
  if (sees("(")) {
    at_ = behind_group(at_);
    return between(first, at_);
  }
  if (sees("-") || sees("+")) {
    ++at_;
  }
  ++at_;
  if (sees("(")) {
    at_ = behind_group(at_);
  } else if (!at_end() && tokens_[at_].kind == Token::Kind::literal &&
             tokens_[at_ - 1].kind == Token::Kind::word &&
             tokens_[at_].offset == tokens_[at_ - 1].end()) {
    ++at_;  // x'00ff': a word, and with nothing between them a literal
  }
  return between(first, at_);
}

void Cursor::skip() {
  at_ = sees("(") ? behind_group(at_) : at_ + 1;
}

std::string Cursor::rest_of_item() {
  const std::size_t first = at_;
  while (!at_end() && !sees(",") && !sees(")")) {
    skip();
  }
  return between(first, at_);
}

}  // namespace helium::catalog

#include "sql/lexer.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace helium::sql {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::uint64_t nowhere = std::string_view::npos;

bool is_letter(int byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
         byte >= 0x80;
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

Lexer::Lexer(std::string_view text, const Lexicon& lexicon, Comments comments)
    : text_(text), lexicon_(lexicon), comments_(comments) {
  classify();
  if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) {
    at_ = byte_order_mark.size();
  }
}

void Lexer::classify() {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    Class& its = classes_[static_cast<std::size_t>(byte)];
    if (is_blank(c)) {
      its = Class::blank;
    } else if (is_letter(byte)) {
      its = Class::word;
    } else if (c >= '0' && c <= '9') {
      its = Class::digit;
    }
  }
  const auto set = [&](char c, Class its) { classes_[static_cast<unsigned char>(c)] = its; };
  // `#` and `@` may begin a name (DB2); `$` may only go on one, so that $tag$ and $1 stay what they
  // are.
  for (const char c : lexicon_.identifier_symbols) {
    if (c != '$') {
      set(c, Class::word);
    }
  }
  set('\'', Class::quote);
  set('"', Class::quote);
  if (lexicon_.backtick_identifiers) {
    set('`', Class::quote);
  }
  if (lexicon_.bracket_identifiers) {
    set('[', Class::quote);
  }
  if (lexicon_.dollar_quotes) {
    set('$', Class::dollar);
  }
  if (lexicon_.hash_comments) {
    set('#', Class::hash);
  }
  set('-', Class::dash);
  set('/', Class::slash);
  for (std::size_t byte = 0; byte < classes_.size(); ++byte) {
    const Class its = classes_[byte];
    continues_[byte] =
        its == Class::word || its == Class::digit ||
        lexicon_.identifier_symbols.find(static_cast<char>(byte)) != std::string::npos;
  }
}

void Lexer::set_terminator(std::string terminator) {
  terminator_ = std::move(terminator);
  const auto first = static_cast<unsigned char>(terminator_.front());
  word_terminator_ = classes_[first] == Class::word || classes_[first] == Class::digit ||
                     lexicon_.identifier_symbols.find(terminator_.front()) != std::string::npos;
}

bool Lexer::opens_line_comment(std::uint64_t offset) const noexcept {
  if (byte(offset) == '#') {
    return lexicon_.hash_comments;
  }
  if (byte(offset) != '-' || byte(offset + 1) != '-') {
    return false;
  }
  const bool spaced =
      offset + 2 >= text_.size() || static_cast<unsigned char>(byte(offset + 2)) <= ' ';
  return spaced || !lexicon_.dash_comment_needs_space;
}

bool Lexer::is_executable(std::uint64_t offset) const noexcept {
  return lexicon_.executable_comments &&
         (byte(offset + 2) == '!' || (byte(offset + 2) == 'M' && byte(offset + 3) == '!'));
}

Token Lexer::token(Token::Kind kind, std::uint64_t end) const {
  return {.kind = kind, .offset = at_, .length = std::min<std::uint64_t>(end, text_.size()) - at_};
}

// Called for every token of a dump of any size: its small parts are worth inlining.
[[gnu::flatten]] Token Lexer::next() {
  Token found = token_behind_blanks();
  while (found.kind == Token::Kind::comment && comments_ == Comments::skipped && found.closed) {
    found = token_behind_blanks();
  }
  return found;
}

Token Lexer::token_behind_blanks() {
  while (class_at(at_) == Class::blank) {
    ++at_;
  }
  if (at_ >= text_.size()) {
    at_ = text_.size();
    return token(Token::Kind::end, at_);
  }
  const Token found = begin_token();
  at_ = found.end();
  escapes_next_ =
      byte(at_) == '\'' && found.kind == Token::Kind::word &&
      std::any_of(lexicon_.escape_prefixes.begin(), lexicon_.escape_prefixes.end(),
                  [&](const auto& word) { return base::same_word(word, text_of(found)); });
  return found;
}

std::uint64_t Lexer::pass_words(std::uint64_t end) noexcept {
  while (!word_terminator_) {
    std::uint64_t at = at_;
    while (class_at(at) == Class::blank) {
      ++at;
    }
    const bool number = class_at(at) == Class::digit;
    std::uint64_t behind = at + 1;
    if (number || class_at(at) == Class::word) {
      while (continues_word(behind) || (number && byte(behind) == '.')) {
        ++behind;
      }
      if (class_at(behind) == Class::quote) {
        break;
      }
    } else if (byte(at) != ',' || terminator_.front() == ',') {
      break;
    }
    at_ = end = behind;
  }
  return end;
}

Token Lexer::begin_token() {
  if (at_terminator(at_)) {
    return token(Token::Kind::terminator, at_ + terminator_.size());
  }
  const Class its = class_at(at_);
  if (its == Class::word || its == Class::digit) {
    return word();
  }
  if (opens_line_comment(at_)) {
    return line_comment();
  }
  switch (its) {
    case Class::quote:
      return quoted();
    case Class::dollar:
      return dollar_quoted();
    case Class::slash:
      if (byte(at_ + 1) == '*') {
        return is_executable(at_) ? executable_comment() : block_comment();
      }
      break;
    default:
      break;
  }
  return token(Token::Kind::symbol, at_ + 1);
}

std::uint64_t Lexer::end_of_line(std::uint64_t from) const noexcept {
  return std::min<std::uint64_t>(text_.find_first_of("\r\n", from), text_.size());
}

Token Lexer::line_comment() {
  constexpr std::string_view mark = "--#SET TERMINATOR";
  const std::uint64_t end = end_of_line(at_);
  const bool directive =
      lexicon_.terminator_comment && base::same_word(text_.substr(at_, mark.size()), mark);
  return token(directive ? Token::Kind::directive : Token::Kind::comment, end);
}

Token Lexer::block_comment() const {
  std::uint64_t depth = 1;
  std::uint64_t at = at_ + 2;
  while (depth > 0) {
    at = text_.find_first_of(lexicon_.nested_comments ? "*/" : "*", at);
    if (at == nowhere) {
      Token open = token(Token::Kind::comment, text_.size());
      open.closed = false;
      return open;
    }
    if (text_[at] == '*' && byte(at + 1) == '/') {
      --depth;
      at += 2;
    } else if (text_[at] == '/' && byte(at + 1) == '*') {
      ++depth;
      at += 2;
    } else {
      ++at;
    }
  }
  return token(Token::Kind::comment, at);
}

// Its content is SQL: quotes in it may hold the closing mark.
Token Lexer::executable_comment() const {
  std::uint64_t at = at_ + 3;
  while (at < text_.size()) {
    const char c = text_[at];
    if (c == '*' && byte(at + 1) == '/') {
      return token(Token::Kind::executable, at + 2);
    }
    if (c == '\'' || c == '"' || c == '`') {
      at = end_of_quote(at + 1, c, c != '`' && lexicon_.backslash_escapes);
      if (at == nowhere) {
        break;
      }
    } else {
      ++at;
    }
  }
  Token open = token(Token::Kind::executable, text_.size());
  open.closed = false;
  return open;
}

Token Lexer::word() const {
  const bool number = class_at(at_) == Class::digit;
  std::uint64_t end = at_ + 1;
  while (continues_word(end) || (number && byte(end) == '.')) {
    if (word_terminator_ && at_terminator(end)) {
      break;
    }
    ++end;
  }
  return token(number ? Token::Kind::number : Token::Kind::word, end);
}

// The offset behind the closing quote, a doubled quote being content; nowhere when it never closes.
std::uint64_t Lexer::end_of_quote(std::uint64_t from, char quote, bool backslashes) const {
  std::uint64_t at = from;
  std::uint64_t close = text_.find(quote, at);
  while (close != nowhere) {
    // Two searches for one byte each: one search for both of them is several times slower.
    const std::uint64_t escape = backslashes ? text_.substr(at, close - at).find('\\') : nowhere;
    if (escape != nowhere) {
      at += escape + 2;
    } else if (byte(close + 1) == quote && quote != ']') {
      at = close + 2;
    } else {
      return close + 1;
    }
    close = close < at ? text_.find(quote, at) : close;
  }
  return nowhere;
}

Token Lexer::quoted() const {
  const char quote = text_[at_];
  const bool is_string = quote == '\'' || (quote == '"' && lexicon_.double_quoted_strings);
  const bool backslashes = is_string && (lexicon_.backslash_escapes || escapes_next_);
  std::uint64_t end = end_of_quote(at_ + 1, quote == '[' ? ']' : quote, backslashes);
  // E'a' <newline> 'b' is one literal, and its second part has escapes too.
  while (end != nowhere && escapes_next_ && is_string) {
    const std::uint64_t more = text_.find_first_not_of(" \t\r\n\f\v", end);
    const bool goes_on = more != nowhere && text_[more] == '\'' &&
                         text_.substr(end, more - end).find_first_of("\r\n") != nowhere;
    if (!goes_on) {
      break;
    }
    end = end_of_quote(more + 1, quote, true);
  }
  Token found = token(is_string ? Token::Kind::literal : Token::Kind::identifier, end);
  found.quote = quote;
  found.backslashes = backslashes;
  found.closed = end != nowhere;
  return found;
}

Token Lexer::dollar_quoted() const {
  std::uint64_t end = at_ + 1;
  if (class_at(end) == Class::word) {
    while (class_at(end) == Class::word || class_at(end) == Class::digit) {
      ++end;
    }
  }
  if (byte(end) != '$') {
    return token(Token::Kind::symbol, at_ + 1);
  }
  const std::string_view tag = text_.substr(at_, end + 1 - at_);
  const std::uint64_t close = text_.find(tag, end + 1);
  Token found = token(Token::Kind::dollar, close == nowhere ? text_.size() : close + tag.size());
  found.closed = close != nowhere;
  return found;
}

}  // namespace helium::sql

#include "sql/split.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "sql/body.h"

namespace helium::sql {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The first word of a line behind a command, without quotes around it.
std::string argument_of(std::string_view line) {
  line = base::trimmed(line);
  const bool quoted = line.size() > 2 && (line[0] == '\'' || line[0] == '"' || line[0] == '`') &&
                      line.find(line[0], 1) != std::string_view::npos;
  if (quoted) {
    return std::string(line.substr(1, line.find(line[0], 1) - 1));
  }
  return std::string(line.substr(0, line.find_first_of(" \t")));
}

}  // namespace

Splitter::Splitter(std::string_view text, const Lexicon& lexicon, std::string file)
    : text_(text), lexicon_(lexicon), file_(std::move(file)), lexer_(text, lexicon) {
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    counted_ = byte_order_mark.size();
  }
}

Splitter::Splitter(std::string_view part, const Lexicon& lexicon, std::string file,
                   const SplitMark& from, bool last)
    : Splitter(part, lexicon, std::move(file)) {
  resumed_ = from.offset > 0;
  last_ = last;
  last_terminator_ = from.terminator;
  line_ = from.line;
  column_ = from.column;
  lexer_.set_terminator(from.terminator);
  if (resumed_) {
    counted_ = 0;  // a byte order mark in the middle of a text is none
    lexer_.seek(0);
  }
}

SplitMark Splitter::mark() const {
  // Before the first piece a byte order mark is counted, and nothing is behind us.
  const std::uint64_t since = std::max(last_end_, counted_) - counted_;
  const auto place = base::position_at(text_.substr(counted_, since), since, {line_, column_});
  return {.offset = last_end_,
          .line = place.line,
          .column = place.column,
          .terminator = last_terminator_};
}

std::optional<Piece> Splitter::next() {
  Body body(lexicon_);
  std::optional<std::uint64_t> begin;
  std::uint64_t end = 0;
  for (;;) {
    const Token token = lexer_.next();
    if (!token.closed) {
      throw unclosed(token);
    }
    const bool may_end = token.kind == Token::Kind::end || token.kind == Token::Kind::terminator;
    const bool standard = may_end && lexer_.terminator() == ";";
    const bool ends =
        token.kind == Token::Kind::end || (may_end && (!standard || body.ends_here()));
    if (token.kind == Token::Kind::end && !last_) {
      return std::nullopt;
    }
    if (ends && begin) {
      if (token.kind == Token::Kind::end && standard && !body.ends_here()) {
        throw error_at(
            body.opened_at(), 1,
            body.in_parentheses() ? "this parenthesis is never closed" : "this block has no END");
      }
      return piece(*begin, end);
    }
    if (token.kind == Token::Kind::end) {
      return std::nullopt;
    }
    if (ends || (!begin && is_client_command(token))) {
      continue;
    }
    if (token.kind == Token::Kind::directive) {
      continue;  // in the middle of a statement it is a comment
    }
    if (token.kind == Token::Kind::symbol && lexicon_.psql_commands &&
        text_[token.offset] == '\\') {
      refuse_client_text(token);
    }
    body.take(token, lexer_.text_of(token));
    if (body.copies_from_stdin()) {
      throw error_at(begin.value_or(token.offset), token.end() - begin.value_or(token.offset),
                     "COPY ... FROM STDIN is refused: its data belong to a client program")
          .hinting("write INSERT statements, or COPY ... FROM a file of the server");
    }
    begin = begin.value_or(token.offset);
    end = body.settled() ? lexer_.pass_words(token.end()) : token.end();
  }
}

// DELIMITER and --#SET TERMINATOR are for the client that reads the file, which is us.
bool Splitter::is_client_command(const Token& token) {
  const std::string_view word = lexer_.text_of(token);
  if (token.kind == Token::Kind::directive) {
    const std::size_t skip = std::string_view("--#SET TERMINATOR").size();
    set_terminator(word.substr(std::min(skip, word.size())), token.offset);
    return true;
  }
  const bool delimiter = lexicon_.delimiter_command && token.kind == Token::Kind::word &&
                         base::same_word(word, "DELIMITER");
  if (!delimiter) {
    return false;
  }
  const std::uint64_t end =
      std::min<std::uint64_t>(text_.find_first_of("\r\n", token.end()), text_.size());
  set_terminator(text_.substr(token.end(), end - token.end()), token.offset);
  lexer_.seek(end);
  return true;
}

void Splitter::set_terminator(std::string_view line, std::uint64_t line_offset) {
  std::string terminator = argument_of(line);
  if (terminator.empty() || terminator.find('\\') != std::string::npos) {
    throw error_at(line_offset, 1, "the new terminator is missing, or holds a backslash");
  }
  lexer_.set_terminator(std::move(terminator));
}

void Splitter::refuse_client_text(const Token& token) const {
  std::uint64_t end = token.end();
  while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ') {
    ++end;
  }
  const std::string name(text_.substr(token.offset, end - token.offset));
  throw error_at(token.offset, name.size(),
                 base::printable(name) + " is a command of psql, not SQL")
      .hinting("remove it; Helium sends only SQL to the server");
}

Piece Splitter::piece(std::uint64_t begin, std::uint64_t end) {
  const auto place = base::position_at(text_.substr(counted_, begin - counted_), begin - counted_,
                                       {line_, column_});
  counted_ = begin;
  last_end_ = end;
  last_terminator_ = lexer_.terminator();
  line_ = place.line;
  column_ = place.column;
  return {.offset = begin, .length = end - begin, .line = line_, .column = column_};
}

Error Splitter::error_at(std::uint64_t offset, std::uint64_t length,
                         const std::string& message) const {
  const auto place = base::position_at(text_.substr(counted_, offset - counted_), offset - counted_,
                                       {line_, column_});
  return Error(Fault::design, message)
      .at({.file = file_,
           .line = place.line,
           .column = place.column,
           .offset = offset,
           .length = length})
      .showing(resumed_ ? std::string() : base::line_of(text_, place.line));
}

Error Splitter::unclosed(const Token& token) const {
  switch (token.kind) {
    case Token::Kind::literal:
      return error_at(token.offset, 1, "this string is never closed");
    case Token::Kind::identifier:
      return error_at(token.offset, 1, "this quoted name is never closed");
    case Token::Kind::dollar:
      return error_at(token.offset, 1, "this dollar quote is never closed");
    default:
      return error_at(token.offset, 2, "this comment is never closed");
  }
}

std::vector<Piece> split(std::string_view text, const Lexicon& lexicon, const std::string& file) {
  std::vector<Piece> pieces;
  Splitter splitter(text, lexicon, file);
  while (const auto piece = splitter.next()) {
    pieces.push_back(*piece);
  }
  return pieces;
}

Place place_at(std::string_view text, std::uint64_t offset, const Lexicon& lexicon) {
  Lexer lexer(text, lexicon, Comments::shown);
  for (;;) {
    const Token token = lexer.next();
    if (token.kind == Token::Kind::end || token.offset >= offset) {
      return {};
    }
    if (token.end() < offset || (token.end() == offset && token.closed)) {
      continue;
    }
    switch (token.kind) {
      case Token::Kind::literal:
        return {Context::literal, token.quote, token.backslashes};
      case Token::Kind::identifier:
        return {Context::identifier, token.quote, false};
      case Token::Kind::dollar:
        return {Context::dollar_quote, '$', false};
      case Token::Kind::comment:
      case Token::Kind::directive:
        return {Context::comment, 0, false};
      default:
        return {};
    }
  }
}

}  // namespace helium::sql

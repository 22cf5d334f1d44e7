// Any bytes as tokens of any dialect: in order, each moving forward, blanks and comments only
// between them, the end only at the end; and comments shown change no other token.
#include <vector>

#include "dialects.h"
#include "sql/lexer.h"

namespace {

using helium::sql::Comments;
using helium::sql::Lexer;
using helium::sql::Token;

std::vector<Token> tokens_of(std::string_view text, const helium::Lexicon& lexicon,
                             Comments comments) {
  std::vector<Token> tokens;
  std::uint64_t end = 0;
  Lexer lexer(text, lexicon, comments);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    fuzz::must(token.offset >= end && token.length > 0 && token.end() <= text.size());
    fuzz::must(lexer.text_of(token).size() == token.length);
    end = token.end();
    tokens.push_back(token);
  }
  fuzz::must(lexer.next().kind == Token::Kind::end);
  return tokens;
}

bool is_blank(std::string_view between) {
  return between.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [lexicon, text] = fuzz::input_of(data, size);
  const auto plain = tokens_of(text, lexicon, Comments::skipped);
  std::size_t at = 0;
  std::uint64_t end = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (const Token& token : tokens_of(text, lexicon, Comments::shown)) {
    fuzz::must(is_blank(text.substr(end, token.offset - end)));
    end = token.end();
    if (token.kind != Token::Kind::comment || !token.closed) {  // an open one is always told
      fuzz::must(at < plain.size() && plain[at].kind == token.kind &&
                 plain[at].offset == token.offset && plain[at].length == token.length);
      ++at;
    }
  }
  fuzz::must(at == plain.size() && is_blank(text.substr(end)));
  return 0;
}

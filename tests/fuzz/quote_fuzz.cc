// Any bytes as a value and as a name: what is quoted is exactly one token, or an Error.
#include "dialects.h"
#include "helium/error.h"
#include "sql/lexer.h"
#include "sql/quote.h"

namespace {

void check_one_token(std::string_view quoted, helium::sql::Token::Kind kind,
                     const helium::Lexicon& lexicon) {
  helium::sql::Lexer lexer(quoted, lexicon);
  auto token = lexer.next();
  if (token.kind == helium::sql::Token::Kind::word) {  // E'...'
    fuzz::must(lexer.text_of(token) == lexicon.escape_prefixes.at(0) &&
               quoted[token.end()] == '\'');
    token = lexer.next();
    fuzz::must(token.backslashes);
  }
  fuzz::must(token.kind == kind && token.closed && token.end() == quoted.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using Kind = helium::sql::Token::Kind;
  const auto [lexicon, text] = fuzz::input_of(data, size);
  try {
    check_one_token(helium::sql::quote_literal(text, lexicon), Kind::literal, lexicon);
    check_one_token(helium::sql::quote_identifier(text, lexicon), Kind::identifier, lexicon);
  } catch (const helium::Error&) {
    return 0;
  }
  return 0;
}

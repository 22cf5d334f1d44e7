// Any bytes as a value and as a name: what is quoted is exactly one token, or an Error.
#include "dialects.h"
#include "helium/error.h"
#include "sql/lexer.h"
#include "sql/quote.h"

namespace {

void check_one_token(std::string_view quoted, helium::sql::Token::Kind kind,
                     const helium::Lexicon& lexicon) {
  helium::sql::Lexer lexer(quoted, lexicon);
  const auto token = lexer.next();
  fuzz::must(token.kind == kind && token.closed && token.length == quoted.size());
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

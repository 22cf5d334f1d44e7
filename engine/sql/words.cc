#include "sql/words.h"

#include "base/text.h"

namespace helium::sql {
namespace {

// "a""b" -> a"b; the closing byte of [ is ].
std::string unquoted(std::string_view token, char quote) {
  const char close = quote == '[' ? ']' : quote;
  std::string name;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    name += token[i];
    if (token[i] == close && token[i + 1] == close && i + 2 < token.size()) {
      ++i;
    }
  }
  return name;
}

Word word_of(const Token& token, std::string_view text) {
  Word word{token.kind, std::string(text), std::string(text), token.offset};
  if (token.kind == Token::Kind::word) {
    word.text = base::upper(text);
  } else if (token.kind == Token::Kind::identifier) {
    word.text = unquoted(text, token.quote);
    word.spelt = word.text;
  }
  return word;
}

// /*!50001 CREATE ... */ -> CREATE ...
std::string_view content_of(std::string_view executable) {
  std::string_view content = executable.substr(0, executable.size() - 2);
  content.remove_prefix(std::min(content.find('!') + 1, content.size()));
  const std::size_t begin = content.find_first_not_of("0123456789");
  return begin == std::string_view::npos ? std::string_view() : content.substr(begin);
}

bool fits(const std::vector<Word>& words, std::string_view pattern) {
  std::size_t at = 0;
  bool any = false;
  while (!pattern.empty()) {
    const std::size_t blank = pattern.find(' ');
    const std::string_view wanted = pattern.substr(0, blank);
    pattern = blank == std::string_view::npos ? std::string_view() : pattern.substr(blank + 1);
    if (wanted == "*") {
      any = true;
      continue;
    }
    // Only words count: names in quotes and symbols lie between them.
    while (at < words.size() && !words[at].is(wanted)) {
      if (!any && words[at].kind == Token::Kind::word) {
        return false;
      }
      ++at;
    }
    if (at == words.size()) {
      return false;
    }
    ++at;
    any = false;
  }
  return true;
}

}  // namespace

std::vector<Word> words_of(std::string_view statement, const Lexicon& lexicon, std::size_t most) {
  std::vector<Word> words;
  Lexer lexer(statement, lexicon);
  while (words.size() < most) {
    const Token token = lexer.next();
    if (token.kind == Token::Kind::end) {
      break;
    }
    if (token.kind != Token::Kind::executable || !token.closed) {
      words.push_back(word_of(token, lexer.text_of(token)));
      continue;
    }
    for (auto& inner : words_of(content_of(lexer.text_of(token)), lexicon, most - words.size())) {
      inner.offset = token.offset;
      words.push_back(std::move(inner));
    }
  }
  return words;
}

bool fits_any(const std::vector<Word>& words, const std::vector<std::string>& patterns) {
  for (const auto& pattern : patterns) {
    const bool negative = !pattern.empty() && pattern[0] == '!';
    if (fits(words, std::string_view(pattern).substr(negative ? 1 : 0))) {
      return !negative;
    }
  }
  return false;
}

}  // namespace helium::sql

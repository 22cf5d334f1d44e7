#include "sql/word_reader.h"

#include <algorithm>

namespace helium::sql {

bool WordReader::take(std::string_view word) {
  const bool there = at_ < words_.size() && words_[at_].is(word);
  at_ += there ? 1U : 0U;
  return there;
}

bool WordReader::take_one_of(std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return take(word); });
}

bool WordReader::take_symbol(char symbol) {
  const bool there = at_ < words_.size() && words_[at_].is_symbol(symbol);
  at_ += there ? 1U : 0U;
  return there;
}

bool WordReader::take_create() {
  if (!take("CREATE")) {
    return false;
  }
  while (take_one_of({"OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED"})) {
  }
  return true;
}

void WordReader::take_if_exists() {
  if (take("IF")) {
    (void)take("NOT");
    (void)take("EXISTS");
  }
}

const Word* WordReader::name_here() const {
  const bool there = at_ < words_.size() && (words_[at_].kind == Token::Kind::word ||
                                             words_[at_].kind == Token::Kind::identifier);
  return there ? &words_[at_] : nullptr;
}

const Word* WordReader::name() {
  take_if_exists();
  (void)take("ONLY");
  const Word* last = nullptr;
  do {
    last = name_here();
    at_ += last == nullptr ? 0U : 1U;
  } while (last != nullptr && take_symbol('.'));
  return last;
}

}  // namespace helium::sql

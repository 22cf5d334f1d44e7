#include "ddl/stashed.h"

#include <algorithm>

#include "sql/words.h"

namespace helium::ddl {
namespace {

using sql::Word;

constexpr std::size_t most_words = 4000;  // the columns of a wide table

// ALTER TABLE note RENAME TO stash, or RENAME TABLE note TO stash.
std::optional<Stashed> renamed(const std::vector<Word>& words, const std::string& stash) {
  if (words.size() < 5 || words.back().spelt != stash || !words[words.size() - 2].is("TO")) {
    return std::nullopt;
  }
  const bool altered = words.size() == 6 && words[0].is("ALTER") && words[3].is("RENAME");
  const bool plain = words.size() == 5 && words[0].is("RENAME");
  if (!altered && !plain) {
    return std::nullopt;
  }
  const bool sequence = words[1].is("SEQUENCE");
  return Stashed{sequence ? Stash::Kind::sequence : Stash::Kind::table, words[2].spelt};
}

// CREATE TABLE stash ... AS SELECT ... FROM person ...
std::optional<Stashed> copied(const std::vector<Word>& words, const std::string& stash) {
  if (words.size() < 3 || !words[0].is("CREATE") || words[2].spelt != stash) {
    return std::nullopt;
  }
  const auto from =
      std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("FROM"); });
  return words.end() - from < 2 ? Stashed{} : Stashed{Stash::Kind::rows, from[1].spelt};
}

}  // namespace

std::string stash_stem(const std::string& prefix, const std::string& design, std::int64_t number) {
  return prefix + "stash_" + design + "_" + std::to_string(number) + "_";
}

std::optional<Stashed> stashed(const std::vector<Statement>& statements, const std::string& stash,
                               const Lexicon& lexicon) {
  for (const Statement& statement : statements) {
    const auto words = sql::words_of(statement.text, lexicon, most_words);
    if (auto table = renamed(words, stash)) {
      return table;
    }
    if (auto rows = copied(words, stash)) {
      return rows;
    }
  }
  return std::nullopt;
}

}  // namespace helium::ddl

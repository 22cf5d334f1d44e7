#include "sql/shape.h"

#include <algorithm>
#include <array>

#include "sql/names.h"
#include "sql/words.h"

namespace helium::sql {
namespace {

using Kind = Shape::Kind;

// Enough for every pattern and name; a list of values behind them says nothing more.
constexpr std::size_t most_words = 400;

struct VerbKind {
  const char* verb;
  Kind kind;
};

constexpr std::array verb_kinds = {
    VerbKind{"SELECT", Kind::query},
    VerbKind{"VALUES", Kind::query},
    VerbKind{"TABLE", Kind::query},
    VerbKind{"SHOW", Kind::query},
    VerbKind{"EXPLAIN", Kind::query},
    VerbKind{"DESCRIBE", Kind::query},
    VerbKind{"DESC", Kind::query},
    VerbKind{"INSERT", Kind::dml},
    VerbKind{"UPDATE", Kind::dml},
    VerbKind{"DELETE", Kind::dml},
    VerbKind{"MERGE", Kind::dml},
    VerbKind{"REPLACE", Kind::dml},
    VerbKind{"COPY", Kind::dml},
    VerbKind{"LOAD", Kind::dml},
    VerbKind{"CREATE", Kind::ddl},
    VerbKind{"ALTER", Kind::ddl},
    VerbKind{"DROP", Kind::ddl},
    VerbKind{"RENAME", Kind::ddl},
    VerbKind{"TRUNCATE", Kind::ddl},
    VerbKind{"COMMENT", Kind::ddl},
    VerbKind{"GRANT", Kind::ddl},
    VerbKind{"REVOKE", Kind::ddl},
    VerbKind{"REINDEX", Kind::ddl},
    VerbKind{"REFRESH", Kind::ddl},
    VerbKind{"CLUSTER", Kind::ddl},
    VerbKind{"COMMIT", Kind::transaction_control},
    VerbKind{"ROLLBACK", Kind::transaction_control},
    VerbKind{"SAVEPOINT", Kind::transaction_control},
    VerbKind{"RELEASE", Kind::transaction_control},
    VerbKind{"ABORT", Kind::transaction_control},
    VerbKind{"END", Kind::transaction_control},
    VerbKind{"XA", Kind::transaction_control},
};

bool second_is(const std::vector<Word>& words, const char* word) {
  return words.size() > 1 && words[1].is(word);
}

// BEGIN opens a transaction when nothing but its own options follows; else it opens a block.
bool begins_transaction(const std::vector<Word>& words) {
  if (words[0].is("START") || words[0].is("PREPARE")) {
    return second_is(words, "TRANSACTION");
  }
  constexpr std::array options = {"WORK",      "TRANSACTION", "DEFERRED", "IMMEDIATE",
                                  "EXCLUSIVE", "ISOLATION",   "READ",     "DEFERRABLE"};
  const bool not_deferrable =  // BEGIN NOT ATOMIC is a block of MariaDB's
      words.size() > 2 && second_is(words, "NOT") && words[2].is("DEFERRABLE");
  return words[0].is("BEGIN") &&
         (words.size() == 1 || not_deferrable ||
          std::any_of(options.begin(), options.end(),
                      [&](const char* option) { return second_is(words, option); }));
}

bool sets_autocommit(const std::vector<Word>& words) {
  return words[0].is("SET") && std::any_of(words.begin(), words.end(),
                                           [](const Word& word) { return word.is("AUTOCOMMIT"); });
}

// A query, unless the statement behind the WITH list changes data.
Kind kind_of_with(const std::vector<Word>& words) {
  std::size_t depth = 0;
  for (const auto& word : words) {
    depth += word.is_symbol('(') ? 1 : 0;
    depth -= word.is_symbol(')') && depth > 0 ? 1 : 0;
    const bool changes =
        word.is("INSERT") || word.is("UPDATE") || word.is("DELETE") || word.is("MERGE");
    if (depth == 0 && changes) {
      return Kind::dml;
    }
  }
  return Kind::query;
}

Kind kind_of(const std::vector<Word>& words, const Lexicon& lexicon) {
  if (begins_transaction(words) || sets_autocommit(words)) {
    return Kind::transaction_control;
  }
  if (fits_any(words, lexicon.session_settings)) {
    return Kind::session_setting;
  }
  if (words[0].is_symbol('(')) {
    return Kind::query;
  }
  if (words[0].is("WITH")) {
    return kind_of_with(words);
  }
  const auto* const found =
      std::find_if(verb_kinds.begin(), verb_kinds.end(),
                   [&](const VerbKind& entry) { return words[0].is(entry.verb); });
  return found == verb_kinds.end() ? Kind::other : found->kind;
}

bool is_savepoint(const std::vector<Word>& words) {
  if (words[0].is("SAVEPOINT") || words[0].is("RELEASE")) {
    return true;
  }
  return words[0].is("ROLLBACK") &&
         std::any_of(words.begin(), words.end(), [](const Word& word) { return word.is("TO"); });
}

}  // namespace

Shape shape_of(std::string_view statement, const Lexicon& lexicon) {
  const std::vector<Word> words = words_of(statement, lexicon, most_words);
  Shape shape;
  if (words.empty()) {
    return shape;
  }
  shape.kind = kind_of(words, lexicon);
  shape.verb = words[0].kind == Token::Kind::word ? words[0].text : std::string();
  shape.outside = fits_any(words, lexicon.outside_transaction);
  shape.commits = fits_any(words, lexicon.implicit_commit);
  shape.savepoint = is_savepoint(words);
  const bool names =
      shape.kind == Kind::ddl || shape.kind == Kind::dml || shape.kind == Kind::other;
  if (names) {
    shape.touches = names_touched(words);
  }
  return shape;
}

}  // namespace helium::sql

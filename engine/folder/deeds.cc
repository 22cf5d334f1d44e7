#include "folder/deeds.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "sql/words.h"

namespace helium::folder {
namespace {

using Words = std::vector<sql::Word>;

constexpr std::size_t most_words = 4096;

// What ALTER TABLE may add or drop that is no column.
constexpr std::array<std::string_view, 12> not_columns = {
    "CONSTRAINT", "PRIMARY", "UNIQUE",   "INDEX",   "KEY",       "FOREIGN",
    "CHECK",      "SPATIAL", "FULLTEXT", "DEFAULT", "PARTITION", "NOT"};

template <typename Wanted = std::initializer_list<std::string_view>>
bool is_any(const sql::Word& word, const Wanted& wanted) {
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](std::string_view one) { return word.is(one); });
}

class Reader {
 public:
  Reader(const Statement& statement, const Lexicon& lexicon, Deeds& deeds)
      : words_(sql::words_of(statement.text, lexicon, most_words)),
        where_(statement.span),
        deeds_(deeds) {}

  void read() {
    if (is(0, "CREATE")) {
      make_or_drop(deeds_.created);
    } else if (is(0, "DROP")) {
      make_or_drop(deeds_.dropped);
    } else if (is(0, "ALTER") && is(1, "TABLE")) {
      alter();
    } else {
      rows();
    }
    deeds_.renames = deeds_.renames || is(0, "RENAME");
  }

 private:
  [[nodiscard]] bool is(std::size_t at, std::string_view word) const {
    return at < words_.size() && words_[at].is(word);
  }
  [[nodiscard]] bool is_symbol(std::size_t at, char symbol) const {
    return at < words_.size() && words_[at].is_symbol(symbol);
  }

  // Passes over IF NOT EXISTS, and over the schema; the name, `at` behind it.
  std::string name(std::size_t& at) {
    deeds_.unless = deeds_.unless || is(at, "IF");
    at += is(at, "IF") ? (is(at + 1, "NOT") ? 3 : 2) : 0;
    while (is_symbol(at + 1, '.')) {
      at += 2;
    }
    return at < words_.size() ? base::lower(words_[at++].spelt) : "";
  }

  // The kind of thing behind CREATE or DROP; `at` behind it.
  std::optional<Thing::Kind> kind(std::size_t& at) {
    constexpr std::size_t most_adjectives = 4;
    for (at = 1; at < std::min(words_.size(), most_adjectives); ++at) {
      deeds_.unless = deeds_.unless || is(at, "REPLACE");
      if (is_any(words_[at], {"TABLE", "VIEW", "INDEX"})) {
        const sql::Word& word = words_[at++];
        return word.is("TABLE")  ? Thing::Kind::table
               : word.is("VIEW") ? Thing::Kind::view
                                 : Thing::Kind::index;
      }
    }
    return std::nullopt;
  }

  void make_or_drop(Things& things) {
    std::size_t at = 0;
    if (const auto what = kind(at)) {
      Thing thing{.kind = *what, .table = {}, .name = name(at)};
      if (*what == Thing::Kind::index && is(at, "ON")) {
        thing.table = name(++at);
      }
      things.emplace(thing, where_);
    }
  }

  void alter() {
    std::size_t at = 2;
    const std::string table = name(at);
    std::size_t depth = 0;
    for (; at < words_.size(); ++at) {
      depth += is_symbol(at, '(') ? 1 : 0;
      depth -= is_symbol(at, ')') && depth > 0 ? 1 : 0;
      if (depth > 0 || !is_any(words_[at], {"ADD", "DROP", "RENAME", "CHANGE"})) {
        continue;
      }
      deeds_.renames = deeds_.renames || is_any(words_[at], {"RENAME", "CHANGE"});
      Things& things = is(at, "ADD") ? deeds_.created : deeds_.dropped;
      std::size_t next = at + (is(at + 1, "COLUMN") ? 2 : 1);
      if (is(next, "INDEX") || is(next, "KEY")) {
        things.emplace(Thing{Thing::Kind::index, table, name(++next)}, where_);
      } else if (next < words_.size() && !is_any(words_[next], not_columns) &&
                 is_any(words_[at], {"ADD", "DROP"})) {
        things.emplace(Thing{Thing::Kind::column, table, name(next)}, where_);
      }
    }
  }

  void rows() {
    for (std::size_t at = 0; at + 2 < words_.size(); ++at) {
      std::size_t next = at + 2;
      if (is(at, "INSERT") && is(at + 1, "INTO")) {
        deeds_.filled.emplace(Thing{Thing::Kind::table, {}, name(next)}, where_);
      } else if (is(at, "DELETE") && is(at + 1, "FROM")) {
        deeds_.emptied.emplace(Thing{Thing::Kind::table, {}, name(next)}, where_);
      }
    }
  }

  Words words_;
  const Span& where_;
  Deeds& deeds_;
};

}  // namespace

Deeds deeds_of(const std::vector<Statement>& statements, const Lexicon& lexicon) {
  Deeds deeds;
  for (const Statement& statement : statements) {
    Reader(statement, lexicon, deeds).read();
  }
  return deeds;
}

std::string name_of(const Thing& thing) {
  switch (thing.kind) {
    case Thing::Kind::table:
      return "table " + thing.name;
    case Thing::Kind::view:
      return "view " + thing.name;
    case Thing::Kind::column:
      return "column " + thing.table + "." + thing.name;
    case Thing::Kind::index:
      return "index " + thing.name;
  }
  return {};
}

}  // namespace helium::folder

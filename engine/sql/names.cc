#include "sql/names.h"

#include <algorithm>
#include <array>
#include <optional>

namespace helium::sql {
namespace {

// Behind these words of CREATE, ALTER, DROP, COMMENT ON ... stands the object's name.
constexpr std::array object_kinds = {"TABLE",     "VIEW",     "INDEX",     "TRIGGER", "FUNCTION",
                                     "PROCEDURE", "SEQUENCE", "TYPE",      "DOMAIN",  "EVENT",
                                     "RULE",      "SCHEMA",   "DATABASE",  "ALIAS",   "COLUMN",
                                     "EXTENSION", "ROUTINE",  "AGGREGATE", "POLICY"};
// Words that may stand between the kind and the name.
constexpr std::array fillers = {"IF", "NOT", "EXISTS", "CONCURRENTLY", "ONLY"};
// Behind these a table stands in the other statements.
constexpr std::array table_openers = {"INTO", "UPDATE", "FROM", "TABLE", "JOIN", "TRUNCATE"};

template <typename List>
bool one_of(const Word& word, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](const char* wanted) { return word.is(wanted); });
}

bool is_name(const Word& word) {
  return word.kind == Token::Kind::word || word.kind == Token::Kind::identifier;
}

class Reader {
 public:
  explicit Reader(const std::vector<Word>& words) : words_(words) {}

  std::vector<std::string> read() {
    if (words_.empty()) {
      return {};
    }
    const Word& verb = words_[0];
    if (verb.is("RENAME")) {
      pairs();
    } else if (verb.is("CREATE") || verb.is("ALTER") || verb.is("DROP") || verb.is("COMMENT") ||
               verb.is("REFRESH") || verb.is("REINDEX")) {
      definition();
    } else {
      tables();
    }
    return std::move(names_);
  }

 private:
  // The name at `at`, schema dropped; `at` moves behind it.
  std::optional<std::string> name(std::size_t& at) const {
    std::optional<std::string> last;
    while (at < words_.size() && is_name(words_[at])) {
      last = words_[at].spelt;
      ++at;
      if (at >= words_.size() || !words_[at].is_symbol('.')) {
        break;
      }
      ++at;
    }
    return last;
  }

  void add(const std::optional<std::string>& name) {
    if (name && std::find(names_.begin(), names_.end(), *name) == names_.end()) {
      names_.push_back(*name);
    }
  }

  std::size_t behind_fillers(std::size_t at) const {
    while (at < words_.size() && one_of(words_[at], fillers)) {
      ++at;
    }
    return at;
  }

  // RENAME TABLE a TO b, c TO d; RENAME COLUMN t.c TO d names t.
  void pairs() {
    std::size_t at = behind_fillers(words_.size() > 1 && one_of(words_[1], object_kinds) ? 2 : 1);
    while (at < words_.size()) {
      add(name(at));
      const bool more = at < words_.size() && (words_[at].is("TO") || words_[at].is_symbol(','));
      if (!more) {
        return;
      }
      ++at;
    }
  }

  void definition() {
    std::size_t at = 1;
    while (at < words_.size() && !one_of(words_[at], object_kinds)) {
      ++at;
    }
    at = behind_fillers(at + 1);
    if (at < words_.size() && !words_[at].is("ON")) {  // CREATE INDEX ON t: the server names it
      add(name(at));
    }
    while (at < words_.size() && words_[at].is_symbol(',') && words_[0].is("DROP")) {
      ++at;
      add(name(at));
    }
    related(at);
  }

  // The table of CREATE INDEX ... ON t and CREATE TRIGGER ... ON t, and the new name of RENAME TO.
  void related(std::size_t at) {
    for (; at + 1 < words_.size() && !words_[at].is_symbol('('); ++at) {
      const bool renames = words_[at].is("RENAME") && words_[at + 1].is("TO");
      if (words_[at].is("ON") || renames) {
        std::size_t target = behind_fillers(at + (renames ? 2 : 1));
        add(name(target));
        return;
      }
    }
  }

  void tables() {
    for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
      if (one_of(words_[at], table_openers) && is_name(words_[at + 1]) &&
          !one_of(words_[at + 1], table_openers)) {
        std::size_t target = behind_fillers(at + 1);
        add(name(target));
      }
    }
  }

  const std::vector<Word>& words_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> names_touched(const std::vector<Word>& words) {
  return Reader(words).read();
}

}  // namespace helium::sql

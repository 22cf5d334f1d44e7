#include "draw/takings.h"

#include <algorithm>
#include <optional>
#include <string>

#include "sql/words.h"

namespace helium::draw {
namespace {

using sql::Word;

// Longest ALTER that is read; more words than any author writes.
constexpr std::size_t most_words = 512;

// Reads one statement from left to right.
class Reading {
 public:
  Reading(DiagramVersion& version, std::vector<Word> words)
      : version_(version), words_(std::move(words)) {}

  void read() {
    if (take("CREATE")) {
      created();
    } else if (take("DROP") && take_one_of({"TABLE", "VIEW"})) {
      dropped();
    } else if (take("RENAME") && take("TABLE")) {
      renamed(name(), {"TO"});
    } else if (take("ALTER") && take("TABLE")) {
      altered();
    }
  }

 private:
  bool take(std::string_view word) {
    const bool there = at_ < words_.size() && words_[at_].is(word);
    at_ += there ? 1U : 0U;
    return there;
  }

  bool take_one_of(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return take(word); });
  }

  bool take_symbol(char symbol) {
    const bool there = at_ < words_.size() && words_[at_].is_symbol(symbol);
    at_ += there ? 1U : 0U;
    return there;
  }

  // A name as spelt, schema left out; empty when there is none.
  std::string name() {
    (void)(take("IF") && (take("NOT"), take("EXISTS")));
    (void)take("ONLY");
    std::string last;
    do {
      if (at_ == words_.size() || words_[at_].kind == sql::Token::Kind::symbol) {
        return {};
      }
      last = words_[at_++].spelt;
    } while (take_symbol('.'));
    return last;
  }

  void is_back(const std::string& table) {
    auto& gone = version_.gone;
    gone.erase(std::remove(gone.begin(), gone.end(), table), gone.end());
  }

  void is_gone(const std::string& table) {
    if (!table.empty()) {
      is_back(table);
      version_.gone.push_back(table);
    }
  }

  void created() {
    while (take_one_of({"OR", "REPLACE", "TEMPORARY", "TEMP", "UNLOGGED"})) {
    }
    if (take_one_of({"TABLE", "VIEW"})) {
      is_back(name());
    }
  }

  void dropped() {
    do {
      is_gone(name());
    } while (take_symbol(','));
  }

  void renamed(const std::string& from, std::initializer_list<std::string_view> before) {
    if (take_one_of(before)) {
      is_gone(from);
      is_back(name());
    }
  }

  // The parts of an ALTER TABLE, parted by commas outside brackets.
  void altered() {
    const std::string table = name();
    int depth = 0;
    for (bool begins = true; at_ < words_.size();) {
      if (begins && depth == 0) {
        part(table);
      }
      if (at_ == words_.size()) {
        return;
      }
      depth += words_[at_].is_symbol('(') ? 1 : words_[at_].is_symbol(')') ? -1 : 0;
      begins = words_[at_++].is_symbol(',');
    }
  }

  void part(const std::string& table) {
    if (take("DROP")) {
      const bool column = take("COLUMN");
      const bool other = take_one_of({"CONSTRAINT", "PRIMARY", "FOREIGN", "INDEX", "KEY", "CHECK",
                                      "UNIQUE", "PARTITION", "DEFAULT"});
      const std::string lost = column || !other ? name() : "";
      add_lost(table, lost, "");
    } else if (take("RENAME")) {
      if (take_one_of({"TO", "AS"})) {
        at_ -= 1;
        renamed(table, {"TO", "AS"});
      } else if (take("COLUMN")) {
        const std::string from = name();
        add_lost(table, from, take("TO") ? name() : "");
      }
    }
  }

  void add_lost(const std::string& table, const std::string& column, const std::string& renamed) {
    if (!column.empty()) {
      version_.lost.push_back({table, column, renamed});
    }
  }

  DiagramVersion& version_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
};

}  // namespace

void add_takings(DiagramVersion& version, const std::vector<Statement>& statements,
                 const Lexicon& lexicon) {
  for (const auto& statement : statements) {
    const std::string& verb = statement.shape.verb;
    if (verb == "CREATE" || verb == "DROP" || verb == "RENAME" || verb == "ALTER") {
      Reading(version, sql::words_of(statement.text, lexicon, most_words)).read();
    }
  }
}

}  // namespace helium::draw

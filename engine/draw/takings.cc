#include "draw/takings.h"

#include <algorithm>
#include <string>

#include "sql/word_reader.h"

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
    if (words_.take_create()) {
      if (words_.take_one_of({"TABLE", "VIEW"})) {
        is_back(name());
      }
    } else if (words_.take("DROP") && words_.take_one_of({"TABLE", "VIEW"})) {
      dropped();
    } else if (words_.take("RENAME") && words_.take("TABLE")) {
      const std::string from = name();
      if (words_.take("TO")) {
        renamed(from);
      }
    } else if (words_.take("ALTER") && words_.take("TABLE")) {
      const std::string table = name();
      words_.parts([&] { part(table); });
    }
  }

 private:
  // As spelt; empty when there is none.
  std::string name() {
    const Word* word = words_.name();
    return word == nullptr ? std::string() : word->spelt;
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

  void dropped() {
    do {
      is_gone(name());
    } while (words_.take_symbol(','));
  }

  void renamed(const std::string& from) {
    is_gone(from);
    is_back(name());
  }

  void part(const std::string& table) {
    if (words_.take("DROP")) {
      const bool column = words_.take("COLUMN");
      const bool other = words_.take_one_of({"CONSTRAINT", "PRIMARY", "FOREIGN", "INDEX", "KEY",
                                             "CHECK", "UNIQUE", "PARTITION", "DEFAULT"});
      const std::string lost = column || !other ? name() : "";
      add_lost(table, lost, "");
    } else if (words_.take("RENAME")) {
      if (words_.take_one_of({"TO", "AS"})) {
        renamed(table);
      } else if (words_.take("COLUMN")) {
        const std::string from = name();
        add_lost(table, from, words_.take("TO") ? name() : "");
      }
    }
  }

  void add_lost(const std::string& table, const std::string& column, const std::string& renamed) {
    if (!column.empty()) {
      version_.lost.push_back({table, column, renamed});
    }
  }

  DiagramVersion& version_;
  sql::WordReader words_;
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

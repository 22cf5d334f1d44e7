#include "grammar/annotations.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "base/text.h"
#include "grammar/renamed.h"
#include "sql/split.h"
#include "sql/words.h"

namespace helium::grammar {
namespace {

using sql::Word;

// One statement, from left to right: the names of the table that it makes, and of its columns.
class Naming {
 public:
  using Each = std::function<void(const Word& table, const Word* column)>;
  Naming(std::vector<Word> words, const Dialect& dialect, const Each& each)
      : words_(std::move(words)),
        indexes_inside_(dialect.name == "mysql" || dialect.name == "mariadb"),
        each_(each) {}

  void read() {
    if (take("CREATE")) {
      while (take_one_of({"OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED"})) {
      }
      if (take("TABLE")) {
        created();
      }
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

  void take_if_exists() {
    if (take("IF")) {
      (void)take("NOT");
      (void)take("EXISTS");
    }
  }

  [[nodiscard]] bool is_name() const {
    return at_ < words_.size() && (words_[at_].kind == sql::Token::Kind::word ||
                                   words_[at_].kind == sql::Token::Kind::identifier);
  }

  // The last part of a name with dots; nullptr when there is none.
  const Word* name() {
    const Word* last = nullptr;
    while (is_name()) {
      last = &words_[at_++];
      if (at_ == words_.size() || !words_[at_].is_symbol('.')) {
        break;
      }
      ++at_;
    }
    return last;
  }

  bool takes_constraint() {
    return take_one_of(
               {"CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "LIKE"}) ||
           (indexes_inside_ && take_one_of({"KEY", "INDEX", "FULLTEXT", "SPATIAL"}));
  }

  // Calls `part` where each part of a list begins; brackets inside are passed over.
  template <typename Part>
  void parts(const Part& part) {
    int depth = 0;
    for (bool begins = true; at_ < words_.size() && depth >= 0;) {
      if (begins && depth == 0) {
        part();
      }
      if (at_ == words_.size()) {
        return;
      }
      depth += words_[at_].is_symbol('(') ? 1 : words_[at_].is_symbol(')') ? -1 : 0;
      begins = words_[at_++].is_symbol(',');
    }
  }

  void created() {
    take_if_exists();
    const Word* table = name();
    if (table == nullptr) {
      return;
    }
    each_(*table, nullptr);
    if (at_ == words_.size() || !words_[at_].is_symbol('(')) {
      return;
    }
    ++at_;
    parts([&] {
      if (!takes_constraint() && is_name()) {
        each_(*table, &words_[at_]);
      }
    });
  }

  void altered() {
    take_if_exists();
    (void)take("ONLY");
    const Word* table = name();
    if (table == nullptr) {
      return;
    }
    parts([&] {
      if (take("ADD") && !takes_constraint()) {
        (void)take("COLUMN");
        take_if_exists();
        if (is_name()) {
          each_(*table, &words_[at_]);
        }
      }
    });
  }

  std::vector<Word> words_;
  bool indexes_inside_;  // KEY begins an index there, and is a name elsewhere
  const Each& each_;
  std::size_t at_ = 0;
};

}  // namespace

void Annotations::add(const std::string& text, const std::string& file, const Dialect& dialect) {
  Renamed renamed(text, file);
  if (renamed.empty()) {
    return;
  }
  for (const auto& piece : sql::split(text, dialect.lexicon, file)) {
    const std::string statement = text.substr(piece.offset, piece.length);
    const Naming::Each each = [&](const Word& table, const Word* column) {
      const Word& named = column == nullptr ? table : *column;
      Span where;
      where.file = file;
      where.line = piece.line + base::position_at(statement, named.offset).line - 1;
      const std::string old_name = renamed.about(where);
      if (!old_name.empty()) {
        all_.push_back({table.spelt, column == nullptr ? "" : column->spelt, old_name});
      }
    };
    Naming(sql::words_of(statement, dialect.lexicon, std::numeric_limits<std::size_t>::max()),
           dialect, each)
        .read();
  }
  renamed.check_all_told();
}

void Annotations::put_into(Schema& schema) const {
  for (const Said& said : all_) {
    for (Table& table : schema.tables) {
      if (!base::same_word(table.name, said.table)) {
        continue;
      }
      if (said.column.empty()) {
        table.renamed_from = said.old_name;
      }
      for (Column& column : table.columns) {
        if (!said.column.empty() && base::same_word(column.name, said.column)) {
          column.renamed_from = said.old_name;
        }
      }
    }
  }
}

}  // namespace helium::grammar

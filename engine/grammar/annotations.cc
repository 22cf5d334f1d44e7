#include "grammar/annotations.h"

#include <functional>
#include <limits>

#include "base/text.h"
#include "grammar/renamed.h"
#include "sql/split.h"
#include "sql/word_reader.h"

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
    if (words_.take_create()) {
      if (words_.take("TABLE")) {
        created();
      }
    } else if (words_.take("ALTER") && words_.take("TABLE")) {
      altered();
    }
  }

 private:
  bool takes_constraint() {
    return words_.take_one_of(
               {"CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "LIKE"}) ||
           (indexes_inside_ && words_.take_one_of({"KEY", "INDEX", "FULLTEXT", "SPATIAL"}));
  }

  void created() {
    const Word* table = words_.name();
    if (table == nullptr) {
      return;
    }
    each_(*table, nullptr);
    if (words_.take_symbol('(')) {
      words_.parts([&] {
        const Word* column = takes_constraint() ? nullptr : words_.name_here();
        if (column != nullptr) {
          each_(*table, column);
        }
      });
    }
  }

  void altered() {
    const Word* table = words_.name();
    if (table == nullptr) {
      return;
    }
    words_.parts([&] {
      if (words_.take("ADD") && !takes_constraint()) {
        (void)words_.take("COLUMN");
        words_.take_if_exists();
        if (const Word* column = words_.name_here(); column != nullptr) {
          each_(*table, column);
        }
      }
    });
  }

  sql::WordReader words_;
  bool indexes_inside_;  // KEY begins an index there, and is a name elsewhere
  const Each& each_;
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

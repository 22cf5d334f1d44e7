#include "catalog/sqlite_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "catalog/cursor.h"

namespace helium::catalog {
namespace {

class TableText {
 public:
  TableText(std::string_view text, const Lexicon& lexicon) : at_(text, lexicon) {}

  Table read() {
    (void)at_.take("create");
    (void)(at_.take("temp") || at_.take("temporary"));
    (void)at_.take("table");
    if (at_.take("if", "not")) {
      (void)at_.take("exists");
    }
    table_.name = at_.qualified_name();
    (void)at_.take("(");
    while (!at_.at_end() && !at_.take(")")) {
      if (constraint_begins()) {
        table_constraint();
      } else {
        column();
      }
      (void)at_.take(",");
    }
    options();
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool constraint_begins() const {
    return at_.sees("constraint") || at_.sees("check") ||
           (at_.sees("primary") && at_.sees("key", 1)) ||
           (at_.sees("unique") && at_.sees("(", 1)) || (at_.sees("foreign") && at_.sees("key", 1));
  }

  [[nodiscard]] bool column_constraint_begins() const {
    static constexpr std::array words = {"constraint", "primary", "not",      "null",
                                         "unique",     "check",   "default",  "collate",
                                         "references", "as",      "generated"};
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return at_.sees(word); });
  }

  void column() {
    Column column;
    column.name = at_.name();
    while (at_.sees_word() && !column_constraint_begins()) {
      column.type += (column.type.empty() ? "" : " ") + base::lower(at_.name());
    }
    if (at_.sees("(")) {
      column.type += "(" + base::replaced(at_.group(), " ", "") + ")";
    }
    std::string named;
    while (!at_.at_end() && !at_.sees(",") && !at_.sees(")")) {
      if (at_.take("constraint")) {
        named = at_.name();
        continue;
      }
      column_constraint(column, named);
      named.clear();
    }
    table_.columns.push_back(std::move(column));
  }

  void column_constraint(Column& column, const std::string& named) {
    if (at_.take("primary", "key")) {
      primary_key(column, named);
    } else if (at_.take("not", "null")) {
      column.null = false;
      conflict("not null " + column.name);
    } else if (at_.take("null")) {
      conflict("");
    } else if (at_.take("unique")) {
      table_.uniques.push_back({.name = named, .columns = {column.name}});
      conflict("unique " + column.name);
    } else if (at_.take("check")) {
      table_.checks.push_back({named, at_.group()});
    } else if (at_.take("default")) {
      column.default_value = at_.value();
    } else if (at_.take("collate")) {
      column.collation = at_.name();
    } else if (at_.take("references")) {
      references({.name = named, .columns = {column.name}});
    } else if (at_.take("generated", "always") || at_.sees("as")) {
      (void)at_.take("as");
      column.expression = at_.group();
      column.generated =
          at_.take("stored") ? Column::Generated::stored : Column::Generated::on_read;
      (void)at_.take("virtual");
    } else {
      at_.skip();
    }
  }

  void primary_key(Column& column, const std::string& named) {
    const bool descending = at_.take("desc");
    (void)at_.take("asc");
    table_.primary_key = Key{.name = named, .columns = {column.name}};
    conflict("primary key");
    if (at_.take("autoincrement")) {
      column.identity = Column::Identity::by_default;
    }
    if (descending) {
      table_.options.emplace_back("primary key " + column.name + " desc");
    }
  }

  void table_constraint() {
    std::string named;
    while (at_.take("constraint")) {
      named = at_.name();
    }
    if (at_.take("primary", "key")) {
      table_.primary_key = Key{.name = named, .columns = names("primary key")};
      conflict("primary key");
    } else if (at_.take("unique")) {
      table_.uniques.push_back({.name = named, .columns = names("unique")});
      conflict("unique " + base::joined(table_.uniques.back().columns, ", "));
    } else if (at_.take("check")) {
      table_.checks.push_back({named, at_.group()});
      conflict("");
    } else if (at_.take("foreign", "key")) {
      ForeignKey key{.name = named, .columns = names("foreign key")};
      (void)at_.take("references");
      references(std::move(key));
    } else {
      at_.skip();
    }
  }

  // A column of this table, which stands above its constraints, by the name that it has: a
  // constraint may call it "NAME" where it is "name".
  [[nodiscard]] std::string own(std::string name) const {
    for (const Column& column : table_.columns) {
      if (base::same_word(column.name, name)) {
        return column.name;
      }
    }
    return name;
  }

  // The columns of a constraint; without one, those of another table. How a key compares and sorts
  // them is an option of the table, which nobody can write again: who has to make the table anew
  // refuses it by that name.
  std::vector<std::string> names(const std::string& constraint = {}) {
    std::vector<std::string> names;
    (void)at_.take("(");
    while (!at_.at_end() && !at_.take(")")) {
      names.push_back(constraint.empty() ? at_.name() : own(at_.name()));
      std::string said;
      while (!at_.at_end() && !at_.sees(",") && !at_.sees(")")) {
        if (at_.take("autoincrement")) {
          autoincrement(names.back());
        } else if (at_.take("collate")) {
          said += " collate " + base::lower(at_.name());
        } else if (at_.take("desc")) {
          said += " desc";
        } else {
          at_.skip();
        }
      }
      if (!said.empty() && !constraint.empty()) {
        table_.options.push_back(base::joined({constraint, " ", names.back(), said}, ""));
      }
      (void)at_.take(",");
    }
    return names;
  }

  void autoincrement(const std::string& name) {
    for (Column& column : table_.columns) {
      if (base::same_word(column.name, name)) {
        column.identity = Column::Identity::by_default;
      }
    }
  }

  void references(ForeignKey key) {
    key.table = at_.name();
    if (at_.sees("(")) {
      key.referenced_columns = names();
    }
    for (;;) {
      if (at_.take("on", "delete")) {
        key.on_delete = action();
      } else if (at_.take("on", "update")) {
        key.on_update = action();
      } else if (at_.take("match")) {
        at_.skip();
      } else if (at_.take("not", "deferrable")) {
        (void)at_.take("initially", "immediate");
        (void)at_.take("initially", "deferred");
      } else if (at_.take("deferrable")) {
        key.deferrable = true;
        key.initially_deferred = at_.take("initially", "deferred");
        (void)at_.take("initially", "immediate");
      } else {
        break;
      }
    }
    table_.foreign_keys.push_back(std::move(key));
  }

  std::string action() {
    std::string word = base::lower(at_.name());
    if (word == "set" || word == "no") {
      word += " " + base::lower(at_.name());
    }
    return word;
  }

  // ON CONFLICT x: how a breach of that constraint is met. NULL has none, and SQLite takes no
  // notice of it behind CHECK.
  void conflict(const std::string& constraint) {
    if (at_.take("on", "conflict")) {
      const std::string how = base::lower(at_.name());
      if (how != "abort" && !constraint.empty()) {
        table_.options.push_back(constraint + " on conflict " + how);
      }
    }
  }

  void options() {
    while (!at_.at_end()) {
      if (at_.take("without", "rowid")) {
        table_.options.emplace_back("without rowid");
      } else if (at_.take("strict")) {
        table_.options.emplace_back("strict");
      } else {
        at_.skip();
      }
    }
    std::sort(table_.options.begin(), table_.options.end());
  }

  Cursor at_;
  Table table_;
};

IndexPart part_of(Cursor& at, const Lexicon& lexicon) {
  IndexPart part;
  const std::string whole = at.rest_of_item();
  std::string_view text = whole;
  const auto ends = [&](std::string_view word) {
    if (text.size() <= word.size() ||
        !base::same_word(text.substr(text.size() - word.size()), word) ||
        text[text.size() - word.size() - 1] != ' ') {
      return false;
    }
    text = base::trimmed(text.substr(0, text.size() - word.size()));
    return true;
  };
  part.descending = ends("desc");
  (void)ends("asc");
  const auto collate = base::lower(text).rfind(" collate ");
  if (collate != std::string::npos && text.find(')', collate) == std::string_view::npos) {
    part.collation = unquoted(base::trimmed(text.substr(collate + 9)));
    text = base::trimmed(text.substr(0, collate));
  }
  part.expression = !Cursor(text, lexicon).is_one_name();  // "a" || b begins as a name does
  part.text = part.expression ? std::string(text) : unquoted(text);
  return part;
}

}  // namespace

Table sqlite_table(std::string_view text, const Lexicon& lexicon) {
  return TableText(text, lexicon).read();
}

TableIndex sqlite_index(std::string_view text, const Lexicon& lexicon) {
  Cursor at(text, lexicon);
  TableIndex index;
  (void)at.take("create");
  index.unique = at.take("unique");
  (void)at.take("index");
  if (at.take("if", "not")) {
    (void)at.take("exists");
  }
  index.name = at.qualified_name();
  (void)at.take("on");
  (void)at.name();
  (void)at.take("(");
  while (!at.at_end() && !at.take(")")) {
    index.parts.push_back(part_of(at, lexicon));
    (void)at.take(",");
  }
  if (at.take("where")) {
    index.where = at.rest_of_item();
  }
  return index;
}

std::string view_query(std::string_view text, const Lexicon& lexicon) {
  Cursor at(text, lexicon);
  (void)at.take("create");
  (void)at.take("or", "replace");
  (void)(at.take("temp") || at.take("temporary"));
  (void)at.take("view");
  if (at.take("if", "not")) {
    (void)at.take("exists");
  }
  (void)at.qualified_name();
  const std::string columns = at.group();
  (void)at.take("as");
  const std::string query = at.rest();
  return columns.empty() ? query : "(" + columns + ") " + query;
}

}  // namespace helium::catalog

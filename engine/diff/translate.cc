#include "diff/translate.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "diff/expression.h"
#include "diff/type_map.h"

namespace helium::diff {
namespace {

template <typename Object>
const Object* find(const std::vector<Object>& list, const std::string& name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Object& one) { return one.name == name; });
  return found == list.end() ? nullptr : &*found;
}

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool of_mysql(const Dialect& dialect) {
  return dialect.name == "mysql" || dialect.name == "mariadb";
}

// PostgreSQL's short words for an integer that counts by itself.
void write_out_serial(Column& column) {
  for (const auto& [serial, type] :
       {std::pair("serial", "integer"), std::pair("bigserial", "bigint"),
        std::pair("smallserial", "smallint")}) {
    if (column.type == serial) {
      column.type = type;
      column.identity = Column::Identity::by_default;
      column.null = false;
    }
  }
}

class Translating {
 public:
  Translating(const Schema& said, const Dialect& its, const Schema& found, const Dialect& dialect)
      : said_(said),
        its_(its),
        found_(found),
        dialect_(dialect),
        other_(its.name != dialect.name) {}

  Translated run() {
    if (its_.traits.upper_case_names != dialect_.traits.upper_case_names) {
      fold_names(said_, dialect_.traits.upper_case_names);
    }
    if (!speaks_of("tables")) {
      said_.tables = found_.tables;
    }
    for (Table& table : said_.tables) {
      const Table* same = find(found_.tables, table.name);
      same == nullptr ? new_table(table) : this->table(table, *same);
    }
    views();
    take("extensions", &Schema::extensions);
    take("enums", &Schema::enums);
    take("domains", &Schema::domains);
    take("sequences", &Schema::sequences);
    take("routines", &Schema::routines);
    take("triggers", &Schema::triggers);
    take("grants", &Schema::grants);
    said_.unknown = found_.unknown;
    said_.dialect = dialect_.name;
    return {std::move(said_), std::move(notes_)};
  }

 private:
  [[nodiscard]] bool speaks_of(const std::string& kind) const { return !among(said_.silent, kind); }

  // Kinds that have no common language, and those that nobody speaks of, are left as they are.
  template <typename List>
  void take(const std::string& kind, List Schema::*list) {
    if (!other_ && speaks_of(kind)) {
      return;
    }
    if (!((said_.*list).empty() && (found_.*list).empty())) {
      notes_.push_back(kind + " are not compared");
    }
    said_.*list = found_.*list;
  }

  void views() {
    if (!speaks_of("views")) {
      take("views", &Schema::views);
      return;
    }
    for (View& view : said_.views) {
      const View* same = find(found_.views, view.name);
      if (same != nullptr) {
        if (form(view.definition) != found_form(same->definition)) {
          notes_.push_back("the text of the view " + view.name + " is not compared");
        }
        view = *same;
      }
    }
  }

  // --- Words -------------------------------------------------------------------------------------

  [[nodiscard]] std::string form(const std::string& text) const {
    return form_of(text, its_.lexicon);
  }
  [[nodiscard]] std::string found_form(const std::string& text) const {
    return form_of(text, dialect_.lexicon);
  }
  [[nodiscard]] bool same_text(const std::string& said, const std::string& found) const {
    return said == found || form(said) == found_form(found);
  }
  [[nodiscard]] bool same_default(const Column& said, const Column& found) const {
    const auto value = [](const Column& column) {
      const std::string text = column.default_value.value_or("");
      return base::same_word(text, "null") ? std::string() : text;
    };
    return same_text(value(said), value(found));
  }

  static bool same_action(const std::string& a, const std::string& b, bool alike) {
    const auto plain = [](const std::string& word) {
      return word == "restrict" ? std::string("no action") : word;
    };
    return a == b || (alike && plain(a) == plain(b));
  }

  [[nodiscard]] bool says_comments() const {
    return its_.name != "sqlite" && dialect_.name != "sqlite";
  }

  // --- Tables ------------------------------------------------------------------------------------

  void new_table(Table& table) const {
    for (Column& column : table.columns) {
      translate(column);
    }
    if (other_) {
      table.options.clear();
    }
  }

  void translate(Column& column) const {
    if (!other_) {
      return;
    }
    if (dialect_.name != "postgresql") {
      write_out_serial(column);
    }
    column.type = type_in(dialect_, {column.type, its_});
    column.collation.clear();
    column.on_update.clear();
  }

  void table(Table& said, const Table& found) {
    for (Column& column : said.columns) {
      const Column* same = find(found.columns, column.name);
      same == nullptr ? translate(column) : this->column(column, *same, said, found);
    }
    if (said.primary_key && found.primary_key &&
        said.primary_key->columns == found.primary_key->columns) {
      said.primary_key = found.primary_key;
    }
    unique_both_ways(said, found);
    settle(said.uniques, found.uniques, [&](const Key& a, const Key& b) {
      return a.columns == b.columns && (other_ || a.nulls_equal == b.nulls_equal);
    });
    settle(said.checks, found.checks,
           [&](const Check& a, const Check& b) { return same_text(a.expression, b.expression); });
    settle(said.exclusions, found.exclusions,
           [&](const Check& a, const Check& b) { return same_text(a.expression, b.expression); });
    settle(said.foreign_keys, found.foreign_keys,
           [&](const ForeignKey& a, const ForeignKey& b) { return same_key(a, b); });
    indexes(said, found);
    if (other_ || said.options.empty()) {
      said.options = found.options;
    }
    if (other_) {
      said.partition_by = found.partition_by;
      said.partition_of = found.partition_of;
      said.partition_bound = found.partition_bound;
      said.exclusions = found.exclusions;
    }
    if (!says_comments()) {
      said.comment = found.comment;
    }
  }

  void column(Column& said, const Column& found, const Table& table, const Table& there) const {
    const std::string renamed = said.renamed_from;
    Column wide = found;
    if (other_) {
      write_out_serial(said);
      write_out_serial(wide);
    } else if (found.type != said.type) {
      Column serial = found;
      write_out_serial(serial);
      wide = serial.type == said.type && said.identity != Column::Identity::none ? serial : wide;
    }
    const bool key = table.primary_key && among(table.primary_key->columns, said.name) &&
                     there.primary_key && among(there.primary_key->columns, said.name);
    const bool counts = counts_by_itself(said, table) == counts_by_itself(wide, there);
    Column same = said;
    same.type = same_type({said.type, its_}, {wide.type, dialect_})
                    ? wide.type
                    : type_in(dialect_, {said.type, its_});
    same.null = key ? wide.null : said.null;
    same.default_value = same_default(said, wide) ? wide.default_value : said.default_value;
    same.identity = counts ? wide.identity : said.identity;
    same.sequence = counts ? wide.sequence : said.sequence;
    same.expression =
        same_text(said.expression, wide.expression) ? wide.expression : said.expression;
    if (other_ || said.collation.empty()) {
      same.collation = wide.collation;
    }
    same.on_update =
        other_ || same_text(said.on_update, wide.on_update) ? wide.on_update : said.on_update;
    if (!says_comments()) {
      same.comment = wide.comment;
    }
    if (other_ && same.generated != Column::Generated::no &&
        wide.generated != Column::Generated::no) {
      same.generated = wide.generated;  // not every server can do both
    }
    said = same == wide ? found : same;
    said.renamed_from = renamed;
  }

  // SQLite's integer that alone is the key does it without a word.
  [[nodiscard]] bool counts_by_itself(const Column& column, const Table& table) const {
    const bool alone = table.primary_key && table.primary_key->columns.size() == 1 &&
                       table.primary_key->columns.front() == column.name &&
                       (its_.name == "sqlite" || dialect_.name == "sqlite") &&
                       column.type.find("int") != std::string::npos;
    return alone || column.identity != Column::Identity::none;
  }

  [[nodiscard]] bool same_key(const ForeignKey& a, const ForeignKey& b) const {
    const bool alike = other_ || of_mysql(dialect_);
    return a.columns == b.columns && a.table == b.table && a.schema == b.schema &&
           (a.referenced_columns == b.referenced_columns || a.referenced_columns.empty() ||
            b.referenced_columns.empty()) &&
           same_action(a.on_delete, b.on_delete, alike) &&
           same_action(a.on_update, b.on_update, alike);
  }

  // What says the same gets the other's words: first under its own name, then under another one
  // that nothing here has.
  template <typename Object, typename Same>
  static void settle(std::vector<Object>& said, const std::vector<Object>& found,
                     const Same& same) {
    std::set<std::string> taken;
    for (Object& one : said) {
      const Object* other = find(found, one.name);
      if (other != nullptr && !one.name.empty() && same(one, *other)) {
        one = *other;
        taken.insert(one.name);
      }
    }
    for (Object& one : said) {
      if (taken.count(one.name) != 0 && !one.name.empty()) {
        continue;
      }
      const auto other = std::find_if(found.begin(), found.end(), [&](const Object& candidate) {
        return taken.count(candidate.name) == 0 &&
               (candidate.name.empty() || find(said, candidate.name) == nullptr) &&
               same(one, candidate);
      });
      if (other != found.end()) {
        one = *other;
        taken.insert(one.name);
      }
    }
  }

  // MySQL calls a unique key and a unique index by one name; the others tell them apart.
  void unique_both_ways(Table& said, const Table& found) const {
    if (!of_mysql(its_) && !of_mysql(dialect_)) {
      return;
    }
    const auto plain = [](const TableIndex& index) {
      return index.unique && index.where.empty() &&
             std::none_of(index.parts.begin(), index.parts.end(),
                          [](const IndexPart& part) { return part.expression; });
    };
    const auto columns = [](const TableIndex& index) {
      std::vector<std::string> names;
      for (const IndexPart& part : index.parts) {
        names.push_back(part.text);
      }
      return names;
    };
    for (std::size_t i = said.indexes.size(); i-- > 0;) {
      const TableIndex index = said.indexes[i];
      const Key* key = find(found.uniques, index.name);
      if (key != nullptr && plain(index) && key->columns == columns(index)) {
        said.uniques.push_back(*key);
        said.indexes.erase(said.indexes.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    for (std::size_t i = said.uniques.size(); i-- > 0;) {
      const Key key = said.uniques[i];
      const TableIndex* index = find(found.indexes, key.name);
      if (index != nullptr && plain(*index) && key.columns == columns(*index)) {
        said.indexes.push_back(*index);
        said.uniques.erase(said.uniques.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  void indexes(Table& said, const Table& found) const {
    settle(said.indexes, found.indexes,
           [&](const TableIndex& a, const TableIndex& b) { return same_index(a, b); });
    if (of_mysql(dialect_)) {
      for (const TableIndex& index : found.indexes) {
        if (find(said.indexes, index.name) == nullptr && serves_key(index, found)) {
          said.indexes.push_back(index);
        }
      }
    }
    if (other_ && of_mysql(its_)) {
      std::erase_if(said.indexes, [&](const TableIndex& index) {
        return find(found.indexes, index.name) == nullptr && serves_key(index, said);
      });
    }
  }

  // The index that MySQL makes by itself for a foreign key.
  static bool serves_key(const TableIndex& index, const Table& table) {
    return !index.unique && std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(),
                                        [&](const ForeignKey& key) {
                                          return key.name == index.name &&
                                                 key.columns.size() == index.parts.size() &&
                                                 key.columns.front() == index.parts.front().text;
                                        });
  }

  [[nodiscard]] bool same_part(const IndexPart& a, const IndexPart& b) const {
    const bool text = a.expression == b.expression &&
                      (a.expression ? same_text(a.text, b.text) : a.text == b.text);
    return text && a.descending == b.descending &&
           (other_ ||
            ((!a.nulls_first || a.nulls_first == b.nulls_first) && a.collation == b.collation &&
             a.operator_class == b.operator_class && a.prefix == b.prefix));
  }

  [[nodiscard]] bool same_index(const TableIndex& a, const TableIndex& b) const {
    return a.unique == b.unique && same_text(a.where, b.where) &&
           std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                      [&](const IndexPart& x, const IndexPart& y) { return same_part(x, y); }) &&
           (other_ || (a.include == b.include && a.method == b.method &&
                       a.nulls_equal == b.nulls_equal && a.comment == b.comment));
  }

  Schema said_;
  const Dialect& its_;
  const Schema& found_;
  const Dialect& dialect_;
  const bool other_;
  std::vector<std::string> notes_;
};

}  // namespace

Translated translated(const Schema& said, const Dialect& its, const Schema& found,
                      const Dialect& dialect) {
  return Translating(said, its, found, dialect).run();
}

}  // namespace helium::diff

#include "diff/type_map.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::diff {
namespace {

// One word, or words of one line in the dialect's list of those that differ in size only.
bool alike(const std::string& a, const std::string& b, const Dialect& dialect) {
  if (base::same_word(a, b)) {
    return true;
  }
  const auto lines = dialect.catalog.find("alike_types");
  std::istringstream in(lines == dialect.catalog.end() ? std::string() : lines->second);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    const std::set<std::string> all{std::istream_iterator<std::string>(words), {}};
    if (all.count(base::lower(a)) != 0 && all.count(base::lower(b)) != 0) {
      return true;
    }
  }
  return false;
}

class Folding {
 public:
  explicit Folding(bool upper) : upper_(upper) {}

  void fold(std::string& name) const {
    if (sql::is_plain_identifier(name)) {
      name = upper_ ? base::upper(name) : base::lower(name);
    }
  }
  void fold(std::vector<std::string>& names) const {
    for (std::string& name : names) {
      fold(name);
    }
  }
  void fold(Key& key) const {
    fold(key.name);
    fold(key.columns);
  }
  void fold(Table& table) const {
    fold(table.name);
    for (Column& column : table.columns) {
      fold(column.name);
    }
    if (table.primary_key) {
      fold(*table.primary_key);
    }
    for (Key& key : table.uniques) {
      fold(key);
    }
    for (Check& check : table.checks) {
      fold(check.name);
    }
    for (ForeignKey& key : table.foreign_keys) {
      fold(key.name);
      fold(key.columns);
      fold(key.table);
      fold(key.referenced_columns);
    }
    for (TableIndex& index : table.indexes) {
      fold(index.name);
      for (IndexPart& part : index.parts) {
        if (!part.expression) {
          fold(part.text);
        }
      }
    }
  }

 private:
  bool upper_;
};

}  // namespace

bool same_type(const TypeOf& one, const TypeOf& other) {
  return alike(one.type, other.type, other.dialect) ||
         std::any_of(one.dialect.types.begin(), one.dialect.types.end(), [&](const auto& portable) {
           const auto here = other.dialect.types.find(portable.first);
           return here != other.dialect.types.end() &&
                  alike(portable.second, one.type, one.dialect) &&
                  alike(here->second, other.type, other.dialect);
         });
}

std::string type_in(const Dialect& dialect, const TypeOf& said) {
  std::string result = said.type;
  for (const auto& [portable, own] : said.dialect.types) {
    const auto here = dialect.types.find(portable);
    const bool usual = base::same_word(portable, said.type) || portable == "text";
    if (base::same_word(own, said.type) && here != dialect.types.end() &&
        (result == said.type || usual)) {
      result = here->second;
    }
  }
  return result;
}

void fold_names(Schema& schema, bool upper) {
  const Folding folding(upper);
  for (Table& table : schema.tables) {
    folding.fold(table);
  }
  for (View& view : schema.views) {
    folding.fold(view.name);
  }
}

}  // namespace helium::diff

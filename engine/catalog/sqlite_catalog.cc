#include "catalog/sqlite_catalog.h"

#include <algorithm>
#include <memory_resource>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "catalog/questions.h"
#include "catalog/spelling.h"
#include "catalog/sqlite_text.h"
#include "catalog/table_texts.h"
#include "seal/sha256.h"

namespace helium::catalog {
namespace {

// The statement of a virtual table, of which no more is read than that it is there.
bool is_virtual(std::string_view text) {
  return base::same_word(text.substr(0, 14), "CREATE VIRTUAL");
}

// Where the rows of virtual tables stand.
std::set<std::string> shadow_tables(session::Session& session, const Dialect& dialect) {
  std::set<std::string> names;
  for (const auto& row : session.ask({dialect.catalog.at("shadow_tables"), {}}).rows) {
    names.insert(row.at(0).value_or(""));
  }
  return names;
}

// A file holds one schema, and its catalog is the text that made it.
class SqliteReading {
 public:
  SqliteReading(const Dialect& dialect, const Scope& scope) : dialect_(dialect), scope_(scope) {
    schema_.dialect = dialect.name;
  }

  void add(const std::string& kind, const std::string& name, const std::string& table,
           const std::string& text) {
    if (ours(table, scope_) || ours(name, scope_) || name.rfind("sqlite_", 0) == 0) {
      return;
    }
    if (is_virtual(text)) {
      schema_.unknown.push_back({"virtual table", name});
    } else if (kind == "table") {
      schema_.tables.push_back(sqlite_table(text, dialect_.lexicon));
    } else if (kind == "index") {
      indexes_.emplace_back(table, sqlite_index(text, dialect_.lexicon));
    } else if (kind == "view") {
      schema_.views.push_back({.name = name,
                               .definition = view_query(text, dialect_.lexicon),
                               .materialized = false,
                               .indexes = {},
                               .options = {},
                               .comment = {}});
    } else {
      schema_.triggers.push_back({name, table, text});
    }
  }

  Schema finish() {
    const Spelling spelling(schema_);
    for (auto& [name, index] : indexes_) {
      if (Table* table = spelling.table(name); table != nullptr) {
        table->indexes.push_back(std::move(index));
      }
    }
    spelling.settle();
    return std::move(schema_);
  }

 private:
  const Dialect& dialect_;
  const Scope& scope_;
  Schema schema_;
  std::vector<std::pair<std::string, TableIndex>> indexes_;
};

// What a digest is made of, tables before everything else.
struct Text {
  bool of_table = false;
  std::string_view name;
  std::string_view text;
};
using Texts = std::pmr::vector<Text>;

std::string digest_of(Texts& texts) {
  std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) {
    return a.of_table != b.of_table ? a.of_table : a.name < b.name;
  });
  seal::Sha256 hash;
  for (const Text& one : texts) {
    hash.add(one.name).add(one.text);
  }
  return hash.hex();
}

// The texts of a whole schema, which are many and small, and go all at once.
class SqliteTexts {
 public:
  void add(const session::Cells& row, const Scope& scope) {
    const auto cell = [&](std::size_t i) {
      return row.at(i) ? std::string_view(*row.at(i)) : std::string_view();
    };
    const std::string_view kind = cell(0);
    if (ours(cell(2), scope) || ours(cell(1), scope)) {
      return;
    }
    const bool of_virtual = is_virtual(cell(3));
    has_virtual_ = has_virtual_ || of_virtual;
    const bool tells = (kind == "table" || kind == "index") && !of_virtual;
    (tells ? of_table(cell(2)) : others_)
        .push_back({kind == "table", kept(cell(1)), kept(cell(3))});
  }

  [[nodiscard]] bool has_virtual() const { return has_virtual_; }
  void leave_out(const std::set<std::string>& tables) {
    for (const std::string& table : tables) {
      tables_.erase(table);
    }
  }

  // In the order of their names, which is how a map grows quickly.
  void tell(Digests& digests) {
    std::pmr::vector<Tables::pointer> order(&room_);
    order.reserve(tables_.size());
    for (auto& table : tables_) {
      order.push_back(&table);
    }
    std::sort(order.begin(), order.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    for (auto* table : order) {
      digests.tables.emplace_hint(digests.tables.end(), table->first, digest_of(table->second));
    }
    digests.others = digest_of(others_);
  }

 private:
  using Tables = std::pmr::unordered_map<std::string_view, Texts>;

  // Mostly of the one before: indexes stand behind their table.
  Texts& of_table(std::string_view name) {
    if (last_ == nullptr || last_->first != name) {
      const auto [found, added] = tables_.try_emplace(kept(name));
      if (added) {
        found->second.reserve(4);
      }
      last_ = &*found;
    }
    return last_->second;
  }
  std::string_view kept(std::string_view text) {
    char* const place = static_cast<char*>(room_.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), place);
    return {place, text.size()};
  }

  std::pmr::monotonic_buffer_resource room_;
  Tables tables_{&room_};
  Tables::pointer last_ = nullptr;
  Texts others_{&room_};
  bool has_virtual_ = false;
};

}  // namespace

Schema inspect_sqlite(session::Session& session, const Dialect& dialect, const Scope& scope) {
  const auto rows =
      session.ask({narrowed(dialect.catalog.at("inspect_statements"), scope, dialect), {}}).rows;
  const bool asks = std::any_of(rows.begin(), rows.end(), [](const session::Cells& row) {
    return is_virtual(row.at(3).value_or(""));
  });
  const auto shadows = asks ? shadow_tables(session, dialect) : std::set<std::string>();
  SqliteReading reading(dialect, scope);
  for (const auto& row : rows) {
    if (shadows.count(row.at(2).value_or("")) != 0) {
      continue;
    }
    reading.add(row.at(0).value_or(""), row.at(1).value_or(""), row.at(2).value_or(""),
                row.at(3).value_or(""));
  }
  return reading.finish();
}

Digests sqlite_digests(session::Session& session, const Dialect& dialect, const Scope& scope) {
  SqliteTexts texts;
  session.each(narrowed(dialect.catalog.at("digest_statements"), scope, dialect),
               [&](session::Cells&& row) { texts.add(row, scope); });
  if (texts.has_virtual()) {
    texts.leave_out(shadow_tables(session, dialect));
  }
  Digests result;
  result.of = kind_of(session, "the text of sqlite_schema");
  texts.tell(result);
  return result;
}

}  // namespace helium::catalog

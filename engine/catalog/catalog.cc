#include "catalog/catalog.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "catalog/rows.h"
#include "catalog/sqlite_text.h"
#include "helium/error.h"

namespace helium::catalog {
namespace {

using session::Rows;

bool ours(const std::string& name, const Scope& scope) {
  return !scope.prefix.empty() && name.rfind(scope.prefix, 0) == 0;
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
    if (kind == "table" && base::same_word(text.substr(0, 14), "CREATE VIRTUAL")) {
      schema_.unknown.push_back({"virtual table", name});
    } else if (kind == "table") {
      schema_.tables.push_back(sqlite_table(text, dialect_.lexicon));
    } else if (kind == "index") {
      indexes_.emplace_back(table, sqlite_index(text, dialect_.lexicon));
    } else if (kind == "view") {
      schema_.views.push_back({.name = name,
                               .definition = sqlite_view(text, dialect_.lexicon),
                               .materialized = false,
                               .indexes = {},
                               .options = {},
                               .comment = {}});
    } else {
      schema_.triggers.push_back({name, table, text});
    }
  }

  Schema finish() {
    for (auto& [table, index] : indexes_) {
      const auto found = std::find_if(
          schema_.tables.begin(), schema_.tables.end(),
          [&, name = table](const Table& one) { return base::same_word(one.name, name); });
      if (found != schema_.tables.end()) {
        found->indexes.push_back(std::move(index));
      }
    }
    return std::move(schema_);
  }

 private:
  const Dialect& dialect_;
  const Scope& scope_;
  Schema schema_;
  std::vector<std::pair<std::string, TableIndex>> indexes_;
};

Schema inspect_sqlite(session::Session& session, const Dialect& dialect, const Scope& scope) {
  SqliteReading reading(dialect, scope);
  for (const auto& row : session.ask({dialect.catalog.at("inspect_statements"), {}}).rows) {
    reading.add(row.at(0).value_or(""), row.at(1).value_or(""), row.at(2).value_or(""),
                row.at(3).value_or(""));
  }
  return reading.finish();
}

}  // namespace

bool readable(const Dialect& dialect) {
  return dialect.catalog.count("inspect_statements") != 0 ||
         dialect.catalog.count("inspect_tables") != 0;
}

Schema inspect(session::Session& session, const Dialect& dialect, const Scope& scope) {
  if (dialect.catalog.count("inspect_statements") != 0) {
    return inspect_sqlite(session, dialect, scope);
  }
  Schema schema = schema_of(
      [&](std::string_view kind) {
        return session.ask(
            {dialect.catalog.at("inspect_" + std::string(kind)), {scope.schema, scope.prefix}});
      },
      dialect);
  schema.name = scope.schema;
  return schema;
}

}  // namespace helium::catalog

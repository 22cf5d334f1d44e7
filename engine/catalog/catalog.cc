#include "catalog/catalog.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "catalog/rows.h"
#include "catalog/sqlite_text.h"
#include "helium/error.h"
#include "seal/sha256.h"
#include "sql/quote.h"

namespace helium::catalog {
namespace {

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
    const bool unwanted =
        scope_.only && (kind == "table" || kind == "index") && scope_.only->count(table) == 0;
    if (ours(table, scope_) || ours(name, scope_) || name.rfind("sqlite_", 0) == 0 || unwanted) {
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

// Its own text is what a table is; a hash of it says the same in every file.
Digests sqlite_digests(session::Session& session, const Dialect& dialect, const Scope& scope) {
  Digests result;
  result.of = "the text of sqlite_schema";
  std::map<std::string, seal::Sha256> tables;
  seal::Sha256 others;
  for (const auto& row : session.ask({dialect.catalog.at("inspect_statements"), {}}).rows) {
    const std::string kind = row.at(0).value_or("");
    const std::string name = row.at(1).value_or("");
    const std::string table = row.at(2).value_or("");
    if (ours(table, scope) || ours(name, scope)) {
      continue;
    }
    const bool of_table = kind == "table" || kind == "index";
    (of_table ? tables[table] : others).add(name).add(row.at(3).value_or(""));
  }
  for (auto& [name, hash] : tables) {
    result.tables[name] = hash.hex();
  }
  result.others = others.hex();
  return result;
}

// `{only:t.table_name}` in a question: the condition that leaves the wanted tables.
std::string narrowed(std::string question, const Scope& scope, const Dialect& dialect) {
  static constexpr std::string_view mark = "{only:";
  for (auto at = question.find(mark); at != std::string::npos; at = question.find(mark, at)) {
    const auto end = question.find('}', at);
    const std::string column = question.substr(at + mark.size(), end - at - mark.size());
    std::vector<std::string> names;
    for (const std::string& name : scope.only.value_or(std::set<std::string>())) {
      names.push_back(sql::quote_literal(name, dialect.lexicon));
    }
    question.replace(at, end + 1 - at,
                     !scope.only ? std::string()
                     : names.empty()
                         ? " AND 1 = 0"
                         : " AND " + column + " IN (" + base::joined(names, ", ") + ")");
  }
  return question;
}

}  // namespace

bool readable(const session::Session& session) {
  return session.server().product.find("DERBY") == std::string::npos;
}

Digests digests(session::Session& session, const Dialect& dialect, const Scope& scope) {
  if (dialect.catalog.count("inspect_statements") != 0) {
    return sqlite_digests(session, dialect, scope);
  }
  Digests result;
  const auto question = dialect.catalog.find("digests");
  if (question == dialect.catalog.end()) {
    return result;
  }
  for (const auto& row : session.ask({question->second, {scope.schema, scope.prefix}}).rows) {
    const std::string kind = row.at(0).value_or("");
    const std::string value = row.at(2).value_or("");
    if (kind == "table") {
      result.tables[row.at(1).value_or("")] = value;
    } else if (kind == "others") {
      result.others = value;
    } else {
      const bool anywhere = value.find('/') == std::string::npos;
      result.of = anywhere ? value : session.server().identity + "/" + value;
    }
  }
  return result;
}

std::map<std::string, std::string> traces(session::Session& session, const Dialect& dialect,
                                          const Scope& scope) {
  std::map<std::string, std::string> result;
  const auto question = dialect.catalog.find("traces");
  if (question != dialect.catalog.end()) {
    for (const auto& row : session.ask({question->second, {scope.schema, scope.prefix}}).rows) {
      result.emplace(row.at(0).value_or(""), row.at(1).value_or(""));
    }
  }
  return result;
}

Schema inspect(session::Session& session, const Dialect& dialect, const Scope& scope) {
  if (dialect.catalog.count("inspect_statements") != 0) {
    return inspect_sqlite(session, dialect, scope);
  }
  if (!readable(session)) {
    throw Error(Fault::unsupported, "the catalog of " + session.server().product + " is not read");
  }
  Schema schema = schema_of(
      [&](std::string_view kind) {
        const std::string& question = dialect.catalog.at("inspect_" + std::string(kind));
        return session.ask({narrowed(question, scope, dialect), {scope.schema, scope.prefix}});
      },
      dialect);
  schema.name = scope.schema;
  return schema;
}

}  // namespace helium::catalog

#include "catalog/catalog.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "catalog/rows.h"
#include "catalog/sqlite_text.h"
#include "helium/error.h"
#include "helium/version.h"
#include "seal/sha256.h"
#include "sql/quote.h"

namespace helium::catalog {
namespace {

bool ours(const std::string& name, const Scope& scope) {
  return !scope.prefix.empty() && name.rfind(scope.prefix, 0) == 0;
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

// The statement of a virtual table, of which no more is read than that it is there.
bool is_virtual(const std::string& text) {
  return base::same_word(text.substr(0, 14), "CREATE VIRTUAL");
}

session::Rows statements(session::Session& session, const Dialect& dialect, const Scope& scope) {
  return session.ask({narrowed(dialect.catalog.at("inspect_statements"), scope, dialect), {}});
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
    std::unordered_map<std::string, Table*> tables;
    for (Table& table : schema_.tables) {
      tables.emplace(base::lower(table.name), &table);
    }
    for (auto& [table, index] : indexes_) {
      if (const auto found = tables.find(base::lower(table)); found != tables.end()) {
        found->second->indexes.push_back(std::move(index));
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
  for (const auto& row : statements(session, dialect, scope).rows) {
    reading.add(row.at(0).value_or(""), row.at(1).value_or(""), row.at(2).value_or(""),
                row.at(3).value_or(""));
  }
  return reading.finish();
}

// What the digests speak of. Another version of this program may read more than this one. What has
// a slash speaks of one server, and of none where this user may not know which it is.
std::string kind_of(const session::Session& session, const std::string& said) {
  const std::string reader = std::string("helium ") + version() + ", ";
  if (said.find('/') == std::string::npos) {
    return reader + said;
  }
  const std::string& server = session.server().identity;
  return server.empty() || server.front() == '/' ? std::string() : reader + server + "/" + said;
}

// Its own text is what a table is; a hash of it says the same in every file.
Digests sqlite_digests(session::Session& session, const Dialect& dialect, const Scope& scope) {
  Digests result;
  result.of = kind_of(session, "the text of sqlite_schema");
  std::map<std::string, seal::Sha256> tables;
  seal::Sha256 others;
  for (const auto& row : statements(session, dialect, scope).rows) {
    const std::string kind = row.at(0).value_or("");
    const std::string name = row.at(1).value_or("");
    const std::string table = row.at(2).value_or("");
    const std::string text = row.at(3).value_or("");
    if (ours(table, scope) || ours(name, scope)) {
      continue;
    }
    const bool of_table = (kind == "table" || kind == "index") && !is_virtual(text);
    (of_table ? tables[table] : others).add(name).add(text);
  }
  for (auto& [name, hash] : tables) {
    result.tables[name] = hash.hex();
  }
  result.others = others.hex();
  return result;
}

// One question of a question for each sequence, where each has to be asked by itself; empty where
// there is none.
std::string for_each_sequence(const std::string& question, session::Session& session,
                              const Dialect& dialect, const Scope& scope) {
  if (question.find("{sequence}") == std::string::npos) {
    return question;
  }
  std::vector<std::string> all;
  const auto names =
      session.ask({dialect.catalog.at("sequence_names"), {scope.schema, scope.prefix}});
  for (const auto& row : names.rows) {
    const std::string name = row.at(0).value_or("");
    std::string one =
        base::replaced(question, "{literal}", sql::quote_literal(name, dialect.lexicon));
    one = base::replaced(one, "{schema}", sql::quote_identifier(scope.schema, dialect.lexicon));
    all.push_back(base::replaced(one, "{sequence}", sql::quote_identifier(name, dialect.lexicon)));
  }
  return base::joined(all, " UNION ALL ");
}

// What a question of the dialect's finds; nothing where it has none.
session::Rows found(std::string_view kind, session::Session& session, const Dialect& dialect,
                    const Scope& scope) {
  const auto question = dialect.catalog.find("inspect_" + std::string(kind));
  if (question == dialect.catalog.end()) {
    return {};
  }
  const std::string text = for_each_sequence(question->second, session, dialect, scope);
  return text.empty() ? session::Rows()
                      : session.ask({narrowed(text, scope, dialect), {scope.schema, scope.prefix}});
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
  std::map<std::string, std::string> others;
  const std::string text = narrowed(question->second, scope, dialect);
  for (const auto& row : session.ask({text, {scope.schema, scope.prefix}}).rows) {
    const std::string kind = row.at(0).value_or("");
    const std::string value = row.at(2).value_or("");
    if (kind == "of") {
      result.of = kind_of(session, value);
    } else {
      (kind == "table" ? result.tables : others)[row.at(1).value_or("")] = value;
    }
  }
  seal::Sha256 hash;
  for (const auto& [name, value] : others) {
    hash.add(name).add(value);
  }
  if (dialect.catalog.count("sequence_names") != 0) {
    for (const auto& row : found("sequences", session, dialect, scope).rows) {
      for (const auto& cell : row) {
        hash.add(cell ? "1" : "0").add(cell.value_or(""));
      }
    }
  }
  result.others = hash.hex();
  return result;
}

bool same(const Digests& a, const Digests& b, const std::set<std::string>& tables) {
  const auto of = [](const Digests& digests, const std::string& table) {
    const auto found = digests.tables.find(table);
    return found == digests.tables.end() ? std::string() : found->second;
  };
  return a.of == b.of && a.others == b.others &&
         std::all_of(tables.begin(), tables.end(),
                     [&](const std::string& table) { return of(a, table) == of(b, table); });
}

std::set<std::string> differing(const Digests& a, const Digests& b) {
  std::set<std::string> names;
  const auto add = [&](const Digests& one, const Digests& other) {
    for (const auto& [name, digest] : one.tables) {
      const auto same = other.tables.find(name);
      if (same == other.tables.end() || same->second != digest) {
        names.insert(name);
      }
    }
  };
  add(a, b);
  add(b, a);
  return names;
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
      [&](std::string_view kind) { return found(kind, session, dialect, scope); }, dialect);
  schema.name = scope.schema;
  return schema;
}

}  // namespace helium::catalog

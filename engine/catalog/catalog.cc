#include "catalog/catalog.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory_resource>
#include <unordered_map>

#include "base/text.h"
#include "catalog/questions.h"
#include "catalog/rows.h"
#include "catalog/spelling.h"
#include "catalog/sqlite_text.h"
#include "catalog/table_texts.h"
#include "helium/error.h"
#include "seal/sha256.h"
#include "sql/quote.h"

namespace helium::catalog {
namespace {

// The statement of a virtual table, of which no more is read than that it is there.
bool is_virtual(std::string_view text) {
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

Schema inspect_sqlite(session::Session& session, const Dialect& dialect, const Scope& scope) {
  SqliteReading reading(dialect, scope);
  for (const auto& row : statements(session, dialect, scope).rows) {
    reading.add(row.at(0).value_or(""), row.at(1).value_or(""), row.at(2).value_or(""),
                row.at(3).value_or(""));
  }
  return reading.finish();
}

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
    const bool tells = (kind == "table" || kind == "index") && !is_virtual(cell(3));
    (tells ? of_table(cell(2)) : others_)
        .push_back({kind == "table", kept(cell(1)), kept(cell(3))});
  }

  // Their names in order, which is how a map grows quickly.
  void tell(Digests& digests) {
    std::pmr::vector<std::string_view> names(&room_);
    for (const auto& table : tables_) {
      names.push_back(table.first);
    }
    std::sort(names.begin(), names.end());
    for (const std::string_view name : names) {
      digests.tables.emplace_hint(digests.tables.end(), name, digest_of(tables_.at(name)));
    }
    digests.others = digest_of(others_);
  }

 private:
  Texts& of_table(std::string_view name) {
    const auto found = tables_.find(name);
    return found != tables_.end() ? found->second : tables_[kept(name)];
  }
  std::string_view kept(std::string_view text) {
    char* const place = static_cast<char*>(room_.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), place);
    return {place, text.size()};
  }

  std::pmr::monotonic_buffer_resource room_;
  std::pmr::unordered_map<std::string_view, Texts> tables_{&room_};
  Texts others_{&room_};
};

// Its own text is what a table is; a hash of it says the same in every file.
Digests sqlite_digests(session::Session& session, const Dialect& dialect, const Scope& scope) {
  SqliteTexts texts;
  session.each(narrowed(dialect.catalog.at("digest_statements"), scope, dialect),
               [&](session::Cells&& row) { texts.add(row, scope); });
  Digests result;
  result.of = kind_of(session, "the text of sqlite_schema");
  texts.tell(result);
  return result;
}

// What the server writes of each view, in one message; of one alone where some text is kept from
// this user.
std::map<std::string, std::string> view_texts(session::Session& session,
                                              const std::vector<std::string>& questions) {
  std::map<std::string, std::string> texts;
  try {
    session.each(base::joined(questions, ";"), [&](session::Cells&& row) {
      texts[row.at(0).value_or("")] = row.at(1).value_or("");
    });
  } catch (const Error& error) {
    if (error.connection_lost()) {
      throw;
    }
    for (std::size_t i = 0; questions.size() > 1 && i < questions.size(); ++i) {
      texts.merge(view_texts(session, {questions[i]}));
    }
  }
  return texts;
}

// Of what no statement tells, nobody knows how it is made again.
void find_algorithms(session::Session& session, const Dialect& dialect, const Scope& scope,
                     Schema& schema) {
  const auto question = dialect.catalog.find("view_text");
  if (question == dialect.catalog.end() || schema.views.empty()) {
    return;
  }
  constexpr std::string_view begin = "CREATE ALGORITHM=";
  const std::string place =
      question->second + " " + sql::quote_identifier(scope.schema, dialect.lexicon) + ".";
  std::vector<std::string> questions;
  for (const View& view : schema.views) {
    questions.push_back(place + sql::quote_identifier(view.name, dialect.lexicon));
  }
  const auto texts = view_texts(session, questions);
  for (View& view : schema.views) {
    const auto found = texts.find(view.name);
    const std::string text = found == texts.end() ? std::string() : found->second;
    if (!text.starts_with(begin)) {
      view.owner = "?";
      continue;
    }
    const auto end = std::min(text.find(' ', begin.size()), text.size());
    const std::string algorithm = base::lower(text.substr(begin.size(), end - begin.size()));
    if (algorithm != "undefined") {
      view.options.insert(view.options.begin(), "algorithm=" + algorithm);
    }
  }
}

// Of views and routines that are not of who asks, where the dialect makes such a difference.
void find_owners(session::Session& session, const Dialect& dialect, const Scope& scope,
                 Schema& schema) {
  const auto question = dialect.catalog.find("owners_of_others");
  if (question == dialect.catalog.end() || (schema.views.empty() && schema.routines.empty())) {
    return;
  }
  for (const auto& row : session.ask({question->second, {scope.schema, scope.prefix}}).rows) {
    const std::string name = row.at(0).value_or("");
    for (View& view : schema.views) {
      if (view.name == name && !row.at(1)) {
        view.owner = row.at(2).value_or("");
      }
    }
    for (Routine& routine : schema.routines) {
      if (routine.name == name && row.at(1) == routine.arguments) {
        routine.owner = row.at(2).value_or("");
      }
    }
  }
}

}  // namespace

bool readable(const session::Session& session) {
  return session.server().product.find("DERBY") == std::string::npos;
}

Digests digests(session::Session& session, const Dialect& dialect, const Scope& scope) {
  if (dialect.catalog.count("inspect_statements") != 0) {
    return sqlite_digests(session, dialect, scope);
  }
  if (auto texts = text_digests(session, dialect, scope)) {
    return std::move(*texts);
  }
  Digests result;
  const auto question = dialect.catalog.find("digests");
  if (question == dialect.catalog.end()) {
    return result;
  }
  std::map<std::string, std::string> others;
  for (const auto& row : asked(question->second, session, dialect, scope).rows) {
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
  if (dialect.catalog.count("kinds") != 0) {
    for (const auto& row : found("sequences", session, dialect, scope).rows) {
      for (const auto& cell : row) {
        hash.add(cell ? "1" : "0").add(cell.value_or(""));
      }
    }
  }
  result.others = hash.hex();
  return result;
}

std::string mark(session::Session& session, const Dialect& dialect, const Scope& scope,
                 const std::string& known) {
  const auto question = dialect.catalog.find("mark");
  if (question == dialect.catalog.end()) {
    return {};
  }
  const auto told = [&](const session::Question& asked) {
    return session.ask(asked).rows.front().at(0).value_or("");
  };
  std::string mark = kind_of(session, told({question->second, {scope.schema}}));
  if (!mark.empty() && (known.empty() || known.starts_with(mark + "/"))) {
    mark += "/" + told({dialect.catalog.at("mark_rest"), {}});
  }
  return mark;
}

std::string moment(session::Session& session, const Dialect& dialect) {
  const auto question = dialect.catalog.find("moment");
  if (question == dialect.catalog.end()) {
    return {};
  }
  return session.ask({question->second, {}}).rows.front().at(0).value_or("");
}

bool still(session::Session& session, const Dialect& dialect, const std::string& moment) {
  return !moment.empty() && catalog::moment(session, dialect) == moment;
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
  std::vector<std::pair<std::string, std::string>> apart;
  std::set_symmetric_difference(a.tables.begin(), a.tables.end(), b.tables.begin(), b.tables.end(),
                                std::back_inserter(apart));
  std::set<std::string> names;
  for (auto& [name, digest] : apart) {
    names.insert(std::move(name));
  }
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

std::string own_collation(session::Session& session, const Dialect& dialect, const Scope& scope) {
  const auto question = dialect.catalog.find("own_collation");
  if (question == dialect.catalog.end()) {
    return {};
  }
  const auto rows = session.ask({question->second, {scope.schema}}).rows;
  return rows.empty() ? std::string() : rows.front().at(0).value_or("");
}

Answers asked_beside(const session::Session& session, const Dialect& dialect, const Scope& scope) {
  constexpr std::string_view start = "inspect_";
  const auto second = session.another();
  Answers answers;
  try {
    for (const auto& [name, question] : dialect.catalog) {
      if (second && name.starts_with(start) && !is_narrowed(question)) {
        const std::string kind = name.substr(start.size());
        answers[kind] = found(kind, *second, dialect, scope);
      }
    }
  } catch (const Error&) {
    answers.clear();  // whoever asks again is told why
  }
  return answers;
}

Schema inspect(session::Session& session, const Dialect& dialect, const Scope& scope,
               const Answers& answers) {
  if (dialect.catalog.count("inspect_statements") != 0) {
    return inspect_sqlite(session, dialect, scope);
  }
  if (!readable(session)) {
    throw Error(Fault::unsupported, "the catalog of " + session.server().product + " is not read");
  }
  const auto answer = [&](std::string_view kind) {
    const auto known = answers.find(kind);
    return known == answers.end() ? found(kind, session, dialect, scope) : known->second;
  };
  Schema schema = schema_of(answer, dialect);
  find_algorithms(session, dialect, scope, schema);
  find_owners(session, dialect, scope, schema);
  schema.name = scope.schema;
  return schema;
}

}  // namespace helium::catalog

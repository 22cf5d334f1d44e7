#include "catalog/catalog.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"
#include "catalog/questions.h"
#include "catalog/rows.h"
#include "catalog/sqlite_catalog.h"
#include "catalog/table_texts.h"
#include "helium/error.h"
#include "seal/sha256.h"
#include "sql/quote.h"

namespace helium::catalog {
namespace {

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

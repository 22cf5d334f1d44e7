#include "catalog/questions.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::catalog {
namespace {

constexpr std::string_view only_mark = "{only:";
constexpr std::string_view each_mark = "{each:";
static_assert(only_mark.size() == each_mark.size());

// More than these are found sooner by one question that looks at every table.
constexpr std::size_t few = 30;

std::string only(const std::string& column, const Scope& scope, const Dialect& dialect) {
  if (!scope.only) {
    return {};
  }
  std::vector<std::string> names;
  for (const std::string& name : *scope.only) {
    names.push_back(sql::quote_literal(name, dialect.lexicon));
  }
  return names.empty() ? " AND 1 = 0"
                       : " AND " + column + " IN (" + base::joined(names, ", ") + ")";
}

}  // namespace

bool ours(std::string_view name, const Scope& scope) {
  return !scope.prefix.empty() && name.starts_with(scope.prefix);
}

bool is_narrowed(std::string_view question) {
  return question.find(each_mark) != question.npos || question.find(only_mark) != question.npos;
}

std::string narrowed(const std::string& question, const Scope& scope, const Dialect& dialect) {
  std::string text;
  std::size_t from = 0;
  for (auto at = question.find('{'); at != std::string::npos; at = question.find('{', at + 1)) {
    const std::string_view rest = std::string_view(question).substr(at);
    if (!rest.starts_with(each_mark) && !rest.starts_with(only_mark)) {
      continue;
    }
    const auto column = at + each_mark.size();
    const auto end = question.find('}', column);
    text.append(question, from, at - from);
    text += only(question.substr(column, end - column), scope, dialect);
    from = end + 1;
  }
  return text.append(question, from);
}

session::Rows asked(const std::string& question, session::Session& session, const Dialect& dialect,
                    const Scope& scope) {
  std::string text;
  if (scope.only && scope.only->size() <= few && question.find(each_mark) != std::string::npos) {
    std::vector<std::string> all;
    for (const std::string& name : *scope.only) {
      all.push_back(narrowed(question, {scope.schema, scope.prefix, std::set{name}}, dialect));
    }
    text = base::joined(all, ";");
  } else {
    text = narrowed(question, scope, dialect);
  }
  return text.empty() ? session::Rows() : session.ask({text, {scope.schema, scope.prefix}});
}

session::Rows found(std::string_view kind, session::Session& session, const Dialect& dialect,
                    const Scope& scope) {
  const auto question = dialect.catalog.find("inspect_" + std::string(kind));
  if (question == dialect.catalog.end()) {
    return {};
  }
  if (question->second.find("{sequence}") != std::string::npos) {
    const auto names = names_of(kinds(session, dialect, scope), "SEQUENCE", scope);
    return sequences(names, session, dialect, scope);
  }
  return asked(question->second, session, dialect, scope);
}

session::Rows kinds(session::Session& session, const Dialect& dialect, const Scope& scope) {
  return session.ask({base::replaced(dialect.catalog.at("kinds"), "{schema}",
                                     sql::quote_identifier(scope.schema, dialect.lexicon)),
                      {}});
}

session::Rows sequences(const std::vector<std::string>& names, session::Session& session,
                        const Dialect& dialect, const Scope& scope) {
  std::vector<std::string> all;
  for (const std::string& name : names) {
    std::string one = base::replaced(dialect.catalog.at("inspect_sequences"), "{literal}",
                                     sql::quote_literal(name, dialect.lexicon));
    one = base::replaced(one, "{schema}", sql::quote_identifier(scope.schema, dialect.lexicon));
    all.push_back(base::replaced(one, "{sequence}", sql::quote_identifier(name, dialect.lexicon)));
  }
  return all.empty() ? session::Rows() : session.ask({base::joined(all, " UNION ALL "), {}});
}

std::vector<std::string> names_of(const session::Rows& kinds, std::string_view kind,
                                  const Scope& scope) {
  std::vector<std::string> names;
  for (const session::Cells& row : kinds.rows) {
    const std::string name = row.at(0).value_or("");
    if (row.at(1) == kind && !ours(name, scope)) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace helium::catalog

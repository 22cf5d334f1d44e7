#include "history/fingerprint.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/text.h"
#include "sql/words.h"

namespace helium::history {
namespace {

constexpr std::string_view condition = "fingerprint_if_";

// Whether one of the words of a key like fingerprint_if_view_trigger stands in the statement.
bool asked_for(std::string_view key, const std::set<std::string>& said) {
  key.remove_prefix(condition.size());
  while (!key.empty()) {
    const std::size_t end = std::min(key.find('_'), key.size());
    if (said.count(base::upper(key.substr(0, end))) != 0) {
      return true;
    }
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return false;
}

// The parts that only some statements can change.
std::string more_parts(const Dialect& dialect, const Statement& statement) {
  constexpr std::size_t most_words = 4096;
  std::set<std::string> said;
  for (const sql::Word& word : sql::words_of(statement.text, dialect.lexicon, most_words)) {
    said.insert(word.text);
  }
  std::string more;
  for (const auto& [key, text] : dialect.catalog) {
    if (key.rfind(condition, 0) == 0 && asked_for(key, said)) {
      more += ",\n    " + text;
    }
  }
  return more;
}

}  // namespace

std::string fingerprint_expression(const Words& words, const Statement& statement) {
  const Texts& catalog = words.store().dialect->catalog;
  const auto whole = catalog.find("fingerprint");
  const auto part = catalog.find("fingerprint_part");
  if (whole == catalog.end() || part == catalog.end() || statement.shape.touches.empty()) {
    return {};
  }
  const std::string each =
      filled(part->second, {{"more", more_parts(*words.store().dialect, statement)}});
  std::string parts;
  for (const std::string& name : statement.shape.touches) {
    parts +=
        (parts.empty() ? "" : ", ") + filled(each, {{"schema", words.literal(words.store().schema)},
                                                    {"name", words.literal(name)}});
  }
  return filled(whole->second, {{"parts", parts}});
}

bool comparable(std::string_view one, std::string_view other) noexcept {
  const auto kind = [](std::string_view text) {
    const std::size_t dot = text.find('.');
    return dot == std::string_view::npos ? std::string_view() : text.substr(0, dot);
  };
  return kind(one) == kind(other);
}

std::string fingerprint(session::Session& session, const Store& store, const Statement& statement) {
  const std::string expression = fingerprint_expression(Words(store), statement);
  if (expression.empty()) {
    return {};
  }
  const auto rows = session.ask({"SELECT " + expression, {}});
  return rows.rows.empty() ? std::string() : rows.rows.front().at(0).value_or("");
}

}  // namespace helium::history

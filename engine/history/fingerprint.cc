#include "history/fingerprint.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "base/text.h"
#include "sql/words.h"

namespace helium::history {
namespace {

constexpr std::string_view condition = "fingerprint_if_";
constexpr std::string_view alone = "fingerprint_only_";

// The words of a key like fingerprint_if_view_trigger, upper case.
std::vector<std::string> words_of_key(std::string_view key, std::string_view prefix) {
  std::istringstream text(base::upper(key.substr(prefix.size())));
  std::vector<std::string> words;
  for (std::string word; std::getline(text, word, '_');) {
    words.push_back(word);
  }
  return words;
}

bool begins_with(const std::vector<sql::Word>& said, const std::vector<std::string>& words) {
  return said.size() >= words.size() &&
         std::equal(words.begin(), words.end(), said.begin(),
                    [](const std::string& word, const sql::Word& own) { return own.is(word); });
}

bool says_any(const std::vector<sql::Word>& said, const std::vector<std::string>& words) {
  return std::any_of(said.begin(), said.end(), [&](const sql::Word& own) {
    return std::find(words.begin(), words.end(), own.text) != words.end();
  });
}

// What is asked about each name: all that the statement may change, and as little else as can be.
std::string part_of(const Texts& catalog, const Dialect& dialect, const Statement& statement) {
  constexpr std::size_t most_words = 4096;
  const auto said = sql::words_of(statement.text, dialect.lexicon, most_words);
  std::string more;
  for (const auto& [key, text] : catalog) {
    if (key.rfind(alone, 0) == 0 && begins_with(said, words_of_key(key, alone))) {
      return text;
    }
    if (key.rfind(condition, 0) == 0 && says_any(said, words_of_key(key, condition))) {
      more += ",\n    " + text;
    }
  }
  return filled(catalog.at("fingerprint_part"), {{"more", more}});
}

}  // namespace

std::string fingerprint_expression(const Words& words, const Statement& statement) {
  const Texts& catalog = words.store().dialect->catalog;
  const auto whole = catalog.find("fingerprint");
  if (whole == catalog.end() || statement.shape.touches.empty()) {
    return {};
  }
  const std::string each = part_of(catalog, *words.store().dialect, statement);
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

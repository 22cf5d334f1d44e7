#include "generate/spelling.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "sql/lexer.h"
#include "sql/quote.h"

namespace helium::generate {
namespace {

constexpr std::string_view types[] = {
    "bigint",  "bigserial", "blob", "boolean", "bytea",     "char",        "date",    "datetime",
    "decimal", "double",    "int",  "integer", "json",      "jsonb",       "numeric", "real",
    "serial",  "smallint",  "text", "time",    "timestamp", "timestamptz", "uuid",    "varchar"};

constexpr std::string_view verbs[] = {"create", "alter", "drop", "insert", "update", "add"};

template <typename Words>
bool among(const Words& words, std::string_view word) {
  const std::string plain = base::lower(word);
  return std::find(std::begin(words), std::end(words), plain) != std::end(words);
}

bool needs_quotes(std::string_view name) {
  return !sql::is_plain_identifier(name) || sql::is_reserved(name) || base::lower(name) != name;
}

struct Counts {
  int upper_words = 0;
  int lower_words = 0;
  int upper_types = 0;
  int lower_types = 0;
  int quoted = 0;
  int bare = 0;
};

void count(Counts& counts, const std::string& text, const Lexicon& lexicon) {
  sql::Lexer lexer(text, lexicon);
  for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
    const auto word = std::string_view(text).substr(token.offset, token.length);
    if (token.kind == sql::Token::Kind::identifier) {
      ++counts.quoted;
    } else if (token.kind == sql::Token::Kind::word) {
      const bool upper = base::upper(word) == word;
      if (among(verbs, word)) {
        ++(upper ? counts.upper_words : counts.lower_words);
      } else if (among(types, word)) {
        ++(upper ? counts.upper_types : counts.lower_types);
      } else {
        ++counts.bare;
      }
    }
  }
}

// The SQL of a Lua file: what stands in its long strings.
std::string sql_of(const std::string& lua) {
  std::string sql;
  for (std::size_t at = lua.find('['); at != std::string::npos; at = lua.find('[', at + 1)) {
    const std::size_t open = lua.find_first_not_of('=', at + 1);
    if (open == std::string::npos || lua[open] != '[') {
      continue;
    }
    const std::string close = "]" + std::string(open - at - 1, '=') + "]";
    const std::size_t end = std::min(lua.find(close, open), lua.size());
    const std::string text = lua.substr(open + 1, end - open - 1);
    sql += text.find("\"diagram\"") == std::string::npos ? text + ";\n" : "";
    at = end;
  }
  return sql;
}

}  // namespace

Spelling spelling_of(const Design& design, const Dialect& dialect) {
  Counts counts;
  for (const Migration& migration : design.migrations) {
    const bool sql = design.format == Format::sql;
    count(counts, sql ? migration.text : sql_of(migration.text), dialect.lexicon);
    count(counts, migration.reverse_text, dialect.lexicon);
  }
  return {counts.upper_words >= counts.lower_words, counts.upper_types > counts.lower_types,
          counts.quoted > 0 && counts.quoted * 4 > counts.bare};
}

std::string spelt(const std::string& statement, const Spelling& spelling, const Dialect& dialect) {
  std::string result;
  std::uint64_t from = 0;
  sql::Lexer lexer(statement, dialect.lexicon);
  for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
    const std::string word = statement.substr(token.offset, token.length);
    result.append(statement, from, token.offset - from);
    from = token.end();
    if (token.kind == sql::Token::Kind::identifier && !spelling.quotes && word.size() > 2 &&
        !needs_quotes(std::string_view(word).substr(1, word.size() - 2))) {
      result.append(word, 1, word.size() - 2);
    } else if (token.kind == sql::Token::Kind::word && among(types, word)) {
      result += spelling.upper_types ? base::upper(word) : word;
    } else if (token.kind == sql::Token::Kind::word && !spelling.upper_words) {
      result += base::lower(word);
    } else {
      result += word;
    }
  }
  return result.append(statement, from);
}

}  // namespace helium::generate

#include "sql/quote.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "helium/error.h"

namespace helium::sql {
namespace {

void refuse_unwritable(std::string_view text, const std::string& what) {
  if (text.find('\0') != std::string_view::npos) {
    throw Error(Fault::design, what + " holds a NUL byte");
  }
  if (const auto bad = base::invalid_utf8(text)) {
    throw Error(Fault::design, what + " is not valid UTF-8 at byte " + std::to_string(*bad));
  }
}

std::size_t length_of(std::string_view name, const Lexicon& lexicon) {
  if (lexicon.identifier_length_in_bytes) {
    return name.size();
  }
  return base::position_at(name, name.size()).column - 1U;
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

std::string quote_identifier(std::string_view name, const Lexicon& lexicon) {
  if (name.empty()) {
    throw Error(Fault::design, "a name is empty");
  }
  const std::string shown = "the name '" + base::printable(name) + "'";
  refuse_unwritable(name, shown);
  if (length_of(name, lexicon) > lexicon.identifier_length) {
    throw Error(Fault::design, shown + " is longer than " +
                                   std::to_string(lexicon.identifier_length) + " " +
                                   (lexicon.identifier_length_in_bytes ? "bytes" : "characters"));
  }
  const std::string quote(1, lexicon.identifier_quote);
  return quote + base::replaced(std::string(name), quote, quote + quote) + quote;
}

std::string quote_literal(std::string_view text, const Lexicon& lexicon) {
  refuse_unwritable(text, "a value");
  std::string body(text);
  // Where a prefix says what a backslash means, no setting of the session can change it.
  const bool prefixed =
      !lexicon.escape_prefixes.empty() && text.find('\\') != std::string_view::npos;
  if (lexicon.backslash_escapes || prefixed) {
    body = base::replaced(std::move(body), "\\", "\\\\");
  }
  return (prefixed ? lexicon.escape_prefixes.front() : std::string()) + "'" +
         base::replaced(std::move(body), "'", "''") + "'";
}

std::string quote_dollar(std::string_view text) {
  refuse_unwritable(text, "a value");
  const std::string body(text);
  const std::string ended = body + "$";  // which may be the first sign of what ends it
  std::string tag = "$$";
  for (int i = 1; ended.find(tag) != std::string::npos; ++i) {
    tag = "$body" + std::to_string(i) + "$";
  }
  return base::joined({tag, body, tag}, "");
}

bool is_plain_identifier(std::string_view name) noexcept {
  return !name.empty() && is_name_letter(name[0]) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_name_letter(c) || (c >= '0' && c <= '9'); });
}

bool is_reserved(std::string_view name) noexcept {
  static constexpr std::string_view words[] = {
      "ALL",     "ALTER",     "ANALYZE",  "AND",       "ANY",       "ARRAY",      "AS",
      "ASC",     "BETWEEN",   "BOTH",     "BY",        "CALL",      "CASE",       "CAST",
      "CHANGE",  "CHECK",     "COLLATE",  "COLUMN",    "CONDITION", "CONSTRAINT", "CREATE",
      "CROSS",   "CURSOR",    "DATABASE", "DATABASES", "DECLARE",   "DEFAULT",    "DELETE",
      "DESC",    "DESCRIBE",  "DISTINCT", "DO",        "DROP",      "EACH",       "ELSE",
      "END",     "EXCEPT",    "EXISTS",   "EXIT",      "EXPLAIN",   "FALSE",      "FETCH",
      "FOR",     "FORCE",     "FOREIGN",  "FREEZE",    "FROM",      "FULL",       "FUNCTION",
      "GRANT",   "GROUP",     "GROUPS",   "HAVING",    "IF",        "ILIKE",      "IN",
      "INDEX",   "INNER",     "INSERT",   "INTERSECT", "INTERVAL",  "INTO",       "IS",
      "JOIN",    "KEY",       "KEYS",     "KILL",      "LATERAL",   "LEADING",    "LEFT",
      "LIKE",    "LIMIT",     "LOAD",     "LOCK",      "LOOP",      "MATCH",      "NATURAL",
      "NOT",     "NULL",      "OF",       "OFFSET",    "ON",        "ONLY",       "OPTION",
      "OR",      "ORDER",     "OUT",      "OUTER",     "OVER",      "PARTITION",  "PLACING",
      "PRIMARY", "PROCEDURE", "RANGE",    "RANK",      "READ",      "RECURSIVE",  "REFERENCES",
      "RELEASE", "RENAME",    "REPEAT",   "REPLACE",   "RETURN",    "RETURNING",  "REVOKE",
      "RIGHT",   "ROW",       "ROWS",     "SCHEMA",    "SCHEMAS",   "SELECT",     "SET",
      "SHOW",    "SIMILAR",   "SOME",     "SQL",       "SYSTEM",    "TABLE",      "THEN",
      "TO",      "TRAILING",  "TRIGGER",  "TRUE",      "UNION",     "UNIQUE",     "UNLOCK",
      "UPDATE",  "USAGE",     "USE",      "USER",      "USING",     "VALUES",     "VARIADIC",
      "VERBOSE", "WHEN",      "WHERE",    "WHILE",     "WINDOW",    "WITH",       "WRITE"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return base::same_word(word, name); });
}

}  // namespace helium::sql

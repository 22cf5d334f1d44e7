#include "folder/fit.h"

#include <algorithm>

#include "base/text.h"
#include "folder/seals.h"
#include "seal/base64.h"
#include "sql/shape.h"
#include "sql/words.h"

namespace helium::folder {
namespace {

constexpr const char* refusal = "the table still holds rows: DROP_CHECK refuses to go on";

bool holds(const std::vector<sql::Word>& words, std::string_view wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const sql::Word& word) { return base::same_word(word.text, wanted); });
}

// CREATE FUNCTION of something that lies in a library beside the server.
bool brings_library(const std::vector<sql::Word>& words) {
  if (words.empty() || !words.front().is("CREATE") || !holds(words, "FUNCTION")) {
    return false;
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool c_language = words[i].is("LANGUAGE") &&
                            (words[i + 1].is("C") || base::same_word(words[i + 1].text, "c"));
    if (words[i].is("SONAME") || c_language ||
        (words[i].is("EXTERNAL") && words[i + 1].is("NAME"))) {
      return true;
    }
  }
  return false;
}

bool drops_library_function(const std::vector<sql::Word>& words) {
  return words.size() > 2 && words[0].is("DROP") && words[1].is("FUNCTION") && !words[2].is("IF") &&
         holds(words, "BROTLI_DECOMPRESS");
}

std::string base64_call(const Seal& seal, const Dialect& dialect) {
  const std::string text = "'" + seal::base64(seal.text) + "'";
  return dialect.name == "postgresql"
             ? "CONVERT_FROM(DECODE(" + text + ", 'base64'), 'UTF8')"
             : "cast(FROM_BASE64(" + text + ") as char character set utf8mb4)";
}

void open_seals(Statement& statement, const Dialect& dialect) {
  const bool binds = dialect.name == "db2";
  if (dialect.name == "sqlite") {
    return;  // the functions are our own
  }
  auto seals = seals_of(statement.text, dialect.lexicon);
  if (!binds) {
    seals.erase(std::remove_if(seals.begin(), seals.end(),
                               [](const Seal& seal) { return !seal.compressed; }),
                seals.end());
  }
  statement.text = replaced(statement.text, seals, [&](const Seal& seal) -> std::string {
    if (!binds) {
      return base64_call(seal, dialect);
    }
    statement.values.emplace_back(seal.text);
    return "CAST(? AS CLOB(100K))";
  });
}

// The guard of a DROP: a SELECT that answers a row, a DO that warns, or, on PostgreSQL, a call that
// would kill the session; that one is asked for its row instead.
void take_guard(Statement& statement, const std::vector<sql::Word>& words) {
  Expectation& expect = statement.expect;
  if (statement.shape.kind == Shape::Kind::query && holds(words, "PG_TERMINATE_BACKEND") &&
      holds(words, "PG_BACKEND_PID")) {
    const std::size_t from = base::upper(statement.text).find(" FROM ");
    if (from != std::string::npos) {
      statement.text = "SELECT 1" + statement.text.substr(from);
      expect = {Expectation::Kind::no_rows, 0, refusal};
    }
    return;
  }
  const bool asks = words.size() > 1 && holds(words, "EXISTS");
  const bool refuses = statement.text.find("Refusing") != std::string::npos;
  if (asks && statement.shape.verb == "DO") {
    expect = {Expectation::Kind::no_warning, 0, refusal};
  } else if (asks && refuses && statement.shape.kind == Shape::Kind::query) {
    expect = {Expectation::Kind::no_rows, 0, refusal};
  }
}

Finding left_out(const Statement& statement, const char* why) {
  return {.rule = "server_library",
          .severity = Severity::info,
          .where = statement.span,
          .message = why,
          .hint = {},
          .source_line = {}};
}

}  // namespace

Fitted fitted(Statement statement, const Dialect& dialect) {
  constexpr std::size_t most_words = 4096;
  const auto words = sql::words_of(statement.text, dialect.lexicon, most_words);
  if (brings_library(words)) {
    return {
        std::nullopt,
        {left_out(statement,
                  "left out: it would bring a library into the server, and is not needed: sealed "
                  "texts are opened on our side")}};
  }
  if (drops_library_function(words)) {
    const std::size_t at = base::upper(statement.text).find("FUNCTION") + 8;
    statement.text.insert(at, " IF EXISTS");
  }
  open_seals(statement, dialect);
  take_guard(statement, words);
  return {std::move(statement), {}};
}

}  // namespace helium::folder

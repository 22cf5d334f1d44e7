#include "generate/twice.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "helium/error.h"
#include "sql/lexer.h"

namespace helium::generate {
namespace {

struct Form {
  std::vector<std::string_view> words;  ///< that a statement begins with; "*" is any one token
  std::string_view put;                 ///< behind them
  std::string_view dialects;            ///< that know it
};

const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      {{"CREATE", "TABLE"}, "IF NOT EXISTS", "postgresql mysql mariadb sqlite"},
      {{"CREATE", "INDEX"}, "IF NOT EXISTS", "postgresql mariadb sqlite"},
      {{"CREATE", "UNIQUE", "INDEX"}, "IF NOT EXISTS", "postgresql mariadb sqlite"},
      {{"CREATE", "SEQUENCE"}, "IF NOT EXISTS", "postgresql mariadb"},
      {{"DROP", "TABLE"}, "IF EXISTS", "postgresql mysql mariadb sqlite"},
      {{"DROP", "INDEX"}, "IF EXISTS", "postgresql mariadb sqlite"},
      {{"DROP", "VIEW"}, "IF EXISTS", "postgresql mysql mariadb sqlite"},
      {{"DROP", "SEQUENCE"}, "IF EXISTS", "postgresql mariadb"},
      {{"DROP", "TYPE"}, "IF EXISTS", "postgresql"},
      {{"DROP", "DOMAIN"}, "IF EXISTS", "postgresql"},
      {{"DROP", "TRIGGER"}, "IF EXISTS", "postgresql mysql mariadb sqlite"},
      {{"ALTER", "TABLE", "*", "ADD", "COLUMN"}, "IF NOT EXISTS", "postgresql mariadb"},
      {{"ALTER", "TABLE", "*", "DROP", "COLUMN"}, "IF EXISTS", "postgresql mariadb"},
      {{"ALTER", "TABLE", "*", "DROP", "CONSTRAINT"}, "IF EXISTS", "postgresql mariadb"},
      // What says the same again and is content with it.
      {{"ALTER", "TABLE", "*", "ALTER", "COLUMN"}, "", "postgresql mariadb mysql"},
      {{"ALTER", "SEQUENCE", "*", "AS"}, "", "postgresql"},
      {{"UPDATE"}, "", "postgresql mysql mariadb sqlite db2"},
      {{"COMMENT", "ON"}, "", "postgresql db2"},
      {{"GRANT"}, "", "postgresql mysql mariadb db2"},
      {{"REVOKE"}, "", "postgresql mysql mariadb db2"},
      {{"CREATE", "OR", "REPLACE"}, "", "postgresql mysql mariadb db2"},
      {{"CREATE", "EXTENSION"}, "", "postgresql"}};
  return all;
}

// The byte behind the words of a form; npos when the statement does not begin with them.
std::size_t behind(const Form& form, const std::string& statement, const Lexicon& lexicon) {
  sql::Lexer lexer(statement, lexicon);
  std::size_t end = std::string::npos;
  for (const std::string_view word : form.words) {
    const sql::Token token = lexer.next();
    if (token.kind == sql::Token::Kind::end ||
        (word != "*" &&
         !base::same_word(std::string_view(statement).substr(token.offset, token.length), word))) {
      return std::string::npos;
    }
    end = token.end();
  }
  return end;
}

bool knows(std::string_view dialects, const std::string& name) {
  const std::string all = " " + std::string(dialects) + " ";
  return all.find(" " + name + " ") != std::string::npos;
}

}  // namespace

std::string said_twice(const std::string& statement, const Dialect& dialect) {
  for (const Form& form : forms()) {
    const std::size_t end = behind(form, statement, dialect.lexicon);
    if (end == std::string::npos || !knows(form.dialects, dialect.name)) {
      continue;
    }
    return form.put.empty()
               ? statement
               : statement.substr(0, end) + " " + std::string(form.put) + statement.substr(end);
  }
  throw Error(Fault::unsupported, dialect.name + " cannot run this twice")
      .running(statement)
      .hinting("leave --idempotent out");
}

}  // namespace helium::generate

#include "sql/body.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace helium::sql {
namespace {

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A CREATE of one of these owns no body, whatever its name is.
constexpr std::array plain_kinds = {"TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER",
                                    "ROLE",  "TYPE", "RULE",  "SEQUENCE", "DOMAIN"};
// After these, and after `;`, `:` and `)`, a statement of a body may begin.
constexpr std::array statement_openers = {"BEGIN",  "THEN",   "ELSE", "DO",     "LOOP",
                                          "REPEAT", "ATOMIC", "ROW",  "DB2SQL", "DETERMINISTIC",
                                          "DATA",   "SQL",    ";",    ":",      ")"};
// These open a block wherever they stand in a body.
constexpr std::array everywhere = {"BEGIN", "CASE"};
// Behind FOR, these make a clause of it and no loop: CHAR(3) FOR BIT DATA, IN (1, 2) FOR UPDATE.
constexpr std::array for_clauses = {"BIT",  "FETCH",       "MIXED", "READ",
                                    "SBCS", "SYSTEM_TIME", "UPDATE"};

}  // namespace

void Body::take(const Token& token, std::string_view text) {
  if (token.kind == Token::Kind::symbol && lexicon_.rule_bodies) {
    follow_parentheses(token, text);
  }
  if (loop_at_) {
    settle_loop(token, text);
  }
  // Most statements own no body: once that is known, only their parentheses matter.
  if (!settled() && token.kind == Token::Kind::word) {
    take_word(token, text);
  } else if (!settled()) {
    const bool shown = token.kind == Token::Kind::symbol || token.kind == Token::Kind::terminator;
    before_ = shown ? std::string(text) : std::string("value");
  }
  ++count_;
}

void Body::follow_parentheses(const Token& token, std::string_view text) {
  if (text == "(" && parentheses_++ == 0) {
    parenthesis_at_ = token.offset;
  } else if (text == ")" && parentheses_ > 0) {
    --parentheses_;
  }
}

void Body::take_word(const Token& token, std::string_view text) {
  const std::string word = base::upper(text);
  if (before_ != ".") {
    if (owner_ == Owner::unknown) {
      first_at_ = first_.empty() ? token.offset : first_at_;
      decide_owner(word);
    }
    follow_copy(word);
    follow_blocks(token, word);
  }
  before_ = word;
}

// CREATE and ALTER own a body when a word like TRIGGER comes before any kind that has none; a
// statement that begins with BEGIN owns one where compound_owners says so ("BEGIN", "BEGIN NOT
// ATOMIC").
void Body::decide_owner(const std::string& word) {
  // Behind CREATE any number of words may pass before the owner; they are not kept.
  const bool creates = first_ == "CREATE" || first_ == "ALTER";
  if (!creates) {
    first_ += (first_.empty() ? "" : " ") + word;
  }
  if (contains(lexicon_.compound_owners, creates ? word : first_)) {
    owner_ = Owner::yes;
    if (first_.find(' ') != std::string::npos && !creates) {
      open_.push_back({first_at_});  // BEGIN went by before its owner was known
    }
    return;
  }
  if (first_ == "CREATE" || first_ == "ALTER") {
    owner_ = contains(plain_kinds, word) ? Owner::no : Owner::unknown;
    return;
  }
  const bool may_still =
      std::any_of(lexicon_.compound_owners.begin(), lexicon_.compound_owners.end(),
                  [&](const std::string& owner) { return owner.rfind(first_ + " ", 0) == 0; });
  if (!may_still) {
    owner_ = Owner::no;
  }
}

void Body::follow_copy(const std::string& word) {
  if (!lexicon_.copy_from_stdin) {
    return;
  }
  if (count_ == 0 && word == "COPY") {
    copy_ = Copy::copy;
  } else if (copy_ == Copy::copy && word == "FROM" && parentheses_ == 0) {
    copy_ = Copy::from;
  } else if (copy_ == Copy::from) {
    copy_ = word == "STDIN" ? Copy::from_stdin : Copy::no;
  }
}

// Behind a parenthesis FOR may be a loop that is a whole body, or a clause: what follows tells.
void Body::settle_loop(const Token& token, std::string_view text) {
  const bool named = token.kind == Token::Kind::word || token.kind == Token::Kind::identifier;
  if (named && !contains(for_clauses, base::upper(text))) {
    open_.push_back({*loop_at_});
  }
  loop_at_.reset();
}

// Only CASE and its END stand in an expression: there THEN IF(a, b, c) is a function.
bool Body::may_begin_statement() const {
  const bool in_expression = !open_.empty() && open_.back().expression;
  return !in_expression && contains(statement_openers, before_);
}

void Body::follow_blocks(const Token& token, const std::string& word) {
  // A parameter may be called begin. Only a body of PostgreSQL stands outside of all parentheses;
  // a CASE and its END stand on the same side of them.
  if (owner_ != Owner::yes || (lexicon_.rule_bodies && parentheses_ > 0)) {
    return;
  }
  if (word == "END") {
    if (!open_.empty()) {
      open_.pop_back();
    }
    return;
  }
  // END IF, END CASE: the word belongs to the END.
  const bool suffix = before_ == "END" && word != "BEGIN";
  if (suffix || !contains(lexicon_.block_openers, word)) {
    return;
  }
  const bool begins = may_begin_statement();
  if (word == "FOR" && before_ == ")") {
    loop_at_ = open_.empty() ? std::optional(token.offset) : std::nullopt;
  } else if (begins || contains(everywhere, word)) {
    open_.push_back({token.offset, word == "CASE" && !begins});
  }
}

}  // namespace helium::sql

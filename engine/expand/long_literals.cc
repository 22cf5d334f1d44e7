#include "expand/long_literals.h"

#include <vector>

#include "base/text.h"
#include "sql/lexer.h"

namespace helium::expand {
namespace {

std::vector<sql::Token> long_literals(const Statement& statement, const Dialect& dialect) {
  std::vector<sql::Token> found;
  sql::Lexer lexer(statement.text, dialect.lexicon);
  for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
    if (token.kind == sql::Token::Kind::literal && token.quote == '\'' &&
        statement.text[token.offset] == '\'' && token.length - 2 > dialect.traits.literal_bytes) {
      found.push_back(token);
    }
  }
  return found;
}

// The anchors from `begin` up to `end` of the old text, as much further left as text was taken out.
void copy_anchors(const Statement& from, Statement& to, std::uint64_t begin, std::uint64_t end) {
  const std::uint64_t here = to.text.size();
  for (const auto& anchor : from.anchors) {
    if (anchor.text_offset >= begin && anchor.text_offset < end) {
      Anchor moved = anchor;
      moved.text_offset = here + anchor.text_offset - begin;
      to.anchors.push_back(moved);
    }
  }
}

void add_anchor(const Statement& from, Statement& to, std::uint64_t old_offset) {
  bool verbatim = true;
  for (const auto& anchor : from.anchors) {
    verbatim = anchor.text_offset <= old_offset ? anchor.verbatim : verbatim;
  }
  const Span place = place_of(from, old_offset);
  if (!from.anchors.empty()) {
    to.anchors.push_back({to.text.size(), place.line, place.column, verbatim});
  }
}

}  // namespace

Statement with_bound_literals(const Statement& statement, const Dialect& dialect) {
  const std::size_t limit = dialect.traits.literal_bytes;
  if (limit == 0 || statement.text.size() <= limit || statement.shape.kind != Shape::Kind::dml) {
    return statement;
  }
  Statement bound = statement;
  bound.text.clear();
  bound.anchors.clear();
  std::uint64_t from = 0;
  for (const auto& token : long_literals(statement, dialect)) {
    copy_anchors(statement, bound, from, token.offset);
    bound.text.append(statement.text, from, token.offset - from);
    add_anchor(statement, bound, token.offset);
    bound.text += '?';
    add_anchor(statement, bound, token.end());
    bound.values.emplace_back(
        base::replaced(statement.text.substr(token.offset + 1, token.length - 2), "''", "'"));
    from = token.end();
  }
  copy_anchors(statement, bound, from, statement.text.size());
  bound.text.append(statement.text, from);
  return bound;
}

}  // namespace helium::expand

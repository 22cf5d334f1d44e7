#include "sql/marks.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace helium::sql {
namespace {

struct Word {
  std::string_view text;
  Mark mark;
};

constexpr Word words[] = {{"up", Mark::up},
                          {"down", Mark::down},
                          {"@up", Mark::up},
                          {"@down", Mark::down},
                          {"up migration", Mark::up},
                          {"down migration", Mark::down},
                          {"migrate:up", Mark::up},
                          {"migrate:down", Mark::down},
                          {"migrate:up transaction:false", Mark::up_alone},
                          {"migrate:down transaction:false", Mark::down_alone},
                          {"+migrate up", Mark::up},
                          {"+migrate down", Mark::down},
                          {"+migrate up notransaction", Mark::up_alone},
                          {"+migrate down notransaction", Mark::down_alone},
                          {"+migrate statementbegin", Mark::statement_begin},
                          {"+migrate statementend", Mark::statement_end},
                          {"+goose up", Mark::up},
                          {"+goose down", Mark::down},
                          {"+goose statementbegin", Mark::statement_begin},
                          {"+goose statementend", Mark::statement_end},
                          {"+goose no transaction", Mark::no_transaction},
                          {"-- create above / drop below ----", Mark::down}};

// Lower case, one blank between words, no colon at the end.
std::string plain(std::string_view text) {
  std::string said;
  for (const char c : base::lower(base::trimmed(text))) {
    if (c != ' ' && c != '\t') {
      said += c;
    } else if (said.back() != ' ') {
      said += ' ';
    }
  }
  if (!said.empty() && said.back() == ':') {
    said.pop_back();
  }
  return said;
}

}  // namespace

std::optional<Mark> mark_of(std::string_view comment) {
  comment = base::trimmed(comment);
  if (comment.substr(0, 2) != "--") {
    return std::nullopt;
  }
  const std::string said = plain(comment.substr(2));
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [&](const Word& word) { return word.text == said; });
  return found == std::end(words) ? std::nullopt : std::optional(found->mark);
}

}  // namespace helium::sql

#include "sql/marks.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace helium::sql {
namespace {

struct Word {
  std::string_view text;
  Mark mark;
  Tongue tongue;
};

constexpr Word words[] = {{"up", Mark::up, Tongue::plain},
                          {"down", Mark::down, Tongue::plain},
                          {"@up", Mark::up, Tongue::plain},
                          {"@down", Mark::down, Tongue::plain},
                          {"up migration", Mark::up, Tongue::plain},
                          {"down migration", Mark::down, Tongue::plain},
                          {"migrate:up", Mark::up, Tongue::dbmate},
                          {"migrate:down", Mark::down, Tongue::dbmate},
                          {"migrate:up transaction:true", Mark::up, Tongue::dbmate},
                          {"migrate:down transaction:true", Mark::down, Tongue::dbmate},
                          {"migrate:up transaction:false", Mark::up_alone, Tongue::dbmate},
                          {"migrate:down transaction:false", Mark::down_alone, Tongue::dbmate},
                          {"+migrate up", Mark::up, Tongue::sql_migrate},
                          {"+migrate down", Mark::down, Tongue::sql_migrate},
                          {"+migrate up notransaction", Mark::up_alone, Tongue::sql_migrate},
                          {"+migrate down notransaction", Mark::down_alone, Tongue::sql_migrate},
                          {"+migrate statementbegin", Mark::statement_begin, Tongue::sql_migrate},
                          {"+migrate statementend", Mark::statement_end, Tongue::sql_migrate},
                          {"+goose up", Mark::up, Tongue::goose},
                          {"+goose down", Mark::down, Tongue::goose},
                          {"+goose statementbegin", Mark::statement_begin, Tongue::goose},
                          {"+goose statementend", Mark::statement_end, Tongue::goose},
                          {"+goose no transaction", Mark::no_transaction, Tongue::goose},
                          {"-- create above / drop below ----", Mark::down, Tongue::tern}};

// How the markers of the tools begin that have words of their own.
constexpr std::string_view openers[] = {"migrate:", "+migrate", "+goose"};

// Words that part a file in the ways of tools that are not known here.
constexpr std::string_view ways_back[] = {"down", "downs", "rollback", "revert", "undo"};

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

// What a comment of one line says behind its dashes; empty for every other text.
std::string said_in(std::string_view comment) {
  comment = base::trimmed(comment);
  return comment.substr(0, 2) == "--" ? plain(comment.substr(2)) : std::string();
}

bool is_sign(char c) {
  return (c < 'a' || c > 'z') && (c < '0' || c > '9') && static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::optional<Marking> marking_of(std::string_view comment) {
  const std::string said = said_in(comment);
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [&](const Word& word) { return word.text == said; });
  return found == std::end(words) ? std::nullopt
                                  : std::optional(Marking{found->mark, found->tongue});
}

std::optional<Mark> mark_of(std::string_view comment) {
  const auto found = marking_of(comment);
  return found ? std::optional(found->mark) : std::nullopt;
}

bool is_unknown_mark(std::string_view comment) {
  const std::string said = said_in(comment);
  // `-- Migrate: users to accounts` is a remark: dbmate's words follow their colon at once.
  const bool opens = std::any_of(std::begin(openers), std::end(openers), [&](auto opener) {
    return said.size() > opener.size() && said.compare(0, opener.size(), opener) == 0 &&
           (opener.back() != ':' || said[opener.size()] != ' ');
  });
  return opens && !marking_of(comment);
}

bool may_mean_down(std::string_view comment) {
  const std::string said = said_in(comment);
  const auto begin = std::find_if_not(said.begin(), said.end(), is_sign);
  const auto end = std::find_if_not(said.rbegin(), said.rend(), is_sign).base();
  const std::string word = begin < end ? std::string(begin, end) : std::string();
  return std::find(std::begin(ways_back), std::end(ways_back), word) != std::end(ways_back);
}

}  // namespace helium::sql

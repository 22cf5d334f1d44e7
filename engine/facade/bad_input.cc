#include "facade/bad_input.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "sql/lexer.h"

namespace helium::facade {
namespace {

constexpr std::string_view quotes = "\"'`";

// "shop.zz (id" -> "zz": what a server quotes may go on, and may say where it lies.
std::string bare(std::string_view said) {
  said.remove_prefix(std::min(said.find_first_not_of(quotes), said.size()));
  said = said.substr(0, said.find_first_of(" \t\n(;,\"'`"));
  const std::size_t dot = said.rfind('.');
  return std::string(dot == std::string_view::npos ? said : said.substr(dot + 1));
}

std::vector<std::string> named_in(const std::string& message) {
  std::vector<std::string> words;
  for (std::size_t at = message.find_first_of(quotes); at != std::string::npos;
       at = message.find_first_of(quotes, at + 1)) {
    const std::size_t end = message.find(message[at], at + 1);
    if (end != std::string::npos) {
      words.push_back(bare(std::string_view(message).substr(at + 1, end - at - 1)));
      at = end;
    }
  }
  const std::size_t colon = message.rfind(": ");
  if (colon != std::string::npos) {
    words.push_back(bare(std::string_view(message).substr(colon + 2)));
  }
  // "there is no column boddy in note": what is not there is said before where it is not.
  static const std::set<std::string_view> kinds = {"table", "column", "index", "view",
                                                   "type",  "key",    "add",   "constraint"};
  for (std::size_t from = 0; from < message.size();) {
    const std::size_t end = std::min(message.find(' ', from), message.size());
    if (kinds.count(std::string_view(message).substr(from, end - from)) == 0) {
      words.push_back(message.substr(from, end - from));
    }
    from = end + 1;
  }
  return words;
}

// A name of what is there, near to one that is not.
std::string nearest_to(const std::string& word, scratch::Scratch& there) {
  try {
    std::vector<std::string> names;
    const Schema schema = there.schema();
    for (const Table& table : schema.tables) {
      names.push_back(table.name);
      for (const Column& column : table.columns) {
        names.push_back(column.name);
      }
    }
    const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return base::same_word(name, word);
    });
    return known ? std::string() : base::did_you_mean(word, names);
  } catch (const Error&) {
    return {};  // what was refused is told all the same
  }
}

}  // namespace

std::optional<Meant> meant(const std::string& message, const std::string& text,
                           const Lexicon& lexicon) {
  for (const std::string& word : named_in(message)) {
    sql::Lexer lexer(text, lexicon);
    for (auto token = lexer.next(); token.kind != sql::Token::Kind::end; token = lexer.next()) {
      std::string said(lexer.text_of(token));
      if (token.quote != 0 && said.size() > 1) {
        said = said.substr(1, said.size() - 2);
      }
      if (!word.empty() && base::same_word(said, word)) {
        return Meant{said, token.offset};
      }
    }
  }
  return std::nullopt;
}

Error bad_input(const Error& error, scratch::Scratch& there, const Lexicon& lexicon) {
  const bool refused = error.fault() == Fault::database || error.fault() == Fault::design;
  if (!refused || error.connection_lost()) {
    return error;
  }
  const std::string& text = error.statement().empty() ? error.source_line() : error.statement();
  const auto about = meant(error.message(), text, lexicon);
  Span where = error.where();
  if (about && !error.statement().empty() && where.line != 0) {
    const auto place = base::position_at(text, about->offset);
    where.column = place.line == 1 ? where.column + place.column - 1 : place.column;
    where.line += place.line - 1;
  }
  const std::string near = about ? nearest_to(about->word, there) : std::string();
  Error told = Error(Fault::design, error.message())
                   .at(where)
                   .running(error.statement())
                   .saying(error.sqlstate(), error.native_code())
                   .hinting(near.empty() ? error.hint() : near);
  told = error.source_line().empty() ? told : told.showing(error.source_line());
  for (const std::string& note : error.trail()) {
    told = told.noting(note);
  }
  return told;
}

}  // namespace helium::facade

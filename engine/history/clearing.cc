// What a broken-off CREATE INDEX CONCURRENTLY leaves behind is found and cleared: an index that
// every write keeps up, no query uses, and that stands in the way of the next try.
#include <algorithm>

#include "base/text.h"
#include "history/history.h"
#include "history/words.h"
#include "sql/words.h"

namespace helium::history {
namespace {

using sql::Word;

constexpr std::size_t most_words = 400;

// What an index is, without its name and its table's: UNIQUE or not, and all behind the table. The
// server writes USING btree even where the author did not.
std::vector<std::string> essence(std::string_view text, const Lexicon& lexicon) {
  const auto words = sql::words_of(text, lexicon, most_words);
  const auto on =
      std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("ON"); });
  std::vector<std::string> kept = {words.size() > 1 && words[1].is("UNIQUE") ? "UNIQUE" : ""};
  auto at = std::find_if(on, words.end(),
                         [](const Word& word) { return word.is_symbol('(') || word.is("USING"); });
  if (words.end() - at > 1 && at->is("USING") && base::upper(at[1].text) == "BTREE") {
    at += 2;
  }
  for (; at != words.end(); ++at) {
    kept.push_back(base::upper(at->text));
  }
  return kept;
}

// REINDEX builds beside the old index, under a name of its own.
bool is_rebuilt(const std::string& name) {
  const std::size_t end = name.find_last_not_of("0123456789");
  const std::string stem = name.substr(0, end == std::string::npos ? 0 : end + 1);
  const auto ends = [&](std::string_view tail) {
    return stem.size() > tail.size() &&
           stem.compare(stem.size() - tail.size(), tail.size(), tail) == 0;
  };
  return ends("_ccnew") || ends("_ccold");
}

bool left_by(const Statement& statement, const std::string& name, const std::string& definition,
             const Lexicon& lexicon) {
  if (statement.shape.verb == "REINDEX") {
    return is_rebuilt(name);
  }
  const auto& touched = statement.shape.touches;
  const bool named = std::any_of(touched.begin(), touched.end(), [&](const std::string& one) {
    return base::same_word(one, name);
  });
  return named || (statement.shape.verb == "CREATE" && touched.size() == 1 &&
                   essence(statement.text, lexicon) == essence(definition, lexicon));
}

}  // namespace

std::vector<Statement> clearing(session::Session& session, const Store& store,
                                const Statement& statement) {
  const auto text = store.dialect->catalog.find("unfinished");
  if (text == store.dialect->catalog.end() || !statement.shape.outside ||
      statement.shape.touches.empty()) {
    return {};
  }
  const Words words(store);
  std::vector<std::string> names;
  for (const std::string& name : statement.shape.touches) {
    names.push_back(words.literal(base::lower(name)));
  }
  const auto found = session.ask({filled(text->second, {{"names", base::joined(names, ", ")},
                                                        {"schema", words.literal(store.schema)}}),
                                  {}});
  std::vector<Statement> statements;
  for (const auto& row : found.rows) {
    const std::string name = row.at(0).value_or("");
    if (left_by(statement, name, row.at(1).value_or(""), store.dialect->lexicon)) {
      Statement drop = Words::ours("DROP INDEX CONCURRENTLY IF EXISTS " + words.in_schema(name));
      drop.shape.kind = Shape::Kind::ddl;
      drop.shape.outside = true;
      drop.shape.touches = {name};
      drop.span = statement.span;
      drop.description = name;
      statements.push_back(std::move(drop));
    }
  }
  return statements;
}

}  // namespace helium::history

// Schemas that are written as SQL.
#include <map>

#include "base/text.h"
#include "dialect/dialect.h"
#include "facade/bad_input.h"
#include "facade/people.h"
#include "facade/schema_source.h"
#include "files/files.h"
#include "grammar/annotations.h"
#include "helium/engine.h"
#include "helium/error.h"
#include "sql/shape.h"
#include "sql/split.h"

namespace helium::facade {
namespace {

struct Text {
  std::string path;
  std::string text;
};

// Whether the statement begins with these words, some of which may be missing.
bool says(const std::vector<std::string>& words, const char* verb) {
  for (std::size_t i = 0; i < words.size() && i < 4; ++i) {
    if (base::same_word(words[i], "TABLE")) {
      return base::same_word(words[0], verb);
    }
  }
  return false;
}

std::vector<std::string> first_words(const std::string& statement) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (words.size() < 4 && at < statement.size()) {
    const auto end = std::min(statement.find_first_of(" \t\n(", at), statement.size());
    if (end > at) {
      words.push_back(statement.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

// Two files that make one table: the server would name the second place only, and with IF NOT
// EXISTS not even that.
void refuse_twins(const std::vector<Text>& texts, const Lexicon& lexicon) {
  std::map<std::string, Span> made;
  for (const Text& text : texts) {
    for (const auto& piece : sql::split(text.text, lexicon, text.path)) {
      const std::string statement = text.text.substr(piece.offset, piece.length);
      const auto words = first_words(statement);
      const bool create = says(words, "CREATE");
      if (!create && !says(words, "DROP") && !says(words, "ALTER")) {
        continue;
      }
      const Shape shape = sql::shape_of(statement, lexicon);
      if (shape.touches.empty()) {
        continue;
      }
      const std::string name = base::lower(shape.touches.front());
      Span where;
      where.file = text.path;
      where.line = piece.line;
      where.column = piece.column;
      if (!create) {
        made.erase(name);  // what is left of it, and under which name, the server knows
      } else if (const auto found = made.find(name); found != made.end()) {
        throw Error(Fault::design, "the table " + base::printable(shape.touches.front()) +
                                       " is made twice; it stands in " + found->second.file + ":" +
                                       std::to_string(found->second.line) + " too")
            .at(where);
      } else {
        made[name] = where;
      }
    }
  }
}

Schema on(Trying trying, const std::vector<Text>& texts, const Lexicon& lexicon) {
  for (const Text& text : texts) {
    try {
      trying.scratch->load(text.text, text.path);
    } catch (const Error& error) {
      throw bad_input(error, *trying.scratch, lexicon);
    }
  }
  return trying.scratch->schema();
}

// A server writes expressions in words of its own, and what was folded would never equal them. So a
// server makes it and tells it, or else it is understood as what a person wrote. The text itself is
// not run: it may name what is no part of a throw-away place.
Schema in_words_of_a_server(Schema folded, const std::vector<Text>& texts, Grounds& grounds) {
  const Dialect dialect = dialect::read(folded.dialect);
  if (grounds.has(dialect.name)) {
    try {
      const Trying place = trying(dialect, grounds, Want::rows);
      People(grounds, dialect.name).make(folded);
      place.scratch->run(statements_for(folded));
      Schema told = place.scratch->schema();
      grammar::Annotations annotations;
      for (const Text& text : texts) {
        annotations.add(text.text, text.path, dialect);
      }
      annotations.put_into(told);
      return told;
    } catch (const Error& error) {
      if (error.fault() != Fault::database) {
        throw;
      }
    }  // the server may lack somebody's roles and extensions
  }
  folded.written = true;
  return folded;
}

}  // namespace

Schema loaded(const std::vector<std::string>& paths, const SchemaSource& source) {
  const Dialect dialect = dialect::read(source.dialect);
  std::vector<Text> texts;
  texts.reserve(paths.size());
  for (const std::string& path : paths) {
    texts.push_back({path, base::normalised(files::read(path))});
  }
  if (dialect.name != "postgresql") {  // whose own grammar finds them itself
    refuse_twins(texts, dialect.lexicon);
  }
  try {
    Schema schema = on(trying(dialect, *source.grounds, Want::schema, source.collation), texts,
                       dialect.lexicon);
    if (dialect.name == "postgresql" && source.beside_server) {
      schema = in_words_of_a_server(std::move(schema), texts, *source.grounds);
    }
    return schema;
  } catch (const Error& error) {
    // What cannot be folded a server reads, where there is one.
    if (error.fault() != Fault::unsupported || dialect.name != "postgresql" ||
        !source.grounds->has(dialect.name)) {
      throw;
    }
  }
  return People(*source.grounds, dialect.name).among([&] {
    return on(trying(dialect, *source.grounds, Want::rows, source.collation), texts,
              dialect.lexicon);
  });
}

}  // namespace helium::facade

#include "dialect/dialect.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/text.h"
#include "dialect/facts.h"
#include "files/files.h"
#include "helium/error.h"
#include "lua/state.h"

namespace helium::dialect {
namespace {

// Runs the files of one dialect in one state; what they return lives as long as this.
class Files {
 public:
  Files(std::string folder, const std::string& home) : folder_(std::move(folder)), home_(home) {}

  Facts facts(const std::string& name) { return run(folder_ + "/" + name + ".lua"); }

  Facts run(const std::string& path) {
    const std::string place = files::place_of(path, home_);
    values_.push_back(state_.run({place, files::embedded(path, home_)}));
    if (values_.back().table() == nullptr) {
      Span where;
      where.file = place;
      throw Error(Fault::script, place + " must return a table").at(where);
    }
    return {place, values_.back().table()};
  }

 private:
  static lua::Surroundings nothing_outside() {
    return {[](std::string_view) { return std::nullopt; },
            [](std::string_view) { return std::nullopt; }};
  }

  std::string folder_;
  const std::string& home_;
  lua::State state_{LuaLimits{}, nothing_outside()};
  std::vector<lua::Value> values_;
};

void check_name(std::string_view name) {
  if (std::find(std::begin(dialect_names), std::end(dialect_names), name) !=
      std::end(dialect_names)) {
    return;
  }
  const std::vector<std::string> names(std::begin(dialect_names), std::end(dialect_names));
  const std::string hint = base::did_you_mean(name, names);
  throw Error(Fault::usage, "unknown dialect " + base::printable(name))
      .hinting(hint.empty() ? "one of " + base::joined(names, ", ") : hint);
}

// "varchar(n)" -> "VARCHAR_n", "boolean" -> "BOOLEAN": the sizes keep their lower-case letters.
std::string macro_of_type(const std::string& type) {
  const std::size_t sizes = type.find('(');
  std::string name = base::upper(type.substr(0, sizes));
  for (std::size_t at = sizes; at < type.size(); ++at) {
    if (type[at] >= 'a' && type[at] <= 'z') {
      name += '_';
      name += type[at];
    }
  }
  return name;
}

void lay_over(MacroTable& macros, const Texts& texts, MacroSource source) {
  for (const auto& [name, value] : texts) {
    macros.insert_or_assign(name, Macro{value, source});
  }
}

// House, then types, then the dialect's own: the later one wins.
MacroTable macros_of(Files& files, const Texts& types) {
  MacroTable macros;
  for (const auto& path : files::embedded_under("macros/")) {
    lay_over(macros, texts_of(files.run(path)), MacroSource::house);
  }
  Texts named;
  for (const auto& [type, value] : types) {
    named.emplace(macro_of_type(type), value);
  }
  lay_over(macros, named, MacroSource::dialect);
  lay_over(macros, texts_of(files.facts("macros")), MacroSource::dialect);
  return macros;
}

Dialect read_files(std::string_view name, const std::string& home) {
  Files files("dialects/" + std::string(name), home);
  Dialect dialect;
  dialect.name = std::string(name);
  dialect.lexicon = lexicon_of(files.facts("lexicon"));
  dialect.lexicon.dialect = dialect.name;
  const Facts types = files.facts("types");
  dialect.types = texts_of(inner(types, "types"));
  dialect.traits = traits_of(inner(types, "traits"));
  dialect.macros = macros_of(files, dialect.types);
  dialect.history = texts_of(files.facts("history"));
  dialect.locks = texts_of(files.facts("locks"));
  dialect.catalog = texts_of(files.facts("catalog"));
  return dialect;
}

}  // namespace

// The baked files are the same as long as the program runs; those of a folder may be edited.
Dialect read(std::string_view name, const std::string& home) {
  check_name(name);
  if (!home.empty()) {
    return read_files(name, home);
  }
  static std::mutex one_at_a_time;
  static std::map<std::string, const Dialect, std::less<>> known;
  const std::scoped_lock lock(one_at_a_time);
  const auto there = known.find(name);
  return there != known.end() ? there->second
                              : known.emplace(name, read_files(name, home)).first->second;
}

}  // namespace helium::dialect

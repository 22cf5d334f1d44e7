// design@number: a folder of migrations as a schema.
#include <algorithm>
#include <filesystem>

#include "base/log.h"
#include "base/text.h"
#include "design/design.h"
#include "facade/green.h"
#include "facade/people.h"
#include "facade/schema_source.h"
#include "files/files.h"
#include "helium/engine.h"
#include "helium/error.h"
#include "source/schema_json.h"

namespace helium::facade {
namespace {

Design named(const Version& version, const SchemaSource& source) {
  if (files::is_folder(version.design)) {
    return design::open(version.design);
  }
  std::vector<std::string> names;
  for (const std::string& folder : source.designs) {
    Design design = design::open(folder);
    if (design.name == version.design) {
      return design;
    }
    names.push_back(design.name);
  }
  throw Error(Fault::missing, base::printable(version.design) + " is no folder and no design")
      .hinting(base::did_you_mean(version.design, names));
}

void must_hold(const Design& design, std::int64_t number) {
  const auto found = std::find_if(design.migrations.begin(), design.migrations.end(),
                                  [&](const Migration& one) { return one.number == number; });
  if (found == design.migrations.end()) {
    throw Error(Fault::missing,
                "the design " + design.name + " has no migration " + std::to_string(number));
  }
}

std::string run(const Design& design, std::int64_t number, const Target& target,
                const std::optional<Url>& server, const std::string& collation) {
  Target whole = target;
  whole.designs = {design.folder};
  const Place place(whole, server, collation);
  Engine engine(place.target());
  const Report report = engine.move({.verb = Goal::Verb::up, .to = number, .replay = true});
  if (report.failed) {
    throw report.failed->error;
  }
  Digests digests;
  const Schema schema = engine.inspect(&digests);
  return source::json_of(schema, digests);
}

}  // namespace

std::optional<Version> version_of(const std::string& said) {
  constexpr std::size_t most_digits = 18;
  const auto at = said.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == said.size() ||
      said.size() - at - 1 > most_digits ||
      said.find_first_not_of("0123456789", at + 1) != std::string::npos) {
    return std::nullopt;
  }
  return Version{said.substr(0, at), std::stoll(said.substr(at + 1))};
}

std::string replayed(const Version& version, const SchemaSource& source) {
  const Design design = named(version, source);
  must_hold(design, version.number);
  Target target;
  target.url.scheme = source.dialect;
  target.designs = {design.folder};
  Observer silent;
  Stop stop;
  Work work(target, silent, stop);
  Grounds& grounds = *source.grounds;
  const std::string hash = hashes(design, work, grounds.name_of(source.dialect)).at(version.number);
  const std::string kept =
      grounds.cache().empty()
          ? ""
          : files::join(grounds.cache(), "replay/" + hash + source.collation + ".json");
  if (!kept.empty() && files::exists(kept)) {
    return files::read(kept);
  }
  const auto server = grounds.of(source.dialect);
  if (!server && source.dialect != "sqlite") {
    throw no_ground(source.dialect);
  }
  std::string text = People(grounds, source.dialect).among([&] {
    return run(design, version.number, target, server, source.collation);
  });
  if (!kept.empty()) {
    try {
      std::filesystem::create_directories(files::folder_of(kept));
      files::write(kept, text, files::Durable::no);
    } catch (const std::exception& error) {
      base::log_info(std::string("the replay is not kept: ") + error.what());
    }
  }
  return text;
}

}  // namespace helium::facade

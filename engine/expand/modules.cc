#include "expand/modules.h"

#include <algorithm>

#include "base/text.h"
#include "files/files.h"
#include "helium/error.h"

namespace helium::expand {
namespace {

bool is_module_name(std::string_view name) noexcept {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// The design's folder first, then scripts/ and macros/ of the house. A name is one plain word, so
// no path leads out of them.
std::optional<lua::Chunk> module(const Setting& setting, std::string_view name) {
  if (!is_module_name(name)) {
    return std::nullopt;
  }
  const std::string file = std::string(name) + ".lua";
  if (!setting.folder.empty()) {
    const std::string path = files::join(setting.folder, file);
    if (files::exists(path)) {
      return lua::Chunk{path, base::normalised(files::read(path, {.follow_links = false}))};
    }
  }
  for (const std::string folder : {"scripts/", "macros/"}) {
    const auto known = files::embedded_under(folder);
    if (std::find(known.begin(), known.end(), folder + file) != known.end()) {
      const std::string path = folder + file;
      return lua::Chunk{files::place_of(path, setting.home), files::embedded(path, setting.home)};
    }
  }
  if (name == "database") {
    throw Error(Fault::design,
                "there is no database.lua beside the file, and only the folder's own "
                "knows how to run it");
  }
  return std::nullopt;
}

}  // namespace

lua::Surroundings surroundings(const Setting& setting) {
  return {[&setting](std::string_view name) {
            return setting.environment ? setting.environment(name) : std::nullopt;
          },
          [&setting](std::string_view name) { return module(setting, name); },
          {},
          setting.stopped};
}

}  // namespace helium::expand

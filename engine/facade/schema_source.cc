#include "facade/schema_source.h"

#include "base/text.h"
#include "files/files.h"
#include "helium/engine.h"
#include "helium/error.h"
#include "source/schema_json.h"
#include "source/schema_lua.h"

namespace helium::facade {
namespace {

bool ends_with(const std::string& said, std::string_view ending) {
  return said.size() > ending.size() &&
         base::same_word(std::string_view(said).substr(said.size() - ending.size()), ending);
}

Schema live(const SchemaSource& source) {
  TargetRequest request;
  request.url = source.said;
  if (!source.schema.empty()) {
    request.schema = source.schema;
  }
  return Engine(read_target(request)).inspect();
}

// The .sql files of a folder in the order of their names.
std::vector<std::string> texts_of(const std::string& said) {
  if (!files::is_folder(said)) {
    return {said};
  }
  std::vector<std::string> paths;
  for (const std::string& name : files::list(said)) {
    if (ends_with(name, ".sql")) {
      paths.push_back(files::join(said, name));
    }
  }
  if (paths.empty()) {
    throw Error(Fault::missing, base::printable(said) + " holds no .sql file");
  }
  return paths;
}

}  // namespace

bool is_url(const std::string& said) {
  return said.find("://") != std::string::npos || said.rfind("sqlite:", 0) == 0;
}

bool is_json(const std::string& said) {
  return ends_with(said, ".json");
}

bool speaks_for_itself(const std::string& said) {
  return is_url(said) || is_json(said) ||
         (ends_with(said, ".lua") && !source::dialect_of_lua(files::read(said), said).empty());
}

Schema schema_of(const SchemaSource& source) {
  if (is_url(source.said)) {
    return live(source);
  }
  if (is_json(source.said)) {
    return source::schema_of_json(files::read(source.said), source.said);
  }
  if (ends_with(source.said, ".lua")) {
    return source::schema_of_lua(files::read(source.said), source.said, source.dialect);
  }
  if (ends_with(source.said, ".sql") || files::is_folder(source.said)) {
    return loaded(texts_of(source.said), source);
  }
  if (const auto version = version_of(source.said)) {
    return source::schema_of_json(replayed(*version, source), source.said);
  }
  throw Error(Fault::usage, base::printable(source.said) + " is no schema")
      .hinting(
          "give a URL, a .sql file or folder, a .lua schema, design@number, or JSON of helium "
          "inspect");
}

}  // namespace helium::facade

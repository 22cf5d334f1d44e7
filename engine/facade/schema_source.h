// Where a schema comes from: a live database, JSON, the text of its statements.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facade/place.h"
#include "helium/schema.h"

namespace helium::facade {

struct SchemaSource {
  std::string said;                  ///< a URL, a .json file, a .sql file or a folder of them
  std::string dialect;               ///< of text
  std::string schema;                ///< on servers; empty: the connection's own
  std::vector<std::string> designs;  ///< that may be called by their names
  Grounds* grounds = nullptr;        ///< where texts and designs are loaded
};

/// The schema. Throws Error(usage) for what is none of these, Error(missing, design, connection,
/// database), Error(unsupported) for text that only a server understands.
[[nodiscard]] Schema schema_of(const SchemaSource& source);

/// design@number: the folder of migrations, and how far.
struct Version {
  std::string design;  ///< as it was said: a folder, or a name
  std::int64_t number = 0;
};
[[nodiscard]] std::optional<Version> version_of(const std::string& said);

/// The design's migrations up to the number, run on a throw-away place and read back; a schema that
/// was read before is taken from the cache. Throws Error(missing, usage) and all that `up` does.
[[nodiscard]] Schema replayed(const Version& version, const SchemaSource& source);

/// The statements of .sql files, loaded and read back. Throws Error(design) with both places where
/// two of them make one table.
[[nodiscard]] Schema loaded(const std::vector<std::string>& paths, const SchemaSource& source);

/// True for what says its dialect itself: a URL, JSON.
[[nodiscard]] bool speaks_for_itself(const std::string& said);

}  // namespace helium::facade

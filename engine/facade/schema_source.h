// Where a schema comes from: a live database, JSON, Lua, the text of its statements.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facade/place.h"
#include "helium/schema.h"

namespace helium::facade {

struct SchemaSource {
  std::string said;                  ///< a URL, a .json, .lua or .sql file, or a folder of the last
  std::string dialect;               ///< of text
  std::string schema;                ///< on servers; empty: the connection's own
  std::vector<std::string> designs;  ///< that may be called by their names
  Grounds* grounds = nullptr;        ///< where texts and designs are loaded
  bool beside_server = false;        ///< a server's own words stand on the other side
  std::string collation;  ///< Schema::collation of the other side, for tables that say none
};

/// The schema. Throws Error(usage) for what is none of these, Error(missing, design, script,
/// connection, database), Error(unsupported) for text that only a server understands.
[[nodiscard]] Schema schema_of(const SchemaSource& source);

/// design@number: the folder of migrations, and how far.
struct Version {
  std::string design;  ///< as it was said: a folder, or a name
  std::int64_t number = 0;
};
[[nodiscard]] std::optional<Version> version_of(const std::string& said);

/// The design's migrations up to the number, run on a throw-away place and read back, as JSON; what
/// was read before is taken from the cache. Throws Error(missing, usage) and all that `up` does.
[[nodiscard]] std::string replayed(const Version& version, const SchemaSource& source);

/// The statements of .sql files, loaded and read back. Throws Error(design) with both places where
/// two of them make one table.
[[nodiscard]] Schema loaded(const std::vector<std::string>& paths, const SchemaSource& source);

// What kind of source it is.
[[nodiscard]] bool is_url(const std::string& said);
[[nodiscard]] bool is_json(const std::string& said);

/// True for what says its dialect itself: a URL, JSON, most Lua.
[[nodiscard]] bool speaks_for_itself(const std::string& said);

}  // namespace helium::facade

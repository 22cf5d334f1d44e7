// Where a schema comes from: a live database, JSON, Lua, the text of its statements.
#pragma once

#include <string>
#include <vector>

#include "helium/schema.h"

namespace helium::facade {

struct SchemaSource {
  std::string said;     ///< a URL, a .json, .lua or .sql file, or a folder of the last
  std::string dialect;  ///< of text
  std::string schema;   ///< on servers; empty: the connection's own
};

/// The schema. Throws Error(usage) for what is none of these, Error(missing, design, script,
/// connection, database), Error(unsupported) for text that only a server understands.
[[nodiscard]] Schema schema_of(const SchemaSource& source);

// What kind of source it is.
[[nodiscard]] bool is_url(const std::string& said);
[[nodiscard]] bool is_json(const std::string& said);

/// True for what says its dialect itself: a URL, JSON, most Lua.
[[nodiscard]] bool speaks_for_itself(const std::string& said);

}  // namespace helium::facade

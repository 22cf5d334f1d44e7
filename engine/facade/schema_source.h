// Where a schema comes from: a live database, JSON, the text of its statements.
#pragma once

#include <string>
#include <vector>

#include "helium/schema.h"

namespace helium::facade {

struct SchemaSource {
  std::string said;     ///< a URL, a .json file, a .sql file or a folder of them
  std::string dialect;  ///< of text
  std::string schema;   ///< on servers; empty: the connection's own
};

/// The schema. Throws Error(usage) for what is none of these, Error(missing, design, connection,
/// database), Error(unsupported) for text that only a server understands.
[[nodiscard]] Schema schema_of(const SchemaSource& source);

/// True for what says its dialect itself: a URL, JSON.
[[nodiscard]] bool speaks_for_itself(const std::string& said);

}  // namespace helium::facade

// A schema as JSON: what `inspect --format json` writes and what --from and --to read. One mapping
// serves both ways, so whatever was written reads back equal. What is as usual is left out.
#pragma once

#include <string>
#include <string_view>

#include "helium/digests.h"
#include "helium/schema.h"

namespace helium::source {

/// {"version":1,"dialect":"sqlite","name":"main","tables":[...], ...}, a document that ends with a
/// newline. A seal tells it from what somebody edited (json_head.h).
[[nodiscard]] std::string json_of(const Schema& schema, const Digests& digests = {});

/// Reads it again. Throws Error(design) naming `file` and the place for what is no JSON, and for a
/// version or dialect that is not known.
[[nodiscard]] Schema schema_of_json(std::string_view text, const std::string& file);

}  // namespace helium::source

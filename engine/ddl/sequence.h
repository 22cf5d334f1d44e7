// What a sequence does where nothing is said.
#pragma once

#include <cstdint>

#include "helium/schema.h"

namespace helium::ddl {

/// Where it begins: when nothing says it, at the end that it comes from.
[[nodiscard]] std::int64_t begins_at(const SequenceOptions& options);

}  // namespace helium::ddl

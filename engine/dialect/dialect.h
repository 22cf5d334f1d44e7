// Reads dialects/<name>/ into a Dialect.
#pragma once

#include <string>
#include <string_view>

#include "helium/dialect.h"

namespace helium::dialect {

/// The dialect of that name from the baked files, or from `home` where a disk copy exists. Throws
/// Error(usage) with the nearest name for an unknown one, Error(script) when a file is wrong.
[[nodiscard]] Dialect read(std::string_view name, const std::string& home = {});

}  // namespace helium::dialect

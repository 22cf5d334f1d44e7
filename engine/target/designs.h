// One more design in a helium.toml that is there.
#pragma once

#include <string>

namespace helium::target {

/// The text of the file at `path` with `folder` as the last of its designs; nothing else of it is
/// another. Throws Error(config) as reading it does, Error(write) when the design stands there
/// already.
[[nodiscard]] std::string with_design(const std::string& path, const std::string& folder);

}  // namespace helium::target

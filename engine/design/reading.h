// The text of a migration file, as far as it can be one.
#pragma once

#include <string>

namespace helium::design {

/// The bytes of a file of the folder. Throws Error(design) for a link out of the folder, UTF-16,
/// invalid UTF-8 and NUL bytes, with the place; Error(missing).
[[nodiscard]] std::string text_of(const std::string& folder, const std::string& path);

}  // namespace helium::design

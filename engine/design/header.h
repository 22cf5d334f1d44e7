// The header comment of a migration: line 2 is its title, the newest CHANGELOG line its version.
#pragma once

#include <string>
#include <string_view>

namespace helium::design {

struct Header {
  std::string title;
  std::string version;
  std::string updated;
};

/// Reads the comment lines at the beginning of a file; what is not there stays empty.
[[nodiscard]] Header header_of(std::string_view text);

/// True when a line of the file begins with `return function`, as in the Helium folder format; seen
/// in the text, no Lua runs.
[[nodiscard]] bool returns_function(std::string_view text);

}  // namespace helium::design

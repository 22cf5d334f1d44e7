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

}  // namespace helium::design

// The table that tools/embed.cmake writes at build time.
#pragma once

#include <string_view>
#include <vector>

namespace helium::files {

struct Embedded {
  std::string_view path;  ///< in the repository
  std::string_view text;
};

/// Every baked text, ascending by path.
[[nodiscard]] std::vector<Embedded> embedded_table();

}  // namespace helium::files

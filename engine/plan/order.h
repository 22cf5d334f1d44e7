// One order for the migrations of several designs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace helium::plan {

/// A migration among those that are to be ordered.
struct Node {
  std::string design;
  std::int64_t number = 0;
  bool repeatable = false;
  std::vector<std::string> requires_;  ///< "shop_1001"; names outside the list are not looked at
  std::string file;                    ///< for errors
  std::string name{};  ///< of a file R__name.sql: those run in the order of their names
};

/// "shop_1001"
[[nodiscard]] std::string name_of(const Node& node);

/// Indexes of `nodes` in the order in which they run: by number, then by their place in `nodes`;
/// what is required comes first, repeatable ones last, those with names by name. Throws
/// Error(design) for a circle.
[[nodiscard]] std::vector<std::size_t> ordered(const std::vector<Node>& nodes);

}  // namespace helium::plan

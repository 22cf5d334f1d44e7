// The comments `-- @renamed from=old` of a text, and what they stand beside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "helium/span.h"

namespace helium::grammar {

class Renamed {
 public:
  /// Finds all of them. Throws Error(design) for one that says no name.
  Renamed(std::string_view text, const std::string& file);

  /// True when the text has none.
  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
  /// The old name that is said about what stands at `where`: in its line, or in the line before
  /// when nothing else stands there; "" when none is. Throws Error(design) when it was told
  /// already.
  std::string about(const Span& where);
  /// Throws Error(design) for one that stood beside nothing.
  void check_all_told() const;

 private:
  struct Said {
    Span where;
    std::string old_name;
    bool alone = false;  ///< in a line of its own
    bool told = false;
  };
  std::vector<Said> all_;
};

}  // namespace helium::grammar

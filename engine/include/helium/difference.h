// What lies between two schemas, ready to be shown.
#pragma once

#include <string>
#include <vector>

namespace helium {

/// From one schema to another.
struct SchemaDifference {
  struct Line {
    std::string kind;   ///< add_column, drop_index, ...
    std::string table;  ///< empty for what stands alone
    std::string object;
  };
  std::string dialect;
  std::vector<Line> changes;
  std::vector<std::string> statements;  ///< that carry the changes out, without terminators
  std::vector<std::string> notes;       ///< differences that no statement can carry out
};

}  // namespace helium

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
  std::vector<std::string> operations;  ///< the same as calls in Lua, where they were asked for
  std::vector<std::string> notes;       ///< differences that no statement can carry out
  bool noted = false;                   ///< there are some, beside what is not compared
};

/// What generate did.
struct Generated {
  std::vector<std::string> files;    ///< that were written; none: there was nothing to do
  std::string proof;                 ///< "proved by folding the text"
  std::vector<std::string> reviews;  ///< what a person should look at
  SchemaDifference difference;
};

}  // namespace helium

// Short values that are others when a table, or anything else, is another: what differs between two
// of one kind is what has to be read.
#pragma once

#include <map>
#include <string>

namespace helium {

struct Digests {
  std::string of;                             ///< those of one kind can be compared; empty: none
  std::map<std::string, std::string> tables;  ///< by name
  std::string others;                         ///< everything that is no table
  friend bool operator==(const Digests&, const Digests&) = default;
};

}  // namespace helium

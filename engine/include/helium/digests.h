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
  /// Of more than the schema, and sooner asked: while it is the same, so are the digests. Another
  /// one need not mean that they are others. Empty: there is none.
  std::string mark;
  friend bool operator==(const Digests& a, const Digests& b) {
    return a.of == b.of && a.tables == b.tables && a.others == b.others;
  }
};

}  // namespace helium

// The comments `-- @renamed from=old` of texts that a server reads: it does not keep them, so they
// are found beside the names in the text and said again in the schema that it tells.
#pragma once

#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::grammar {

class Annotations {
 public:
  /// Finds those of a text: beside the name of a table that is made or of a column, or in the line
  /// above. Throws Error(design) for one that says no old name or stands beside nothing.
  void add(const std::string& text, const std::string& file, const Dialect& dialect);
  /// Says them of the tables and columns that the schema has.
  void put_into(Schema& schema) const;

 private:
  struct Said {
    std::string table;
    std::string column;  ///< empty: of the table itself
    std::string old_name;
  };
  std::vector<Said> all_;
};

}  // namespace helium::grammar

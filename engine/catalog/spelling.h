// SQLite finds a table or column by its name whatever the case, and keeps every text as its author
// wrote it. Who compares names finds them only when one thing is called by one name everywhere.
#pragma once

#include <string>
#include <unordered_map>

#include "helium/schema.h"

namespace helium::catalog {

class Spelling {
 public:
  /// `schema` holds all its tables and views, must outlive this and gets no more of them.
  explicit Spelling(Schema& schema);

  /// The table that is called so; null when there is none.
  [[nodiscard]] Table* table(const std::string& name) const;

  /// Foreign keys, indexes and triggers call what they stand on as it is called itself. What is not
  /// there, and what stands in an expression, stays as it is written.
  void settle() const;

 private:
  void settle(ForeignKey& key) const;

  Schema& schema_;
  std::unordered_map<std::string, Table*> tables_;
  std::unordered_map<std::string, std::string> views_;
};

}  // namespace helium::catalog

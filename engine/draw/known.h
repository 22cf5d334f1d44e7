// The schema that migrations told of so far: typed operations exactly, all others as far as their
// diagrams go.
#pragma once

#include <string>
#include <vector>

#include "helium/diagram.h"
#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::draw {

class Known {
 public:
  /// Begins with nothing; the dialect must outlive it.
  explicit Known(const Dialect& dialect);

  /// What typed operations meet.
  [[nodiscard]] const Schema& schema() const { return schema_; }
  /// It is this after an operation.
  void become(Schema schema) { schema_ = std::move(schema); }
  /// What statements took away.
  void lose(const DiagramVersion& takings);
  /// What a diagram section said. What it cannot say (names of keys, defaults, checks, indexes)
  /// stays as it is known; what it calls a reference may be a habit and no key.
  void learn(const std::vector<DiagramTable>& described);

 private:
  [[nodiscard]] std::string spelt(const std::string& name) const;
  Table* table(const std::string& name);
  void learn(Table& table, const DiagramTable& described) const;

  const Dialect& dialect_;
  Schema schema_;
};

}  // namespace helium::draw

// The words for types that a dialect is known to have, so that a misspelt one is found. A type that
// is near none of them may be an extension's or a person's own, and is taken as it is.
#pragma once

#include <string>
#include <vector>

#include "helium/dialect.h"

namespace helium::source {

class KnownTypes {
 public:
  explicit KnownTypes(const Dialect& dialect);
  /// Takes in a type that the schema makes itself: an enum, a domain.
  void add(const std::string& name);
  /// The word that was probably meant by `type`; empty when it is known, or near to nothing.
  [[nodiscard]] std::string mistaken(const std::string& type) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace helium::source

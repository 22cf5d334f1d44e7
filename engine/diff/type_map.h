// Types and names of one dialect in another.
#pragma once

#include <string>

#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::diff {

/// A type in the words of a dialect.
struct TypeOf {
  const std::string& type;
  const Dialect& dialect;
};

/// True when some portable type is this one there and that one here.
[[nodiscard]] bool same_type(const TypeOf& one, const TypeOf& other);

/// The type in another dialect; as it is where no portable type says the same.
[[nodiscard]] std::string type_in(const Dialect& dialect, const TypeOf& said);

/// Plain names in the case that a dialect folds bare ones to.
void fold_names(Schema& schema, bool upper);

}  // namespace helium::diff

// The calls of typed operations: queries:add_column("person", { ... }) as an Operation.
#pragma once

#include <string>
#include <vector>

#include "expand/details.h"
#include "helium/operation.h"

namespace helium::expand {

/// The names of all operations, sorted; scripts/editor tells them to editors.
[[nodiscard]] const std::vector<std::string>& operation_names();

/// What a call asks for: name and wishes. Throws Error(design) for a wrong argument, with the place
/// that `language` gives.
[[nodiscard]] Operation operation_of(const std::string& name, const lua::Table& arguments,
                                     const Language& language);

}  // namespace helium::expand

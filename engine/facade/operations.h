// Changes that are said in words: `add_column users last_login timestamp default now()`.
#pragma once

#include "facade/compared.h"
#include "helium/engine.h"

namespace helium::facade {

/// The schema of request.between.from, and the same after the operations. Throws Error(usage) for
/// an operation that is none (with the nearest), Error(design) for one that the schema does not
/// bear.
[[nodiscard]] Compared with_operations(const GenerateRequest& request, Grounds& grounds);

}  // namespace helium::facade

// A folder of SQL migrations as a Design.
#pragma once

#include <string>

#include "helium/design.h"

namespace helium::design {

/// The SQL migrations in `folder` (or in folder/migrations), named by their files' prefix, else by
/// the folder. Without any the design is empty. A way back without its migration, a number twice
/// and versions of several parts become findings; where there are only such versions, it throws
/// Error(design).
[[nodiscard]] Design sql_design(const std::string& folder);

}  // namespace helium::design

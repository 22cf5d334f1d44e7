// What the catalogs of MySQL and MariaDB tell of a table in words of their own.
#pragma once

#include "helium/schema.h"

namespace helium::catalog {

/// Takes what is told by two names as one thing, and what stands for something else as that. A
/// table of another dialect stays as it is.
void settle(Table& table);

}  // namespace helium::catalog

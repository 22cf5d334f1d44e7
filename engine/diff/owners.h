// Whose a view or routine is when it is made again.
#pragma once

#include "diff/diff.h"

namespace helium::diff {

/// What is made again is of who made it, what comes anew of who makes it. On MySQL and MariaDB a
/// note tells what is not as it was when it is made again.
void keep_owners(Difference& difference, const Schema& from);

}  // namespace helium::diff

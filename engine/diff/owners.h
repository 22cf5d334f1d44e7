// Whose a view or routine is when it is made again.
#pragma once

#include "diff/diff.h"

namespace helium::diff {

/// What is made again is of who made it, what comes anew of who makes it. A note tells what is not
/// as it was when it is made again. Only MySQL and MariaDB say here whose a thing is.
void keep_owners(Difference& difference, const Schema& from);

}  // namespace helium::diff

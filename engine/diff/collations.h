// What a table's new collation does not do to its columns.
#pragma once

#include "helium/schema.h"

namespace helium::diff {

/// On MySQL and MariaDB a table's collation is that of the columns that come: those that are there
/// keep theirs. So the columns of a table of `from` that has another one in `to` say their own,
/// where it is not what the table will have. `from` and `to` call a table alike.
void say_collations(Schema& from, const Schema& to);

}  // namespace helium::diff

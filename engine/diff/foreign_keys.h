// Foreign keys in the way of changes to what they stand on.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "helium/change.h"

namespace helium::diff {

/// Tables and the names of their indexes and unique keys.
using IndexNames = std::set<std::pair<std::string, std::string>>;

/// Makes way for changes to indexes, keys and columns that a foreign key stands on which itself
/// stays: no server gives up the last index that one can use. `changes`, whose order says nothing
/// yet, gets more of them; `from` is the schema that they start from, under the new names of
/// renamed tables and columns. Gives the indexes that must be dropped behind the new ones.
///
/// MySQL and MariaDB: the old index goes behind the new one. One that the server made for the
/// foreign key would go by itself as soon as another serves, and a statement that drops it would
/// fail; a new name makes it an index like any other (tried on MySQL 8 and 9 and MariaDB 10.11).
/// PostgreSQL, whose foreign keys stand on one certain key, and on MySQL and MariaDB primary keys,
/// columns that get another type or count by themselves, and indexes with a column that goes: the
/// foreign key is dropped first and made again at the end.
/// SQLite makes the whole table anew and needs none of this.
[[nodiscard]] IndexNames foreign_keys_around(Changes& changes, const Schema& from,
                                             const Schema& to);

}  // namespace helium::diff

// What foreign keys stand on where the server makes an index for each that finds none: on MySQL and
// MariaDB. Such an index goes by itself as soon as another serves, also when its foreign key is
// gone since; the catalog does not tell it from others.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "helium/schema.h"

namespace helium::ddl {

/// Whether it is such a server.
[[nodiscard]] bool makes_indexes(const std::string& dialect);

/// The first columns of an index, as far as a foreign key finds them there whole.
[[nodiscard]] std::vector<std::string> found_in(const TableIndex& index);

/// Whether `columns` begin with `wanted`: then an index over them serves.
[[nodiscard]] bool begins_with(const std::vector<std::string>& columns,
                               const std::vector<std::string>& wanted);

/// Whether a key or an index of the table serves a foreign key over these columns, on either end.
[[nodiscard]] bool serves(const Table& table, const std::vector<std::string>& columns);

/// Whether the server may have made it for a foreign key of the table.
[[nodiscard]] bool may_be_made(const Table& table, const TableIndex& index);

/// Says whether a name is that of another index.
using IsTaken = std::function<bool(const std::string&)>;
/// A name in between, of 64 letters at most: what was renamed is an index like any other.
[[nodiscard]] std::string name_aside(const std::string& name, const IsTaken& is_taken);

}  // namespace helium::ddl

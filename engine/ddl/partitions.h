// What the partitions of a PostgreSQL table have from it, and get and lose with it.
#pragma once

#include <string>
#include <vector>

#include "helium/schema.h"

namespace helium::ddl {

/// The partitions of a table, and theirs, each behind the one that it is a part of.
[[nodiscard]] std::vector<std::string> partitions_of(const Schema& schema,
                                                     const std::string& table);

/// A column of `table` as a new partition has it: a serial one counts by the sequence of its table;
/// identities (up to PostgreSQL 16) and comments are a partition's own.
[[nodiscard]] Column inherited(const Table& table, Column column);

/// Gives the partitions in `schema` what their table got on its way from `before` to `after`, in
/// columns and checks. Its defaults and NOT NULLs take the place of their own, as on the server.
void hand_down(Schema& schema, const Table& before, const Table& after);

/// True when the schema has a partition that says no columns, as a person writes it.
[[nodiscard]] bool leaves_columns_out(const Schema& schema);

/// Such partitions with the columns and checks of their tables.
[[nodiscard]] Schema with_inherited(Schema schema);

}  // namespace helium::ddl

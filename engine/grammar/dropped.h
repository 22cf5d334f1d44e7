// What goes with a column of PostgreSQL.
#pragma once

#include <string>

#include "helium/schema.h"

namespace helium::grammar {

/// Takes the column and what says its name: checks, keys and indexes, whole as the server drops
/// them.
void drop_column(Table& table, const std::string& name);

}  // namespace helium::grammar

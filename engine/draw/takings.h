// What a migration's statements take away from the picture, read from their words.
#pragma once

#include <vector>

#include "helium/diagram.h"
#include "helium/lexicon.h"
#include "helium/statement.h"

namespace helium::draw {

/// Adds to `version` the tables that the statements drop or rename away, all in all (a table that
/// is rebuilt under another name and renamed back is still there), and columns that they drop or
/// rename. DROP TABLE, DROP VIEW, RENAME and ALTER TABLE are understood.
void add_takings(DiagramVersion& version, const std::vector<Statement>& statements,
                 const Lexicon& lexicon);

}  // namespace helium::draw

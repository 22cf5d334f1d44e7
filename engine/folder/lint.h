// What goes wrong with a folder's migration once it runs, found before a database is touched.
#pragma once

#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/finding.h"
#include "helium/section.h"

namespace helium::folder {

/// Rules: empty (nothing for this engine), duplicate_row (two rows with one number and type),
/// delimiter (other runtimes do not cut there), several_columns (SQLite takes one change in each
/// ALTER TABLE), reorg (missing on Db2), asymmetric (the reverse takes back more or less than
/// forward did).
[[nodiscard]] Findings lint(const Migration& migration, const Sections& sections,
                            const Dialect& dialect);

}  // namespace helium::folder

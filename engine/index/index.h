// The documentation index: the table of migrations in a design's README.
//
// The table stands between two marker lines, `<!-- helium:index -->` and `<!-- /helium:index -->`;
// everything outside them is the author's and stays as it is, byte for byte. A README that has no
// markers but a table with our headings gets the markers around that table, any other one gets the
// table at its end. Everything is read from the text of the files: no Lua runs, so a folder of any
// format is indexed alike and a broken migration too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "helium/design.h"
#include "helium/index.h"

namespace helium::index {

/// The index of a design. Its README lies beside the migrations, or above a folder `migrations`.
[[nodiscard]] Index of(const Design& design);

/// Statements of a file as the index counts them: its entries and its ${SUBQUERY_DELIMITER}s. In a
/// file that returns a function (the Helium folder format) each `table.insert` counts as an entry,
/// in any other one each `sql =` and each call of a typed operation.
[[nodiscard]] std::uint32_t statements_in(std::string_view text);

/// The table with its bold totals, each line ended by \n.
[[nodiscard]] std::string table(const Index& index);

/// The README with the index brought up to date; `readme` empty: a new one. Keeps the README's line
/// ends. Throws Error(design) with the place of a marker that has no partner.
[[nodiscard]] std::string placed(const Index& index, const std::string& readme);

}  // namespace helium::index

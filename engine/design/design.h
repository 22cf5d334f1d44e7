// Finds migrations on disk: names, numbers, checksums, header comments. Runs no Lua.
//
// A design is a folder, or the `migrations` folder in it, with files `<design>_<number>.lua`. Each
// is read once, whole, with its checksum over the text without byte order mark and with \n line
// ends, so a checkout on another system is no change. What cannot be a migration at all (UTF-16,
// invalid UTF-8, a FIFO, a link that leads out) stops; what a person should put right (a number
// twice, a name that almost fits) is a finding. Macro files, helpers and every other file in the
// folder are none of our business here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/design.h"

namespace helium::design {

/// Reads the design in `folder` (or in folder/migrations): Lua files, and where there are none, SQL
/// files (sql_name.h). Throws Error(missing) when there is no
/// such folder or no migration in it, Error(design) for two designs in one folder, invalid UTF-8
/// (with the byte offset) and UTF-16. Duplicate numbers and bad names become findings.
[[nodiscard]] Design open(const std::string& folder);

/// The design in `folder` for one more migration: where there is none yet, one that is called as
/// the folder is (as that in which `migrations` lies). Throws as open(), and Error(usage) for a
/// folder that no design can be called after.
[[nodiscard]] Design open_to_fill(const std::string& folder);

/// The text of helium.sum for a design: a line "<checksum>  <file>" for each file, ascending, and a
/// last line with the checksum of all before it.
[[nodiscard]] std::string sum(const Design& design);

/// Compares helium.sum in the folder with the files; findings sum_changed, sum_missing, sum_extra.
/// No file: no findings.
[[nodiscard]] Findings check_sum(const Design& design);

/// Writes helium.sum.
void write_sum(const Design& design);

/// Creates the next migration file from the folder's own style (scripts/templates). `number` 0: the
/// highest plus one. Returns its path.
[[nodiscard]] std::string create(const Design& design, const std::string& title,
                                 std::int64_t number = 0);

struct Renamed {
  std::string from;
  std::string to;
};

/// Moves the files with these numbers above every other number, keeping their order; header
/// comments and `requires` inside the moved files are rewritten, and the `requires` of the files
/// `requiring`, which are told with one name. Throws Error(design) before anything moves when such
/// a file does not write the name out. helium.sum is rewritten when it exists.
[[nodiscard]] std::vector<Renamed> renumber(const Design& design,
                                            const std::vector<std::int64_t>& numbers,
                                            const std::vector<std::int64_t>& requiring = {});

}  // namespace helium::design

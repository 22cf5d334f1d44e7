// Whether a folder is as it was when it was last read, told without opening its files.
//
// A run that has nothing to do is the most frequent one: every start of an application is one. What
// the files of a design said is remembered as two digests, one of what the system says of the
// folder (names, sizes, inodes, times of the last change), one of what was read from it. The system
// sets the time of a change itself, so a file that was touched in any way is read again; so is
// everything that changed within the last two seconds, because times have a grain.
#pragma once

#include <chrono>
#include <string>

#include "helium/design.h"

namespace helium::design {

struct Glance {
  std::string folder;        ///< as the target names it
  std::string facts_digest;  ///< of what the system says; empty: it cannot be relied on
  std::string design;        ///< its name; empty: not remembered as it is now
  std::string sums_digest;   ///< of the lines that held() takes
};

/// A look at a folder at the time `now`. `cache` is where remember() keeps things, empty when there
/// is no such place. Never throws for what it finds: then the folder is not known.
[[nodiscard]] Glance glance(
    const std::string& folder, const std::string& cache,
    std::chrono::system_clock::time_point now = std::chrono::system_clock::now());

/// Whether remember() has kept anything of this folder, however it looks now.
[[nodiscard]] bool is_remembered(const std::string& folder, const std::string& cache);

/// Remembers what was read after the glance. Only Lua files without findings are worth it. What
/// cannot be written is not remembered.
void remember(const Glance& seen, const Design& read, const std::string& cache);

/// Whether these are the design's migrations with their checksums: a line "number checksum\n" for
/// each, by number.
[[nodiscard]] bool held(const Glance& seen, const std::string& lines);

}  // namespace helium::design

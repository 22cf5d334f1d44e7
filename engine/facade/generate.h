// The next migration of a design before it is written: what generate writes and auto runs.
#pragma once

#include <vector>

#include "generate/generate.h"
#include "helium/design.h"
#include "helium/engine.h"
#include "helium/target.h"

namespace helium::facade {

/// The one design of the target for one more migration; it may have none yet. Throws Error(usage)
/// where the target names none, or several, and as design::open_to_fill().
[[nodiscard]] Design design_to_fill(const Target& target);

/// What would be written, and what a person should know of it; no files where nothing differs.
struct Next {
  Generated told;
  std::vector<generate::File> files;
};
/// Throws as Engine::generate.
[[nodiscard]] Next next_migration(const GenerateRequest& request, const Design& design);

/// Writes the files of a migration, tells their names, and brings the list of checksums up to date.
/// Throws Error(write).
void write_down(const Design& design, const std::vector<generate::File>& files, Generated& told);

/// The migration that these files would be, were they written.
[[nodiscard]] Migration as_read(const Design& design, const std::vector<generate::File>& files);

}  // namespace helium::facade

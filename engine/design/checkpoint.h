// The checkpoints of a design: files in its folder `checkpoints`, each of which stands for the
// migrations that its head names. Runs no Lua.
//
// The head is made of comment lines: `-- folds <number> <checksum>` for each migration,
// `-- for <dialect> <hash of its macros> ...` for each dialect, and `-- proved <hash>` over
// everything from `return` on, so that nobody has to trust a file that was edited since.
#pragma once

#include <string>
#include <vector>

#include "helium/checkpoint.h"
#include "helium/design.h"

namespace helium::design {

/// The checkpoints of a design, ascending by number; none where it has no such folder.
[[nodiscard]] std::vector<Checkpoint> checkpoints(const Design& design);

/// What the head of a file says; `text`, `path`, `design` and `number` are the caller's.
[[nodiscard]] Checkpoint checkpoint_of(std::string text);

/// Where the checkpoint of a number lies.
[[nodiscard]] std::string checkpoint_path(const Design& design, std::int64_t number);

/// The hash for the line `-- proved` of a text with or without that line.
[[nodiscard]] std::string checkpoint_proof(const std::string& text);

/// Why it does not stand for the design's migrations as they are now: "shop_1004 was changed since
/// it was written"; empty when it does.
[[nodiscard]] std::string why_stale(const Checkpoint& checkpoint, const Design& design);

/// A finding for each checkpoint that is stale.
[[nodiscard]] Findings stale_checkpoints(const Design& design);

}  // namespace helium::design

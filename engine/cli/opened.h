// A target and an engine for one command, with progress and signals attached.
#pragma once

#include "cli/cli.h"
#include "cli/progress.h"
#include "cli/signals.h"

namespace helium::cli {

/// What a command needs to be told before it can begin.
enum class Need { nothing, designs, database, both };

class Opened {
 public:
  /// Throws Error(config) naming the ways to say what is missing.
  Opened(const Options& options, Need need);
  [[nodiscard]] Engine& engine() { return engine_; }

 private:
  Progress progress_;
  Engine engine_;
  Cancelling cancelling_;
};

/// The target of the options, with their limits over it.
[[nodiscard]] Target target_of(const Options& options, Need need);

/// The dialect for work without a database: what was said, else the target's kind of database, else
/// sqlite.
[[nodiscard]] std::string dialect_of(const Options& options);

/// Where schemas are loaded that only a server can read.
[[nodiscard]] ScratchRequest scratch_of(const Options& options);

}  // namespace helium::cli

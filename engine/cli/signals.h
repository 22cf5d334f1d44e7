// Signals that ask us to stop.
#pragma once

#include "helium/engine.h"

namespace helium::cli {

/// Blocks SIGINT, SIGTERM and SIGHUP in this and all later threads and starts the one that reads
/// them. To be called once, first of all. SIGPIPE is ignored: a closed pipe must not kill a run.
void watch_signals();

/// While it lives, a signal cancels this engine.
class Cancelling {
 public:
  explicit Cancelling(Engine& engine);
  ~Cancelling();
  Cancelling(const Cancelling&) = delete;
  Cancelling& operator=(const Cancelling&) = delete;
};

}  // namespace helium::cli

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

/// While it lives, a signal ends the program at once: the engine has nothing to do.
class Idling {
 public:
  Idling();
  ~Idling();
  Idling(const Idling&) = delete;
  Idling& operator=(const Idling&) = delete;

 private:
  Engine* engine_;
};

}  // namespace helium::cli

// libpq writes what a server says while it connects to stderr, byte for byte, before anybody could
// tell it not to: a hostile server could drive the terminal. So it goes to our log instead, made
// harmless.
#pragma once

#include <mutex>

namespace helium::session {

/// Keeps everything that is written to stderr while it lives, and gives it to the log in the end.
/// One at a time in a process.
class HeldStderr {
 public:
  HeldStderr();
  ~HeldStderr();
  HeldStderr(const HeldStderr&) = delete;
  HeldStderr& operator=(const HeldStderr&) = delete;

 private:
  std::unique_lock<std::mutex> alone_;
  int kept_;   ///< what stderr was; -1: nothing is held
  int taken_;  ///< the file that took what was written
};

}  // namespace helium::session

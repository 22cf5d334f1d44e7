#include "session/held_stderr.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "base/log.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

std::mutex& gate() {
  static std::mutex one;
  return one;
}

}  // namespace

HeldStderr::HeldStderr()
    : alone_(gate()), kept_(-1), taken_(::memfd_create("stderr", MFD_CLOEXEC)) {
  if (taken_ >= 0) {
    (void)std::fflush(stderr);
    kept_ = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  }
  if (kept_ >= 0) {
    ::dup2(taken_, STDERR_FILENO);
  }
}

HeldStderr::~HeldStderr() {
  if (kept_ >= 0) {
    (void)std::fflush(stderr);
    ::dup2(kept_, STDERR_FILENO);
    ::close(kept_);
    std::array<char, longest_server_text> text{};
    const ssize_t length = ::pread(taken_, text.data(), text.size(), 0);
    try {
      if (length > 0) {
        base::log_warning("while connecting: " +
                          server_text({text.data(), static_cast<std::size_t>(length)}));
      }
    } catch (const std::exception&) {
      // No memory to log it: the session is what counts.
      kept_ = -1;
    }
  }
  if (taken_ >= 0) {
    ::close(taken_);
  }
}

}  // namespace helium::session

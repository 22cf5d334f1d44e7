// A program that is started for us: without root's rights, without our signals and terminal, and
// ended by the system itself should this process end first.
#pragma once

#include <string>
#include <vector>

namespace helium::scratch {

/// Whom programs run as when this process is root: servers refuse root, and should.
struct Person {
  unsigned user = 0;
  unsigned group = 0;
};
/// The person; this process's own when it is not root.
[[nodiscard]] Person person();

class Process {
 public:
  /// Starts `words` in `folder`; what it says goes to the file `log`. It gets the signal `end` when
  /// the thread that started it ends. Throws Error(missing) when it cannot be started.
  Process(const std::vector<std::string>& words, const std::string& folder, const std::string& log,
          int end);
  /// Ends it, and waits for that.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Its number in the system.
  [[nodiscard]] int id() const noexcept { return id_; }
  /// Its exit code, waited for; -1 when a signal ended it.
  int wait();
  /// Whether it still runs.
  [[nodiscard]] bool runs();

 private:
  int id_ = -1;
  int end_;
  int code_ = -1;
};

}  // namespace helium::scratch

// The window that a session runs, as the thread sees it that wants to stop it.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace helium::session {

class Running {
 public:
  /// A window runs as long as this lives. A cancel that came before it means nothing to it; when it
  /// ends no request to stop is on its way any more, so none can hit what runs next.
  class Window {
   public:
    explicit Window(Running& running) : running_(running) { running_.begin(); }
    ~Window() { running_.end(); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

   private:
    Running& running_;
  };

  /// True while a window runs that was told to stop.
  [[nodiscard]] bool stopping() const noexcept { return running_ && told_; }
  /// True when the last window was told to stop, however it ended.
  [[nodiscard]] bool was_told() const noexcept { return told_; }

  /// Calls `stop` now and then until the window returned or `stop` answers false: a request that
  /// comes between two statements does nothing. Callable from another thread.
  template <typename Stop>
  void cancel(Stop stop) noexcept {
    while (asked(stop)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

 private:
  void begin() noexcept {
    const std::lock_guard lock(guard_);
    told_ = false;
    running_ = true;
  }

  void end() noexcept {
    const std::lock_guard lock(guard_);
    running_ = false;
  }

  template <typename Stop>
  bool asked(Stop& stop) noexcept {
    const std::lock_guard lock(guard_);
    told_ = told_ || running_;
    return running_ && stop();
  }

  std::mutex guard_;
  std::atomic<bool> running_{false};
  std::atomic<bool> told_{false};
};

}  // namespace helium::session

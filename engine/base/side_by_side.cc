#include "base/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace helium::base {
namespace {

constexpr std::size_t most_threads = 8;

class Workers {
 public:
  Workers(std::size_t count, const std::function<void(std::size_t)>& work)
      : count_(count), work_(work), failed_at_(count) {}

  // Numbers are handed out in order, so those below one that fails have all begun and will be done.
  void work() {
    for (std::size_t i = next_++; i < count_ && i < failed_at_; i = next_++) {
      try {
        work_(i);
      } catch (...) {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (i < failed_at_) {
          failed_at_ = i;
          failure_ = std::current_exception();
        }
      }
    }
  }

  void rethrow() const {
    if (failure_ != nullptr) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::size_t> failed_at_;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

void side_by_side(std::size_t count, std::size_t worth_a_thread,
                  const std::function<void(std::size_t)>& work) {
  const std::size_t wanted = std::min<std::size_t>(
      {std::thread::hardware_concurrency(), count / worth_a_thread, most_threads});
  Workers workers(count, work);
  {
    std::vector<std::jthread> helpers;
    try {
      while (helpers.size() + 1 < wanted) {
        helpers.emplace_back([&workers] { workers.work(); });
      }
    } catch (const std::system_error&) {
      // No more threads are to be had; those that there are do it.
    }
    workers.work();
  }
  workers.rethrow();
}

}  // namespace helium::base

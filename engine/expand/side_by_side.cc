// Migrations expanded on several threads: they share nothing but what none of them changes.
#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

#include "expand/expand.h"

namespace helium::expand {
namespace {

// Fewer than this are done before a thread has started.
constexpr std::size_t worth_a_thread = 16;
constexpr std::size_t most_threads = 8;

class Expanders {
 public:
  explicit Expanders(std::vector<Job>& jobs) : jobs_(jobs) {}

  void work() {
    for (std::size_t i = next_++; i < jobs_.size() && !failed_; i = next_++) {
      Job& job = jobs_[i];
      try {
        job.sections = job.how(*job.migration, *job.setting);
      } catch (...) {
        job.failure = std::current_exception();
        failed_ = true;
      }
    }
  }

 private:
  std::vector<Job>& jobs_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
};

}  // namespace

void side_by_side(std::vector<Job>& jobs) {
  const std::size_t wanted = std::min<std::size_t>(
      {std::thread::hardware_concurrency(), jobs.size() / worth_a_thread, most_threads});
  Expanders expanders(jobs);
  std::vector<std::jthread> helpers;
  try {
    while (helpers.size() + 1 < wanted) {
      helpers.emplace_back([&expanders] { expanders.work(); });
    }
  } catch (const std::system_error&) {
    // No more threads are to be had; those that there are do it.
  }
  expanders.work();
}

}  // namespace helium::expand

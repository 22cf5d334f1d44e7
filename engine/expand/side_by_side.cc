// Migrations expanded on several threads: they share nothing but what none of them changes.
#include "base/side_by_side.h"

#include <atomic>

#include "expand/expand.h"

namespace helium::expand {

void side_by_side(std::vector<Job>& jobs) {
  constexpr std::size_t worth_a_thread = 16;  // fewer are done before a thread has started
  std::atomic<bool> failed{false};
  base::side_by_side(jobs.size(), worth_a_thread, [&](std::size_t i) {
    Job& job = jobs[i];
    try {
      if (!failed) {
        job.sections = job.how(*job.migration, *job.setting);
      }
    } catch (...) {
      job.failure = std::current_exception();
      failed = true;
    }
  });
}

}  // namespace helium::expand

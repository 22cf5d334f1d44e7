// up, down, goto, redo, resume and plan.
#include <chrono>

#include "facade/inside.h"
#include "facade/mover.h"

namespace helium {

Report Engine::move(const Goal& goal, const MoveOptions& options) {
  const auto began = std::chrono::steady_clock::now();
  const auto work = inside_->begin();
  Report report = facade::Mover(*work, goal, options).run();
  report.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - began);
  return report;
}

Plan Engine::plan(const Goal& goal) {
  const auto work = inside_->begin();
  work->designs();
  work->connect_for_reading();
  return work->plan(goal, work->read_ledger());
}

}  // namespace helium

// One move from beginning to end: plan, lock, plan again if the world moved, run, tell what
// happened.
#pragma once

#include <memory>
#include <string>

#include "facade/work.h"
#include "helium/engine.h"
#include "run/run.h"

namespace helium::facade {

class Mover {
 public:
  /// All three must outlive the mover.
  Mover(Work& work, const Goal& goal, const MoveOptions& options);
  /// Runs the goal. Throws Error for what stops it before anything ran.
  [[nodiscard]] Report run();

 private:
  void open();
  [[nodiscard]] Plan first_plan();
  void approve(const Plan& plan) const;
  /// One hold, plan and run; true when it must be done again because another runner moved first.
  [[nodiscard]] bool round();
  void take(run::Result result);
  [[nodiscard]] bool settle_lost_connection(const Plan& plan);
  [[nodiscard]] static bool stands(const Record& record, Direction direction);
  void count_as_moved(const Step& step, const Ledger& ledger);
  void tell_what_is_left(const Record* started);

  Work& work_;
  Goal goal_;
  const MoveOptions& options_;
  history::Runner runner_ = history::runner();
  Report report_;
};

}  // namespace helium::facade

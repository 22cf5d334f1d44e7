// One move from beginning to end: plan, lock, plan again if the world moved, run, tell what
// happened.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
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
  [[nodiscard]] bool has_nothing_to_do();
  [[nodiscard]] bool prepare();
  [[nodiscard]] Plan first_plan();
  void approve(const Plan& plan) const;
  void refuse_through_pool(const Plan& plan) const;
  // What is looked at once a session is there.
  void meet();
  static void refuse_read_only(const session::Server& server);
  /// A round, on a new connection where the one before it lost its own. True when there is another.
  [[nodiscard]] bool turn();
  /// One hold, plan and run; true when it must be done again: another runner moved first, or the
  /// line broke.
  [[nodiscard]] bool round();
  [[nodiscard]] bool cut_plan();
  [[nodiscard]] run::Result applied(const Ledger& ledger, const run::Setting& setting);
  [[nodiscard]] std::chrono::milliseconds patience() const;
  void take(run::Result result);
  [[nodiscard]] bool counts(const Moved& moved) const;
  void count_moved(const Moved& moved);
  void count_again(const Moved& moved);

  // After the line broke.
  void come_back();
  void connect_patiently();
  void tell_away(const Error& error);
  void tell_stopped(const Error& error);
  void name_failed();
  [[nodiscard]] bool settled(const Ledger& ledger);
  void forget_loss();
  [[nodiscard]] bool may_go_on(const Record* started);
  [[nodiscard]] static bool stands(const Record& record, Direction direction);
  void count_as_moved(const Step& step, const Ledger& ledger);
  void tell_what_is_left(const Record* record);

  Work& work_;
  Goal goal_;
  const MoveOptions& options_;
  history::Runner runner_ = history::runner();
  Report report_;
  std::string identity_;  // of the server that the move began on
  Plan plan_;             // of the round that runs, or lost its line
  std::optional<std::chrono::steady_clock::time_point> trying_since_;
  bool prepared_ = false;
  bool lost_ = false;
  std::string lost_at_;  // how far the move had come when the line broke last
};

}  // namespace helium::facade

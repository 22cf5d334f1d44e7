// Carries a Plan out and tells what happened. No Lua, no SQL lexer: it does what the Plan says.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "helium/observer.h"
#include "helium/plan.h"
#include "helium/report.h"
#include "history/history.h"
#include "session/session.h"

namespace helium::run {

struct Setting {
  history::Store store;
  history::Runner runner;
  std::chrono::milliseconds retry_for{
      30000};  ///< lock time-outs and deadlocks of whole units are retried this long
  std::chrono::milliseconds runner_timeout{300000};  ///< waiting for another runner at the fence
  const std::atomic<bool>* cancelled = nullptr;      ///< set by Ctrl-C
};

struct Result {
  Report report;
  bool moved_under_us = false;  ///< another runner won the fence: read and plan again
  bool look_again = false;  ///< a try outside any transaction may have left something: plan again
  bool connection_lost = false;  ///< reopen, read the ledger, tell what really happened
};

/// Runs the steps in order, stops at the first failure. `ledger` is what the plan was made from,
/// read under the lock.
[[nodiscard]] Result apply(const Plan& plan, const Ledger& ledger, session::Session& session,
                           const Setting& setting, Observer& observer);

}  // namespace helium::run

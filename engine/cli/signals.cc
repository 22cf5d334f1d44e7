#include "cli/signals.h"

#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/cli.h"

namespace helium::cli {
namespace {

// A signal belongs to the process, so who answers it is process-wide too.
struct Answer {
  std::mutex guard;
  Engine* engine = nullptr;
  bool asked = false;
};

Answer& answer() {
  static Answer the_answer;
  return the_answer;
}

void wait_for_signals(sigset_t signals) {
  for (;;) {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) {
      return;
    }
    const std::lock_guard lock(answer().guard);
    if (answer().engine == nullptr) {
      std::_Exit(128 + signal);
    }
    say(answer().asked ? "still waiting for the database to stop the statement"
                       : "stopping: cancelling the running statement");
    answer().asked = true;
    answer().engine->cancel();
  }
}

}  // namespace

void watch_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    sigaddset(&signals, signal);
  }
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  answer();
  std::thread(wait_for_signals, signals).detach();
}

Cancelling::Cancelling(Engine& engine) {
  const std::lock_guard lock(answer().guard);
  answer().engine = &engine;
}

Cancelling::~Cancelling() {
  const std::lock_guard lock(answer().guard);
  answer().engine = nullptr;
}

Idling::Idling() {
  const std::lock_guard lock(answer().guard);
  engine_ = std::exchange(answer().engine, nullptr);
}

Idling::~Idling() {
  const std::lock_guard lock(answer().guard);
  answer().engine = engine_;
}

}  // namespace helium::cli

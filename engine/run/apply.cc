// One loop: send a window, walk its outcomes, go on, wait, or stop.
#include <algorithm>
#include <random>
#include <thread>

#include "base/log.h"
#include "base/text.h"
#include "run/course.h"
#include "run/refusal.h"
#include "run/run.h"

namespace helium::run {
namespace {

using Clock = std::chrono::steady_clock;
using session::Trouble;
using session::UnitOutcome;

std::chrono::milliseconds since(Clock::time_point began) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
}

bool is_lock_trouble(Trouble trouble) {
  return trouble == Trouble::lock_timeout || trouble == Trouble::deadlock ||
         trouble == Trouble::left_out;
}

std::string count_of(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class Runner {
 public:
  Runner(const Plan& plan, const Ledger& ledger, session::Session& session, const Setting& setting,
         Observer& observer)
      : plan_(plan),
        ledger_(ledger),
        session_(session),
        setting_(setting),
        observer_(observer),
        writer_(setting.store, setting.runner, ledger) {}

  Result run() {
    std::size_t step = 0;
    while (step < plan_.steps.size() && !stopped_) {
      const std::size_t most = std::max<std::size_t>(session_.window_steps(), 1);
      course_ = course_from(plan_, step, most, writer_);
      step = course_.places.back().last_step + 1;
      carry();
    }
    return std::move(result_);
  }

 private:
  void carry() {
    std::size_t from = 0;
    while (from < course_.units.size() && !stopped_) {
      announce(from);
      if (cancelled()) {
        cancel_before(from);
        return;
      }
      const std::size_t count = window_from(course_, from);
      const std::span<const session::Unit> window(course_.units.data() + from, count);
      from += walk(from, session_.execute(window));
    }
  }

  [[nodiscard]] bool cancelled() const {
    return setting_.cancelled != nullptr && *setting_.cancelled;
  }

  void announce(std::size_t unit) {
    const Place& place = course_.places[unit];
    const Step& step = plan_.steps[place.step];
    if (place.first && place.step != announced_) {
      announced_ = place.step;
      observer_.step_started(step, place.step, plan_.steps.size());
    }
    for (const std::uint32_t number : place.numbers) {
      if (number != 0) {
        observer_.statement_started(step, number);
        return;
      }
    }
  }

  // Units that are done, counted; the first that is not decides what happens.
  std::size_t walk(std::size_t from, const std::vector<UnitOutcome>& outcomes) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      tell(course_.units[from + i], outcomes[i]);
      took_ += outcomes[i].took;
      if (outcomes[i].state != UnitOutcome::State::done) {
        refused(from + i, outcomes[i]);
        return i;
      }
      began_trying_ = {};
      const Place& place = course_.places[from + i];
      for (std::size_t step = place.step; place.last && step <= place.last_step; ++step) {
        step_stands(step);
      }
    }
    return outcomes.size();
  }

  void tell(const session::Unit& unit, const UnitOutcome& outcome) {
    for (Notice& notice : told(unit, outcome)) {
      observer_.noticed(notice);
      result_.report.notices.push_back(std::move(notice));
    }
  }

  void step_stands(std::size_t number) {
    announce_passed(number);
    const Step& step = plan_.steps[number];
    Moved moved{.design = step.design,
                .number = step.number,
                .direction = step.direction,
                .title = step.title,
                .statements = static_cast<std::uint32_t>(step.statements.size()),
                .took = std::chrono::duration_cast<std::chrono::milliseconds>(took_)};
    took_ = {};
    for (const Step& fold : step.folds) {
      result_.report.moved.push_back(by_checkpoint(fold));
    }
    result_.report.moved.push_back(moved);
    observer_.step_done(moved);
  }

  // In a window several steps begin before the first is walked.
  void announce_passed(std::size_t step) {
    if (step != announced_) {
      announced_ = step;
      observer_.step_started(plan_.steps[announced_], announced_, plan_.steps.size());
    }
  }

  // ---- a unit that is not done ---------------------------------------------------------------

  void refused(std::size_t unit, const UnitOutcome& outcome) {
    const Refusal refusal = refusal_of(course_.units[unit], outcome);
    announce_passed(step_at(course_.places[unit], refusal));
    if (at_fence(unit, refusal) && refusal.said.trouble == Trouble::unique_violation) {
      result_.moved_under_us = true;
      stopped_ = true;
      return;
    }
    const bool bare_and_first = outcome.state == UnitOutcome::State::broken &&
                                refusal.statement != nullptr && refusal.index == 0;
    const bool left_nothing = outcome.state == UnitOutcome::State::rolled_back ||
                              outcome.state == UnitOutcome::State::unrun || bare_and_first;
    if (left_nothing && !authors_transaction_before(unit) &&
        is_lock_trouble(refusal.said.trouble) && tries_again(unit, refusal)) {
      result_.look_again = refusal.statement != nullptr && refusal.statement->shape.outside;
      stopped_ = result_.look_again;
      return;
    }
    stop(unit, refusal, outcome);
  }

  // A refusal takes back the author's own transaction, and with it the units before this one: the
  // unit alone must not run again.
  bool authors_transaction_before(std::size_t unit) const {
    const std::size_t step = course_.places[unit].step;
    for (std::size_t i = 0; i < unit; ++i) {
      const auto& statements = course_.units[i].statements;
      const bool theirs =
          std::any_of(statements.begin(), statements.end(), [](const Statement& statement) {
            return statement.shape.kind == Shape::Kind::transaction_control;
          });
      if (theirs && course_.places[i].step == step) {
        return true;
      }
    }
    return false;
  }

  // The transaction's begin and its first statement, the insert that lets one runner win.
  bool at_fence(std::size_t unit, const Refusal& refusal) const {
    const bool fenced = course_.places[unit].first || course_.places[unit].last;
    return fenced && refusal.index == 0;
  }

  bool tries_again(std::size_t unit, const Refusal& refusal) {
    const bool other_runner = at_fence(unit, refusal);
    const auto limit = other_runner ? setting_.runner_timeout : setting_.retry_for;
    if (began_trying_ == Clock::time_point()) {
      began_trying_ = Clock::now();
    }
    const auto so_far = since(began_trying_);
    if (so_far >= limit || cancelled()) {
      return false;
    }
    // An answer without a table took nobody's time: it is told when it comes again and again.
    if (refusal.said.trouble != Trouble::left_out || so_far >= std::chrono::seconds(1)) {
      observer_.waiting(other_runner ? std::string() : held_words(refusal), so_far);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50 + random_() % 150));
    return true;
  }

  // The server's words, and who is behind them.
  std::string held_words(const Refusal& refusal) {
    blockers_ = refusal.statement != nullptr
                    ? history::blockers(session_, setting_.store, *refusal.statement)
                    : std::vector<std::string>();
    return "another session holds a lock: " +
           (blockers_.empty() ? refusal.said.message : base::joined(blockers_, "; "));
  }

  void cancel_before(std::size_t unit) {
    Refusal refusal;
    refusal.said.trouble = Trouble::cancelled;
    refusal.said.message = "stopped before it ran";
    UnitOutcome outcome;
    stop(unit, refusal, outcome);
  }

  void stop(std::size_t unit, const Refusal& refusal, const UnitOutcome& outcome) {
    stopped_ = true;
    const Place& place = course_.places[unit];
    const Step& step = plan_.steps[step_at(place, refusal)];
    const bool lost = outcome.state == UnitOutcome::State::in_doubt ||
                      refusal.said.trouble == Trouble::connection_lost ||
                      session_.standing() == session::Standing::lost;
    Failed failed{.design = step.design,
                  .number = step.number,
                  .direction = step.direction,
                  .statement = number_of(place, refusal),
                  .total = static_cast<std::uint32_t>(step.statements.size()),
                  .error = error_of(refusal, Left::unknown)};
    if (lost) {
      tell_lost(step, std::move(failed), outcome);
      return;
    }
    // An author's own transaction is gone with all that stood in it.
    seen_ = authors_transaction_before(unit) ? 0 : known_done(course_, unit, outcome);
    if (is_lock_trouble(refusal.said.trouble)) {
      (void)held_words(refusal);
    }
    const Left left = record(step, refusal, unit);
    if (session_.standing() == session::Standing::lost) {
      tell_lost(step, std::move(failed), outcome);
      return;
    }
    failed.error = error_of(refusal, left);
    if (left == Left::nothing && refusal.statement != nullptr) {
      failed.error = with_unfinished(failed.error, *refusal.statement, session_, setting_.store);
    }
    for (const std::string& who : blockers_) {
      failed.error = failed.error.noting("the lock is held by " + who);
    }
    if (refusal.statement == nullptr && failed.error.where().file.empty()) {
      failed.error = failed.error.at({.file = step.path});
    }
    tell(step, std::move(failed), left);
  }

  // What the database says now: a journalled step's row tells how far it came, or is one statement
  // behind what we saw. The failure is written beside it; when that fails too, the row still says
  // started, and resume looks.
  Left record(const Step& step, const Refusal& refusal, std::size_t unit) {
    try {
      const Ledger now = history::read(session_, setting_.store);
      const Record* row = now.find(step.design, step.number);
      const bool ours = row != nullptr && row->state == RecordState::started &&
                        row->token == setting_.runner.token;
      const bool journalled = step.transaction != TransactionClass::whole;
      done_ = journalled && ours ? std::max(row->done, seen_) : step.first;
      const bool went_in = journalled && (ours || step.kind != Step::Kind::run);
      const Left left =
          went_in && (done_ > 0 || step.kind == Step::Kind::undo || changed_anyway(*row, refusal))
              ? Left::part
              : Left::nothing;
      write_failure(step, refusal, now, {ours, left, unit});
      return left;
    } catch (const Error& error) {
      base::log_warning("the ledger could not be read after a failure: " + error.message());
      return step.transaction == TransactionClass::whole ? Left::nothing : Left::unknown;
    }
  }

  // Some statements do half their work and then are refused: the catalog tells.
  bool changed_anyway(const Record& row, const Refusal& refusal) {
    if (row.fingerprint.empty() || refusal.statement == nullptr ||
        refusal.statement->origin != Origin::author) {
      return false;
    }
    return history::fingerprint(session_, setting_.store, *refusal.statement) != row.fingerprint;
  }

  struct Aftermath {
    bool ours = false;
    Left left = Left::nothing;
    std::size_t unit = 0;
  };

  void write_failure(const Step& step, const Refusal& refusal, const Ledger& now,
                     const Aftermath& aftermath) {
    if (is_lock_trouble(refusal.said.trouble) && !aftermath.ours) {
      return;
    }
    Step written = step;
    if (!aftermath.ours) {
      written.transaction = TransactionClass::whole;  // no row of ours to mend: the event alone
    }
    history::Writer writer(setting_.store, setting_.runner, now);
    const session::Unit failure = writer.failure(
        written, {.done = done_, .stands = aftermath.left == Left::part}, refusal.said.message);
    const auto outcomes = session_.execute({&failure, 1});
    if (outcomes.empty() || outcomes.front().state != UnitOutcome::State::done) {
      base::log_warning("the failure could not be written into the ledger");
    }
  }

  void tell(const Step& step, Failed failed, Left left) {
    Report& report = result_.report;
    const std::string name = step.design + "_" + std::to_string(step.number);
    const bool cancelled = failed.error.fault() == Fault::cancelled;
    const char* verb = step.direction == Direction::reverse ? "helium down" : "helium up";
    switch (left) {
      case Left::nothing:
        report.state = State::clean;
        report.note = untouched_words(name, step.direction) + before_it();
        report.next = verb;
        if (!cancelled && failed.statement != 0 && failed.error.fault() == Fault::database) {
          report.next += ", after the file is mended";
        }
        break;
      case Left::part:
        report.state = State::needs_resume;
        report.note = half_done_words(name, step.direction, done_,
                                      static_cast<std::uint32_t>(step.statements.size())) +
                      before_it();
        report.next = "helium resume";
        break;
      case Left::unknown:
        report.state = State::in_doubt;
        report.note = "the ledger could not be read after the failure" + before_it();
        report.next = "helium status";
        break;
    }
    report.failed = std::move(failed);
  }

  [[nodiscard]] std::string before_it() const {
    if (plan_.group) {
      return ", nor of the other " + std::to_string(plan_.steps.size() - 1) + " of its group";
    }
    const std::size_t moved = result_.report.moved.size();
    return moved == 0
               ? ""
               : "; " + count_of(moved, "migration") + " before it stand" + (moved == 1 ? "s" : "");
  }

  // A transaction that was given no COMMIT has left nothing, whoever may look at it.
  void tell_lost(const Step& step, Failed failed, const UnitOutcome& outcome) {
    Report& report = result_.report;
    result_.connection_lost = true;
    const bool nothing = step.transaction == TransactionClass::whole &&
                         (outcome.state == UnitOutcome::State::rolled_back ||
                          outcome.state == UnitOutcome::State::unrun);
    report.state = nothing ? State::clean : State::in_doubt;
    report.note = "the connection was lost" +
                  (nothing ? "; " + untouched_words(step.design + "_" + std::to_string(step.number),
                                                    step.direction)
                           : std::string(", and the outcome is not known yet")) +
                  before_it();
    const char* verb = step.direction == Direction::reverse ? "helium down" : "helium up";
    report.next = nothing ? verb : "helium status";
    failed.error = failed.error.losing_connection();
    report.failed = std::move(failed);
  }

  const Plan& plan_;
  const Ledger& ledger_;
  session::Session& session_;
  const Setting& setting_;
  Observer& observer_;
  history::Writer writer_;
  Course course_;
  Result result_;
  bool stopped_ = false;
  std::size_t announced_ = static_cast<std::size_t>(-1);
  std::uint32_t seen_ = 0;  ///< statements of the failed step that were answered and stand
  std::uint32_t done_ = 0;
  std::chrono::microseconds took_{0};
  Clock::time_point began_trying_;
  std::vector<std::string> blockers_;  // of the refusal that is looked at
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace

Result apply(const Plan& plan, const Ledger& ledger, session::Session& session,
             const Setting& setting, Observer& observer) {
  return Runner(plan, ledger, session, setting, observer).run();
}

}  // namespace helium::run

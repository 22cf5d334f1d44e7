#include "facade/mover.h"

#include <algorithm>
#include <iterator>
#include <new>
#include <utility>

#include "base/log.h"
#include "facade/backup.h"
#include "helium/error.h"

namespace helium::facade {
namespace {

bool may_create_file(const Goal& goal) {
  return goal.verb == Goal::Verb::up || goal.verb == Goal::Verb::go_to;
}

}  // namespace

Mover::Mover(Work& work, const Goal& goal, const MoveOptions& options)
    : work_(work), goal_(goal), options_(options) {
  const bool one =
      (goal_.verb == Goal::Verb::down && !goal_.all && !goal_.to) || goal_.verb == Goal::Verb::redo;
  if (one && !goal_.steps) {
    goal_.steps = 1;  // said, so that it can be counted
  }
}

// A missing SQLite file is made only after everything was planned: a mistake leaves no empty file.
void Mover::open() {
  try {
    work_.connect({.exclusive = options_.exclusive});
  } catch (const Error& error) {
    const bool makes_file = error.fault() == Fault::missing && may_create_file(goal_) &&
                            work_.target().url.scheme == "sqlite";
    if (!makes_file) {
      throw;
    }
    approve(work_.plan(goal_, work_.read_ledger()));
    work_.connect({.create = true, .exclusive = true});
  }
  meet();
}

void Mover::meet() {
  refuse_read_only(work_.session().server());
  identity_ = work_.session().server().identity;
}

void Mover::refuse_read_only(const session::Server& server) {
  if (server.read_only) {
    throw Error(Fault::refused, "the database is read-only (" + server.product + " " +
                                    server.version + ": a replica, a read-only server or file)")
        .hinting("connect to the primary, or make it writable");
  }
}

void Mover::approve(const Plan& plan) const {
  if (!options_.plan_hash.empty() && options_.plan_hash != plan.hash) {
    throw Error(Fault::design, "the plan is not the approved one any more")
        .noting("approved " + options_.plan_hash + ", now " + plan.hash)
        .hinting("helium plan --out FILE, and have it approved again");
  }
}

// What needs a session that lasts: statements outside transactions, a journal, settings.
void Mover::refuse_through_pool(const Plan& plan) const {
  if (!work_.session().server().pooled) {
    return;
  }
  for (const Step& step : plan.steps) {
    const auto found = std::find_if(step.statements.begin(), step.statements.end(),
                                    [&](const Statement& statement) {
                                      return step.transaction != TransactionClass::whole ||
                                             statement.shape.kind == Shape::Kind::session_setting;
                                    });
    if (found != step.statements.end()) {
      throw Error(Fault::refused,
                  step.design + "_" + std::to_string(step.number) +
                      " is not one transaction or changes settings of its session: it cannot run "
                      "through a connection pool, which may give each transaction another session")
          .at(found->span)
          .hinting("give the address of the server itself for this one, not that of its pool");
    }
  }
}

Plan Mover::first_plan() {
  Plan plan = work_.plan(goal_, work_.read_ledger());
  approve(plan);
  refuse_through_pool(plan);
  return plan;
}

// The usual end of an `up`, found without reading a file: nothing changed since the last one.
bool Mover::has_nothing_to_do() {
  const bool usual = goal_.verb == Goal::Verb::up && options_.plan_hash.empty();
  const bool nothing = usual && work_.is_as_it_was({.exclusive = options_.exclusive});
  if (work_.connected()) {
    meet();
  }
  return nothing;
}

Report Mover::run() {
  if (has_nothing_to_do()) {
    report_.dry = true;
    return std::move(report_);
  }
  work_.designs();
  if (!work_.connected()) {
    open();
  }
  while (turn()) {
    base::log_info("planning again");
  }
  return std::move(report_);
}

// Everything before the lock: planned and approved without a trace in the database. False when
// there is nothing to do.
bool Mover::prepare() {
  const Plan plan = first_plan();
  if (plan.steps.empty()) {
    report_.findings = plan.findings;
    report_.dry = true;
    return false;
  }
  if (!options_.backup.empty()) {
    back_up(work_, options_.backup);
  }
  history::prepare(work_.session(), work_.store(), work_.target().runner_timeout);
  prepared_ = true;
  return true;
}

bool Mover::turn() {
  try {
    if (lost_) {
      come_back();
    }
    return round();
  } catch (const Error& error) {
    // Nothing of this round ran yet: it was looking, or waiting for another runner.
    if (error.connection_lost() && may_go_on(nullptr)) {
      lost_ = true;
      return true;
    }
    if (!report_.failed && report_.moved.empty()) {
      throw;
    }
    if (report_.failed) {
      tell_away(error);
    } else {
      tell_stopped(error);
    }
    return false;
  }
}

// What moved in the rounds before is told together with what keeps the next one from beginning.
void Mover::tell_stopped(const Error& error) {
  report_.failed = Failed{.error = error};
  name_failed();
  report_.note = std::to_string(report_.moved.size()) + " moved before it, nothing ran since";
  report_.next = "helium status";
}

// The migration in whose file the error is.
void Mover::name_failed() {
  Failed& failed = *report_.failed;
  for (const Design& design : work_.designs()) {
    for (const Migration& migration : design.migrations) {
      if (migration.path == failed.error.where().file) {
        failed.design = migration.design;
        failed.number = migration.number;
      }
    }
  }
}

bool Mover::round() {
  if (!prepared_ && !prepare()) {
    return false;
  }
  const auto hold = history::hold(work_.session(), work_.store(), work_.target().runner_timeout,
                                  work_.observer());
  const Ledger ledger = work_.read_ledger();
  const bool back = std::exchange(lost_, false);
  if (back && !settled(ledger)) {
    return false;
  }
  plan_ = work_.plan(goal_, ledger);
  refuse_through_pool(plan_);
  if (back) {
    forget_loss();
  } else if (report_.moved.empty()) {
    approve(plan_);
  }
  report_.findings = plan_.findings;
  if (plan_.steps.empty()) {
    report_.dry = report_.moved.empty();
    return false;
  }
  const bool cut = cut_plan();
  run::Setting setting;
  setting.store = work_.store();
  setting.runner = runner_;
  setting.runner_timeout = work_.target().runner_timeout;
  setting.retry_for = patience();
  setting.cancelled = &work_.stop().stopped();
  run::Result result = applied(ledger, setting);
  lost_ = result.connection_lost && result.report.failed;
  const bool again =
      result.moved_under_us || result.look_again || lost_ || (cut && !result.report.failed);
  if (!result.look_again || !result.report.moved.empty()) {
    trying_since_.reset();
  } else if (!trying_since_) {
    trying_since_ = std::chrono::steady_clock::now();
  }
  take(std::move(result));
  return again;
}

// What was planned behind SQL text that nobody can foresee is planned again when that has run.
bool Mover::cut_plan() {
  const auto first = std::find_if(plan_.steps.begin(), plan_.steps.end(),
                                  [](const Step& step) { return step.provisional; });
  if (first == plan_.steps.end()) {
    return false;
  }
  plan_.steps.erase(first, plan_.steps.end());
  return true;
}

// Where each statement stands by itself, a part may: that is said with words made beforehand.
run::Result Mover::applied(const Ledger& ledger, const run::Setting& setting) {
  const bool whole = std::all_of(plan_.steps.begin(), plan_.steps.end(), [](const Step& step) {
    return step.transaction == TransactionClass::whole;
  });
  const Error starved =
      Error(whole ? Fault::memory : Fault::in_doubt, "there was not enough memory to go on")
          .hinting("helium status says what stands; then the same command again");
  try {
    return run::apply(plan_, ledger, work_.session(), setting, work_.observer());
  } catch (const std::bad_alloc&) {
    throw starved;
  }
}

// How long locks are waited for: a statement outside any transaction is planned anew for each try.
std::chrono::milliseconds Mover::patience() const {
  const auto whole = run::Setting().retry_for;
  if (!trying_since_) {
    return whole;
  }
  const auto so_far = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - *trying_since_);
  return std::max(whole - so_far, std::chrono::milliseconds(0));
}

void Mover::take(run::Result result) {
  Report& part = result.report;
  for (const Moved& moved : part.moved) {
    count_moved(moved);
  }
  std::move(part.notices.begin(), part.notices.end(), std::back_inserter(report_.notices));
  report_.state = part.state;
  report_.failed = std::move(part.failed);
  if (report_.failed) {
    work_.point_at_author(*report_.failed);
  }
  report_.next = std::move(part.next);
  report_.note = std::move(part.note);
}

// As plan::is_step() does, of the steps that were planned together.
bool Mover::counts(const Moved& moved) const {
  if (moved.direction != Direction::reverse) {
    return moved.direction == Direction::forward;
  }
  const auto repeatable = [&](const Step& step) {
    return step.repeatable && step.design == moved.design && step.number == moved.number;
  };
  const auto newer = [&](const Step& step) {
    return !step.repeatable && step.design == moved.design && step.number > moved.number;
  };
  return std::none_of(plan_.steps.begin(), plan_.steps.end(), repeatable) ||
         std::none_of(plan_.steps.begin(), plan_.steps.end(), newer);
}

// What moved is not asked for again when the goal is planned once more.
void Mover::count_moved(const Moved& moved) {
  report_.moved.push_back(moved);
  if (goal_.verb == Goal::Verb::redo) {
    count_again(moved);
    return;
  }
  if (goal_.steps && *goal_.steps > 0 && counts(moved)) {
    --*goal_.steps;
  }
}

// Of a redo the steps are those down; what they took down is owed until it is up again.
void Mover::count_again(const Moved& moved) {
  const std::pair<std::string, std::int64_t> name(moved.design, moved.number);
  if (moved.direction == Direction::forward) {
    std::erase(goal_.again, name);
  } else if (moved.direction == Direction::reverse) {
    goal_.again.push_back(name);
    *goal_.steps -= *goal_.steps > 0 && counts(moved) ? 1 : 0;
  }
}

}  // namespace helium::facade

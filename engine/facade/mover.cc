#include "facade/mover.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/log.h"
#include "facade/backup.h"
#include "helium/error.h"

namespace helium::facade {
namespace {

bool may_create_file(const Goal& goal) {
  return goal.verb == Goal::Verb::up || goal.verb == Goal::Verb::go_to;
}

void refuse_read_only(const session::Server& server) {
  if (server.read_only) {
    throw Error(Fault::refused, "the database is read-only (" + server.product + " " +
                                    server.version + ": a replica, a read-only server or file)")
        .hinting("connect to the primary, or make it writable");
  }
}

}  // namespace

Mover::Mover(Work& work, const Goal& goal, const MoveOptions& options)
    : work_(work), goal_(goal), options_(options) {}

// A missing SQLite file is made only after everything was planned: a mistake leaves no empty file.
void Mover::open() {
  try {
    work_.connect({});
  } catch (const Error& error) {
    const bool makes_file = error.fault() == Fault::missing && may_create_file(goal_) &&
                            work_.target().url.scheme == "sqlite";
    if (!makes_file) {
      throw;
    }
    approve(work_.plan(goal_, work_.read_ledger()));
    work_.connect({.create = true});
  }
  refuse_read_only(work_.session().server());
}

void Mover::approve(const Plan& plan) const {
  if (!options_.plan_hash.empty() && options_.plan_hash != plan.hash) {
    throw Error(Fault::design, "the plan is not the approved one any more")
        .noting("approved " + options_.plan_hash + ", now " + plan.hash)
        .hinting("helium plan --out FILE, and have it approved again");
  }
}

Plan Mover::first_plan() {
  Plan plan = work_.plan(goal_, work_.read_ledger());
  approve(plan);
  return plan;
}

Report Mover::run() {
  work_.designs();
  open();
  const Plan plan = first_plan();
  if (plan.steps.empty()) {
    report_.findings = plan.findings;
    report_.dry = true;
    return std::move(report_);
  }
  if (!options_.backup.empty()) {
    back_up(work_, options_.backup);
  }
  history::prepare(work_.session(), work_.store());
  while (round()) {
    base::log_info("another runner moved the ledger; planning again");
  }
  return std::move(report_);
}

bool Mover::round() {
  const auto hold = history::hold(work_.session(), work_.store(), work_.target().runner_timeout,
                                  work_.observer());
  const Ledger ledger = work_.read_ledger();
  const Plan plan = work_.plan(goal_, ledger);
  if (report_.moved.empty()) {
    approve(plan);
  }
  report_.findings = plan.findings;
  if (plan.steps.empty()) {
    report_.dry = report_.moved.empty();
    return false;
  }
  run::Setting setting;
  setting.store = work_.store();
  setting.runner = runner_;
  setting.runner_timeout = work_.target().runner_timeout;
  setting.cancelled = &work_.stop().stopped();
  run::Result result = run::apply(plan, ledger, work_.session(), setting, work_.observer());
  const bool again = result.moved_under_us;
  const bool lost = result.connection_lost;
  take(std::move(result));
  if (lost) {
    settle_lost_connection();
  }
  return again;
}

void Mover::take(run::Result result) {
  Report& part = result.report;
  if (goal_.steps) {
    *goal_.steps -=
        std::min<std::uint32_t>(*goal_.steps, static_cast<std::uint32_t>(part.moved.size()));
  }
  std::move(part.moved.begin(), part.moved.end(), std::back_inserter(report_.moved));
  std::move(part.notices.begin(), part.notices.end(), std::back_inserter(report_.notices));
  report_.state = part.state;
  report_.failed = std::move(part.failed);
  report_.next = std::move(part.next);
  report_.note = std::move(part.note);
}

// The line broke. What really happened stands in the ledger: our own token in the record tells.
void Mover::settle_lost_connection() {
  if (!report_.failed) {
    return;
  }
  Failed& failed = *report_.failed;
  try {
    work_.connect({});
    const auto hold = history::hold(work_.session(), work_.store(), work_.target().runner_timeout,
                                    work_.observer());
    const Ledger ledger = work_.read_ledger();
    const Record* record = ledger.find(failed.design, failed.number);
    const bool ours = record != nullptr && record->token == runner_.token;
    const auto wanted =
        failed.direction == Direction::forward ? RecordState::applied : RecordState::reverted;
    if (ours && record->state == wanted) {
      report_.moved.push_back({.design = failed.design,
                               .number = failed.number,
                               .direction = failed.direction,
                               .title = record->title,
                               .statements = record->total,
                               .took = std::chrono::milliseconds(record->milliseconds)});
      report_.state = State::clean;
      report_.note = "the connection was lost after migration " + std::to_string(failed.number) +
                     " was committed; it stands whole";
    } else if (ours && record->state == RecordState::started) {
      report_.state = State::needs_resume;
      report_.note = "statement " + std::to_string(record->done) + " of " +
                     std::to_string(record->total) + " is the last known to be finished";
    } else {
      report_.state = State::clean;
      report_.note = "nothing of migration " + std::to_string(failed.number) + " is left";
    }
    report_.next = "helium up";
  } catch (const Error& error) {
    failed.error = failed.error.noting("could not reconnect to look: " + error.message());
    report_.state = State::in_doubt;
    report_.next = "helium status";
  }
}

}  // namespace helium::facade

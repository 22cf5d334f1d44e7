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
  const bool lost = result.connection_lost && result.report.failed;
  take(std::move(result));
  return again || (lost && settle_lost_connection(plan));
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

// The line broke. What really happened stands in the ledger: records that bear our token tell, also
// of migrations whose COMMIT was answered into the void. True when the move may go on.
bool Mover::settle_lost_connection(const Plan& plan) {
  Failed& failed = *report_.failed;
  try {
    work_.connect({});
    const auto hold = history::hold(work_.session(), work_.store(), work_.target().runner_timeout,
                                    work_.observer());
    const Ledger ledger = work_.read_ledger();
    for (const Step& step : plan.steps) {
      count_as_moved(step, ledger);
    }
    const Record* record = ledger.find(failed.design, failed.number);
    const bool ours = record != nullptr && record->token == runner_.token;
    if (ours && stands(*record, failed.direction)) {
      report_.failed.reset();
      report_.state = State::clean;
      return true;
    }
    tell_what_is_left(ours && record->state == RecordState::started ? record : nullptr);
  } catch (const Error& error) {
    failed.error = failed.error.noting("could not reconnect to look: " + error.message());
    report_.state = State::in_doubt;
    report_.next = "helium status";
  }
  return false;
}

bool Mover::stands(const Record& record, Direction direction) {
  return record.state ==
         (direction == Direction::forward ? RecordState::applied : RecordState::reverted);
}

void Mover::count_as_moved(const Step& step, const Ledger& ledger) {
  const Record* record = ledger.find(step.design, step.number);
  const bool known =
      std::any_of(report_.moved.begin(), report_.moved.end(), [&](const Moved& moved) {
        return moved.design == step.design && moved.number == step.number &&
               moved.direction == step.direction;
      });
  if (known || record == nullptr || record->token != runner_.token ||
      !stands(*record, step.direction)) {
    return;
  }
  report_.moved.push_back({.design = step.design,
                           .number = step.number,
                           .direction = step.direction,
                           .title = step.title,
                           .statements = record->total,
                           .took = std::chrono::milliseconds(record->milliseconds)});
}

// `started` is the record of a step that journals its statements, or nullptr.
void Mover::tell_what_is_left(const Record* started) {
  const Failed& failed = *report_.failed;
  const std::string name = failed.design + "_" + std::to_string(failed.number);
  if (started != nullptr) {
    report_.state = State::needs_resume;
    report_.note = "the connection was lost; " +
                   half_done_words(name, failed.direction, started->done, started->total);
  } else {
    report_.state = State::clean;
    report_.note = "the connection was lost; " + untouched_words(name, failed.direction);
  }
  report_.next = failed.direction == Direction::forward ? "helium up" : "helium down";
}

}  // namespace helium::facade

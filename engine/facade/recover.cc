// A move whose line broke: connect again, look what came of it, go on or tell exactly.
#include <algorithm>
#include <chrono>
#include <thread>

#include "base/log.h"
#include "facade/mover.h"
#include "helium/error.h"

namespace helium::facade {
namespace {

using Clock = std::chrono::steady_clock;

// A server that was killed is up again after a while.
constexpr std::chrono::seconds longest_away{30};

// The server says that somebody ended our session, or shut the server down, on purpose:
// PostgreSQL's admin_shutdown, MariaDB's ER_CONNECTION_KILLED.
bool ended_on_purpose(const Error& error) {
  return error.sqlstate() == "57P01" || error.native_code() == 1927;
}

}  // namespace

void Mover::come_back() {
  connect_patiently();
  const std::string& now = work_.session().server().identity;
  if (now != identity_) {
    throw Error(Fault::in_doubt, "another server answers at this address now: it is " + now +
                                     ", the move began on " + identity_)
        .hinting("find out which of the two is to be migrated, then helium status there");
  }
  refuse_read_only(work_.session().server());
}

void Mover::connect_patiently() {
  const auto began = Clock::now();
  for (;;) {
    try {
      work_.connect({});
      return;
    } catch (const Error& error) {
      const auto so_far =
          std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
      const bool away = error.fault() == Fault::connection;
      if (!away || so_far >= longest_away || work_.stop().stopped()) {
        throw;
      }
      work_.observer().waiting("the connection was lost; " + error.message(), so_far);
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
  }
}

// Nobody could look, or looking was not enough. What is known without it stays said: a transaction
// that was given no COMMIT has left nothing. Where the outcome was found and another migration is
// in doubt behind it, that one is told.
void Mover::tell_away(const Error& error) {
  Failed& failed = *report_.failed;
  if (error.fault() != Fault::in_doubt) {
    failed.error = failed.error.noting("could not look what came of it: " + error.message());
    return;
  }
  failed.error = error;
  name_failed();
  report_.state = State::in_doubt;
  report_.next = error.hint();
}

// What really happened stands in the ledger: records that bear our token tell, also of migrations
// whose COMMIT was answered into the void. The session that broke held the lock that we hold now,
// so it is over. True when the move may go on.
bool Mover::settled(const Ledger& ledger) {
  for (const Step& step : plan_.steps) {
    count_as_moved(step, ledger);
  }
  if (!report_.failed) {
    return true;
  }
  const Failed& failed = *report_.failed;
  const Record* record = ledger.find(failed.design, failed.number);
  const bool ours = record != nullptr && record->token == runner_.token;
  const bool there = ours && stands(*record, failed.direction);
  const Record* started = ours && record->state == RecordState::started ? record : nullptr;
  const bool redo = goal_.verb == Goal::Verb::redo;
  const bool all = there && goal_.steps == 0U && goal_.again.empty();
  if (redo && all) {
    forget_loss();
    return false;
  }
  if (may_go_on(started) || (there && !redo)) {
    return true;
  }
  tell_what_is_left(there ? record : started);
  return false;
}

void Mover::forget_loss() {
  report_.failed.reset();
  report_.state = State::clean;
  report_.next.clear();
  report_.note.clear();
  work_.observer().warned("the connection was lost; connected again");
}

// Not where somebody ended our session or us on purpose, where a person approved one plan and not
// its second half, where the goal could not be told a second time, and not twice at the same place:
// the statement itself may be what brings the server down.
bool Mover::may_go_on(const Record* started) {
  const std::string place = std::to_string(report_.moved.size()) + "/" +
                            (started != nullptr ? std::to_string(started->done) : "");
  const bool further = place != std::exchange(lost_at_, place);
  const bool purpose = report_.failed && ended_on_purpose(report_.failed->error);
  const bool once = goal_.verb == Goal::Verb::redo && !report_.moved.empty();
  return further && !purpose && !once && options_.plan_hash.empty() && !work_.stop().stopped();
}

bool Mover::stands(const Record& record, Direction direction) {
  if (direction == Direction::load) {
    return record.state == RecordState::loaded || record.state == RecordState::applied;
  }
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
  for (const Step& fold : step.folds) {
    count_moved(by_checkpoint(fold));
  }
  count_moved({.design = step.design,
               .number = step.number,
               .direction = step.direction,
               .title = step.title,
               .statements = record->total,
               .took = std::chrono::milliseconds(record->milliseconds)});
}

// `record` is that of a step that journals its statements, or of one that stands; else nullptr.
void Mover::tell_what_is_left(const Record* record) {
  const Failed& failed = *report_.failed;
  const std::string name = failed.design + "_" + std::to_string(failed.number);
  report_.state = State::clean;
  report_.next = failed.direction == Direction::reverse ? "helium down" : "helium up";
  if (record == nullptr) {
    report_.note = "the connection was lost; " + untouched_words(name, failed.direction);
  } else if (record->state != RecordState::started) {
    report_.note = "the connection was lost; " + name + " is " + name_of(record->state) +
                   ", what comes after it did not run";
    report_.next = "helium up";
  } else {
    report_.state = State::needs_resume;
    report_.note = "the connection was lost; " +
                   half_done_words(name, failed.direction, record->done, record->total);
  }
}

}  // namespace helium::facade

// Makes the ledger's tables, or brings an older format up to date.
#include <algorithm>
#include <chrono>
#include <optional>
#include <random>
#include <thread>

#include "helium/error.h"
#include "helium/target.h"
#include "helium/version.h"
#include "history/format.h"
#include "history/history.h"
#include "history/words.h"

namespace helium::history {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int most_tries = 50;

// How long other runners are still waited for.
class Patience {
 public:
  explicit Patience(milliseconds timeout) : timeout_(timeout) {}

  [[nodiscard]] bool over() const { return left() <= milliseconds(0); }
  // Never 0, which would be no limit; and no longer at once than a statement waits as a rule.
  [[nodiscard]] StatementLimits limits() const {
    StatementLimits limits;
    limits.lock_timeout = std::clamp(left(), milliseconds(1), Target().lock_timeout);
    return limits;
  }

 private:
  [[nodiscard]] milliseconds left() const {
    return timeout_ - std::chrono::duration_cast<milliseconds>(Clock::now() - began_);
  }

  Clock::time_point began_ = Clock::now();
  milliseconds timeout_;
};

const session::ServerError* error_of(const std::vector<session::UnitOutcome>& outcomes) {
  for (const auto& outcome : outcomes) {
    if (outcome.state == session::UnitOutcome::State::done) {
      continue;
    }
    const auto* failure = outcome.failure();
    if (failure != nullptr && failure->error) {
      return &*failure->error;
    }
    return outcome.error ? &*outcome.error : nullptr;
  }
  return nullptr;
}

bool all_done(const std::vector<session::UnitOutcome>& outcomes) {
  for (const auto& outcome : outcomes) {
    if (outcome.state != session::UnitOutcome::State::done) {
      return false;
    }
  }
  return true;
}

// Whatever another runner, or our own broken-off try, has made already.
bool exists_already(const Words& words, const session::ServerError& error) {
  using session::Trouble;
  return error.trouble == Trouble::unique_violation || error.trouble == Trouble::lock_timeout ||
         error.trouble == Trouble::deadlock || listed(words, "exists_states", error.sqlstate);
}

Error refusal(const session::ServerError* error) {
  const std::string said = error != nullptr ? error->message : "no answer";
  const bool lost = error == nullptr || error->trouble == session::Trouble::connection_lost;
  const Error told(lost ? Fault::connection : Fault::refused,
                   "the ledger's tables cannot be made: " + said);
  const Error placed = error != nullptr ? told.saying(error->sqlstate, error->native_code) : told;
  return lost ? placed.losing_connection()
              : placed.hinting("the user needs the right to create tables in the ledger's schema");
}

Statement ddl(const std::string& text) {
  Statement statement = Words::ours(text);
  statement.shape.kind = Shape::Kind::ddl;
  return statement;
}

Statement format_row(const Words& words) {
  return words.insert("info", {words.text_cell("name", "format"),
                               words.text_cell("value", std::to_string(ledger_format))});
}

std::vector<Statement> making(const Words& words) {
  return {ddl(words.text("create_info")), ddl(words.text("create_ledger")),
          ddl(words.text("create_events")), format_row(words)};
}

// upgrade_<format>_<n>: the n-th statement on the way from that format to the next.
std::vector<Statement> upgrading(const Words& words, int from) {
  std::vector<Statement> statements;
  const auto& texts = words.store().dialect->history;
  for (int format = from; format < ledger_format; ++format) {
    for (int n = 1;; ++n) {
      const std::string key = "upgrade_" + std::to_string(format) + "_" + std::to_string(n);
      if (texts.find(key) == texts.end()) {
        break;
      }
      statements.push_back(ddl(words.text(key)));
    }
  }
  statements.push_back(Words::ours("UPDATE " + words.table("info") +
                                   " SET value = " + words.literal(std::to_string(ledger_format)) +
                                   " WHERE name = " + words.literal("format")));
  return statements;
}

// All at once, in one transaction where the dialect can. False when something exists already.
bool carried_out(session::Session& session, const Words& words,
                 const std::vector<Statement>& statements, const StatementLimits& limits) {
  std::vector<session::Unit> units;
  if (words.store().dialect->traits.ddl_in_transaction) {
    units.push_back({.begin = true, .commit = true, .statements = statements, .limits = limits});
  } else {
    for (const Statement& statement : statements) {
      units.push_back(
          {.begin = false, .commit = false, .statements = {statement}, .limits = limits});
    }
  }
  const auto outcomes = session.execute(units);
  const auto* error = error_of(outcomes);
  if (!all_done(outcomes) && (error == nullptr || !exists_already(words, *error))) {
    throw refusal(error);
  }
  return all_done(outcomes);
}

// Passes over what exists already: a try before this one may have been broken off.
void complete(session::Session& session, const Words& words,
              const std::vector<Statement>& statements, const Patience& patience) {
  for (const Statement& statement : statements) {
    carried_out(session, words, {statement}, patience.limits());
  }
}

void pause() {
  std::random_device random;
  std::this_thread::sleep_for(milliseconds(10 + random() % 40));
}

}  // namespace

void prepare(session::Session& session, const Store& store, milliseconds timeout) {
  const Words words(store);
  const Patience patience(timeout);
  for (int tries = 0; tries < most_tries && (tries == 0 || !patience.over()); ++tries) {
    const auto format = stored_format(session, words);
    if (format && *format == ledger_format) {
      return;
    }
    if (format) {
      refuse_newer(*format);
    }
    const auto statements = format ? upgrading(words, *format) : making(words);
    if (carried_out(session, words, statements, patience.limits())) {
      return;
    }
    if (!store.dialect->traits.ddl_in_transaction) {
      complete(session, words, statements, patience);
    }
    pause();
  }
  throw Error(Fault::busy, "the ledger's tables could not be made: other runners are in the way")
      .hinting("wait for them, or give --lock-timeout more time");
}

}  // namespace helium::history

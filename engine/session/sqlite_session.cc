#include "session/sqlite_session.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <thread>
#include <utility>

#include "base/text.h"
#include "session/asking.h"
#include "session/outcome.h"
#include "session/pins.h"
#include "session/sqlite_answer.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

struct Finalize {
  void operator()(sqlite_api::sqlite3_stmt* statement) const noexcept {
    sqlite_api::sqlite3_finalize(statement);
  }
};
using Prepared = std::unique_ptr<sqlite_api::sqlite3_stmt, Finalize>;

Trouble trouble_of(int extended) noexcept {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return Trouble::unique_violation;
    default:
      break;
  }
  switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Trouble::lock_timeout;
    case SQLITE_READONLY:
      return Trouble::read_only;
    case SQLITE_INTERRUPT:
      return Trouble::cancelled;
    default:
      return Trouble::other;
  }
}

void bind_values(sqlite_api::sqlite3_stmt* prepared, const Statement& statement) {
  int position = 0;
  for (const auto& value : statement.values) {
    ++position;
    if (value) {
      sqlite_api::sqlite3_bind_text64(prepared, position, value->data(), value->size(),
                                      SQLITE_STATIC, SQLITE_UTF8);
    } else {
      sqlite_api::sqlite3_bind_null(prepared, position);
    }
  }
}

std::chrono::microseconds since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                               begin);
}

}  // namespace

SqliteSession::~SqliteSession() {
  roll_back();
}

std::vector<UnitOutcome> SqliteSession::execute(std::span<const Unit> window) {
  const Running::Window running(running_);
  std::vector<UnitOutcome> outcomes;
  outcomes.reserve(window.size());
  for (const Unit& unit : window) {
    outcomes.push_back(unrun(unit));
  }
  for (std::size_t i = 0; i < window.size(); ++i) {
    const auto begin = Clock::now();
    run_unit(window[i], i, outcomes[i]);
    outcomes[i].took = since(begin);
    if (outcomes[i].state != UnitOutcome::State::done) {
      break;
    }
  }
  limits_ = StatementLimits{};
  return outcomes;
}

namespace {

bool rebuilds(const Unit& unit) {
  return std::any_of(unit.statements.begin(), unit.statements.end(),
                     [](const Statement& one) { return one.shape.rebuilds; });
}

constexpr const char* broken_references = "SELECT count(*) FROM pragma_foreign_key_check";

ServerError refers_to_nothing() {
  constexpr const char* message = "rows would refer to rows that are not there";
  return {Trouble::other, "", SQLITE_CONSTRAINT_FOREIGNKEY, message, {}};
}

}  // namespace

// Dropping the old one of two tables would act on what refers to it: foreign keys are off for the
// whole transaction, inside of which they cannot be switched, and must hold at its end as before.
void SqliteSession::run_unit(const Unit& unit, std::size_t number, UnitOutcome& outcome) {
  limits_ = unit.limits;
  outcome.error = restore_pins(unit);
  const bool enforced = !outcome.error && rebuilds(unit) && number_of("PRAGMA foreign_keys") == 1;
  if (enforced) {
    outcome.error = command("PRAGMA foreign_keys=OFF");
  }
  if (!outcome.error) {
    run_open_unit(unit, number, enforced, outcome);
  } else {
    outcome.state = UnitOutcome::State::rolled_back;
  }
  if (enforced) {
    (void)command("PRAGMA foreign_keys=ON");
  }
}

void SqliteSession::run_open_unit(const Unit& unit, std::size_t number, bool references_hold,
                                  UnitOutcome& outcome) {
  if (unit.begin) {
    outcome.error = command("BEGIN IMMEDIATE");
  }
  if (outcome.error) {
    outcome.state = UnitOutcome::State::rolled_back;
    return;
  }
  const std::int64_t broken = references_hold ? number_of(broken_references) : -1;
  const bool in_transaction = sqlite_api::sqlite3_get_autocommit(db_) == 0;
  if (!run_statements(unit, number, outcome)) {
    const Outcome* failure = outcome.failure();
    const bool kept = failure != nullptr && failure->error->trouble == Trouble::transaction_ended;
    roll_back();
    outcome.state =
        in_transaction && !kept ? UnitOutcome::State::rolled_back : UnitOutcome::State::broken;
    return;
  }
  if (unit.commit) {
    const bool breaks = broken >= 0 && number_of(broken_references) > broken;
    outcome.error = breaks ? refers_to_nothing() : command("COMMIT");
    if (outcome.error) {
      roll_back();
      outcome.state = UnitOutcome::State::rolled_back;
      return;
    }
  }
  outcome.state = UnitOutcome::State::done;
}

bool SqliteSession::run_statements(const Unit& unit, std::size_t number, UnitOutcome& outcome) {
  for (std::size_t i = 0; i < unit.statements.size(); ++i) {
    const Statement& statement = unit.statements[i];
    Outcome& mine = outcome.statements[i];
    if (options_.on_statement) {
      options_.on_statement(number, i);
    }
    const auto begin = Clock::now();
    if (statement.shape.rebuilds) {
      run_rebuilding(statement, mine);
    } else {
      run_statement(statement, mine);
    }
    mine.took = since(begin);
    if (mine.state == Outcome::State::failed) {
      return false;
    }
    if (changes_setting(statement)) {
      unpinned_ = true;
      unpinned_by_ = statement.span.file;
    }
    if (unit.begin && sqlite_api::sqlite3_get_autocommit(db_) != 0) {
      fail(mine, ServerError{Trouble::transaction_ended,
                             "",
                             0,
                             "the statement ended the transaction that Helium had opened",
                             {}});
      return false;
    }
  }
  return true;
}

// The new table takes the old one's name, and views, triggers and references go on meaning it.
// Behind the last statement every reference must hold as well as before the first.
void SqliteSession::run_rebuilding(const Statement& statement, Outcome& outcome) {
  if (statement.text.rfind("CREATE TABLE", 0) == 0) {
    broken_before_ = number_of(broken_references);
  }
  (void)command("PRAGMA legacy_alter_table=ON");
  run_statement(statement, outcome);
  (void)command("PRAGMA legacy_alter_table=OFF");
  if (outcome.state == Outcome::State::done && statement.shape.verb == "ALTER" &&
      number_of(broken_references) > broken_before_) {
    fail(outcome, refers_to_nothing());
  }
}

// The number that a question answers; -1 where it does not.
std::int64_t SqliteSession::number_of(const char* text) {
  start_clock();
  sqlite_api::sqlite3_stmt* raw = nullptr;
  if (sqlite_api::sqlite3_prepare_v2(db_, text, -1, &raw, nullptr) != SQLITE_OK) {
    return -1;
  }
  const Prepared prepared(raw);
  return sqlite_api::sqlite3_step(raw) == SQLITE_ROW ? sqlite_api::sqlite3_column_int64(raw, 0)
                                                     : -1;
}

void SqliteSession::run_statement(const Statement& statement, Outcome& outcome) {
  if (running_.stopping()) {
    fail(outcome, ServerError{Trouble::cancelled, "", SQLITE_INTERRUPT, "interrupted", {}});
    return;
  }
  start_clock();
  sqlite_api::sqlite3_stmt* raw = nullptr;
  const char* tail = nullptr;
  const char* begin = statement.text.c_str();
  const int result = sqlite_api::sqlite3_prepare_v2(
      db_, begin, static_cast<int>(statement.text.size() + 1), &raw, &tail);
  const Prepared prepared(raw);
  if (result != SQLITE_OK) {
    fail(outcome, last_error());
    return;
  }
  // What the library leaves over it would drop silently. A comment or a semicolon may stay.
  sqlite_api::sqlite3_stmt* rest = nullptr;
  const auto used = static_cast<std::size_t>(tail - begin);
  if (used < statement.text.size()) {
    const int more = sqlite_api::sqlite3_prepare_v2(db_, tail, -1, &rest, nullptr);
    const Prepared held(rest);
    if (more != SQLITE_OK || rest != nullptr || statement.text.find('\0') != std::string::npos) {
      fail(outcome, ServerError{Trouble::other, "", SQLITE_MISUSE,
                                "more than one statement in one text", used});
      return;
    }
  }
  step_through(statement, prepared.get(), outcome);
}

void SqliteSession::step_through(const Statement& statement, sqlite_api::sqlite3_stmt* prepared,
                                 Outcome& outcome) {
  if (prepared != nullptr) {
    bind_values(prepared, statement);
    const auto before = sqlite_api::sqlite3_total_changes(db_);
    int result = sqlite_api::sqlite3_step(prepared);
    for (; result == SQLITE_ROW; result = sqlite_api::sqlite3_step(prepared)) {
      if (wants_row(statement, outcome)) {
        outcome.answer.push_back(answer_row(prepared));
      }
      ++outcome.rows;
    }
    if (result != SQLITE_DONE) {
      fail(outcome, last_error());
      return;
    }
    if (sqlite_api::sqlite3_column_count(prepared) == 0 &&
        sqlite_api::sqlite3_total_changes(db_) != before) {
      outcome.rows = static_cast<std::uint64_t>(sqlite_api::sqlite3_changes(db_));
    }
  }
  outcome.state = Outcome::State::done;
  if (auto refusal = broken_expectation(statement, outcome)) {
    fail(outcome, std::move(*refusal));
  }
}

Rows SqliteSession::ask(const Question& question) {
  start_clock();
  try {
    return ask_through(soci_, question);
  } catch (const soci::soci_error&) {
    throw error_of(last_error(), question.text);
  }
}

// Not through SOCI, which costs as much for a row as SQLite takes to read it. A row that `take`
// left as it was has room for the next.
void SqliteSession::each(const std::string& text, const TakeCells& take) {
  start_clock();
  sqlite_api::sqlite3_stmt* raw = nullptr;
  int result = sqlite_api::sqlite3_prepare_v2(db_, text.c_str(), static_cast<int>(text.size() + 1),
                                              &raw, nullptr);
  const Prepared prepared(raw);
  Cells row;
  while (result == SQLITE_OK || result == SQLITE_ROW) {
    result = sqlite_api::sqlite3_step(raw);
    if (result == SQLITE_ROW) {
      read_row(raw, row);
      take(std::move(row));
    }
  }
  if (result != SQLITE_DONE) {
    throw error_of(last_error(), text);
  }
}

Standing SqliteSession::standing() const {
  return sqlite_api::sqlite3_get_autocommit(db_) != 0 ? Standing::idle : Standing::open;
}

void SqliteSession::cancel() noexcept {
  running_.cancel([this] {
    sqlite_api::sqlite3_interrupt(db_);
    return true;
  });
}

// Each statement has the whole of its time, whatever ran before it.
void SqliteSession::start_clock() {
  began_ = Clock::now();
  const auto limit = limits_.statement_timeout.value_or(*defaults_.statement_timeout);
  deadline_ = limit.count() > 0 ? began_ + limit : Clock::time_point::max();
}

std::optional<ServerError> SqliteSession::restore_pins(const Unit& unit) {
  if (!unpinned_ || !belongs_to_other_file(unit, unpinned_by_)) {
    return std::nullopt;
  }
  auto refusal = pin();
  unpinned_ = refusal.has_value();
  return refusal;
}

std::optional<ServerError> SqliteSession::command(const char* text) {
  start_clock();
  if (sqlite_api::sqlite3_exec(db_, text, nullptr, nullptr, nullptr) == SQLITE_OK) {
    return std::nullopt;
  }
  return last_error();
}

void SqliteSession::command_or_throw(const char* text) {
  if (const auto error = command(text)) {
    throw error_of(*error, text);
  }
}

ServerError SqliteSession::last_error() const {
  ServerError error;
  const int code = sqlite_api::sqlite3_extended_errcode(db_);
  error.native_code = code;
  error.trouble = trouble_of(code);
  error.message = server_text(sqlite_api::sqlite3_errmsg(db_));
  if (error.trouble == Trouble::cancelled && !running_.stopping()) {
    error.trouble = Trouble::statement_timeout;
    error.message = "the statement took longer than the statement timeout";
  }
  const int offset = sqlite_api::sqlite3_error_offset(db_);
  if (offset >= 0) {
    error.position = static_cast<std::uint64_t>(offset);
  }
  return error;
}

// A cancel may interrupt even a ROLLBACK, and comes again and again.
void SqliteSession::roll_back() {
  constexpr int most = 100;
  for (int i = 0; i < most && db_ != nullptr && sqlite_api::sqlite3_get_autocommit(db_) == 0; ++i) {
    sqlite_api::sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

int SqliteSession::on_busy(void* self, int calls) {
  auto* session = static_cast<SqliteSession*>(self);
  const auto so_far =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - session->began_);
  const auto limit = session->limits_.lock_timeout.value_or(*session->defaults_.lock_timeout);
  const bool patient = limit.count() <= 0 || so_far < limit;
  if (session->running_.stopping() || !patient) {
    return 0;
  }
  // A commit waits a moment for every reader; only a longer wait is worth a word.
  if (calls >= 20 && calls % 10 == 0 && session->options_.on_waiting) {
    session->options_.on_waiting(so_far);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(calls < 10 ? calls + 1 : 10));
  return 1;
}

int SqliteSession::on_progress(void* self) {
  const auto* session = static_cast<SqliteSession*>(self);
  return session->running_.stopping() || Clock::now() > session->deadline_ ? 1 : 0;
}

}  // namespace helium::session

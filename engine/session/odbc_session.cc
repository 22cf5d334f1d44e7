#include "session/odbc_session.h"

#include <chrono>
#include <utility>

#include "session/odbc_question.h"
#include "session/outcome.h"
#include "session/pins.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

ServerError words(Trouble trouble, const char* message) {
  return {trouble, "", 0, message, {}};
}

std::chrono::microseconds since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                               began);
}

}  // namespace

OdbcSession::~OdbcSession() {
  if (connection_ != nullptr) {
    (void)end_transaction(SQL_ROLLBACK);
    autocommit(SQL_AUTOCOMMIT_ON);
  }
}

std::vector<UnitOutcome> OdbcSession::execute(std::span<const Unit> window) {
  const Running::Window running(running_);
  std::vector<UnitOutcome> outcomes;
  outcomes.reserve(window.size());
  for (const Unit& unit : window) {
    outcomes.push_back(unrun(unit));
  }
  for (std::size_t i = 0; i < window.size(); ++i) {
    const auto began = std::chrono::steady_clock::now();
    run_unit(window[i], i, outcomes[i]);
    outcomes[i].took = since(began);
    if (outcomes[i].state != UnitOutcome::State::done) {
      break;
    }
  }
  return outcomes;
}

void OdbcSession::run_unit(const Unit& unit, std::size_t number, UnitOutcome& outcome) {
  outcome.error = restore_pins(unit);
  if (outcome.error) {
    outcome.state = UnitOutcome::State::rolled_back;
    return;
  }
  if (unit.begin) {
    autocommit(SQL_AUTOCOMMIT_OFF);
  }
  const bool inside = open_;
  if (!run_statements(unit, number, outcome)) {
    if (inside) {
      (void)end_transaction(SQL_ROLLBACK);
      autocommit(SQL_AUTOCOMMIT_ON);
    }
    const bool unknown = outcome.failure()->state == Outcome::State::unknown;
    outcome.state = inside    ? UnitOutcome::State::rolled_back
                    : unknown ? UnitOutcome::State::in_doubt
                              : UnitOutcome::State::broken;
    return;
  }
  if (unit.commit) {
    outcome.error = end_transaction(SQL_COMMIT);
    if (outcome.error) {
      outcome.state = lost_ ? UnitOutcome::State::in_doubt : UnitOutcome::State::rolled_back;
      (void)end_transaction(SQL_ROLLBACK);
      autocommit(SQL_AUTOCOMMIT_ON);
      return;
    }
    autocommit(SQL_AUTOCOMMIT_ON);
  }
  outcome.state = UnitOutcome::State::done;
}

bool OdbcSession::run_statements(const Unit& unit, std::size_t number, UnitOutcome& outcome) {
  for (std::size_t i = 0; i < unit.statements.size(); ++i) {
    if (options_.on_statement) {
      options_.on_statement(number, i);
    }
    const auto began = std::chrono::steady_clock::now();
    run_statement(unit, unit.statements[i], outcome.statements[i]);
    outcome.statements[i].took = since(began);
    if (outcome.statements[i].state != Outcome::State::done) {
      return false;
    }
  }
  return true;
}

// The driver cannot tell that a text ended the transaction, and does not keep a read-only session
// from writing: both are refused before they are sent.
std::optional<ServerError> OdbcSession::refuse_unsent(const Unit& unit,
                                                      const Statement& statement) const {
  if (running_.stopping()) {
    return words(Trouble::cancelled, "cancelled");
  }
  const auto kind = statement.shape.kind;
  if (unit.begin && kind == Shape::Kind::transaction_control && !statement.shape.savepoint) {
    return words(Trouble::transaction_ended,
                 "the statement would end the transaction that Helium has opened");
  }
  if (options_.read_only && kind != Shape::Kind::query) {
    return words(Trouble::read_only, "the session is read-only");
  }
  return std::nullopt;
}

void OdbcSession::run_statement(const Unit& unit, const Statement& statement, Outcome& outcome) {
  if (auto refusal = refuse_unsent(unit, statement)) {
    fail(outcome, std::move(*refusal));
    return;
  }
  const OdbcStatement held(connection_);
  const auto timeout = unit.limits.statement_timeout.value_or(*defaults_.statement_timeout);
  if (timeout.count() > 0) {
    const auto seconds = static_cast<std::uintptr_t>((timeout.count() + 999) / 1000);
    SQLSetStmtAttr(held.handle(), SQL_ATTR_QUERY_TIMEOUT, reinterpret_cast<SQLPOINTER>(seconds), 0);
  }
  watch(held.handle());
  send(statement, held.handle(), outcome);
  watch(nullptr);
  if (outcome.state == Outcome::State::done && changes_setting(statement)) {
    unpinned_ = true;
    unpinned_by_ = statement.span.file;
  }
}

void OdbcSession::send(const Statement& statement, SQLHSTMT handle, Outcome& outcome) {
  auto* text = reinterpret_cast<SQLCHAR*>(const_cast<char*>(statement.text.data()));
  const auto length = static_cast<SQLINTEGER>(statement.text.size());
  OdbcValues values(statement);
  SQLRETURN got = SQL_SUCCESS;
  if (statement.values.empty()) {
    got = SQLExecDirect(handle, text, length);
  } else {
    got = SQLPrepare(handle, text, length);
    got = SQL_SUCCEEDED(got) && values.bind(handle) ? SQLExecute(handle) : SQL_ERROR;
  }
  if (got != SQL_NO_DATA && !SQL_SUCCEEDED(got)) {
    ServerError error = diagnosis(SQL_HANDLE_STMT, handle);
    if (error.trouble == Trouble::cancelled && !running_.stopping()) {
      error.trouble = Trouble::statement_timeout;
    }
    lost_ = lost_ || error.trouble == Trouble::connection_lost;
    fail(outcome, std::move(error));
    if (lost_) {
      outcome.state = Outcome::State::unknown;
    }
    return;
  }
  if (got != SQL_SUCCESS) {
    take_warnings(handle, statement, outcome);
  }
  if (got != SQL_NO_DATA) {
    take_answer(handle, statement, outcome);
  }
  outcome.state = Outcome::State::done;
  if (auto broken = broken_expectation(statement, outcome)) {
    fail(outcome, std::move(*broken));
  }
}

Rows OdbcSession::ask(const Question& question) {
  Rows rows;
  rows.columns = answered(question, [&](Cells&& cells) { rows.rows.push_back(std::move(cells)); });
  return rows;
}

void OdbcSession::each(const std::string& text, const TakeCells& take) {
  (void)answered({text, {}}, take);
}

std::vector<std::string> OdbcSession::answered(const Question& question, const TakeCells& take) {
  OdbcReply reply = ask_odbc(connection_, question, take);
  if (reply.refusal) {
    lost_ = lost_ || reply.refusal->trouble == Trouble::connection_lost;
    throw error_of(*reply.refusal, question.text);
  }
  return std::move(reply.columns);
}

Standing OdbcSession::standing() const {
  if (lost_) {
    return Standing::lost;
  }
  return open_ ? Standing::open : Standing::idle;
}

void OdbcSession::cancel() noexcept {
  running_.cancel([this] {
    const std::lock_guard lock(running_guard_);
    if (running_statement_ != nullptr) {
      SQLCancel(running_statement_);
    }
    return true;
  });
}

void OdbcSession::watch(SQLHSTMT handle) {
  const std::lock_guard lock(running_guard_);
  running_statement_ = handle;
}

std::optional<ServerError> OdbcSession::end_transaction(SQLSMALLINT how) {
  if (SQL_SUCCEEDED(SQLEndTran(SQL_HANDLE_DBC, connection_, how))) {
    return std::nullopt;
  }
  ServerError error = diagnosis(SQL_HANDLE_DBC, connection_);
  lost_ = lost_ || error.trouble == Trouble::connection_lost;
  return error;
}

void OdbcSession::autocommit(SQLUINTEGER how) noexcept {
  SQLSetConnectAttr(connection_, SQL_ATTR_AUTOCOMMIT,
                    reinterpret_cast<SQLPOINTER>(static_cast<std::uintptr_t>(how)), 0);
  open_ = how == SQL_AUTOCOMMIT_OFF;
}

std::optional<ServerError> OdbcSession::restore_pins(const Unit& unit) {
  if (!unpinned_ || !belongs_to_other_file(unit, unpinned_by_)) {
    return std::nullopt;
  }
  auto refusal = pin();
  unpinned_ = refusal.has_value();
  return refusal;
}

}  // namespace helium::session

#include "session/postgresql_session.h"

#include <soci/postgresql/soci-postgresql.h>

#include <array>
#include <chrono>
#include <random>
#include <utility>

#include "session/asking.h"
#include "session/outcome.h"
#include "session/pins.h"
#include "session/postgresql_answer.h"
#include "session/postgresql_pipeline.h"
#include "session/trouble.h"

namespace helium::session {

PostgresqlSession::~PostgresqlSession() {
  roll_back();
}

std::vector<UnitOutcome> PostgresqlSession::execute(std::span<const Unit> window) {
  std::vector<UnitOutcome> outcomes;
  outcomes.reserve(window.size());
  for (const Unit& unit : window) {
    outcomes.push_back(unrun(unit));
  }
  bool good = false;
  {
    const Running::Window running(running_);
    good = run_window(window, outcomes);
  }
  if (running_.was_told()) {
    // The server may still be about to obey the last request: an empty text takes it.
    (void)command("");
  }
  if (!good) {
    roll_back();
    forget_prepared();
  }
  (void)set_limits(StatementLimits{});
  return outcomes;
}

bool PostgresqlSession::run_window(std::span<const Unit> window, std::span<UnitOutcome> outcomes) {
  std::size_t at = 0;
  bool going = true;
  while (going && at < window.size()) {
    if (auto refusal = prepare(window[at])) {
      outcomes[at].state = UnitOutcome::State::rolled_back;
      outcomes[at].error = std::move(refusal);
      return false;
    }
    std::size_t count = 1;
    if (!window[at].begin) {
      run_alone(window[at], at, outcomes[at]);
      going = outcomes[at].state == UnitOutcome::State::done;
    } else {
      const auto joins = [&](const Unit& unit) {
        const Unit& before = window[at + count - 1];
        return unit.begin && before.commit && !changes_setting(before) && !wants_pins(unit);
      };
      while (at + count < window.size() && joins(window[at + count])) {
        ++count;
      }
      going = PostgresqlPipeline(*this, window.subspan(at, count), outcomes.subspan(at, count), at)
                  .run();
    }
    at += count;
  }
  return going;
}

void PostgresqlSession::run_alone(const Unit& unit, std::size_t number, UnitOutcome& outcome) {
  outcome.state = UnitOutcome::State::done;
  for (std::size_t i = 0; i < unit.statements.size(); ++i) {
    if (options_.on_statement) {
      options_.on_statement(number, i);
    }
    const auto began = std::chrono::steady_clock::now();
    run_simple(unit.statements[i], outcome.statements[i]);
    outcome.statements[i].took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - began);
    outcome.took += outcome.statements[i].took;
    if (outcome.statements[i].state != Outcome::State::done) {
      const bool unknown = outcome.statements[i].state == Outcome::State::unknown;
      outcome.state = unknown ? UnitOutcome::State::in_doubt : UnitOutcome::State::broken;
      break;
    }
  }
}

void PostgresqlSession::run_simple(const Statement& statement, Outcome& outcome) {
  if (running_.stopping()) {
    fail(outcome, ServerError{Trouble::cancelled, "57014", 0, "cancelled", {}});
    return;
  }
  noticed_ = &outcome;
  noticed_statement_ = &statement;
  std::optional<ServerError> last_words;
  const Result result = answered(statement, outcome, last_words);
  noticed_ = nullptr;
  if (PQstatus(connection_) != CONNECTION_OK) {
    fail(outcome, last_words.value_or(lost_line(connection_)));
    outcome.state = Outcome::State::unknown;
    return;
  }
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
    ServerError error = refusal_of(result.get(), statement.text);
    if (error.trouble == Trouble::cancelled && !running_.stopping()) {
      error.trouble = Trouble::statement_timeout;
    }
    fail(outcome, std::move(error));
    return;
  }
  take_rows(result.get(), statement, outcome);
  outcome.state = Outcome::State::done;
  if (auto broken = broken_expectation(statement, outcome)) {
    fail(outcome, std::move(*broken));
  }
  note_setting(statement);
}

// A row of ours may stand in a transaction that the author's own text opened: its values go along.
bool PostgresqlSession::sent(const Statement& statement) {
  if (statement.values.empty()) {
    return PQsendQuery(connection_, statement.text.c_str()) == 1;
  }
  std::vector<const char*> values;
  for (const auto& value : statement.values) {
    values.push_back(value ? value->c_str() : nullptr);
  }
  return PQsendQueryParams(connection_, statement.text.c_str(), static_cast<int>(values.size()),
                           nullptr, values.data(), nullptr, nullptr, 0) == 1;
}

// The last answer of a statement. Its rows are taken one by one: no answer is too big for us. A
// server that ends a session on purpose says so before the line breaks; PQexec would forget it.
PostgresqlSession::Result PostgresqlSession::answered(const Statement& statement, Outcome& outcome,
                                                      std::optional<ServerError>& last_words) {
  Result last;
  if (sent(statement)) {
    PQsetSingleRowMode(connection_);
  }
  while (Result one{PQgetResult(connection_)}) {
    switch (PQresultStatus(one.get())) {
      case PGRES_SINGLE_TUPLE:
        take_rows(one.get(), statement, outcome);
        break;
      case PGRES_COPY_OUT:
        drop_copy(connection_);
        break;
      case PGRES_COPY_IN:
        PQputCopyEnd(connection_, "there is nothing to copy from");
        break;
      default:
        last = std::move(one);
        if (ServerError said = refusal_of(last.get(), statement.text);
            said.trouble == Trouble::connection_lost) {
          last_words = std::move(said);
        }
    }
    if (PQstatus(connection_) != CONNECTION_OK) {
      break;
    }
  }
  return last;
}

// "lock_timeout = 100", for each limit that differs from the session's own.
std::vector<std::string> PostgresqlSession::limit_texts(const StatementLimits& limits) const {
  std::vector<std::string> texts;
  const auto add = [&](const char* name, const auto& wanted, const auto& own) {
    if (wanted && wanted != own) {
      texts.push_back(std::string(name) + " = " + std::to_string(wanted->count()));
    }
  };
  add("lock_timeout", limits.lock_timeout, defaults_.lock_timeout);
  add("statement_timeout", limits.statement_timeout, defaults_.statement_timeout);
  return texts;
}

Rows PostgresqlSession::ask(const Question& question) {
  try {
    return ask_through(soci_, question);
  } catch (const soci::postgresql_soci_error& error) {
    ServerError refusal =
        PQstatus(connection_) == CONNECTION_OK ? ServerError{} : lost_line(connection_);
    if (refusal.message.empty()) {
      refusal.sqlstate = error.sqlstate();
      refusal.trouble = trouble_of_sqlstate(refusal.sqlstate);
      refusal.message = server_text(PQerrorMessage(connection_));
    }
    throw error_of(refusal, question.text);
  } catch (const soci::soci_error&) {
    throw error_of(lost_line(connection_), question.text);
  }
}

// Not through SOCI, which holds the whole answer.
void PostgresqlSession::each(const std::string& text, const TakeCells& take) {
  const std::unique_ptr<PGconn, decltype(&let_go)> rest(connection_, let_go);
  if (PQsendQuery(connection_, text.c_str()) == 1) {
    PQsetSingleRowMode(connection_);
  }
  Result last{PQgetResult(connection_)};
  for (; PQresultStatus(last.get()) == PGRES_SINGLE_TUPLE; last.reset(PQgetResult(connection_))) {
    take(cells_of(last.get()));
  }
  if (PQresultStatus(last.get()) != PGRES_TUPLES_OK) {
    throw error_of(refusal_or_loss(last.get(), text), text);
  }
}

Standing PostgresqlSession::standing() const {
  switch (PQtransactionStatus(connection_)) {
    case PQTRANS_IDLE:
      return Standing::idle;
    case PQTRANS_ACTIVE:
    case PQTRANS_INTRANS:
      return Standing::open;
    case PQTRANS_INERROR:
      return Standing::failed;
    default:
      return Standing::lost;
  }
}

void PostgresqlSession::cancel() noexcept {
  running_.cancel([this] {
    std::array<char, 256> words{};
    PQcancel(cancel_.get(), words.data(), words.size());
    return true;
  });
}

bool PostgresqlSession::wants_pins(const Unit& unit) const {
  return unpinned_ && !server_.pooled && belongs_to_other_file(unit, unpinned_by_);
}

// The settings that a unit is to meet. In a transaction of ours its limits are set inside.
std::optional<ServerError> PostgresqlSession::prepare(const Unit& unit) {
  if (wants_pins(unit)) {
    if (auto refusal = set(pins_)) {
      return refusal;
    }
    unpinned_ = false;
    limits_ = StatementLimits{};
  }
  return set_limits(unit.begin ? StatementLimits{} : unit.limits);
}

std::optional<ServerError> PostgresqlSession::set_limits(const StatementLimits& limits) {
  if (limits == limits_ || server_.pooled) {
    return std::nullopt;
  }
  std::string settings = own_limits_;
  for (const auto& text : limit_texts(limits)) {
    settings += ";SET " + text;
  }
  auto refusal = set(settings);
  limits_ = refusal ? limits_ : limits;
  return refusal;
}

std::optional<ServerError> PostgresqlSession::set(const std::string& settings) {
  const Result result = command(settings);
  if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) {
    return std::nullopt;
  }
  return refusal_or_loss(result.get(), settings);
}

void PostgresqlSession::note_setting(const Statement& statement) {
  if (changes_setting(statement)) {
    unpinned_ = true;
    unpinned_by_ = statement.span.file;
  }
}

PostgresqlSession::Result PostgresqlSession::command(const std::string& text) {
  return Result(PQexec(connection_, text.c_str()));
}

void PostgresqlSession::command_or_throw(const std::string& text) {
  const Result result = command(text);
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    throw error_of(refusal_or_loss(result.get(), text), text);
  }
}

ServerError PostgresqlSession::refusal_or_loss(const PGresult* result,
                                               const std::string& text) const {
  return PQstatus(connection_) == CONNECTION_OK ? refusal_of(result, text) : lost_line(connection_);
}

void PostgresqlSession::roll_back() noexcept {
  const auto status = connection_ == nullptr ? PQTRANS_UNKNOWN : PQtransactionStatus(connection_);
  if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR) {
    const Result done(PQexec(connection_, "ROLLBACK"));
  }
}

std::string PostgresqlSession::next_name() {
  if (names_.empty()) {
    std::random_device random;
    names_ = "helium_" + std::to_string(random()) + "_" + std::to_string(random()) + "_";
  }
  return names_ + std::to_string(++named_);
}

void PostgresqlSession::forget_prepared() {
  for (const std::string& name : prepared_) {
    (void)command("DEALLOCATE " + name);
  }
  prepared_.clear();
}

void PostgresqlSession::on_notice(void* self, const PGresult* result) {
  auto* session = static_cast<PostgresqlSession*>(self);
  if (session->noticed_ == nullptr) {
    return;
  }
  const auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text == nullptr ? "" : text);
  };
  add_notice(*session->noticed_, *session->noticed_statement_,
             {.severity = field(PG_DIAG_SEVERITY_NONLOCALIZED),
              .code = field(PG_DIAG_SQLSTATE),
              .message = server_text(field(PG_DIAG_MESSAGE_PRIMARY))});
}

}  // namespace helium::session

#include "session/postgresql_pipeline.h"

#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <utility>

#include "session/outcome.h"
#include "session/postgresql_answer.h"

namespace helium::session {

PostgresqlPipeline::PostgresqlPipeline(PostgresqlSession& session, std::span<const Unit> units,
                                       std::span<UnitOutcome> outcomes, std::size_t first)
    : session_(session),
      connection_(session.connection_),
      units_(units),
      outcomes_(outcomes),
      first_(first) {}

bool PostgresqlPipeline::run() {
  const auto began = std::chrono::steady_clock::now();
  PQsetnonblocking(connection_, 1);
  PQenterPipelineMode(connection_);
  for (std::size_t i = 0; i < units_.size() && !failed_; ++i) {
    send_unit(i);
  }
  if (!failed_) {
    release_prepared();
  }
  finish();
  PQsetnonblocking(connection_, 0);
  if (!failed_ && !units_.back().commit) {
    outcomes_.back().state = UnitOutcome::State::done;
  }
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  for (UnitOutcome& outcome : outcomes_) {
    outcome.took = took / static_cast<int>(outcomes_.size());
  }
  return !failed_;
}

void PostgresqlPipeline::send_unit(std::size_t number) {
  const Unit& unit = units_[number];
  const bool pooled = session_.server_.pooled;
  bool going = send({.unit = number,
                     .part = Part::begin,
                     .own = pooled ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE" : "BEGIN"});
  for (std::size_t i = 0; going && pooled && i < session_.settings_.size(); ++i) {
    going =
        send({.unit = number, .part = Part::limit, .own = "SET LOCAL " + session_.settings_[i]});
  }
  for (auto& text : session_.limit_texts(unit.limits)) {
    going = going && send({.unit = number, .part = Part::limit, .own = "SET LOCAL " + text});
  }
  for (std::size_t i = 0; going && i < unit.statements.size(); ++i) {
    const Statement& statement = unit.statements[i];
    if (session_.options_.on_statement) {
      session_.options_.on_statement(first_ + number, i);
    }
    // Some notices come before the answer of their statement begins: with nothing unread in front
    // of a barrier they cannot be taken for another's.
    going = (!is_barrier(statement) || read_all()) && send_statement(number, i);
    // Text that ends transactions is a barrier too: nothing may follow it into the open.
    const bool control = statement.shape.kind == Shape::Kind::transaction_control;
    if (going && (is_barrier(statement) || control)) {
      going = read_all();
    }
  }
  if (going && unit.commit && send({.unit = number, .part = Part::commit, .own = "COMMIT"}) &&
      request_flush()) {
    read_ready();
  }
}

bool PostgresqlPipeline::send(Message message) {
  if (failed_ || session_.running_.stopping()) {
    if (!failed_) {
      refuse(message, ServerError{Trouble::cancelled, "57014", 0, "cancelled", {}});
    }
    return false;
  }
  sent_.push_back(std::move(message));
  if (!dispatch(sent_.back()) || !push_out()) {
    failed_ = true;
    return false;
  }
  return !failed_;
}

// Whatever the author's text runs might take the session's prepared statements away.
bool PostgresqlPipeline::send_statement(std::size_t unit, std::size_t index) {
  const Statement& statement = units_[unit].statements[index];
  Message message{.unit = unit, .statement = index};
  if (statement.origin == Origin::author) {
    const auto kind = statement.shape.kind;
    const bool plain = kind == Shape::Kind::ddl || kind == Shape::Kind::dml;
    if (!plain) {
      known_.clear();
    }
  } else if (!statement.values.empty()) {
    const auto [known, first] = known_.try_emplace(statement.text);
    if (!first && known->second.empty()) {
      known->second = session_.next_name();
      names_.push_back(known->second);
      if (!send({.unit = unit, .part = Part::prepare, .statement = index, .name = known->second})) {
        return false;
      }
    }
    message.name = known->second;
  }
  return send(std::move(message));
}

// Behind the last COMMIT: whatever becomes of it, the units stand.
void PostgresqlPipeline::release_prepared() {
  for (const std::string& name : names_) {
    sent_.push_back(
        {.unit = units_.size() - 1, .part = Part::release, .own = "DEALLOCATE " + name});
    sent_.back().name = name;
    failed_ = failed_ || !dispatch(sent_.back());
  }
}

const std::string& PostgresqlPipeline::text_of(const Message& message) const {
  const bool statement = message.part == Part::statement || message.part == Part::prepare;
  return statement ? statement_of(message).text : message.own;
}

bool PostgresqlPipeline::dispatch(const Message& message) {
  if (message.part == Part::prepare) {
    return PQsendPrepare(connection_, message.name.c_str(), text_of(message).c_str(), 0, nullptr) ==
           1;
  }
  std::vector<const char*> values;
  if (message.part == Part::statement) {
    for (const auto& value : statement_of(message).values) {
      values.push_back(value ? value->c_str() : nullptr);
    }
  }
  const int count = static_cast<int>(values.size());
  if (message.part == Part::statement && !message.name.empty()) {
    return PQsendQueryPrepared(connection_, message.name.c_str(), count, values.data(), nullptr,
                               nullptr, 0) == 1;
  }
  return PQsendQueryParams(connection_, text_of(message).c_str(), count, nullptr, values.data(),
                           nullptr, nullptr, 0) == 1;
}

// Without it the server may keep its answers to itself.
bool PostgresqlPipeline::request_flush() {
  if (PQsendFlushRequest(connection_) != 1 || !push_out()) {
    failed_ = true;
  }
  return !failed_;
}

// Writes what is queued; reads answers meanwhile, so that neither side waits for the other.
bool PostgresqlPipeline::push_out() {
  for (;;) {
    const int left = PQflush(connection_);
    if (left <= 0) {
      return left == 0;
    }
    pollfd line{PQsocket(connection_), POLLIN | POLLOUT, 0};
    ::poll(&line, 1, -1);
    if ((line.revents & (POLLIN | POLLERR | POLLHUP)) != 0) {
      if (PQconsumeInput(connection_) == 0) {
        return false;
      }
      read_ready();
    }
  }
}

// Takes every answer that has arrived whole. libpq hands out notices as soon as it looks at them.
void PostgresqlPipeline::read_ready() {
  PQconsumeInput(connection_);
  while (read_ < sent_.size() && !lost()) {
    turn_to(sent_[read_]);
    if (PQisBusy(connection_) != 0) {
      break;
    }
    read_result();
  }
  session_.noticed_ = nullptr;
}

// Waits for the answers of the first `count` messages.
void PostgresqlPipeline::read_until(std::size_t count) {
  while (read_ < count && !lost()) {
    turn_to(sent_[read_]);
    read_result();
  }
  session_.noticed_ = nullptr;
}

bool PostgresqlPipeline::read_all() {
  if (request_flush()) {
    read_until(sent_.size());
  }
  return !failed_ && !lost();
}

void PostgresqlPipeline::read_result() {
  const PostgresqlSession::Result result(PQgetResult(connection_));
  if (result) {
    take(result.get());
  } else {
    ++read_;
  }
}

// Its rows come one by one, so that no answer is too big for us; its notices are its own. What a
// COMMIT says comes from a statement of its unit: from a deferred trigger; it is told at the last
// one.
void PostgresqlPipeline::turn_to(const Message& message) {
  PQsetSingleRowMode(connection_);
  const std::size_t count = units_[message.unit].statements.size();
  const bool behind = message.part == Part::commit && count > 0;
  const Message at{.unit = message.unit, .statement = behind ? count - 1 : message.statement};
  const bool known = behind || message.part == Part::statement;
  session_.noticed_ = known ? &outcome_of(at) : nullptr;
  session_.noticed_statement_ = known ? &statement_of(at) : nullptr;
}

void PostgresqlPipeline::take(const PGresult* result) {
  Message& message = sent_[read_];
  message.answered = true;
  const bool release = message.part == Part::release;
  if (release) {
    session_.prepared_.erase(message.name);
  }
  switch (PQresultStatus(result)) {
    case PGRES_PIPELINE_ABORTED:
      return;  // skipped by the server: it stays unrun
    case PGRES_FATAL_ERROR:
    case PGRES_BAD_RESPONSE: {
      ServerError said = refusal_of(result, text_of(message));
      if (said.trouble == Trouble::connection_lost || said.sqlstate.empty()) {
        last_words_ = said.sqlstate.empty() ? last_words_ : std::optional(std::move(said));
        // No answer follows (or, libpq without memory, nobody knows which): it would make some up.
        break_line();
      } else if (!lost() && !release) {
        refuse(message, std::move(said));
      }
      return;
    }
    case PGRES_COPY_OUT:
      drop_copy(connection_);
      return;
    case PGRES_SINGLE_TUPLE:
      if (message.part == Part::statement) {
        take_rows(result, statement_of(message), outcome_of(message));
      }
      return;
    default:
      break;
  }
  if (message.part == Part::statement) {
    take_statement(result, message);
  } else if (message.part == Part::prepare) {
    session_.prepared_.insert(message.name);
  } else if (message.part == Part::commit) {
    const std::string tag = PQcmdStatus(const_cast<PGresult*>(result));
    if (tag == "COMMIT") {
      outcomes_[message.unit].state = UnitOutcome::State::done;
    } else {
      refuse(message, {.trouble = Trouble::rolled_back,
                       .message = "COMMIT was answered with " + tag + ": nothing was kept"});
    }
  }
}

void PostgresqlPipeline::take_statement(const PGresult* result, const Message& message) {
  const Statement& statement = statement_of(message);
  Outcome& outcome = outcome_of(message);
  take_rows(result, statement, outcome);
  outcome.state = Outcome::State::done;
  const std::string tag = PQcmdStatus(const_cast<PGresult*>(result));
  if (is_transaction_tag(tag) && !statement.shape.savepoint) {
    refuse(message, {.trouble = Trouble::transaction_ended,
                     .message = "the statement ended the transaction that Helium had opened"});
  } else if (auto broken = broken_expectation(statement, outcome)) {
    refuse(message, std::move(*broken));
  } else {
    session_.note_setting(statement);
  }
}

void PostgresqlPipeline::refuse(const Message& message, ServerError error) {
  if (error.trouble == Trouble::cancelled && !session_.running_.stopping()) {
    error.trouble = Trouble::statement_timeout;
  }
  if (failed_) {
    return;
  }
  failed_ = true;
  UnitOutcome& unit = outcomes_[message.unit];
  unit.state = error.trouble == Trouble::transaction_ended ? UnitOutcome::State::broken
                                                           : UnitOutcome::State::rolled_back;
  if (message.part == Part::statement || message.part == Part::prepare) {
    fail(outcome_of(message), std::move(error));
  } else {
    unit.error = std::move(error);
  }
}

// One sync ends the pipeline, whatever happened in it.
void PostgresqlPipeline::finish() {
  if (!lost()) {
    if (PQpipelineSync(connection_) == 1 && push_out()) {
      read_until(sent_.size());
    } else {
      break_line();
    }
  }
  // A null ends the results of one message; a second one says that libpq waits for none any more.
  bool ended = false;
  while (await_sync()) {
    const PostgresqlSession::Result result(PQgetResult(connection_));
    const auto status = result ? PQresultStatus(result.get()) : PGRES_COMMAND_OK;
    if (status == PGRES_PIPELINE_SYNC) {
      break;
    }
    if (status == PGRES_FATAL_ERROR || (!result && ended)) {
      break_line();
    }
    ended = !result;
  }
  if (lost()) {
    settle_lost();
    return;
  }
  PQexitPipelineMode(connection_);
}

// The server has nothing left to do; but libpq 15 without memory for the last answer forgets that
// it came, and would wait for ever.
bool PostgresqlPipeline::await_sync() {
  while (!lost() && PQisBusy(connection_) != 0) {
    pollfd line{PQsocket(connection_), POLLIN, 0};
    if (::poll(&line, 1, 30'000) == 0 || PQconsumeInput(connection_) == 0) {
      break_line();
    }
  }
  return !lost();
}

// No answer on this line can be waited for or told from another any more.
void PostgresqlPipeline::break_line() {
  broken_ = true;
  ::shutdown(PQsocket(connection_), SHUT_RDWR);
  while (PQstatus(connection_) == CONNECTION_OK && PQconsumeInput(connection_) == 1) {
    // until libpq sees the end of it
  }
}

// In doubt: what had a COMMIT on the way, unless last words came first. The rest is rolled back.
void PostgresqlPipeline::settle_lost() {
  failed_ = true;
  bool told = false;
  for (std::size_t i = read_; i < sent_.size(); ++i) {
    const Message& message = sent_[i];
    UnitOutcome& unit = outcomes_[message.unit];
    if (unit.state == UnitOutcome::State::done) {
      continue;
    }
    if (message.part == Part::commit && (!last_words_ || i == read_)) {
      unit.state = UnitOutcome::State::in_doubt;
    } else if (unit.state == UnitOutcome::State::unrun) {
      unit.state = UnitOutcome::State::rolled_back;
    }
    if (!told && message.part == Part::statement) {
      fail(outcome_of(message), last_words_.value_or(lost_line(connection_)));
      outcome_of(message).state = Outcome::State::unknown;
    } else if (!told) {
      unit.error = last_words_.value_or(lost_line(connection_));
    }
    told = true;
  }
}

bool PostgresqlPipeline::lost() const noexcept {
  return broken_ || PQstatus(connection_) != CONNECTION_OK;
}

const Statement& PostgresqlPipeline::statement_of(const Message& message) const {
  return units_[message.unit].statements[message.statement];
}

Outcome& PostgresqlPipeline::outcome_of(const Message& message) const {
  return outcomes_[message.unit].statements[message.statement];
}

}  // namespace helium::session

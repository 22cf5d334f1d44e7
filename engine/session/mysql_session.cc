#include "session/mysql_session.h"

#include <soci/mysql/soci-mysql.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "session/mysql_packet.h"
#include "session/mysql_words.h"
#include "session/openers.h"
#include "session/outcome.h"
#include "session/pins.h"
#include "session/trouble.h"

namespace helium::session {

MysqlSession::~MysqlSession() {
  roll_back();
}

std::vector<UnitOutcome> MysqlSession::execute(std::span<const Unit> window) {
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
  // A transaction that the author's own text opened goes on in the next window.
  if (!good) {
    roll_back();
  }
  (void)set_limits(StatementLimits{});
  return outcomes;
}

bool MysqlSession::run_window(std::span<const Unit> window, std::span<UnitOutcome> outcomes) {
  std::size_t at = 0;
  while (at < window.size()) {
    if (auto refusal = prepare(window[at])) {
      outcomes[at].state = UnitOutcome::State::rolled_back;
      outcomes[at].error = std::move(refusal);
      return false;
    }
    std::size_t count = 1;
    const auto joins = [&](const Unit& unit) {
      return unit.limits == window[at].limits && !changes_setting(window[at + count - 1]) &&
             !wants_pins(unit);
    };
    while (at + count < window.size() && joins(window[at + count])) {
      ++count;
    }
    if (!run_packets(window.subspan(at, count), outcomes.subspan(at, count), at)) {
      return false;
    }
    at += count;
  }
  return true;
}

bool MysqlSession::run_packets(std::span<const Unit> units, std::span<UnitOutcome> outcomes,
                               std::size_t first) {
  const auto began = std::chrono::steady_clock::now();
  MysqlPacket::Place place;
  bool going = true;
  while (going && place.unit < units.size()) {
    MysqlPacket packet(*this, units, outcomes, first);
    going = !packet.refuses(place);
    if (going) {
      place = packet.fill(place);
      going = packet.run();
    }
  }
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  for (UnitOutcome& outcome : outcomes) {
    outcome.took = took / static_cast<int>(outcomes.size());
  }
  return going;
}

Standing MysqlSession::standing() const {
  if (lost_) {
    return Standing::lost;
  }
  return in_transaction() ? Standing::open : Standing::idle;
}

// Another connection must say KILL QUERY, and say it again while the window goes on. One that comes
// between two statements of a packet is forgotten, or (seen on MySQL 9.7 and MariaDB 10.11) it ends
// the packet without an answer: so it goes to what was seen to run twice, and to the many short
// ones only after a while. Where look after look nothing of ours runs and the window waits all the
// same, the whole connection is ended. Looks are counted, not seconds: a machine that stands still
// makes none.
void MysqlSession::cancel() noexcept {
  constexpr int brief = 10;      // a fifth of a second at least
  constexpr int patience = 250;  // five seconds at least
  const std::string running =
      "SELECT left(info, 100) FROM information_schema.processlist WHERE id = " +
      server_.session_id + " AND info IS NOT NULL";
  std::unique_ptr<MysqlSession> other;
  std::vector<std::string> before;
  int looks = 0;
  int idle = 0;
  running_.cancel([&] {
    try {
      if (!other) {
        other = std::make_unique<MysqlSession>(target_, Options{.administrative = true});
      }
      const auto runs = other->first_row(running);
      ++looks;
      idle = runs.empty() ? idle + 1 : 0;
      if (idle > patience) {
        (void)other->command("KILL CONNECTION " + server_.session_id);
      } else if (!runs.empty() && (runs == before || looks > brief)) {
        (void)other->command("KILL QUERY " + server_.session_id);
      }
      before = runs;
      return true;
    } catch (const std::exception&) {
      // No second connection can be had: the window ends by itself or by its timeout.
      return false;
    }
  });
}

bool MysqlSession::wants_pins(const Unit& unit) const {
  return unpinned_ && belongs_to_other_file(unit, unpinned_by_);
}

std::optional<ServerError> MysqlSession::prepare(const Unit& unit) {
  if (wants_pins(unit)) {
    if (auto refusal = pin()) {
      return refusal;
    }
    unpinned_ = false;
  }
  return set_limits(unit.limits);
}

void MysqlSession::note_setting(const Statement& statement) {
  if (changes_setting(statement)) {
    unpinned_ = true;
    unpinned_by_ = statement.span.file;
  }
}

std::vector<std::string> MysqlSession::limit_texts(const StatementLimits& limits) const {
  const auto lock = limits.lock_timeout.value_or(*defaults_.lock_timeout);
  const auto statement = limits.statement_timeout.value_or(*defaults_.statement_timeout);
  // Whole seconds, never less than one: 0 would mean not to wait at all, or for ever.
  const auto seconds = std::to_string(std::max<std::int64_t>((lock.count() + 999) / 1000, 1));
  std::vector<std::string> texts;
  if (lock.count() > 0) {
    texts.push_back("lock_wait_timeout = " + seconds);
    texts.push_back("innodb_lock_wait_timeout = " + seconds);
  }
  if (server_.dialect == "mariadb") {
    texts.push_back("max_statement_time = " + std::to_string(statement.count() / 1000) + "." +
                    std::to_string(1000 + statement.count() % 1000).substr(1));
  } else {
    texts.push_back("max_execution_time = " + std::to_string(statement.count()));
  }
  return texts;
}

std::optional<ServerError> MysqlSession::set_limits(const StatementLimits& limits) {
  if (limits == limits_) {
    return std::nullopt;
  }
  auto refusal = command("SET SESSION " + base::joined(limit_texts(limits), ", "));
  limits_ = refusal ? limits_ : limits;
  return refusal;
}

std::optional<ServerError> MysqlSession::command(const std::string& text) {
  if (mysql_real_query(connection_, text.data(), text.size()) != 0) {
    return last_error();
  }
  drain();
  return std::nullopt;
}

ServerError MysqlSession::last_error() {
  lost_ = lost_ || is_lost_line(mysql_errno(connection_));
  ServerError error;
  error.native_code = mysql_errno(connection_);
  error.sqlstate = mysql_sqlstate(connection_);
  error.message = server_text(mysql_error(connection_));
  error.trouble = trouble_of_mysql(mysql_errno(connection_));
  return error;
}

// Reads and drops what is left of a packet; the connection refuses anything else before that.
void MysqlSession::drain() noexcept {
  do {
    MYSQL_RES* rows = mysql_use_result(connection_);
    if (rows != nullptr) {
      mysql_free_result(rows);
    }
  } while (mysql_more_results(connection_) && mysql_next_result(connection_) == 0);
}

void MysqlSession::roll_back() noexcept {
  if (connection_ != nullptr && !lost_ && in_transaction()) {
    constexpr std::string_view text = "ROLLBACK";
    mysql_real_query(connection_, text.data(), text.size());
  }
}

bool MysqlSession::in_transaction() const noexcept {
  unsigned status = 0;
  mariadb_get_infov(connection_, MARIADB_CONNECTION_SERVER_STATUS, &status);
  return (status & SERVER_STATUS_IN_TRANS) != 0;
}

}  // namespace helium::session

#include "session/mysql_packet.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "session/mysql_words.h"
#include "session/outcome.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

struct FreeResult {
  void operator()(MYSQL_RES* result) const noexcept { mysql_free_result(result); }
};
using Result = std::unique_ptr<MYSQL_RES, FreeResult>;

constexpr std::string_view between = "\n;\n";

// CALL, EXECUTE, blocks: nobody knows how many results they give.
bool answers_freely(const Statement& statement) {
  return statement.origin == Origin::author && statement.shape.kind == Shape::Kind::other;
}

}  // namespace

MysqlPacket::MysqlPacket(MysqlSession& session, std::span<const Unit> units,
                         std::span<UnitOutcome> outcomes, std::size_t first)
    : session_(session), units_(units), outcomes_(outcomes), first_(first) {}

void MysqlPacket::add(Message message, const std::string& text) {
  text_ += text_.empty() ? "" : between;
  text_ += text;
  messages_.push_back(message);
}

// True when the packet must end behind this statement.
bool MysqlPacket::add_statement(Place place) {
  const Unit& unit = units_[place.unit];
  const Statement& statement = unit.statements[place.statement];
  add({place.unit, Part::statement, place.statement}, statement.text);
  if (answers_freely(statement)) {
    return true;
  }
  if (statement.origin == Origin::author) {
    add({place.unit, Part::warnings, place.statement}, "SHOW WARNINGS");
  }
  const bool control = statement.shape.kind == Shape::Kind::transaction_control;
  const bool ends_transaction = unit.begin && statement.shape.commits;
  return is_barrier(statement) || control || ends_transaction;
}

// The first statement that is longer than the server takes; their number when there is none.
std::size_t MysqlPacket::too_long(const Unit& unit) const {
  std::size_t at = 0;
  while (at < unit.statements.size() && unit.statements[at].text.size() < session_.most_bytes_) {
    ++at;
  }
  return at;
}

bool MysqlPacket::refuses(Place place) {
  const Unit& unit = units_[place.unit];
  if (session_.running_.stopping()) {
    const bool behind = place.statement == unit.statements.size();
    refuse({place.unit, behind ? Part::commit : Part::statement, place.statement},
           ServerError{Trouble::cancelled, "", 0, "cancelled", {}});
    return true;
  }
  const std::size_t huge = place.statement == 0 ? too_long(unit) : unit.statements.size();
  if (huge < unit.statements.size()) {
    const std::string message =
        "the statement has " + std::to_string(unit.statements[huge].text.size()) +
        " bytes, the server's max_allowed_packet is " + std::to_string(session_.most_bytes_);
    refuse({place.unit, Part::statement, huge}, ServerError{Trouble::other, "", 0, message, {}});
    return true;
  }
  return false;
}

MysqlPacket::Place MysqlPacket::fill(Place from) {
  Place at = from;
  while (at.unit < units_.size()) {
    const Unit& unit = units_[at.unit];
    if (!messages_.empty() && too_long(unit) < unit.statements.size()) {
      return at;
    }
    if (at.statement == 0 && unit.begin) {
      add({at.unit, Part::begin, 0}, "START TRANSACTION");
    }
    while (at.statement < unit.statements.size()) {
      const bool full =
          !text_.empty() && !messages_.empty() &&
          text_.size() + unit.statements[at.statement].text.size() > session_.packet_bytes_;
      if (full && messages_.back().part != Part::begin) {
        return at;
      }
      const bool barrier = add_statement(at);
      ++at.statement;
      if (barrier) {
        return at;
      }
    }
    if (unit.commit) {
      add({at.unit, Part::commit, 0}, "COMMIT");
    }
    at = {at.unit + 1, 0};
  }
  return at;
}

bool MysqlPacket::run() {
  if (messages_.empty()) {
    return true;
  }
  if (mysql_real_query(session_.connection_, text_.data(), text_.size()) != 0) {
    // The first statement was refused, or the line is gone.
    session_.lost_ = is_lost_line(mysql_errno(session_.connection_));
    if (session_.lost_) {
      settle_lost(0);
    } else {
      refuse(messages_.front(), session_.last_error());
    }
    return false;
  }
  another_ = true;
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    const bool good = read_answer(messages_[i]);
    if (session_.lost_) {
      settle_lost(i);
      return false;
    }
    if (!good) {
      session_.drain();
      return false;
    }
  }
  const Message& last = messages_.back();
  if (another_) {
    session_.drain();
    refuse(last,
           ServerError{
               Trouble::other, "", 0, "the server gave more answers than it was asked for", {}});
    return false;
  }
  const bool freely = last.part == Part::statement && answers_freely(statement_of(last));
  return !freely || ask_warnings();
}

// Behind a statement that answers freely its warnings are asked for in a packet of their own.
bool MysqlPacket::ask_warnings() {
  const Message asked{messages_.back().unit, Part::warnings, messages_.back().statement};
  constexpr std::string_view text = "SHOW WARNINGS";
  if (warned_ && mysql_real_query(session_.connection_, text.data(), text.size()) == 0) {
    const Result rows(mysql_use_result(session_.connection_));
    take_warnings(asked, rows.get());
  }
  session_.lost_ = is_lost_line(mysql_errno(session_.connection_));
  if (session_.lost_) {
    settle_lost(messages_.size() - 1);
    return false;
  }
  return judge(asked);
}

bool MysqlPacket::read_answer(const Message& message) {
  const auto began = std::chrono::steady_clock::now();
  if (message.part == Part::statement && session_.options_.on_statement) {
    session_.options_.on_statement(first_ + message.unit, message.statement);
  }
  const bool good = read_results(message) && judge(message);
  if (message.part == Part::statement) {
    outcome_of(message).took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - began);
  }
  return good;
}

// One statement answers once. One that answers freely is the last of its packet: the server's "more
// results" flag could not tell its results from those of a statement behind it.
bool MysqlPacket::read_results(const Message& message) {
  const bool freely = message.part == Part::statement && answers_freely(statement_of(message));
  const bool last = &message == &messages_.back();
  for (;;) {
    if (!another_) {
      refuse(message, ServerError{Trouble::other, "", 0, "the server gave no answer", {}});
      return false;
    }
    // Row by row: no answer is too big for us.
    Result rows(mysql_use_result(session_.connection_));
    const bool answered = rows || mysql_errno(session_.connection_) == 0;
    if (message.part == Part::warnings) {
      take_warnings(message, rows.get());
    } else if (message.part == Part::statement && answered) {
      take_rows(message, rows.get());
    }
    if (mysql_errno(session_.connection_) != 0) {
      session_.lost_ = is_lost_line(mysql_errno(session_.connection_));
      refuse(message, session_.last_error());
      return false;
    }
    rows.reset();  // reads what nobody took
    // The next answer brings a status of its own.
    inside_ = session_.in_transaction();
    warned_ =
        message.part == Part::statement ? mysql_warning_count(session_.connection_) > 0 : warned_;
    const int next = mysql_next_result(session_.connection_);
    another_ = next == 0;
    if (next > 0) {
      // The failure is that of the statement behind this one.
      const Message& failed = last ? message : *(&message + 1);
      session_.lost_ = is_lost_line(mysql_errno(session_.connection_));
      if (session_.lost_) {
        return false;
      }
      const ServerError error = session_.last_error();
      if (&failed != &message && !judge(message)) {
        return false;
      }
      refuse(failed, error);
      return false;
    }
    if (!freely || !another_) {
      return true;
    }
  }
}

void MysqlPacket::take_rows(const Message& message, MYSQL_RES* rows) {
  Outcome& outcome = outcome_of(message);
  if (rows == nullptr) {
    outcome.rows += mysql_affected_rows(session_.connection_);
    return;
  }
  while (MYSQL_ROW row = mysql_fetch_row(rows)) {
    ++outcome.rows;
    if (!wants_row(statement_of(message), outcome)) {
      continue;
    }
    const unsigned long* lengths = mysql_fetch_lengths(rows);
    std::vector<std::optional<std::string>> cells;
    for (unsigned i = 0; i < mysql_num_fields(rows); ++i) {
      cells.push_back(row[i] == nullptr ? std::nullopt
                                        : std::optional(answer_cell({row[i], lengths[i]})));
    }
    outcome.answer.push_back(std::move(cells));
  }
}

void MysqlPacket::take_warnings(const Message& message, MYSQL_RES* rows) {
  // A statement without tables leaves the warnings of the one before it in the server's list.
  while (rows != nullptr && warned_) {
    MYSQL_ROW row = mysql_fetch_row(rows);
    if (row == nullptr) {
      return;
    }
    const auto cell = [&](int i) { return std::string(row[i] == nullptr ? "" : row[i]); };
    if (is_foreseen(statement_of(message), cell(1))) {
      continue;
    }
    if (is_left_out(cell(1)) && is_barrier(statement_of(message))) {
      left_out_ = server_text(cell(2));
      continue;
    }
    add_notice(outcome_of(message), statement_of(message),
               {.severity = cell(0), .code = cell(1), .message = server_text(cell(2))});
  }
}

// A statement of the author is judged when its warnings are known.
bool MysqlPacket::judge(const Message& message) {
  if (message.part == Part::commit) {
    outcomes_[message.unit].state = UnitOutcome::State::done;
    return true;
  }
  if (message.part == Part::begin) {
    return true;
  }
  const Unit& unit = units_[message.unit];
  const Statement& statement = statement_of(message);
  Outcome& outcome = outcome_of(message);
  const bool waits = message.part == Part::statement && statement.origin == Origin::author;
  outcome.state = Outcome::State::done;
  if (unit.begin && !inside_) {
    refuse(message, ServerError{Trouble::transaction_ended,
                                "",
                                0,
                                "the statement ended the transaction that Helium had opened",
                                {}});
    return false;
  }
  if (waits) {
    return true;
  }
  if (!left_out_.empty() && !answers_apart(message)) {
    return false;
  }
  if (auto broken = broken_expectation(statement, outcome)) {
    refuse(message, std::move(*broken));
    return false;
  }
  session_.note_setting(statement);
  const bool last = message.statement + 1 == unit.statements.size() && !unit.commit;
  if (last) {
    outcomes_[message.unit].state = UnitOutcome::State::done;
  }
  return true;
}

// What is expected may not hold for the table that is missing in the answer. A question of our own
// can be asked once more elsewhere; what an author wrote may do something. A second is all that
// nobody is told of, and cannot cancel.
bool MysqlPacket::answers_apart(const Message& message) {
  const std::string missing = std::exchange(left_out_, {});
  const Statement& statement = statement_of(message);
  Outcome& outcome = outcome_of(message);
  const bool ours = statement.pair != 0 && statement.shape.kind == Shape::Kind::query;
  std::optional<Rows> rows;
  try {
    const auto patience =
        std::min<std::chrono::milliseconds>(session_.target_.lock_timeout, std::chrono::seconds(1));
    rows = ours ? std::optional(session_.asked_apart(statement.text, missing, patience))
                : std::nullopt;
  } catch (const Error&) {
    rows.reset();
  }
  if (!rows) {
    refuse(message, ServerError{Trouble::left_out, "", 0, missing, {}});
    return false;
  }
  outcome.rows = rows->rows.size();
  outcome.answer.clear();
  for (Cells& cells : rows->rows) {
    if (!wants_row(statement, outcome)) {
      break;
    }
    for (auto& cell : cells) {
      cell = cell ? std::optional(answer_cell(*cell)) : std::nullopt;
    }
    outcome.answer.push_back(std::move(cells));
  }
  return true;
}

void MysqlPacket::refuse(const Message& message, ServerError error) {
  if (error.trouble == Trouble::cancelled && !session_.running_.stopping()) {
    error.trouble = Trouble::statement_timeout;
  }
  UnitOutcome& unit = outcomes_[message.unit];
  const bool kept = error.trouble == Trouble::transaction_ended || !units_[message.unit].begin;
  unit.state = kept ? UnitOutcome::State::broken : UnitOutcome::State::rolled_back;
  if (message.part == Part::begin || message.part == Part::commit) {
    unit.error = std::move(error);
  } else {
    error.message = own_words(statement_of(message).text, error.message);
    error.position = position_in(statement_of(message).text, error.message);
    fail(outcome_of(message), std::move(error));
  }
}

// What travelled in the packet from message `from` on has no answer: the server may still be
// running it.
void MysqlPacket::settle_lost(std::size_t from) {
  bool told = false;
  for (std::size_t i = from; i < messages_.size(); ++i) {
    const Message& message = messages_[i];
    UnitOutcome& unit = outcomes_[message.unit];
    if (unit.state == UnitOutcome::State::done) {
      continue;
    }
    unit.state = UnitOutcome::State::in_doubt;
    if (message.part == Part::statement && outcome_of(message).state != Outcome::State::done) {
      outcome_of(message).state = Outcome::State::unknown;
      if (!told) {
        outcome_of(message).error = session_.last_error();
      }
    } else if (!told) {
      unit.error = session_.last_error();
    }
    told = true;
  }
}

const Statement& MysqlPacket::statement_of(const Message& message) const {
  return units_[message.unit].statements[message.statement];
}

Outcome& MysqlPacket::outcome_of(const Message& message) const {
  return outcomes_[message.unit].statements[message.statement];
}

}  // namespace helium::session

// One run of units through libpq's pipeline mode; see postgresql_session.h.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/postgresql_session.h"

namespace helium::session {

class PostgresqlPipeline {
 public:
  /// `outcomes` are those of `units`, all unrun. `first` is the number of the first unit in its
  /// window.
  PostgresqlPipeline(PostgresqlSession& session, std::span<const Unit> units,
                     std::span<UnitOutcome> outcomes, std::size_t first);
  /// Sends and reads everything. True when every unit is done. The connection is out of pipeline
  /// mode and of any transaction afterwards, or lost.
  [[nodiscard]] bool run();

 private:
  enum class Part { begin, limit, prepare, statement, commit, release };
  struct Message {
    std::size_t unit = 0;
    Part part = Part::statement;
    std::size_t statement = 0;
    std::string own;   // text of ours; the author's is not copied
    std::string name;  // of the prepared statement, where there is one
    bool answered = false;
  };

  void send_unit(std::size_t number);
  [[nodiscard]] bool send(Message message);
  [[nodiscard]] bool send_statement(std::size_t unit, std::size_t index);
  void release_prepared();
  [[nodiscard]] const std::string& text_of(const Message& message) const;
  [[nodiscard]] bool dispatch(const Message& message);
  [[nodiscard]] bool request_flush();
  [[nodiscard]] bool push_out();
  void read_ready();
  void read_until(std::size_t count);
  [[nodiscard]] bool read_all();
  void read_result();
  void turn_to(const Message& message);
  void take(const PGresult* result);
  void take_statement(const PGresult* result, const Message& message);
  void refuse(const Message& message, ServerError error);
  void finish();
  [[nodiscard]] bool await_sync();
  void break_line();
  void settle_lost();
  [[nodiscard]] bool lost() const noexcept;
  [[nodiscard]] const Statement& statement_of(const Message& message) const;
  [[nodiscard]] Outcome& outcome_of(const Message& message) const;

  PostgresqlSession& session_;
  PGconn* connection_;
  std::span<const Unit> units_;
  std::span<UnitOutcome> outcomes_;
  std::size_t first_;
  std::deque<Message> sent_;  // in order; the first `read_` have all their answers
  std::size_t read_ = 0;
  std::optional<ServerError> last_words_;  // of a server that ends the session on purpose
  bool failed_ = false;
  bool broken_ = false;
  // Rows of the ledger have the same text again and again: from its second use in this pipeline on
  // a text has a prepared statement. It lives no longer than the pipeline: behind a pooler the next
  // one may be on another server session.
  std::map<std::string_view, std::string> known_;  // name by text; "" at the first use
  std::vector<std::string> names_;
};

}  // namespace helium::session

// A PostgreSQL session: libpq pipelines on the connection that SOCI opened.
//
// Units with a transaction of their own travel together in one pipeline: every statement a message,
// a flush request behind each COMMIT, one sync at the end. The server stops at the first error and
// skips what follows, so earlier units stand and later ones never ran. Sends do not block while
// results wait to be read, or both sides would fill their buffers and wait for each other. Units
// without a transaction go statement by statement in the simple protocol. Through a pool, which may
// give each transaction another session, nothing is set for the session: each transaction pins
// itself.
#pragma once

#include <libpq-fe.h>
#include <soci/soci.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "session/running.h"
#include "session/session.h"

namespace helium::session {

class PostgresqlSession final : public Session {
 public:
  /// Opens through SOCI, pins the session and learns about the server.
  PostgresqlSession(const Target& target, const Options& options);
  ~PostgresqlSession() override;

  [[nodiscard]] std::vector<UnitOutcome> execute(std::span<const Unit> window) override;
  [[nodiscard]] Rows ask(const Question& question) override;
  void each(const std::string& text, const TakeCells& take) override;
  [[nodiscard]] std::unique_ptr<Session> another() const override;
  [[nodiscard]] Standing standing() const override;
  void cancel() noexcept override;
  [[nodiscard]] const Server& server() const noexcept override { return server_; }

 private:
  // Frees what libpq hands out.
  struct Free {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
    void operator()(PGcancel* cancel) const noexcept { PQfreeCancel(cancel); }
  };
  using Result = std::unique_ptr<PGresult, Free>;

  void learn_server(const Target& target);
  void pin(const Target& target);
  void refuse_passed_over(const std::string& usable) const;
  [[nodiscard]] bool wants_pins(const Unit& unit) const;
  [[nodiscard]] std::optional<ServerError> prepare(const Unit& unit);
  [[nodiscard]] std::optional<ServerError> set_limits(const StatementLimits& limits);
  [[nodiscard]] std::optional<ServerError> set(const std::string& settings);
  void note_setting(const Statement& statement);

  [[nodiscard]] bool run_window(std::span<const Unit> window, std::span<UnitOutcome> outcomes);
  void run_alone(const Unit& unit, std::size_t number, UnitOutcome& outcome);
  void run_simple(const Statement& statement, Outcome& outcome);
  [[nodiscard]] bool sent(const Statement& statement);
  [[nodiscard]] Result answered(const Statement& statement, Outcome& outcome,
                                std::optional<ServerError>& last_words);
  [[nodiscard]] std::vector<std::string> limit_texts(const StatementLimits& limits) const;

  [[nodiscard]] Result command(const std::string& text);
  void command_or_throw(const std::string& text);
  [[nodiscard]] ServerError refusal_or_loss(const PGresult* result, const std::string& text) const;
  void roll_back() noexcept;
  /// A name for a prepared statement that nobody else has, behind a pooler too.
  [[nodiscard]] std::string next_name();
  void forget_prepared();
  static void on_notice(void* self, const PGresult* result);

  friend class PostgresqlPipeline;

  soci::session soci_;
  PGconn* connection_ = nullptr;
  std::unique_ptr<PGcancel, Free> cancel_;
  Target target_;  // for a second connection, to ask beside
  Options options_;
  Server server_;
  StatementLimits defaults_;
  StatementLimits limits_;             // in force now
  std::vector<std::string> settings_;  // name = value: the pins
  std::string pins_;                   // the SET statements that pin the session
  std::string own_limits_;             // those of them that a unit's limits replace
  std::string unpinned_by_;
  bool unpinned_ = false;
  std::set<std::string> prepared_;  // what a window has prepared and not released
  std::string names_;               // how their names begin
  std::uint64_t named_ = 0;
  Outcome* noticed_ = nullptr;  // the statement whose answer is being read
  const Statement* noticed_statement_ = nullptr;
  Running running_;
};

}  // namespace helium::session

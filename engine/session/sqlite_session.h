// A SQLite session: plain calls of the library on the handle that SOCI opened.
#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <string>
#include <vector>

#include "session/running.h"
#include "session/session.h"

namespace helium::session {

class SqliteSession final : public Session {
 public:
  /// Opens through SOCI, sets the limits and pins the session.
  SqliteSession(const Target& target, const Options& options);
  ~SqliteSession() override;

  [[nodiscard]] std::vector<UnitOutcome> execute(std::span<const Unit> window) override;
  [[nodiscard]] Rows ask(const Question& question) override;
  void each(const std::string& text, const TakeCells& take) override;
  [[nodiscard]] Standing standing() const override;
  void cancel() noexcept override;
  [[nodiscard]] const Server& server() const noexcept override { return server_; }

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::optional<ServerError> pin();
  void hold_file();
  void learn_server(const Target& target);
  [[nodiscard]] std::optional<ServerError> restore_pins(const Unit& unit);
  void start_clock();
  void run_unit(const Unit& unit, std::size_t number, UnitOutcome& outcome);
  void run_open_unit(const Unit& unit, std::size_t number, bool references_hold,
                     UnitOutcome& outcome);
  [[nodiscard]] bool run_statements(const Unit& unit, std::size_t number, UnitOutcome& outcome);
  void run_statement(const Statement& statement, Outcome& outcome);
  void run_rebuilding(const Statement& statement, Outcome& outcome);
  [[nodiscard]] std::int64_t number_of(const char* text);
  void step_through(const Statement& statement, sqlite_api::sqlite3_stmt* prepared,
                    Outcome& outcome);
  [[nodiscard]] std::optional<ServerError> command(const char* text);
  void command_or_throw(const char* text);
  [[nodiscard]] ServerError last_error() const;
  void roll_back();

  static int on_busy(void* self, int calls);
  static int on_progress(void* self);

  soci::session soci_;
  sqlite_api::sqlite3* db_ = nullptr;
  Options options_;
  Server server_;
  StatementLimits defaults_;
  StatementLimits limits_;  // of the unit that runs
  Clock::time_point began_;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::string unpinned_by_;  ///< the file whose text changed a setting of the session
  bool unpinned_ = false;
  std::int64_t broken_before_ = 0;  ///< references that did not hold before a rebuild
  Running running_;
};

}  // namespace helium::session

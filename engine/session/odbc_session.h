// A Db2 session through ODBC: plain calls of the driver manager on the handles that SOCI opened.
//
// A transaction is autocommit switched off, SQLEndTran, and autocommit on again. Long values travel
// as parameters, because a Db2 literal ends at 32672 bytes. IBM's driver writes 32 of the 64 bits
// of a length, so every length starts at 0 and only its low half is read. Before SOCI disconnects,
// the transaction is ended and autocommit is on: otherwise the driver refuses and SOCI's destructor
// would end the process.
#pragma once

#include <soci/odbc/soci-odbc.h>
#include <soci/soci.h>

#include <mutex>
#include <string>

#include "session/odbc_answer.h"
#include "session/running.h"
#include "session/session.h"

namespace helium::session {

class OdbcSession final : public Session {
 public:
  /// Opens through SOCI, enters the schema and pins the session.
  OdbcSession(const Target& target, const Options& options);
  ~OdbcSession() override;

  [[nodiscard]] std::vector<UnitOutcome> execute(std::span<const Unit> window) override;
  [[nodiscard]] Rows ask(const Question& question) override;
  void each(const std::string& text, const TakeCells& take) override;
  [[nodiscard]] Standing standing() const override;
  void cancel() noexcept override;
  [[nodiscard]] const Server& server() const noexcept override { return server_; }

 private:
  std::vector<std::string> answered(const Question& question, const TakeCells& take);
  void learn_server(const Target& target);
  void enter_schema(const Target& target);
  [[nodiscard]] std::optional<ServerError> pin();
  [[nodiscard]] std::optional<ServerError> restore_pins(const Unit& unit);

  void run_unit(const Unit& unit, std::size_t number, UnitOutcome& outcome);
  [[nodiscard]] bool run_statements(const Unit& unit, std::size_t number, UnitOutcome& outcome);
  void run_statement(const Unit& unit, const Statement& statement, Outcome& outcome);
  void send(const Statement& statement, SQLHSTMT handle, Outcome& outcome);
  [[nodiscard]] std::optional<ServerError> refuse_unsent(const Unit& unit,
                                                         const Statement& statement) const;
  [[nodiscard]] std::optional<ServerError> end_transaction(SQLSMALLINT how);
  void autocommit(SQLUINTEGER how) noexcept;
  void watch(SQLHSTMT handle);

  soci::session soci_;
  SQLHDBC connection_ = nullptr;
  Options options_;
  Server server_;
  StatementLimits defaults_;
  std::string unpinned_by_;
  bool unpinned_ = false;
  bool open_ = false;  // autocommit is off
  bool lost_ = false;
  std::mutex running_guard_;
  SQLHSTMT running_statement_ = nullptr;
  Running running_;
};

}  // namespace helium::session

// Handles, answers and refusals of the ODBC driver manager.
#pragma once

#include <sql.h>
#include <sqlext.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"

namespace helium::session {

/// A statement handle that frees itself.
class OdbcStatement {
 public:
  explicit OdbcStatement(SQLHDBC connection) noexcept;
  ~OdbcStatement();
  OdbcStatement(const OdbcStatement&) = delete;
  OdbcStatement& operator=(const OdbcStatement&) = delete;
  /// The driver manager's own handle; nullptr when none could be had.
  [[nodiscard]] SQLHSTMT handle() const noexcept { return handle_; }

 private:
  SQLHSTMT handle_ = nullptr;
};

/// All diagnostic records of a handle as one refusal.
[[nodiscard]] ServerError diagnosis(SQLSMALLINT kind, SQLHANDLE handle);

/// The records that a successful statement left: warnings, with Derby's and Db2's "no row" among
/// them.
void take_warnings(SQLHSTMT handle, const Statement& statement, Outcome& outcome);

/// Counts rows, and keeps the first ones of a barrier.
void take_answer(SQLHSTMT handle, const Statement& statement, Outcome& outcome);

/// Values of a statement bound as text; must live until it was executed.
class OdbcValues {
 public:
  explicit OdbcValues(const Statement& statement);
  /// True when the driver took them all.
  [[nodiscard]] bool bind(SQLHSTMT handle);

 private:
  const Statement& statement_;
  std::vector<SQLLEN> lengths_;
};

}  // namespace helium::session

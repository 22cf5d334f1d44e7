// A question of ours over ODBC, without SOCI's statement class: a prepare that the driver defers
// fails there without its SQLSTATE, and lengths are read in 64 bits.
#pragma once

#include <sql.h>
#include <sqlext.h>

#include "session/session.h"

namespace helium::session {

/// Gives each row of a question to `take`, every column as text. The refusal when the server says
/// no.
struct OdbcReply {
  std::vector<std::string> columns;
  std::optional<ServerError> refusal;
};
[[nodiscard]] OdbcReply ask_odbc(SQLHDBC connection, const Question& question,
                                 const TakeCells& take);

}  // namespace helium::session

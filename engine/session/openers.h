// One opener for each client library. session::open picks by the URL's scheme.
#pragma once

#include <memory>

#include "session/session.h"

namespace helium::session {

/// libpq.
[[nodiscard]] std::unique_ptr<Session> open_postgresql(const Target& target,
                                                       const Options& options);
/// The MySQL protocol: MySQL and MariaDB.
[[nodiscard]] std::unique_ptr<Session> open_mysql(const Target& target, const Options& options);
/// SQLite, in a file or in memory.
[[nodiscard]] std::unique_ptr<Session> open_sqlite(const Target& target, const Options& options);
/// ODBC: Db2 through IBM's driver, and any driver for tests.
[[nodiscard]] std::unique_ptr<Session> open_odbc(const Target& target, const Options& options);

}  // namespace helium::session

// Functions that SQL of a Helium folder calls and other servers get from extensions: here they
// belong to the connection. CRYPTO_DECODE, CRYPTO_ENCODE, CRYPTO_SHA256, BROTLI_DECOMPRESS and
// CONVERT_TZ.
#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace helium::session {

/// Gives a connection the functions. Throws Error(bug) when SQLite refuses.
void add_functions(sqlite_api::sqlite3* connection);

}  // namespace helium::session

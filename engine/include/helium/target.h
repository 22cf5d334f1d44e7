// A database, a schema in it, and the designs it should hold; with every limit and pin of a run.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace helium {

/// A value that must not be shown. There is no stream operator; reveal() is called in session/
/// only, and by the redactor of the log.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  [[nodiscard]] const std::string& reveal() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }

 private:
  std::string value_;
};

/// TLS modes, named alike on all engines. Where the client cannot do what a mode promises it is
/// refused, never weakened.
enum class TlsMode { unset, disable, prefer, require, verify_ca, verify_full };

/// A parsed database URL. Every part is decoded.
struct Url {
  std::string scheme;  ///< postgresql, mysql, mariadb, sqlite, db2
  std::string user;
  Secret password;
  std::string host;
  std::uint16_t port = 0;  ///< 0: the engine's default
  std::string database;    ///< database name; for sqlite the file path or ":memory:"
  std::map<std::string, std::string>
      parameters;  ///< the rest of the query part, e.g. host, socket, sslrootcert
  TlsMode tls = TlsMode::unset;
  /// The URL without its password, fit for messages.
  [[nodiscard]] std::string shown() const;
};

/// Budgets of one migration file's Lua.
struct LuaLimits {
  std::chrono::milliseconds time{5000};
  std::uint64_t memory_bytes = 256ULL * 1024 * 1024;
};

/// Where the ledger lives and how its tables are called.
struct LedgerPlace {
  std::string prefix = "helium_";
  std::string schema;  ///< empty: the target's schema; else one central schema for several
};

struct Target {
  std::string
      name;  ///< of the environment or target in helium.toml; empty when from the command line
  Url url;
  std::string schema;                         ///< empty: the connection's own default
  std::vector<std::string> designs;           ///< folders
  std::map<std::string, std::string> macros;  ///< [macros] of the target
  std::vector<std::string> environment;       ///< names that macros and os.getenv may read
  bool keep_undefined_macros = false;         ///< Helium folders: `${NAME}` without a value stays
  LuaLimits lua;
  LedgerPlace ledger;
  std::chrono::milliseconds connect_timeout{10000};
  std::chrono::milliseconds statement_timeout{0};  ///< default of a statement; 0: none
  std::chrono::milliseconds lock_timeout{
      5000};  ///< default of a statement waiting for a table's lock
  std::chrono::milliseconds runner_timeout{
      300000};                 ///< waiting for another runner (--lock-timeout)
  std::string backup_command;  ///< for --backup where the engine has no native one
  std::string scripts_home;    ///< --home: a disk copy of scripts/, macros/, dialects/ that wins
};

}  // namespace helium

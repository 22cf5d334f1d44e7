#include <unistd.h>

#include <filesystem>
#include <string>

#include "session/openers.h"
#include "session/sqlite_functions.h"
#include "session/sqlite_session.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

namespace fs = std::filesystem;

// Every setting that the text of a migration may meet, as SQLite has it when nobody changed it,
// except that foreign keys are enforced.
constexpr const char* pins[] = {
    "PRAGMA foreign_keys=ON",
    "PRAGMA legacy_alter_table=OFF",
    "PRAGMA ignore_check_constraints=OFF",
    "PRAGMA recursive_triggers=OFF",
    "PRAGMA defer_foreign_keys=OFF",
    "PRAGMA writable_schema=OFF",
    "PRAGMA case_sensitive_like=OFF",
    "PRAGMA reverse_unordered_selects=OFF",
};

bool in_memory(const std::string& path) {
  return path == ":memory:";
}

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

// Names what is missing before the library would answer with "unable to open".
void check_path(const Url& url, const Options& options) {
  if (in_memory(url.database)) {
    return;
  }
  std::error_code ignored;
  if (!fs::is_directory(folder_of(url.database), ignored)) {
    throw Error(Fault::missing, "the folder " + folder_of(url.database).string() +
                                    " of the database file does not exist");
  }
  if (fs::is_directory(url.database, ignored)) {
    throw Error(Fault::config, url.database + " is a folder, not a database file");
  }
  const bool may_create = options.create && !options.read_only;
  if (!may_create && !fs::exists(url.database, ignored)) {
    throw Error(Fault::missing, "the database file " + url.database + " does not exist");
  }
}

// SOCI reads keys as soon as the text has an equals sign, and knows no escape for a double quote.
std::string connect_string(const Url& url, const Options& options) {
  if (url.database.find('"') != std::string::npos) {
    throw Error(Fault::config,
                "the name of a SQLite file must not hold a double quote: " + url.database);
  }
  const std::string read_only = options.read_only ? " readonly=1" : "";
  return "dbname=\"" + url.database + "\"" + read_only;
}

soci::connection_parameters parameters(const Url& url, const Options& options) {
  check_path(url, options);
  return {soci::sqlite3, connect_string(url, options)};
}

bool folder_writable(const std::string& path) {
  return in_memory(path) || ::access(folder_of(path).c_str(), W_OK) == 0;
}

}  // namespace

SqliteSession::SqliteSession(const Target& target, const Options& options) : options_(options) {
  defaults_.lock_timeout = target.lock_timeout;
  defaults_.statement_timeout = target.statement_timeout;
  try {
    soci_.open(parameters(target.url, options));
  } catch (const soci::soci_error& error) {
    throw connection_error(target.url, error.what());
  }
  db_ = static_cast<soci::sqlite3_session_backend*>(soci_.get_backend())->conn_;
  sqlite_api::sqlite3_extended_result_codes(db_, 1);
  sqlite_api::sqlite3_busy_handler(db_, on_busy, this);
  sqlite_api::sqlite3_progress_handler(db_, 1000, on_progress, this);
  add_functions(db_);
  if (const auto error = command("SELECT count(*) FROM sqlite_schema")) {
    if ((error->native_code & 0xFF) == SQLITE_NOTADB) {
      throw Error(Fault::design, target.url.database + " is not a SQLite database")
          .hinting("give the path of a database, or of a file that does not exist yet");
    }
    throw error->trouble == Trouble::lock_timeout ? error_of(*error, "")
                                                  : connection_error(target.url, error->message);
  }
  if (const auto refusal = pin()) {
    throw error_of(*refusal, "PRAGMA");
  }
  hold_file();
  learn_server(target);
}

std::optional<ServerError> SqliteSession::pin() {
  std::vector<const char*> texts(std::begin(pins), std::end(pins));
  if (options_.read_only) {
    texts.push_back("PRAGMA query_only=ON");
  }
  server_.pinned.clear();
  for (const char* text : texts) {
    if (auto refusal = command(text)) {
      return refusal;
    }
    server_.pinned += (server_.pinned.empty() ? "" : ", ") + std::string(text + 7);
  }
  return std::nullopt;
}

void SqliteSession::hold_file() {
  if (options_.exclusive) {
    command_or_throw("PRAGMA locking_mode=EXCLUSIVE");
    // The lock is taken by the first write and then kept.
    command_or_throw("BEGIN EXCLUSIVE");
    command_or_throw("COMMIT");
  }
}

void SqliteSession::learn_server(const Target& target) {
  const std::string& path = target.url.database;
  server_.product = "SQLite";
  server_.version = sqlite_api::sqlite3_libversion();
  server_.dialect = "sqlite";
  server_.schema = "main";
  server_.identity = in_memory(path) ? path : fs::weakly_canonical(path).string();
  server_.read_only = sqlite_api::sqlite3_db_readonly(db_, "main") != 0 || !folder_writable(path);
}

void have_sqlite_alone() noexcept {
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

std::unique_ptr<Session> open_sqlite(const Target& target, const Options& options) {
  return std::make_unique<SqliteSession>(target, options);
}

}  // namespace helium::session

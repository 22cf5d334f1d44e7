// The only door to databases.
//
// A Session is one connection, opened and owned by SOCI. It has two doors. The raw door (`execute`)
// sends migration text through the client library's own handle, byte for byte: SOCI's parser would
// silently change it. The SOCI door (`ask`) is for our own fixed questions with bound text values;
// every column comes back as text. Results, warnings and errors come back per statement. SOCI,
// libpq, the MySQL client, SQLite and ODBC stay inside this room.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "helium/error.h"
#include "helium/lexicon.h"
#include "helium/report.h"
#include "helium/section.h"
#include "helium/statement.h"
#include "helium/target.h"

namespace helium::session {

/// What a server's refusal means for the caller.
enum class Trouble {
  other,             ///< the statement is wrong or not allowed
  unique_violation,  ///< at the fence: another runner won
  lock_timeout,      ///< PostgreSQL 55P03, MySQL 1205, SQLITE_BUSY/LOCKED, Db2 -911 68/-913
  deadlock,          ///< 40P01, 1213, 40001
  left_out,          ///< a check's answer lacks a table that another session was changing: 1684
  statement_timeout,
  expectation,        ///< the statement ran but did not answer what it had to
  transaction_ended,  ///< the author's text ended our transaction behind our back
  rolled_back,        ///< COMMIT answered ROLLBACK
  cancelled,          ///< cancel() was called
  read_only,          ///< read-only server, replica or file
  connection_lost,
};

/// The server's words about one statement.
struct ServerError {
  Trouble trouble = Trouble::other;
  std::string sqlstate;
  std::int64_t native_code = 0;
  std::string message;  ///< primary message, detail and hint joined by newlines; escapes stripped
  std::optional<std::uint64_t> position;  ///< byte offset into the statement's text
};

/// What became of one statement.
struct Outcome {
  enum class State { unrun, done, failed, unknown };
  State state = State::unrun;
  std::uint64_t rows = 0;  ///< affected or returned
  std::vector<std::vector<std::optional<std::string>>>
      answer;                   ///< first rows (at most 3, bounded bytes) of barriers
  std::vector<Notice> notices;  ///< `where` is filled from the statement's anchors
  std::optional<ServerError> error;
  std::chrono::microseconds took{0};
};

/// What a step sends to the server at once: begin, statements, commit.
struct Unit {
  bool begin = false;   ///< open a transaction first (SQLite: BEGIN IMMEDIATE)
  bool commit = false;  ///< commit it after the last statement
  std::vector<Statement> statements;
  StatementLimits limits;  ///< for its author statements; unset: the session's defaults
  bool fresh = false;      ///< the first of a step: no setting of the one before reaches it
};

/// What became of one unit.
struct UnitOutcome {
  enum class State {
    unrun,        ///< never reached the server, or the server skipped it
    done,         ///< every statement ran, and the commit where one was asked
    rolled_back,  ///< failed, and nothing of it is left
    broken,       ///< failed outside a transaction: statements marked done stand
    in_doubt,     ///< the connection was lost with the outcome open
  };
  State state = State::unrun;
  std::vector<Outcome> statements;   ///< one for each statement of the unit
  std::optional<ServerError> error;  ///< of begin or commit; statement errors are in their Outcome
  std::chrono::microseconds took{0};

  /// The first failed or unknown statement, or nullptr.
  [[nodiscard]] const Outcome* failure() const noexcept;
};

/// Between windows: idle (no transaction), open, failed (PostgreSQL's aborted state), lost.
enum class Standing { idle, open, failed, lost };

/// Our own text with bound text values: `:v1`, `:v2` ... in order; no other colon.
struct Question {
  std::string text;
  std::vector<std::string> values;
};

/// A row of an answer: each column as text, nothing for NULL.
using Cells = std::vector<std::optional<std::string>>;

struct Rows {
  std::vector<std::string> columns;
  std::vector<Cells> rows;
};

/// What gets the rows of an answer, one by one.
using TakeCells = std::function<void(Cells&& cells)>;

/// Facts about the server, asked once at open.
struct Server {
  std::string product;     ///< "PostgreSQL", "MariaDB", "MySQL", "SQLite", "DB2", ...
  std::string version;     ///< as the server says
  std::string dialect;     ///< what it really is: mysql:// may be mariadb
  std::string session_id;  ///< backend pid, connection id; "" where there is none
  std::string identity;    ///< system identifier, server uuid, canonical file path
  bool pooled = false;     ///< a pool may give each transaction another session
  bool read_only = false;  ///< replica, read-only server, file or default transaction
  std::string schema;      ///< the schema that unqualified names resolve to now
  std::string pinned;      ///< the pins of this session: "search_path=..., TimeZone=UTC, ..."
};

struct Options {
  bool read_only = false;       ///< the database itself must refuse writes (plan, status)
  bool create = false;          ///< SQLite: make the file when it is missing
  bool exclusive = false;       ///< SQLite: hold the file for the whole session
  bool administrative = false;  ///< connect without the target's database/schema (create, drop)
  /// Told before a statement is sent: unit and statement index in the window. May be empty.
  std::function<void(std::size_t unit, std::size_t statement)> on_statement;
  /// Told now and then while a call waits for a lock of another session, where the client sees that
  /// (SQLite). May be empty.
  std::function<void(std::chrono::milliseconds so_far)> on_waiting;
};

class Session {
 public:
  virtual ~Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// The raw door: these bytes. Runs units in order and stops at the first failure: what follows is
  /// unrun. Never throws for what the server says; throws Error(bug) for misuse.
  [[nodiscard]] virtual std::vector<UnitOutcome> execute(std::span<const Unit> window) = 0;
  /// The SOCI door. Throws Error: database, busy, refused, connection.
  [[nodiscard]] virtual Rows ask(const Question& question) = 0;
  /// Asks what may have any number of rows: each is given to `take` as it comes and none is kept.
  /// `take` asks this session nothing; when it throws, the rows that are left are let go. Our own
  /// text, without values. Throws as ask().
  virtual void each(const std::string& text, const TakeCells& take) = 0;
  /// A second session on the same target, to ask beside this one; callable from another thread.
  /// Nothing where that would take longer than it saves: only a server on this machine has one soon
  /// enough, and not each dialect needs it.
  [[nodiscard]] virtual std::unique_ptr<Session> another() const { return nullptr; }
  [[nodiscard]] virtual Standing standing() const = 0;
  /// Stops what runs; callable from another thread, repeats until the window returned.
  virtual void cancel() noexcept = 0;
  [[nodiscard]] virtual const Server& server() const noexcept = 0;
  /// Migrations whose units are given to execute() together.
  [[nodiscard]] virtual std::size_t window_steps() const noexcept { return 64; }

 protected:
  Session() = default;
};

/// Nothing else in this process uses SQLite: each connection belongs to one thread, and nobody
/// counts memory. A tenth faster. Call it before the first connection; later it changes nothing.
void have_sqlite_alone() noexcept;

/// Connects and pins the session. Throws Error: connection (down, wrong password, TLS), missing (no
/// such database, file or schema), config (a TLS mode that cannot be kept), refused (read-only
/// file). Secrets of the target are never part of any message.
[[nodiscard]] std::unique_ptr<Session> open(const Target& target, const Options& options);

}  // namespace helium::session

// What happened. A report is returned, never thrown.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "helium/error.h"
#include "helium/finding.h"
#include "helium/ledger.h"

namespace helium {

/// A notice or warning from the server, at the statement that caused it.
struct Notice {
  std::string severity;  ///< as the server says: NOTICE, WARNING, Note, ...
  std::string code;      ///< SQLSTATE or native code as text
  std::string message;
  Span where;
};

/// One migration that moved.
struct Moved {
  /// baselined, repaired, forgotten, checkpoint: only its record moved; empty: it ran
  std::string deed;
  std::string design;
  std::int64_t number = 0;
  Direction direction = Direction::forward;
  std::string title;
  std::uint32_t statements = 0;
  std::chrono::milliseconds took{0};
};

/// The one that did not.
struct Failed {
  std::string design;
  std::int64_t number = 0;
  Direction direction = Direction::forward;
  std::uint32_t statement = 0;  ///< 1-based; 0: not in a statement (lock, commit, check of rights)
  std::uint32_t total = 0;
  Error error;  ///< place, the server's words, SQLSTATE
};

/// What the database is in after the command.
enum class State { clean, needs_resume, in_doubt };

struct Report {
  State state = State::clean;
  std::vector<Moved> moved;  ///< in the order of commit
  std::optional<Failed> failed;
  std::vector<Notice> notices;
  Findings findings;
  std::string next;  ///< the next command; empty when nothing is left to do
  std::string note;  ///< one line about the state of the database when something failed
  std::chrono::milliseconds took{0};
  bool dry = false;  ///< nothing was there to do

  /// 0; 5 when the database needs a resume or is in doubt; else the documented code of what went
  /// wrong, 4 for a connection that was lost with nothing left of the migration.
  [[nodiscard]] int exit_code() const noexcept;
};

/// status of one design.
struct DesignStatus {
  struct Partial {
    std::int64_t number = 0;
    std::uint32_t done = 0;
    std::uint32_t of = 0;
    RecordState state = RecordState::failed;
    Direction direction = Direction::forward;
    std::string message;
  };
  std::string design;
  std::vector<std::int64_t> applied;
  std::vector<std::int64_t> pending;
  std::vector<std::int64_t> loaded;  ///< Helium folders: those of the pending ones that are loaded
  std::vector<std::int64_t> out_of_order;
  std::vector<std::int64_t> changed;
  std::vector<std::int64_t> missing;
  std::vector<Partial> partial;
  std::vector<std::int64_t> checkpoints;  ///< numbers of those that an empty target can begin with
};

/// All that waits for an undo.
struct StashTotal {
  std::uint64_t count = 0;
  std::optional<std::uint64_t> bytes;  ///< on disk; nothing: the server does not say it
};

struct Status {
  std::string target;  ///< URL without its password
  std::string dialect;
  std::string server;  ///< product and version as the server says
  std::string schema;
  int ledger_version = 0;  ///< 0: no ledger yet
  std::vector<DesignStatus> designs;
  StashTotal stash;
  Findings findings;
  /// True when nothing is pending, changed, missing, out of order or partial, and no error found.
  [[nodiscard]] bool up_to_date() const noexcept;
};

}  // namespace helium

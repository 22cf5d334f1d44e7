// What waits in a database for an undo: tables, rows and sequences that drops, updates and deletes
// put aside, and what a way back took away.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "helium/ledger.h"

namespace helium {

/// One table or sequence of the stash.
struct Stash {
  enum class Kind { table, rows, sequence };
  std::string name;
  Kind kind = Kind::rows;   ///< a whole table or sequence under another name, or some of a table
  std::string design;       ///< of the migration that it belongs to; empty: nobody knows it
  std::int64_t number = 0;  ///< of that migration
  RecordState state = RecordState::reverted;  ///< of that migration
  std::string of;                             ///< whose it was; empty: nobody knows
  std::vector<std::string> columns;           ///< the key of the rows among them
  std::string since;                          ///< when that migration moved, UTC; empty: unknown
  std::uint64_t rows = 0;
  std::optional<std::uint64_t> bytes;  ///< on disk, where the server says it
};

/// Which of them.
struct StashChoice {
  std::vector<std::string> names;           ///< of stashes, or design@number; empty: all
  std::chrono::milliseconds older_than{0};  ///< only those whose migration did not move for so long
};

/// Stashes as statements for the server's own client, or a piece of that.
struct StashScript {
  std::string dialect;
  std::vector<Stash> stashes;
  std::vector<std::string> statements;
};

/// What gets such a script, piece by piece.
using TakeScript = std::function<void(const StashScript& piece)>;

/// "shop@1002"; empty where nobody knows.
[[nodiscard]] std::string owner_of(const Stash& stash);
/// "412 kB"
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);
/// "3 stashes, 412 kB"
[[nodiscard]] std::string total_text(const std::vector<Stash>& stashes);

}  // namespace helium

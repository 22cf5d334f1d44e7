// What ran: one record per (schema, design, number) and an append-only chain of events.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/section.h"

namespace helium {

enum class Direction {
  forward,
  reverse,
  load,  ///< Helium folders: the rows of the migration into the `queries` table
};

enum class RecordState {
  pending,  ///< known, not applied (never stored by this version; read for completeness)
  loaded,   ///< Helium folders: its rows lie in the `queries` table, nothing is applied
  started,  ///< on its way, or its runner died
  applied,
  failed,  ///< stopped half way by the server; only resume goes on
  reverted,
};

/// One row of the ledger.
struct Record {
  std::string design;
  std::int64_t number = 0;
  RecordState state = RecordState::applied;
  Direction direction = Direction::forward;  ///< of what is started or failed
  std::string title;
  std::string checksum;
  std::string checksum_algorithm;
  bool repeatable = false;
  std::string macros_hash;
  TransactionClass transaction = TransactionClass::whole;
  std::uint32_t done = 0;  ///< statements known to be finished
  std::uint32_t total = 0;
  std::string progress_hash;  ///< running hash over the finished statements
  std::uint32_t intent = 0;   ///< the statement on its way (1-based), 0: none
  std::string fingerprint;    ///< of the objects that statement names, before it ran; empty: none
  std::string applied_at;     ///< UTC, ISO 8601
  std::string applied_by;
  std::string host;
  std::string tool;
  std::string token;  ///< of the run that wrote it
  std::int64_t milliseconds = 0;
  std::string message;       ///< the server's words when failed
  bool taking_back = false;  ///< started or failed while a half-done migration is taken back
};

/// What the ledger keeps of a migration beside its record, as it was at apply: an older release,
/// which lacks the newer file, can still take it down.
struct Kept {
  bool found = false;
  bool reversible = false;
  std::string irreversible;  ///< why not
  TransactionClass transaction = TransactionClass::whole;
  std::vector<Statement> statements;  ///< the reverse
  std::vector<std::string> forward;  ///< short hashes of the forward statements: says which changed
  std::vector<Statement> planned;    ///< the forward statements, where they came of the schema
  /// Of a checkpoint: the migrations before it that its statements stand for, with checksums.
  std::map<std::int64_t, std::string> folds;
};

/// One row of the event log. `hash` covers every other member, `previous` included.
struct Event {
  std::string design;
  std::int64_t sequence = 0;  ///< 1, 2, 3 ... per schema and design
  std::string
      kind;  ///< applied, reverted, started, failed, resumed, undone, repaired, baselined, marked
  std::int64_t number = 0;
  std::string checksum;
  std::string at;  ///< UTC by the runner's clock; informs, never decides
  std::string by;
  std::string host;
  std::string tool;
  std::string token;
  std::string detail;
  std::string previous;
  std::string hash;
  std::string kept_hash;  ///< of the text that the record keeps from here on; empty: as before
};

/// The last event of a design: what the fence builds on.
struct ChainHead {
  std::int64_t sequence = 0;
  std::string hash;
};

/// What history::read found. Empty and !exists when no ledger was ever made.
struct Ledger {
  bool exists = false;
  int version = 0;                                      ///< format version stored in the database
  std::string schema;                                   ///< the schema that the records speak of
  std::vector<Record> records;                          ///< ascending by design, number
  std::map<std::string, ChainHead, std::less<>> heads;  ///< by design

  /// The record, or nullptr.
  [[nodiscard]] const Record* find(std::string_view design, std::int64_t number) const noexcept;
};

/// The words used in the ledger, in JSON and in messages.
[[nodiscard]] const char* name_of(RecordState state) noexcept;
[[nodiscard]] const char* name_of(Direction direction) noexcept;
[[nodiscard]] const char* name_of(TransactionClass transaction) noexcept;

/// How far a migration (its name, as in shop_1001) came: "shop_1001 is half done: 2 of 5 statements
/// stand"; of a reverse: "shop_1001 is half taken back: 2 of 5 statements ran".
[[nodiscard]] std::string half_done_words(const std::string& name, Direction direction,
                                          std::uint32_t done, std::uint32_t total);
/// That it never began: "nothing of shop_1001 is left"; of a reverse: "shop_1001 stands as before".
[[nodiscard]] std::string untouched_words(const std::string& name, Direction direction);

}  // namespace helium

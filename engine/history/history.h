// The ledger in the database: created, read, guarded, and the statements that write it.
//
// Reading goes through Session::ask. Writing never does: every write is a Statement that travels in
// the same unit as the migration it speaks of.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/ledger.h"
#include "helium/observer.h"
#include "helium/plan.h"
#include "session/session.h"

namespace helium::history {

/// Who runs: written into records and events.
struct Runner {
  std::string by;  ///< user of the operating system
  std::string host;
  std::string tool;   ///< "helium 1.0.0"
  std::string token;  ///< random, one per run
};
[[nodiscard]] Runner runner();

/// Where a ledger is and in whose words: everything the functions below need.
struct Store {
  const Dialect* dialect = nullptr;
  std::string schema;         ///< the records speak of this schema
  std::string ledger_schema;  ///< the tables lie here; usually the same
  std::string prefix = "helium_";
  /// Throws Error(design) when schema or prefix cannot be a name in this dialect.
  void check() const;
};

/// Reads records and chain heads without a lock. A missing ledger is an empty one. Throws
/// Error(refused) when its format is newer than this build, with the version that can read it.
[[nodiscard]] Ledger read(session::Session& session, const Store& store);

/// What is applied of a design, with little to carry: enough to see that there is nothing to do,
/// never to act on.
struct Sums {
  std::uint64_t unsettled = 0;  ///< records that are half done, failed or repeatable
  std::string lines;            ///< "number checksum\n" of each that was not reverted, in order
};
/// By the design's name. None when there is no ledger, or a newer one than this build knows.
[[nodiscard]] std::optional<std::map<std::string, Sums>> sums(session::Session& session,
                                                              const Store& store);

/// The events of all designs, oldest first; with broken links of the hash chain, and records that
/// differ from what their events say, as findings.
struct Log {
  std::vector<Event> events;
  Findings findings;
};
[[nodiscard]] Log events(session::Session& session, const Store& store);

/// Creates the tables when they are missing (several runners may race for it) and upgrades an older
/// format in place, in one transaction where the dialect can. Other runners are waited for no
/// longer than `timeout`; then throws Error(busy).
void prepare(session::Session& session, const Store& store, std::chrono::milliseconds timeout);

/// A short value that is kept under a name beside the ledger; empty when there is none.
[[nodiscard]] std::string remembered(session::Session& session, const Store& store,
                                     const std::string& name);
/// Keeps it, in place of an older one. The ledger must be there. Throws Error(database).
void remember(session::Session& session, const Store& store, const std::string& name,
              const std::string& value);

/// What is kept of a migration since it was applied; `found` false when there is nothing. Throws
/// Error(database), naming the row, when the record, what it keeps or its events were changed.
[[nodiscard]] Kept kept_reverse(session::Session& session, const Store& store,
                                const std::string& design, std::int64_t number);

/// What the `queries` table of a Helium folder says of its migrations: the active rows of the types
/// 1000 (loaded), 1001 (reverse), 1002 (diagram) and 1003 (applied).
struct Queries {
  struct Row {
    std::int64_t ref = 0;
    std::int64_t type = 0;
  };
  bool exists = false;
  std::vector<Row> rows;
};
/// Reads it in one question, without the code. A missing table is an empty one.
[[nodiscard]] Queries queries(session::Session& session, const Store& store);
/// A table (or view), a column or an index, to be looked up in the catalog.
struct Named {
  const char* kind = "table";  ///< "table", "column" or "index"
  std::string table;
  std::string name;  ///< of the column or index
};
/// Which of them are there, in one question; empty when the dialect has no text for it.
[[nodiscard]] std::vector<bool> there(session::Session& session, const Store& store,
                                      const std::vector<Named>& things);
/// The code of the active rows of some types ("1000, 1003") by their number.
[[nodiscard]] std::map<std::int64_t, std::string> query_codes(session::Session& session,
                                                              const Store& store,
                                                              const std::string& types);

/// Holds the session lock while it lives; releases it in its destructor.
class Hold {
 public:
  virtual ~Hold() = default;
};
/// Polls for the session lock until `timeout`, telling `observer` who holds it. Throws Error(busy).
/// Where the dialect has no session lock the result holds nothing: fence and transactions guard.
[[nodiscard]] std::unique_ptr<Hold> hold(session::Session& session, const Store& store,
                                         std::chrono::milliseconds timeout, Observer& observer);

/// Who keeps a statement from its locks: pid or connection, user, since when, with which statement;
/// the likeliest first. Empty where the server does not let us look, or nobody does any more.
[[nodiscard]] std::vector<std::string> blockers(session::Session& session, const Store& store,
                                                const Statement& statement);

/// Builds the units of one step, with fence, journal and ledger row inside, and moves the heads.
/// After a failure the heads are ahead of the truth: read the ledger again, make another Writer.
class Writer {
 public:
  /// `ledger` is copied from: it need not outlive the writer.
  Writer(const Store& store, Runner runner, const Ledger& ledger);
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  /// The units that carry out a step from its first open statement on. The last unit makes the
  /// record applied or reverted. Chain heads advance as if all of them succeed.
  [[nodiscard]] std::vector<session::Unit> units(const Step& step);
  /// How far a step came: finished statements, and whether any of it stands.
  struct Reached {
    std::uint32_t done = 0;
    bool stands = false;
  };
  /// One unit that records a failure: event `failed`, and for a journalled step the record's state:
  /// failed where a part stands, else as if it had never begun.
  [[nodiscard]] session::Unit failure(const Step& step, Reached reached,
                                      const std::string& message);
  /// One unit for an event with no statements: baselined, repaired, forgotten, marked. The record
  /// is written as given.
  [[nodiscard]] session::Unit note(const std::string& kind, const Record& record,
                                   const std::string& detail);
  /// One unit for the event that a stash of this migration is cleared; `kept` is what the row keeps
  /// from now on, and the row stays as it is where nothing is found there.
  [[nodiscard]] session::Unit cleared(const Record& record, const std::string& detail,
                                      const Kept& kept);
  /// Author statement behind statement `index` of unit `unit` of the last units(): 1-based number
  /// in the step, or 0 for one of ours and for checks.
  [[nodiscard]] std::uint32_t author_statement(std::size_t unit, std::size_t index) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// The fingerprint that the catalog gives now for the objects of a statement; empty when the
/// statement names none or the dialect has no text for it.
[[nodiscard]] std::string fingerprint(session::Session& session, const Store& store,
                                      const Statement& statement);
/// Statements that clear what broken-off tries of this one left: invalid indexes. Empty where it is
/// none that builds or rebuilds indexes outside transactions, or where nothing was left.
[[nodiscard]] std::vector<Statement> clearing(session::Session& session, const Store& store,
                                              const Statement& statement);
/// Whether two fingerprints were taken in the same way; what another release took says nothing.
[[nodiscard]] bool comparable(std::string_view one, std::string_view other) noexcept;

}  // namespace helium::history

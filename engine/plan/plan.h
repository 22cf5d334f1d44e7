// Decides: design x ledger x sections -> Plan. Pure; a table test drives it.
//
// Pending is decided on the full set of migrations, never on a high-water mark. Several designs of
// one target make one order: by number, `requires` before what needs it, repeatable migrations
// last, because they speak of the newest tables. Taking down walks the same order backwards.
// Everything that stops a command is found here, before anything runs. A step is `whole` where the
// dialect keeps schema changes in a transaction, `each` where it commits by itself, `outside` where
// a statement refuses any transaction. What a crash or a refusal left half done is a step too: it
// goes on at the exact statement, after a look at the finished ones.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "helium/checkpoint.h"
#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/ledger.h"
#include "helium/plan.h"
#include "helium/report.h"
#include "helium/schema.h"
#include "helium/section.h"
#include "helium/stash.h"

namespace helium::plan {

/// The schema that typed operations meet.
struct Live {
  Schema schema;                         ///< without our own tables
  Schema stashes;                        ///< what waits for an undo
  std::string prefix;                    ///< of the names of our own tables
  std::map<std::string, Stash> origins;  ///< by the names of the stashes: whose, and what of
};

/// What an empty target may begin with, and what a person should know about those that it may not.
struct Beginning {
  std::optional<Checkpoint> checkpoint;
  Findings findings;
};

/// How the rest of the house answers the planner. All of it is called before anything runs.
struct Sources {
  /// Expanded sections of a migration of one of the designs.
  std::function<Sections(const Migration&)> sections;
  /// Told which migrations will be asked for next, so that they may be expanded side by side.
  std::function<void(const std::vector<const Migration*>&)> foresee;
  /// The same as the file gives them now, for a migration of a Helium folder that is to be loaded;
  /// `sections` gives what was loaded.
  std::function<Sections(const Migration&)> from_file;
  /// What the ledger kept of a migration; see history::kept_reverse.
  std::function<Kept(const Record&)> kept_reverse;
  /// The macro-set hash of a design.
  std::function<std::string(const std::string& design)> macros_hash;
  /// For a record in state started with an intent: true when the statement on its way took effect,
  /// false when it did not; nothing when nobody could know.
  std::function<std::optional<bool>(const Record&, const Statement&)> took_effect;
  /// The schema as it is now; asked for only where a migration with typed operations is planned.
  std::function<Live()> schema;
  /// How many rows a table has, counted no further than one above what a stash takes unasked.
  std::function<std::uint64_t(const std::string& table)> rows;
  /// See ddl::Place::width.
  std::function<std::uint64_t(const std::string& table, const std::string& column)> width;
  /// Statements that clear what a broken-off try of this one left; see history::clearing.
  std::function<std::vector<Statement>(const Statement&)> clearing;
  /// The newest checkpoint of a design, not above a number, that stands for its migrations as they
  /// are now; and its statements.
  std::function<Beginning(const Design&, std::optional<std::int64_t> most)> beginning;
  std::function<Sections(const Checkpoint&)> checkpoint;
};

/// Where every migration of the designs stands against the ledger: applied, pending, out of order
/// (which are pending too), changed, missing, partial, with a finding for each state that needs a
/// person. A repeatable migration whose text or macros changed is pending again, and none is ever
/// out of order. Only a changed file is expanded, to say which of its statements is another one
/// now, and one that would be out of order, to see that it is not repeatable.
struct Standing {
  std::vector<DesignStatus> designs;
  Findings findings;
};
[[nodiscard]] Standing standing(const std::vector<Design>& designs, const Ledger& ledger,
                                const Sources& sources);

/// The sections of migrations in their order, with the statements that typed operations are where
/// nothing but these migrations made the schema: for a look without a database.
[[nodiscard]] std::vector<Sections> written(const std::vector<Sections>& sections,
                                            const Dialect& dialect);
/// The schema that their typed operations made.
[[nodiscard]] Schema made_by(const std::vector<Sections>& sections, const Dialect& dialect);

/// The plan for a goal. Throws Error: design (changed, missing, out of order, unknown number, no
/// reverse, user's own BEGIN/COMMIT), partial (needs resume), in_doubt.
[[nodiscard]] Plan make(const Goal& goal, const std::vector<Design>& designs, const Ledger& ledger,
                        const Dialect& dialect, const Sources& sources);

}  // namespace helium::plan

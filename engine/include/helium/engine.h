// The door of the library: one method per verb of the command line. Each opens what it needs, does
// one thing, and returns values; nothing prints.
//
//   helium::Target target = helium::read_target({.url = "sqlite:shop.db", .designs =
//   {"migrations/shop"}}); helium::Engine engine(target); helium::Report report =
//   engine.move({.verb = helium::Goal::Verb::up});
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/design.h"
#include "helium/diagram.h"
#include "helium/difference.h"
#include "helium/digests.h"
#include "helium/error.h"
#include "helium/finding.h"
#include "helium/index.h"
#include "helium/ledger.h"
#include "helium/macro.h"
#include "helium/observer.h"
#include "helium/plan.h"
#include "helium/report.h"
#include "helium/schema.h"
#include "helium/section.h"
#include "helium/stash.h"
#include "helium/target.h"
#include "helium/trial.h"
#include "helium/version.h"

namespace helium {

/// What was said on the command line; unset members leave it to environment, file and defaults.
struct TargetRequest {
  std::optional<std::string> config;  ///< path of helium.toml; unset: ./helium.toml when it exists
  std::optional<std::string> environment;  ///< --env
  std::optional<std::string> url;
  std::vector<std::string> designs;
  std::optional<std::string> schema;
  std::optional<std::string> home;
};

/// One explained setting: its value (secrets shown as ***) and where it came from.
struct ExplainedSetting {
  std::string name;
  std::string value;
  std::string source;  ///< "flag", "environment DATABASE_URL", "helium.toml:4", "default"
};

/// Puts a target together: flag > environment > file > default. Throws Error(config, missing,
/// usage). With `explained`, tells where each value came from.
[[nodiscard]] Target read_target(const TargetRequest& request,
                                 std::vector<ExplainedSetting>* explained = nullptr);

/// The kinds of databases of all environments of helium.toml; none when the request itself names a
/// database or an environment.
[[nodiscard]] std::vector<std::string> configured_dialects(const TargetRequest& request);

/// One statement of `helium split`.
struct SplitStatement {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  std::string_view text;  ///< lives as long as the call that it is given to
};

/// The statements of a file, given to `each` one by one: a file of any size is read in pieces, and
/// no more is held than a few statements. Throws Error(missing), Error(design) as sql::Splitter.
void split_file(const std::string& path, const std::string& dialect,
                const std::function<void(const SplitStatement&)>& each);

/// One macro of `helium macros`.
struct MacroLine {
  std::string name;
  std::string value;
  std::string source;  ///< dialect, house, design, target, environment
};

/// How `move` runs; see the options of `up`.
struct MoveOptions {
  std::string plan_hash;  ///< run only when the plan's hash is this one; empty: any
  std::string backup;     ///< path of a backup made first; empty: none
  /// SQLite: hold the file for the whole run, which is faster; others wait. A file that the run
  /// itself makes is always held.
  bool exclusive = false;
};

/// Which picture of the schema, and in which form.
struct DiagramRequest {
  enum class Form { svg, mermaid, dot, dbml, json };
  Form form = Form::svg;
  std::string dialect = "sqlite";
  std::optional<std::int64_t> at;    ///< the newest migration in it; unset: all of them
  std::optional<std::int64_t> from;  ///< marks what changed since this one
};

/// What a command that writes files did.
struct Written {
  std::size_t files = 0;    ///< that belong to the result
  std::size_t changed = 0;  ///< of these, written now: the others were there and equal
  std::size_t removed = 0;  ///< written by an earlier run and no longer part of the result
};

/// Where schemas are loaded that only a server can read.
struct ScratchRequest {
  /// Servers on which a schema may be made and removed again; "none": no server of our own. SQLite
  /// needs none, and for PostgreSQL and MariaDB one is started where their programs are installed.
  std::vector<std::string> servers;
  std::string cache;  ///< what can be made again is kept there; empty: the user's cache folder
};

/// Where two schemas come from: a URL, a JSON or Lua file that `inspect` or a person wrote, a .sql
/// file or folder, or design@number, which is a folder or one of `designs` as it is behind that
/// migration. `renames` are what a person says about names: "table.old=new" or
/// "old_table=new_table".
struct DiffRequest {
  std::string from;
  std::string to;
  std::string dialect = "sqlite";  ///< of text, where no other side says it
  std::string schema;              ///< on servers; empty: the connection's own
  std::vector<std::string> renames;
  std::vector<std::string> designs;  ///< folders
  ScratchRequest scratch;
  std::shared_ptr<const Schema> found;  ///< instead of `from`: a schema that was read already
  bool as_operations = false;           ///< tell the changes as calls of typed operations too
};

/// What the next migration is to do, and how careful to be.
struct GenerateRequest {
  std::string title;
  DiffRequest between;                  ///< `to` stays empty with operations
  std::vector<std::string> operations;  ///< "add_column users last_login timestamp"
  std::string operations_file;          ///< more of them, one in a line
  std::vector<std::string> backfills;   ///< "users.name=''"
  bool idempotent = false;              ///< IF EXISTS and IF NOT EXISTS everywhere
  bool unproved = false;                ///< written without being tried
};

/// What `auto` may do.
struct AutoRequest {
  DiffRequest between;  ///< `from` stays empty: it is the target
  std::string title = "automatic change";
  std::vector<std::string> backfills;  ///< as GenerateRequest
  bool unproved = false;
  bool allow_destructive = false;  ///< what takes data away may run
  bool dry_run = false;            ///< only tell
};

/// What `auto` found and did.
struct Automatic {
  SchemaDifference difference;           ///< empty: there was nothing to do
  std::vector<std::string> destructive;  ///< those of the changes that take data away
  Generated generated;                   ///< the migration that was written
  std::optional<Report> report;          ///< of running it; unset: nothing ran
  // Of a dry run.
  std::optional<Plan> plan;      ///< what would run: what is pending, else the new migration
  std::optional<Error> refused;  ///< what the run would end with
};

/// Which migrations are tried, and where.
struct TestRequest {
  std::optional<std::int64_t> target;  ///< the newest of them; unset: all
  std::vector<std::string> dialects;   ///< empty: the target's and those of `scratch`
  /// More of them, each tried where there is a place for it and else told in the notes.
  std::vector<std::string> others;
  bool all = false;  ///< also what did not change since it passed
  ScratchRequest scratch;
};

/// Up to which migration a checkpoint is written, and for which dialects.
struct CheckpointRequest {
  std::optional<std::int64_t> number;  ///< unset: the newest
  std::vector<std::string> dialects;   ///< empty: the target's and those of `scratch`
  /// More of them, each written where there is a place for it and else told in the notes.
  std::vector<std::string> others;
  ScratchRequest scratch;
};

/// What was written.
struct Checkpointed {
  std::string path;
  std::int64_t number = 0;
  std::size_t folds = 0;            ///< migrations
  std::vector<std::string> proofs;  ///< "postgresql: equal to the replay on PostgreSQL 15.4"
  std::vector<std::string> notes;
};

class Engine {
 public:
  /// Keeps a copy of the target. `observer`, when given, must outlive the engine.
  explicit Engine(Target target, Observer* observer = nullptr);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// up, down, goto, redo, resume: everything the server says is in the report; Error is thrown for
  /// what stops before anything ran.
  [[nodiscard]] Report move(const Goal& goal, const MoveOptions& options = {});
  /// The steps that `move` would run, from a session that the database itself holds read-only.
  /// Takes no lock, creates nothing, works before the database exists.
  [[nodiscard]] Plan plan(const Goal& goal);
  /// What is applied and pending. With `texts`, what Helium folders loaded is compared with what
  /// their files give today, too: every loaded file is expanded.
  enum class Depth { checksums, texts };
  [[nodiscard]] Status status(Depth depth = Depth::checksums);
  /// Events, oldest first; broken links of their chain are in `findings`.
  struct History {
    std::vector<Event> events;
    Findings findings;
  };
  [[nodiscard]] History history();
  /// Records migrations up to `number` of each design as applied without running them.
  [[nodiscard]] Report baseline(std::int64_t number);
  /// Writes the first migration of a design that has none yet: it makes what the target's schema
  /// holds, proved on a throw-away place, and is recorded as applied. What is not understood is in
  /// the notes. Throws Error(usage) when there are migrations, and as generate().
  Generated baseline_from_life(const ScratchRequest& scratch);
  /// Accepts changed files (all, or the given numbers) and forgets missing ones when asked.
  [[nodiscard]] Report repair(const std::vector<std::int64_t>& numbers, bool forget_missing);

  /// What waits in the target's schema for an undo; empty where there is no database yet. Reads
  /// only. Throws Error(usage) for a name that is none, Error(unsupported) where the server does
  /// not tell what it holds.
  [[nodiscard]] std::vector<Stash> stashes(const StashChoice& choice = {});
  /// One stash, or all of one migration, as statements that make a table of its name and fill it:
  /// the first piece names the stashes, the others have a statement each. Reads only, and no more
  /// rows than the piece holds that `take` is given. Throws as stashes(), and what `take` throws.
  void stash_script(const std::string& name, const TakeScript& take);
  /// Removes stashes for good, under the lock, with an event in the ledger for each migration: one
  /// that needs them for its way back has none any more. Returns what is gone. Throws as stashes(),
  /// and Error(partial) while a migration is half done.
  std::vector<Stash> clear_stashes(const StashChoice& choice);

  /// What the target's schema holds now, without Helium's own tables, and its digests where they
  /// are asked for. Reads only. Throws Error(busy) when somebody changes it all the time.
  [[nodiscard]] Schema inspect(Digests* digests = nullptr);

  /// Compares the live schema with what the migrations in the ledger make, run again on a
  /// throw-away place; a finding for each difference, with who and when as far as the server tells.
  /// Throws as test().
  [[nodiscard]] Findings drift(const ScratchRequest& scratch);

  /// Makes the target's schema the wanted one: finds what differs, writes the next migration for
  /// it, proved, and runs it. Many may do it at once: one of them does. Throws Error(refused) for
  /// changes that take data away, unless they are allowed; and as generate() and move().
  [[nodiscard]] Automatic automatic(const AutoRequest& request);

  /// Writes the next migration of the target's design: what lies between two schemas, or a list of
  /// operations, proved on a throw-away place first. With nothing to do no file is written. Throws
  /// Error(unsupported) for what cannot be proved, Error(usage, design, write).
  Generated generate(const GenerateRequest& request);

  /// Every migration up, down to the exact start (schema and rows) and up again, on throw-away
  /// places with rows in every table; dialects and designs side by side. What passed and did not
  /// change since is not tried again. Throws Error(usage) when nothing says which server may be
  /// used, Error(connection) when it cannot be reached.
  [[nodiscard]] Trial test(const TestRequest& request);

  /// Writes what the migrations of the design make, schema, rows and positions of sequences, as one
  /// file with which `up` begins on an empty target. Each dialect is proved first: the file, run on
  /// an empty place, gives what the migrations give there. Throws Error(unsupported) for what is
  /// not equal, Error(usage) for Helium folders and as test().
  [[nodiscard]] Checkpointed checkpoint(const CheckpointRequest& request);

  /// Creates the database, or the schema where the target names one; `drop` removes it. Returns
  /// what was done in one line.
  std::string create();
  std::string drop();
  /// Tries to connect until it works or `limit` is over. Throws the last Error.
  void wait_for_server(std::chrono::milliseconds limit);

  /// Names, numbers, checksums, helium.sum, sections and macros on the given dialects, without a
  /// database.
  [[nodiscard]] Findings validate(const std::vector<std::string>& dialects, bool write_sum);
  /// One migration file under a dialect. With `open`, sealed blocks of a Helium folder are decoded
  /// in `generated`.
  enum class Seals { closed, open };
  [[nodiscard]] Sections expand(const std::string& path, const std::string& dialect,
                                Seals seals = Seals::closed);
  [[nodiscard]] std::vector<MacroLine> macros(const std::string& dialect);
  /// The next migration file; returns its path.
  std::string new_migration(const std::string& title);
  /// Moves pending files above applied and merged ones; returns "old -> new" pairs.
  std::vector<std::pair<std::string, std::string>> renumber(
      const std::vector<std::int64_t>& numbers);

  /// Brings the table of migrations in each design's README up to date, or only looks whether it
  /// is. A README that is current already is not written.
  enum class Indexing { write, check };
  [[nodiscard]] std::vector<IndexState> index(Indexing indexing);

  /// The picture as a document. Throws Error(usage) for a version that is not there.
  [[nodiscard]] std::string diagram(const DiagramRequest& request);
  /// The pictures of all versions, <folder>/<dialect>/<design>-<dialect>-<number>.<form>, from one
  /// layout. Equal files are not touched.
  Written diagrams(const DiagramRequest& request, const std::string& folder);

  /// A static site about the designs. The first of the dialects is what a reader sees first. Pages
  /// that an earlier run wrote and that are no more are removed; equal files are not touched.
  Written document(const std::vector<std::string>& dialects, const std::string& folder);

  /// Stops what runs; callable from another thread and from a signal-waiting thread.
  void cancel() noexcept;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// Compares two schemas; of two dialects under the map of types, and what only one of them can say
/// is in the notes. Throws Error(usage) for sources that are none, and for a drop and an add that
/// may be a rename without a word about it; Error(missing, design, script, connection,
/// database).
[[nodiscard]] SchemaDifference difference_between(const DiffRequest& request);

/// The statements that make this schema from nothing, without terminators. Throws
/// Error(unsupported).
[[nodiscard]] std::vector<std::string> statements_for(const Schema& schema);

/// The schema as JSON, which `diff` reads again; with digests, `diff` against the database that
/// they are of reads only what differs.
[[nodiscard]] std::string schema_json(const Schema& schema, const Digests& digests = {});

/// The schema as Lua, tables as data in portable types, which `diff` reads again.
[[nodiscard]] std::string schema_lua(const Schema& schema);

/// The schema as a picture: its tables, their columns, what refers to what.
[[nodiscard]] std::string schema_picture(const Schema& schema, DiagramRequest::Form form);

/// For a program that is nothing but Helium: tells the client libraries that nobody else in this
/// process uses them, which makes SQLite a tenth faster. Call it before the first Engine.
void own_this_process() noexcept;

/// A new project in `folder`, or one more design in the helium.toml that is there: files made or
/// changed. An empty `design` is called app, an empty `url` a file of SQLite. Throws Error(write).
std::vector<std::string> init_project(const std::string& folder, const std::string& design,
                                      const std::string& url);

}  // namespace helium

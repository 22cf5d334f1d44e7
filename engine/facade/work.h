// What one command needs, opened when it is first asked for: designs, session, dialect, macros,
// ledger.
//
// The verbs in this room are short lists of calls into the rooms below; this is where their shared
// things live. A Work belongs to one command and one thread, but for cancel().
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "design/glance.h"
#include "expand/expand.h"
#include "facade/folders.h"
#include "helium/checkpoint.h"
#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/ledger.h"
#include "helium/observer.h"
#include "helium/plan.h"
#include "helium/report.h"
#include "helium/section.h"
#include "helium/target.h"
#include "history/history.h"
#include "plan/plan.h"
#include "session/session.h"

namespace helium::facade {

/// Stops the command of an Engine from another thread; outlives every session of that command.
class Stop {
 public:
  /// Makes `session` the one that stop() cancels; nullptr for none.
  void watch(session::Session* session);
  /// Marks the command as stopped and cancels what runs.
  void stop() noexcept;
  /// True once stop() was called.
  [[nodiscard]] const std::atomic<bool>& stopped() const noexcept { return stopped_; }

 private:
  std::mutex guard_;
  session::Session* session_ = nullptr;
  std::atomic<bool> stopped_{false};
};

/// A target of the same designs under another dialect, for work that needs no database.
[[nodiscard]] Target under(const Target& target, const std::string& dialect);

/// Where files that can be made again are kept: `said`, else the user's cache folder; empty when
/// there is none.
[[nodiscard]] std::string cache_folder(const std::string& said = {});

/// What the expanded migrations are for. Where nothing is run, a Helium folder's own Lua may be
/// stood in for; in documents, which others read, environment macros stand for their own names.
enum class Purpose { run, check, document };

class Work {
 public:
  /// Target, observer and stop must outlive the work.
  Work(const Target& target, Observer& observer, Stop& stop, Purpose purpose = Purpose::run);
  ~Work();
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  // What it was made with.
  [[nodiscard]] const Target& target() const noexcept { return target_; }
  [[nodiscard]] Observer& observer() noexcept { return observer_; }
  [[nodiscard]] Stop& stop() noexcept { return stop_; }

  /// Whether every folder of the target is as it was when it was last read (design/glance.h) and
  /// all that it held then is applied, told without reading a migration. The folders are looked at
  /// while this connects. It may return without a connection: what kept us out is told by the next
  /// connect(), because mistakes in changed files come first.
  [[nodiscard]] bool is_as_it_was(const session::Options& options);

  /// Takes this design for what the target's folder holds: with a migration that is not written
  /// yet.
  void assume(const Design& design);
  /// The designs of the target, read once. Throws Error(usage) when the target names none.
  const std::vector<Design>& designs();

  /// Connects (again, when called a second time) and learns which dialect the server speaks.
  session::Session& connect(const session::Options& options);
  /// Connects for reading only. False when the database, file or schema does not exist yet: then
  /// there is no session and the ledger is empty.
  bool connect_for_reading();
  [[nodiscard]] session::Session& session();
  [[nodiscard]] bool connected() const noexcept { return session_ != nullptr; }

  /// The dialect of the server, or of the URL's scheme before connecting.
  const Dialect& dialect();
  [[nodiscard]] history::Store store();
  /// Quoted name of an object of the target's schema, whatever the session looks through now:
  /// behind a pool it is set inside transactions only.
  [[nodiscard]] std::string in_schema(const std::string& name);
  /// The ledger as it is now; empty when not connected. Waits where another runner keeps readers
  /// out, no longer than for the runner's lock.
  [[nodiscard]] Ledger read_ledger();
  /// Does it again while another runner keeps us out, no longer than for its lock: a SQLite file
  /// that is held for a whole run, a Db2 reader behind a writer.
  void patiently(const std::function<void()>& work);

  /// The macros of one design under the dialect.
  const expand::Setting& setting(const Design& design);
  /// The expanded sections of a migration, evaluated once per command.
  const Sections& sections(const Migration& migration);
  /// Expands migrations side by side that will be asked for soon.
  void foresee(const std::vector<const Migration*>& migrations);
  /// The ledger as the designs have it: for Helium folders their own table counts.
  [[nodiscard]] Ledger standing_ledger(const Ledger& stored);
  /// What failed in code that a Helium folder loaded gets its place in the file, where that gives
  /// the same statement today.
  void point_at_author(Failed& failed);
  /// Helium folders: loaded texts that are not what their files give today.
  [[nodiscard]] Findings differing_texts();
  /// How the planner's questions are answered; valid while this lives.
  [[nodiscard]] plan::Sources sources();
  /// The macro-set hash of a design by name.
  [[nodiscard]] std::string macros_hash(const std::string& design);
  [[nodiscard]] Plan plan(const Goal& goal, const Ledger& ledger);
  /// A hash of the macros of a design, but for the schema's name, which every place has its own of.
  [[nodiscard]] std::string own_macros(const Design& design);
  /// The statements of a checkpoint, whose file is a native migration.
  [[nodiscard]] Sections sections(const Checkpoint& checkpoint);
  /// The schema as it is now, for typed operations; an empty one when not connected.
  [[nodiscard]] plan::Live live();
  /// The sections of all migrations of a design with every statement written out, for a look
  /// without a database.
  [[nodiscard]] std::vector<Sections> written(const Design& design);

 private:
  [[nodiscard]] std::vector<Sections> applied_sections();
  [[nodiscard]] std::uint64_t rows_of(const std::string& table);
  [[nodiscard]] std::uint64_t width_of(const std::string& table, const std::string& column);
  [[nodiscard]] plan::Beginning beginning(const Design& design, std::optional<std::int64_t> most);
  const Design& design_named(const std::string& name);

  const Target& target_;
  Observer& observer_;
  Stop& stop_;
  Purpose purpose_;
  std::unique_ptr<session::Session> session_;
  std::unique_ptr<Dialect> dialect_;
  std::vector<Design> designs_;
  std::vector<design::Glance> glances_;
  bool designs_read_ = false;
  std::map<std::string, expand::Setting> settings_;
  std::map<std::pair<std::string, std::int64_t>, Sections> sections_;
  Folders folders_;
};

}  // namespace helium::facade

#include "facade/work.h"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <thread>

#include "base/log.h"
#include "design/design.h"
#include "dialect/dialect.h"
#include "files/files.h"
#include "folder/folder.h"
#include "helium/error.h"

namespace helium::facade {

void Stop::watch(session::Session* session) {
  const std::lock_guard lock(guard_);
  session_ = session;
}

void Stop::stop() noexcept {
  stopped_ = true;
  const std::lock_guard lock(guard_);
  if (session_ != nullptr) {
    session_->cancel();
  }
}

std::string cache_folder(const std::string& said) {
  if (!said.empty()) {
    return said;
  }
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/') {
    return files::join(cache, "helium");
  }
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? files::join(home, ".cache/helium") : "";
}

Target under(const Target& target, const std::string& dialect) {
  Target other = target;
  other.url.scheme = dialect;
  return other;
}

Work::Work(const Target& target, Observer& observer, Stop& stop, Purpose purpose)
    : target_(target), observer_(observer), stop_(stop), purpose_(purpose) {}

Work::~Work() {
  stop_.watch(nullptr);
}

bool Work::is_as_it_was(const session::Options& options) {
  const std::string cache = cache_folder();
  const auto look = [&] {
    std::vector<design::Glance> seen;
    for (const auto& folder : target_.designs) {
      seen.push_back(design::glance(folder, cache));
    }
    return seen;
  };
  const bool was_here =
      std::all_of(target_.designs.begin(), target_.designs.end(),
                  [&](const auto& folder) { return design::is_remembered(folder, cache); });
  if (!was_here) {
    glances_ = look();
    return false;
  }
  auto looking = std::async(std::launch::async | std::launch::deferred, look);
  std::optional<std::map<std::string, history::Sums>> sums;
  std::exception_ptr trouble;
  try {
    connect(options);
    patiently([&] { sums = history::sums(session(), store()); });
  } catch (const Error& error) {
    if (error.fault() != Fault::missing) {  // a file that is not there yet will be made
      trouble = std::current_exception();
    }
  }
  glances_ = looking.get();
  std::set<std::string> names;
  for (const auto& seen : glances_) {
    names.insert(seen.design);
  }
  if (names.empty() || names.count("") != 0 || names.size() != glances_.size()) {
    return false;
  }
  if (trouble) {
    std::rethrow_exception(trouble);
  }
  return sums && std::all_of(glances_.begin(), glances_.end(), [&](const auto& seen) {
           const auto& [unsettled, lines] = (*sums)[seen.design];
           return unsettled == 0 && design::held(seen, lines);
         });
}

const std::vector<Design>& Work::designs() {
  if (designs_read_) {
    return designs_;
  }
  if (target_.designs.empty()) {
    throw Error(Fault::usage, "no design is named")
        .hinting("give --design FOLDER, or designs = [\"FOLDER\"] in helium.toml");
  }
  for (const auto& folder : target_.designs) {
    Design design = design::open(folder);
    for (const auto& other : designs_) {
      if (other.name == design.name) {
        throw Error(Fault::design, "two folders hold the design " + design.name + ": " +
                                       other.folder + " and " + design.folder);
      }
    }
    designs_.push_back(std::move(design));
  }
  for (std::size_t i = 0; i < glances_.size(); ++i) {
    design::remember(glances_[i], designs_[i], cache_folder());
  }
  designs_read_ = true;
  return designs_;
}

void Work::assume(const Design& design) {
  designs_.assign(1, design);
  designs_read_ = true;
}

void Work::patiently(const std::function<void()>& work) {
  using Clock = std::chrono::steady_clock;
  const auto began = Clock::now();
  for (;;) {
    try {
      work();
      return;
    } catch (const Error& error) {
      const auto so_far =
          std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
      if (error.fault() != Fault::busy || so_far >= target_.runner_timeout || stop_.stopped()) {
        throw;
      }
      observer_.waiting({}, so_far);
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
}

session::Session& Work::connect(const session::Options& options) {
  stop_.watch(nullptr);
  session_.reset();
  session::Options made = options;
  made.on_waiting = [this](std::chrono::milliseconds so_far) { observer_.waiting({}, so_far); };
  patiently([&] { session_ = session::open(target_, made); });
  stop_.watch(session_.get());
  const auto& server = session_->server();
  base::log_info("connected to " + server.product + " " + server.version +
                 ", pinned: " + server.pinned);
  if (!dialect_ || dialect_->name != server.dialect) {
    dialect_ = std::make_unique<Dialect>(dialect::read(server.dialect, target_.scripts_home));
    settings_.clear();
    sections_.clear();
  }
  return *session_;
}

bool Work::connect_for_reading() {
  try {
    connect({.read_only = true});
    return true;
  } catch (const Error& error) {
    if (error.fault() != Fault::missing) {
      throw;
    }
    base::log_info("nothing to read yet: " + error.message());
    return false;
  }
}

session::Session& Work::session() {
  if (!session_) {
    throw Error(Fault::bug, "a session was asked for before it was opened");
  }
  return *session_;
}

const Dialect& Work::dialect() {
  if (!dialect_) {
    const std::string name = target_.url.scheme.empty() ? "sqlite" : target_.url.scheme;
    dialect_ = std::make_unique<Dialect>(dialect::read(name, target_.scripts_home));
  }
  return *dialect_;
}

history::Store Work::store() {
  history::Store store;
  store.dialect = &dialect();
  store.schema = connected() ? session_->server().schema : target_.schema;
  store.ledger_schema = target_.ledger.schema.empty() ? store.schema : target_.ledger.schema;
  store.prefix = target_.ledger.prefix;
  store.check();
  return store;
}

Ledger Work::read_ledger() {
  if (connected()) {
    Ledger ledger;
    patiently([&] { ledger = history::read(*session_, store()); });
    return ledger;
  }
  Ledger empty;
  empty.schema = target_.schema;
  return empty;
}

const expand::Setting& Work::setting(const Design& design) {
  auto found = settings_.find(design.name);
  if (found == settings_.end()) {
    const auto getenv = [this](const char* name) -> const char* {
      return purpose_ == Purpose::document ? name : std::getenv(name);
    };
    found =
        settings_.emplace(design.name, expand::setting(design, dialect(), target_, getenv)).first;
    found->second.stopped = &stop_.stopped();
    if (purpose_ != Purpose::run && design.format == Format::folder) {
      found->second.stand_in = folder::stand_in(found->second);
      found->second.plain_seals = true;
    }
  }
  return found->second;
}

const Design& Work::design_named(const std::string& name) {
  for (const auto& design : designs()) {
    if (design.name == name) {
      return design;
    }
  }
  throw Error(Fault::bug, "the plan names the unknown design " + name);
}

namespace {

// How the files of a design are expanded.
auto way_of(const Design& design) {
  return design.format == Format::folder ? &folder::sections
         : design.format == Format::sql  ? &expand::sql_sections
                                         : &expand::sections;
}

}  // namespace

const Sections& Work::sections(const Migration& migration) {
  const auto key = std::pair(migration.design, migration.number);
  auto found = sections_.find(key);
  if (found == sections_.end()) {
    const Design& design = design_named(migration.design);
    found = sections_.emplace(key, way_of(design)(migration, setting(design))).first;
  }
  return found->second;
}

// What fails is not kept: whoever asks for it meets the failure in its place.
void Work::foresee(const std::vector<const Migration*>& migrations) {
  std::vector<expand::Job> jobs;
  for (const Migration* migration : migrations) {
    const Design& design = design_named(migration->design);
    const bool known = sections_.count({migration->design, migration->number}) != 0 ||
                       (design.format == Format::folder && folders_.holds(migration->number));
    if (!known) {
      jobs.push_back({migration, &setting(design), {}, {}, way_of(design)});
    }
  }
  expand::side_by_side(jobs);
  for (expand::Job& job : jobs) {
    if (!job.failure && !job.sections.design.empty()) {
      sections_.emplace(std::pair(job.migration->design, job.migration->number),
                        std::move(job.sections));
    }
  }
}

std::vector<Sections> Work::written(const Design& design) {
  std::vector<Sections> all;
  for (const Migration& migration : design.migrations) {
    all.push_back(sections(migration));
  }
  return plan::written(all, dialect());
}

std::string Work::macros_hash(const std::string& design) {
  for (const auto& known : designs()) {
    if (known.name == design) {
      return setting(known).macros_hash;
    }
  }
  return {};
}

Ledger Work::standing_ledger(const Ledger& stored) {
  if (!connected() || !Folders::any(designs())) {
    return stored;
  }
  patiently([&] {
    folders_.read(*session_, store());
    folders_.find_broken(*session_, store(), designs(), stored);
  });
  return folders_.merged(stored, designs());
}

void Work::point_at_author(Failed& failed) {
  if (failed.statement == 0 || failed.error.where().line != 0 || failed.error.statement().empty()) {
    return;  // no statement, or its place is known
  }
  const Design& design = design_named(failed.design);
  if (design.format != Format::folder) {
    return;
  }
  const Lexicon& lexicon = dialect().lexicon;
  const std::string wanted = folder::unsealed(failed.error.statement(), lexicon);
  for (const Migration& migration : design.migrations) {
    if (migration.number != failed.number) {
      continue;
    }
    try {
      const Sections& made = sections(migration);
      const auto& list = failed.direction == Direction::reverse ? made.reverse : made.forward;
      for (const Statement& statement : list) {
        if (folder::unsealed(statement.text, lexicon) == wanted) {
          failed.error = failed.error.at(statement.span);
          return;
        }
      }
    } catch (const Error& error) {
      base::log_info("the file does not give its statements: " + error.message());
    }
  }
}

Findings Work::differing_texts() {
  Findings findings;
  for (const Design& design : designs()) {
    for (const Migration& migration : design.migrations) {
      if (design.format == Format::folder && folders_.holds(migration.number)) {
        const Findings more =
            folders_.differing(*session_, store(), migration, sections(migration));
        findings.insert(findings.end(), more.begin(), more.end());
      }
    }
  }
  return findings;
}

Plan Work::plan(const Goal& goal, const Ledger& ledger) {
  return plan::make(goal, designs(), standing_ledger(ledger), dialect(), sources());
}

}  // namespace helium::facade

// auto: the wanted schema at once: detect, generate, prove, gate, apply, record.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <thread>

#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/counters.h"
#include "ddl/ddl.h"
#include "dialect/dialect.h"
#include "facade/compared.h"
#include "facade/generate.h"
#include "facade/inside.h"
#include "facade/schema_source.h"
#include "files/files.h"
#include "helium/error.h"
#include "seal/sha256.h"

namespace helium {
namespace {

// Under this name the ledger keeps what was found equal: the wanted schema and the one there.
constexpr const char* remembered_as = "auto";

// One writer of migrations in a folder. Between hosts the lock in the database does the same.
class FolderHold {
 public:
  FolderHold(const std::string& folder, std::chrono::milliseconds patience)
      : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ < 0) {
      throw Error(Fault::missing, "there is no folder " + base::printable(folder));
    }
    const auto until = std::chrono::steady_clock::now() + patience;
    while (::flock(folder_, LOCK_EX | LOCK_NB) != 0) {
      if (std::chrono::steady_clock::now() > until) {
        ::close(folder_);
        throw Error(Fault::busy, "another helium auto works in " + base::printable(folder));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  ~FolderHold() { ::close(folder_); }
  FolderHold(const FolderHold&) = delete;
  FolderHold& operator=(const FolderHold&) = delete;

 private:
  int folder_;
};

// What the wanted schema is now; empty for what is no file: a database may change at any time.
std::string text_of(const std::string& said) {
  if (facade::is_url(said) || !files::exists(said)) {
    return {};
  }
  seal::Sha256 hash;
  hash.add(version());
  if (files::is_folder(said)) {
    for (const std::string& name : files::list(said)) {
      const std::string path = files::join(said, name);
      hash.add(name).add(files::is_folder(path) ? std::string() : files::read(path));
    }
  } else {
    hash.add(said).add(files::read(said));
  }
  return hash.hex();
}

std::string both(const std::string& wanted, const Digests& digests) {
  seal::Sha256 hash;
  hash.add(wanted).add(digests.of).add(digests.others);
  for (const auto& [name, digest] : digests.tables) {
    hash.add(name).add(digest);
  }
  return hash.hex();
}

Digests digests_of(facade::Work& work) {
  const auto store = work.store();
  return catalog::digests(work.session(), work.dialect(), {store.schema, store.prefix, {}});
}

// Read-only and without a lock: this is what each start of an application pays.
bool is_as_remembered(facade::Work& work, const std::string& wanted) {
  if (wanted.empty() || !work.connect_for_reading()) {
    return false;
  }
  const std::string kept = history::remembered(work.session(), work.store(), remembered_as);
  return !kept.empty() && kept == both(wanted, digests_of(work));
}

// varchar(20)[] -> "varchar[]", 20; a type without one size has none.
std::pair<std::string, std::optional<std::int64_t>> sized(const std::string& type) {
  const auto open = type.find('(');
  const auto close = type.find(')', std::min(open, type.size()));
  std::int64_t size = 0;
  if (close == std::string::npos ||
      std::from_chars(type.data() + open + 1, type.data() + close, size).ptr !=
          type.data() + close) {
    return {base::lower(type), std::nullopt};
  }
  return {base::lower(type.substr(0, open) + type.substr(close + 1)), size};
}

// Whether a type without a size holds whatever has one. What a moment is cut to when nothing is
// said is another number on each server, and a text or number of one digit may be meant.
bool is_endless(const std::string& word) {
  static const std::set<std::string> words = {"varchar", "text",    "longtext", "varbit",
                                              "numeric", "decimal", "clob"};
  return words.count(word) != 0;
}

// Every value of the one type is a value of the other.
bool only_widens(const std::string& before, const std::string& after) {
  static const std::vector<std::string> whole = {"smallint", "int", "integer", "bigint"};
  static const std::vector<std::string> texts = {"char", "varchar", "text", "longtext"};
  const auto [from, from_size] = sized(ddl::counted_type(before));
  const auto [to, to_size] = sized(ddl::counted_type(after));
  const auto rank = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) - words.begin();
  };
  const auto widens = [&, from = from, to = to](const std::vector<std::string>& words) {
    const auto end = static_cast<std::ptrdiff_t>(words.size());
    return rank(words, to) < end && rank(words, from) <= rank(words, to);
  };
  if (before.find(',') != std::string::npos || after.find(',') != std::string::npos) {
    return before == after;
  }
  const bool room = from_size == to_size || (!to_size && is_endless(to)) ||
                    (from_size && to_size && *from_size <= *to_size);
  return (from == to && room) || widens(whole) || (widens(texts) && room);
}

// Another value would stand where one is: a column that was written is computed from now on, or
// what is NULL gets a value that nobody gave. What was computed on reading stands nowhere, and only
// SQLite, which makes the table anew, has it to copy.
bool replaces_values(const Alter<Column>& altered, const std::vector<std::string>& backfills,
                     const std::string& dialect) {
  const bool forgotten = altered.before.generated == Column::Generated::on_read &&
                         altered.after.generated == Column::Generated::no && dialect != "sqlite";
  const bool computed = altered.before.generated == Column::Generated::no &&
                        altered.after.generated != Column::Generated::no;
  const std::string start = altered.table + "." + altered.after.name + "=";
  const bool given = std::any_of(backfills.begin(), backfills.end(), [&](const std::string& said) {
    return said.rfind(start, 0) == 0;
  });
  return computed || forgotten || (altered.before.null && !altered.after.null && !given);
}

// A computed column that makes way for what it is computed from comes back with its values.
bool comes_back(const Drop<Column>& dropped, const Changes& changes) {
  return dropped.object.generated != Column::Generated::no &&
         std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
           const auto* added = std::get_if<Add<Column>>(&change.what);
           return added != nullptr && added->table == dropped.table &&
                  added->object.name == dropped.object.name &&
                  added->object.generated != Column::Generated::no;
         });
}

// The changes after which some of today's data are gone.
std::vector<std::string> destructive(const Changes& changes,
                                     const std::vector<std::string>& backfills,
                                     const std::string& dialect) {
  std::vector<std::string> names;
  for (const Change& change : changes) {
    const auto* altered = std::get_if<Alter<Column>>(&change.what);
    const bool narrows =
        altered != nullptr && (!only_widens(altered->before.type, altered->after.type) ||
                               replaces_values(*altered, backfills, dialect));
    const auto* dropped = std::get_if<Drop<Column>>(&change.what);
    if (narrows || std::holds_alternative<Drop<Table>>(change.what) ||
        (dropped != nullptr && !comes_back(*dropped, changes)) ||
        std::holds_alternative<Drop<Sequence>>(change.what)) {
      const ddl::Name name = ddl::name_of(change);
      names.push_back(name.kind + " " + name.table +
                      (name.table.empty() || name.object.empty() ? "" : ".") + name.object);
    }
  }
  return names;
}

void refuse_destructive(const std::vector<std::string>& names) {
  if (!names.empty()) {
    Error error(
        Fault::refused,
        "this would take data away: " + names.front() +
            (names.size() == 1 ? "" : " and " + std::to_string(names.size() - 1) + " more"));
    for (const std::string& name : names) {
      error = error.noting(name);
    }
    throw error.hinting(
        "--allow-destructive, --rename for what has another name, or --backfill "
        "table.column=EXPRESSION for what becomes NOT NULL");
  }
}

GenerateRequest next_of(const AutoRequest& request, const DiffRequest& between) {
  GenerateRequest next;
  next.title = request.title;
  next.between = between;
  next.backfills = request.backfills;
  next.unproved = request.unproved;
  return next;
}

// What cannot be planned is not written: the folder would stand in the way of every run behind it.
Generated written(const GenerateRequest& request, facade::Work& work) {
  const Design design = facade::design_to_fill(work.target());
  facade::Next next = facade::next_migration(request, design);
  Design filled = design;
  filled.migrations.push_back(facade::as_read(design, next.files));
  work.assume(filled);
  (void)work.plan({.verb = Goal::Verb::up}, work.read_ledger());
  facade::write_down(design, next.files, next.told);
  return std::move(next.told);
}

// The same as the run that follows, but for what it writes; nothing is there to be locked.
void dry_run(const AutoRequest& request, facade::Work& work, Design design,
             const std::function<DiffRequest()>& detect, Automatic& result) {
  const Goal up{.verb = Goal::Verb::up};
  work.assume(design);
  if (!work.connected()) {
    (void)work.connect_for_reading();
  }
  if (!design.migrations.empty()) {
    result.plan = work.plan(up, work.read_ledger());
    if (!result.plan->steps.empty()) {
      result.difference.notes.emplace_back(
          "this is pending and runs first; what is still needed then is found behind it");
      return;
    }
  }
  const DiffRequest between = detect();
  result.plan.reset();
  if (result.difference.changes.empty()) {
    return;
  }
  try {
    refuse_destructive(request.allow_destructive ? std::vector<std::string>() : result.destructive);
    facade::Next next = facade::next_migration(next_of(request, between), design);
    design.migrations.push_back(facade::as_read(design, next.files));
    work.assume(design);
    result.plan = work.plan(up, work.read_ledger());
    result.generated = std::move(next.told);
    for (const generate::File& file : next.files) {
      result.generated.files.push_back(file.path);
    }
  } catch (const Error& error) {
    result.refused = error;
  }
}

}  // namespace

Automatic Engine::automatic(const AutoRequest& request) {
  const auto work = inside_->begin();
  Design design = facade::design_to_fill(inside_->target);
  const std::string wanted = text_of(request.between.to);
  if (is_as_remembered(*work, wanted)) {
    return {};
  }
  Automatic result;
  facade::Grounds grounds(request.between.scratch.servers, request.between.scratch.cache);
  const auto detect = [&](Digests* digests) {
    DiffRequest between = request.between;
    Schema found;
    found.dialect = work->dialect().name;
    const bool nowhere = request.dry_run && !work->connected();  // a run would make the file
    between.found = std::make_shared<const Schema>(nowhere ? found : inspect(digests));
    const auto compared = facade::compared(between, grounds);
    result.difference = facade::told(compared, dialect::read(compared.to.dialect));
    result.destructive =
        destructive(compared.difference.changes, request.backfills, compared.to.dialect);
    const auto& lost = compared.difference.lost;
    result.destructive.insert(result.destructive.end(), lost.begin(), lost.end());
    return between;
  };
  if (request.dry_run) {
    dry_run(
        request, *work, std::move(design), [&] { return detect(nullptr); }, result);
    return result;
  }
  const FolderHold folder(design.folder, inside_->target.runner_timeout);
  work->connect({.create = true});
  history::prepare(work->session(), work->store(), work->target().runner_timeout);
  history::Store lock = work->store();  // beside the runners' own lock, which `up` takes
  lock.prefix += "auto_";
  const auto hold =
      history::hold(work->session(), lock, inside_->target.runner_timeout, work->observer());
  Digests digests;
  // What is pending comes first: another one may have written it just now.
  if (!facade::design_to_fill(inside_->target).migrations.empty()) {
    result.report = move({.verb = Goal::Verb::up});
    if (result.report->exit_code() != 0) {
      return result;
    }
  }
  const DiffRequest between = detect(&digests);
  if (!result.difference.changes.empty()) {
    refuse_destructive(request.allow_destructive ? std::vector<std::string>() : result.destructive);
    result.generated = written(next_of(request, between), *work);
    result.report = move({.verb = Goal::Verb::up});
    if (result.report->exit_code() != 0) {
      return result;
    }
    const Automatic done = result;
    (void)detect(&digests);
    if (!result.difference.changes.empty()) {
      const auto& first = result.difference.changes.front();
      throw Error(Fault::bug, "the migration ran, and " + first.kind + " " + first.table + " " +
                                  first.object + " is still needed")
          .hinting("helium down takes it back");
    }
    result = done;
  }
  if (!wanted.empty() && !digests.of.empty()) {
    history::remember(work->session(), work->store(), remembered_as, both(wanted, digests));
  }
  return result;
}

}  // namespace helium

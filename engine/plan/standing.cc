// Files against records.
#include <algorithm>
#include <optional>
#include <set>

#include "helium/error.h"
#include "plan/operations.h"
#include "plan/plan.h"
#include "seal/progress.h"

namespace helium::plan {
namespace {

Finding finding(const char* rule, const std::string& file, std::string message, std::string hint) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::error;
  finding.where.file = file;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  return finding;
}

std::string named(const std::string& design, std::int64_t number) {
  return design + "_" + std::to_string(number);
}

std::string when(const Record& record) {
  return record.applied_at + (record.applied_by.empty() ? "" : " by " + record.applied_by);
}

bool stands_half(const Record& record) {
  return record.state == RecordState::started || record.state == RecordState::failed;
}

// One design's walk over its files, then over the records that have none.
class Walk {
 public:
  Walk(const Design& design, const Ledger& ledger, const Sources& sources, std::string macros_hash)
      : design_(design), ledger_(ledger), sources_(sources), macros_hash_(std::move(macros_hash)) {
    status.design = design.name;
    for (const Record& record : ledger.records) {
      const bool counts = record.design == design.name && record.state == RecordState::applied &&
                          !record.repeatable;
      newest_ = counts ? std::max(newest_, record.number) : newest_;
    }
  }

  void run() {
    std::set<std::int64_t> files;
    for (const Migration& migration : design_.migrations) {
      files.insert(migration.number);
      look_at(migration, ledger_.find(design_.name, migration.number));
    }
    for (const Record& record : ledger_.records) {
      const bool ours = record.design == design_.name;
      if (ours && record.state == RecordState::applied && files.count(record.number) == 0) {
        status.applied.push_back(record.number);
        missing(record);
      } else if (ours && stands_half(record) && files.count(record.number) == 0) {
        partial(record, design_.folder);
      }
    }
    std::sort(status.applied.begin(), status.applied.end());
  }

  DesignStatus status;
  Findings findings;

 private:
  void look_at(const Migration& migration, const Record* record) {
    if (record != nullptr && stands_half(*record)) {
      partial(*record, migration.path);
      return;
    }
    // A row that another runtime loaded has no checksum: its text is taken as it is.
    const bool same = record != nullptr && (record->checksum == migration.checksum ||
                                            (record->checksum.empty() && is_folder()));
    if (record != nullptr && record->state == RecordState::loaded) {
      loaded(migration, same);
    }
    if (record == nullptr || record->state != RecordState::applied) {
      pending(migration);
      return;
    }
    if (record->repeatable && (!same || record->macros_hash != macros_hash_)) {
      status.pending.push_back(migration.number);
      return;
    }
    status.applied.push_back(migration.number);
    if (!same) {
      changed(migration, *record);
    }
  }

  [[nodiscard]] bool is_folder() const { return design_.format == Format::folder; }

  void loaded(const Migration& migration, bool same) {
    status.loaded.push_back(migration.number);
    if (!same) {
      Finding told = finding("reload", migration.path,
                             named(design_.name, migration.number) +
                                 " was changed after it was loaded; it is not applied yet",
                             "helium up loads it again");
      told.severity = Severity::warning;
      findings.push_back(std::move(told));
    }
  }

  // What runs again and again has no place in the order of the numbers. Of a Lua file only its text
  // says so; one that cannot be read has its number's place until it can.
  [[nodiscard]] bool is_repeatable(const Migration& migration) const {
    try {
      return design_.format == Format::native ? sources_.sections(migration).repeatable
                                              : migration.repeatable;
    } catch (const Error&) {
      return false;
    }
  }

  // Only these files are named, and name each other, in words that can be followed.
  [[nodiscard]] std::string to_the_end(const Migration& migration) const {
    return design_.format == Format::native
               ? "helium renumber " + std::to_string(migration.number) + " moves it to the end"
               : "a number above all others puts it at the end";
  }

  void pending(const Migration& migration) {
    status.pending.push_back(migration.number);
    if (migration.number < newest_ && !is_repeatable(migration)) {
      status.out_of_order.push_back(migration.number);
      findings.push_back(finding("out_of_order", migration.path,
                                 named(design_.name, migration.number) +
                                     " is not applied, but the newer " +
                                     named(design_.name, newest_) + " is",
                                 "helium up --out-of-order runs it, " + to_the_end(migration)));
    }
  }

  void changed(const Migration& migration, const Record& record) {
    status.changed.push_back(migration.number);
    Finding told = finding(
        "changed", migration.path,
        named(design_.name, migration.number) + " was changed after it was applied at " +
            when(record) + ": its checksum was " + record.checksum.substr(0, 12) + ", now it is " +
            migration.checksum.substr(0, 12),
        "bring the old text back and write a new migration, or accept it with helium repair " +
            std::to_string(migration.number));
    try {
      say_what_changed(sources_.sections(migration), sources_.kept_reverse(record), told);
    } catch (const Error& error) {
      const bool ledger = error.fault() == Fault::database;
      told.message += (ledger ? "; " : "; now it is no migration: ") + error.message();
    }
    findings.push_back(std::move(told));
  }

  // The ledger kept a short hash of each forward statement.
  static void say_what_changed(const Sections& sections, const Kept& kept, Finding& told) {
    const auto& now = sections.forward;
    if (!kept.found || is_typed(sections)) {
      return;
    }
    std::size_t same = 0;
    while (same < now.size() && same < kept.forward.size() &&
           seal::short_hash(now[same]) == kept.forward[same]) {
      ++same;
    }
    if (same < now.size()) {
      told.where = now[same].span;
      told.message += "; statement " + std::to_string(same + 1) + " of " +
                      std::to_string(now.size()) +
                      (same < kept.forward.size() ? " is another one now" : " is new");
    } else if (same < kept.forward.size()) {
      told.message += "; it had " + std::to_string(kept.forward.size()) + " statements, now " +
                      std::to_string(now.size());
    } else {
      told.message += "; its forward statements are the same";
    }
  }

  void missing(const Record& record) {
    status.missing.push_back(record.number);
    findings.push_back(finding("missing", design_.folder,
                               named(design_.name, record.number) + " was applied at " +
                                   when(record) + ", but its file is not there",
                               "bring the file back, take it down with helium down, or forget it "
                               "with helium repair --forget-missing"));
  }

  void partial(const Record& record, const std::string& file) {
    status.partial.push_back({.number = record.number,
                              .done = record.done,
                              .of = record.total,
                              .state = record.state,
                              .direction = record.direction,
                              .message = record.message});
    std::string message = half_done_words(named(design_.name, record.number), record.direction,
                                          record.done, record.total);
    message += record.message.empty() ? "" : ": " + record.message;
    findings.push_back(finding("partial", file, std::move(message),
                               record.state == RecordState::failed
                                   ? "mend the file, then helium resume; or helium resume --undo"
                                   : "helium up goes on with it"));
  }

  const Design& design_;
  const Ledger& ledger_;
  const Sources& sources_;
  std::string macros_hash_;
  std::int64_t newest_ = -1;
};

bool names(const std::vector<Design>& designs, const std::string& name) {
  return std::any_of(designs.begin(), designs.end(),
                     [&](const Design& design) { return design.name == name; });
}

// The record of another design, that is not here, of the very file.
const Record* under_another_name(const Migration& migration, const std::vector<Design>& designs,
                                 const Ledger& ledger) {
  const auto found =
      std::find_if(ledger.records.begin(), ledger.records.end(), [&](const Record& record) {
        return record.state != RecordState::reverted && record.number == migration.number &&
               record.checksum == migration.checksum && !names(designs, record.design);
      });
  return found == ledger.records.end() ? nullptr : &*found;
}

// A design that bears its folder's name has another one in another checkout. What was applied under
// that name would run once more.
std::optional<Finding> renamed(const Design& design, const std::vector<Design>& designs,
                               const Ledger& ledger) {
  const bool known =
      std::any_of(ledger.records.begin(), ledger.records.end(),
                  [&](const Record& record) { return record.design == design.name; });
  if (!design.named_by_folder || known) {
    return std::nullopt;
  }
  for (const Migration& migration : design.migrations) {
    if (const Record* record = under_another_name(migration, designs, ledger)) {
      return finding("renamed", migration.path,
                     "this very file has run here already, at " + when(*record) + ", as " +
                         named(record->design, record->number) +
                         ": the design bears the name of "
                         "its folder, which was " +
                         record->design + " then and is " + design.name + " now",
                     "run it from a folder named " + record->design + ", or name the files " +
                         named(record->design, migration.number) +
                         ".sql; if the two are to be told apart, helium baseline takes over what "
                         "stands");
    }
  }
  return std::nullopt;
}

}  // namespace

Standing standing(const std::vector<Design>& designs, const Ledger& ledger,
                  const Sources& sources) {
  Standing standing;
  for (const Design& design : designs) {
    const bool asks = std::any_of(
        ledger.records.begin(), ledger.records.end(),
        [&](const Record& record) { return record.repeatable && record.design == design.name; });
    Walk walk(design, ledger, sources, asks ? sources.macros_hash(design.name) : std::string());
    walk.run();
    standing.findings.insert(standing.findings.end(), design.findings.begin(),
                             design.findings.end());
    standing.findings.insert(standing.findings.end(), walk.findings.begin(), walk.findings.end());
    if (auto told = renamed(design, designs, ledger)) {
      standing.findings.push_back(std::move(*told));
    }
    standing.designs.push_back(std::move(walk.status));
  }
  return standing;
}

}  // namespace helium::plan

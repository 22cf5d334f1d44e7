#include "facade/folders.h"

#include <algorithm>
#include <set>

#include "folder/broken.h"
#include "folder/folder.h"
#include "helium/error.h"
#include "seal/progress.h"

namespace helium::facade {
namespace {

constexpr std::int64_t forward_type = 1000;
constexpr std::int64_t applied_type = 1003;

std::set<std::int64_t> thousands_of(const Design& design) {
  std::set<std::int64_t> thousands;
  for (const Migration& migration : design.migrations) {
    thousands.insert(migration.number / 1000);
  }
  return thousands;
}

std::vector<history::Named> named(const std::vector<folder::Trace>& traces) {
  std::vector<history::Named> things;
  for (const auto& [statement, thing, when_there] : traces) {
    using Kind = folder::Thing::Kind;
    const bool part = thing.kind == Kind::column || thing.kind == Kind::index;
    things.push_back({.kind = thing.kind == Kind::column  ? "column"
                              : thing.kind == Kind::index ? "index"
                                                          : "table",
                      .table = part ? thing.table : thing.name,
                      .name = part ? thing.name : ""});
  }
  return things;
}

bool stands_half(const Record& record) {
  return record.state == RecordState::started || record.state == RecordState::failed;
}

}  // namespace

bool Folders::any(const std::vector<Design>& designs) {
  return std::any_of(designs.begin(), designs.end(),
                     [](const Design& design) { return design.format == Format::folder; });
}

void Folders::read(session::Session& session, const history::Store& store) {
  queries_ = history::queries(session, store);
  states_.clear();
  forward_.reset();
  reverse_.reset();
  broken_.reset();
  for (const auto& row : queries_.rows) {
    if (row.type == applied_type) {
      states_[row.ref] = RecordState::applied;
    } else if (row.type == forward_type) {
      states_.emplace(row.ref, RecordState::loaded);
    }
  }
}

void Folders::find_broken(session::Session& session, const history::Store& store,
                          const std::vector<Design>& designs, const Ledger& stored) {
  const auto next = next_of(designs);
  if (store.dialect->traits.ddl_in_transaction || !next ||
      stored.find(next->design, next->number)) {
    return;
  }
  const auto statements =
      folder::code(codes(session, store, false).at(next->number), next->path, *store.dialect)
          .statements;
  const auto traces = folder::traces_of(statements, store.dialect->lexicon);
  const auto there = history::there(session, store, named(traces));
  if (there.size() != traces.size() || folder::finished(traces, there) == 0) {
    return;
  }
  Record record;
  record.design = next->design;
  record.number = next->number;
  record.state = RecordState::failed;
  record.title = next->title;
  record.transaction = TransactionClass::each;
  record.done = folder::finished(traces, there);
  record.total = static_cast<std::uint32_t>(statements.size());
  record.progress_hash = seal::progress_hash(statements, record.done);
  record.message = "another runtime broke off; what these statements made is there";
  broken_ = std::move(record);
}

// What a runtime applies next: the lowest number above what is applied of its thousand.
const Migration* Folders::next_of(const std::vector<Design>& designs) const {
  std::map<std::int64_t, std::int64_t> applied;
  for (const auto& [number, state] : states_) {
    if (state == RecordState::applied) {
      applied[number / 1000] = number;
    }
  }
  const Migration* next = nullptr;
  for (const Design& design : designs) {
    for (const Migration& migration : design.migrations) {
      const auto state = states_.find(migration.number);
      const bool open = design.format == Format::folder && state != states_.end() &&
                        state->second == RecordState::loaded &&
                        migration.number > applied[migration.number / 1000];
      next = open && (next == nullptr || migration.number < next->number) ? &migration : next;
    }
  }
  return next;
}

Ledger Folders::merged(const Ledger& stored, const std::vector<Design>& designs) const {
  Ledger ledger = stored;
  std::map<std::int64_t, std::string> owners;
  for (const Design& design : designs) {
    if (design.format != Format::folder) {
      continue;
    }
    for (const std::int64_t thousand : thousands_of(design)) {
      const auto [owner, fresh] = owners.emplace(thousand, design.name);
      if (!fresh) {
        throw Error(Fault::design, "the folders " + owner->second + " and " + design.name +
                                       " both have migrations from " +
                                       std::to_string(thousand * 1000) +
                                       " on; they cannot share a queries table")
            .hinting("give each folder a thousand of its own, or a target of its own");
      }
    }
    for (Record& record : ledger.records) {
      const bool settled = record.design == design.name && !stands_half(record);
      if (settled && states_.count(record.number) == 0) {
        record.state = RecordState::reverted;
      }
    }
  }
  std::vector<Record> foreign;
  for (const auto& [number, state] : states_) {
    const auto owner = owners.find(number / 1000);
    if (owner == owners.end()) {
      continue;
    }
    const auto known = std::find_if(
        ledger.records.begin(), ledger.records.end(),
        [&, n = number](const Record& r) { return r.design == owner->second && r.number == n; });
    if (known == ledger.records.end()) {
      Record record;
      record.design = owner->second;
      record.number = number;
      record.state = state;
      if (broken_ && broken_->number == number) {
        record = *broken_;
      }
      foreign.push_back(std::move(record));
    } else if (!stands_half(*known)) {
      known->state = state;
    }
  }
  ledger.records.insert(ledger.records.end(), foreign.begin(), foreign.end());
  std::sort(ledger.records.begin(), ledger.records.end(), [](const Record& a, const Record& b) {
    return a.design != b.design ? a.design < b.design : a.number < b.number;
  });
  return ledger;
}

bool Folders::holds(std::int64_t number) const {
  return states_.count(number) != 0;
}

const Folders::Codes& Folders::codes(session::Session& session, const history::Store& store,
                                     bool reverse) {
  auto& held = reverse ? reverse_ : forward_;
  if (!held) {
    held = history::query_codes(session, store, reverse ? "1001" : "1000, 1003");
  }
  return *held;
}

Sections Folders::loaded(session::Session& session, const history::Store& store,
                         const Migration& migration) {
  Sections sections;
  sections.design = migration.design;
  sections.number = migration.number;
  sections.transaction = TransactionWish::best;
  const Codes& forward = codes(session, store, false);
  if (const auto code = forward.find(migration.number); code != forward.end()) {
    auto made = folder::code(code->second, migration.path, *store.dialect);
    sections.forward = std::move(made.statements);
    sections.findings = std::move(made.findings);
  }
  const Codes& reverse = codes(session, store, true);
  if (const auto code = reverse.find(migration.number); code != reverse.end()) {
    sections.has_reverse = true;
    sections.reverse = folder::code(code->second, migration.path, *store.dialect).statements;
  }
  return sections;
}

Findings Folders::differing(session::Session& session, const history::Store& store,
                            const Migration& migration, const Sections& sections) {
  const Lexicon& lexicon = store.dialect->lexicon;
  const folder::Texts texts = folder::texts_of(sections.generated, migration.number, lexicon);
  const auto same = [&](const Codes& loaded, const std::string& text) {
    const auto found = loaded.find(migration.number);
    return folder::unsealed(found == loaded.end() ? "" : found->second, lexicon) ==
           folder::unsealed(text, lexicon);
  };
  const bool forward = same(codes(session, store, false), texts.forward);
  const bool reverse = same(codes(session, store, true), texts.reverse);
  if (forward && reverse) {
    return {};
  }
  const bool applied = states_.at(migration.number) == RecordState::applied;
  return {{.rule = "loaded_differs",
           .severity = Severity::warning,
           .where = {.file = migration.path},
           .message = "the loaded way " +
                      std::string(forward   ? "back"
                                  : reverse ? "forward"
                                            : "forward and back") +
                      " is not what the file gives today: the file, a macro or the environment "
                      "changed, or somebody wrote into the queries table",
           .hint = std::string("what is loaded counts; to load the file's text, ") +
                   (applied ? "helium down to it, then " : "") +
                   "delete its rows of types 1000 to 1002, then helium up",
           .source_line = {}}};
}

Kept Folders::kept(session::Session& session, const history::Store& store, const Record& record) {
  Kept kept;
  const Codes& reverse = codes(session, store, true);
  const auto code = reverse.find(record.number);
  if (code == reverse.end()) {
    return kept;
  }
  kept.found = true;
  kept.reversible = true;
  kept.transaction =
      store.dialect->traits.ddl_in_transaction ? TransactionClass::whole : TransactionClass::each;
  kept.statements = folder::code(code->second, {}, *store.dialect).statements;
  return kept;
}

}  // namespace helium::facade

#include "facade/folders.h"

#include <algorithm>
#include <set>

#include "folder/folder.h"
#include "helium/error.h"

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
  for (const auto& row : queries_.rows) {
    if (row.type == applied_type) {
      states_[row.ref] = RecordState::applied;
    } else if (row.type == forward_type) {
      states_.emplace(row.ref, RecordState::loaded);
    }
  }
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

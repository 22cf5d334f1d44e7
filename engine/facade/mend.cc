// baseline and repair: the ledger moves, the schema does not.
#include <algorithm>

#include "facade/correction.h"
#include "facade/inside.h"
#include "helium/error.h"

namespace helium {
namespace {

// A repeatable migration that the ledger does not know as one would never run again.
void take_kind(facade::Work& work, const Migration& migration, Record& record) {
  record.repeatable = work.sections(migration).repeatable;
  record.macros_hash = record.repeatable ? work.macros_hash(migration.design) : std::string();
}

Record record_of(facade::Work& work, const Migration& migration) {
  Record record;
  take_kind(work, migration, record);
  record.design = migration.design;
  record.number = migration.number;
  record.state = RecordState::applied;
  record.title = migration.title;
  record.checksum = migration.checksum;
  record.checksum_algorithm = checksum_algorithm;
  return record;
}

}  // namespace

Report Engine::baseline(std::int64_t number) {
  const auto work = inside_->begin();
  work->designs();
  work->connect({});
  const facade::Correction correction(*work);
  history::Writer writer(work->store(), history::runner(), correction.ledger);
  std::vector<session::Unit> units;
  Report report;
  bool known = false;
  for (const auto& design : work->designs()) {
    if (design.format == Format::folder) {
      throw Error(Fault::usage, "baseline is not for the Helium folder " + design.name +
                                    ": its queries table says what is applied, and is taken over "
                                    "as it is")
          .hinting("helium status shows what is applied");
    }
    for (const auto& migration : design.migrations) {
      known = known || migration.number == number;
      const Record* old = correction.ledger.find(design.name, migration.number);
      const bool stands = old != nullptr && old->state != RecordState::reverted;
      if (migration.number > number || stands) {
        continue;
      }
      units.push_back(writer.note("baselined", record_of(*work, migration), {}));
      report.moved.push_back({.deed = "baselined",
                              .design = design.name,
                              .number = migration.number,
                              .title = migration.title});
    }
  }
  if (!known) {
    throw Error(Fault::design, "no migration has the number " + std::to_string(number))
        .hinting("helium status shows the numbers");
  }
  correction.write(units);
  report.dry = units.empty();
  return report;
}

Report Engine::repair(const std::vector<std::int64_t>& numbers, bool forget_missing) {
  const auto work = inside_->begin();
  work->designs();
  work->connect({});
  const facade::Correction correction(*work);
  history::Writer writer(work->store(), history::runner(), correction.ledger);
  const auto standing = plan::standing(work->designs(), correction.ledger, work->sources());
  const auto wanted = [&](std::int64_t number) {
    return numbers.empty() || std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  };
  std::vector<session::Unit> units;
  Report report;
  for (std::size_t i = 0; i < standing.designs.size(); ++i) {
    const auto& status = standing.designs[i];
    const auto& design = work->designs()[i];
    for (const auto& migration : design.migrations) {
      const bool changed = std::find(status.changed.begin(), status.changed.end(),
                                     migration.number) != status.changed.end();
      if (!changed || !wanted(migration.number)) {
        continue;
      }
      const Record* old = correction.ledger.find(design.name, migration.number);
      Record record = *old;
      if (design.format != Format::folder) {
        take_kind(*work, migration, record);
      }
      record.title = migration.title;
      record.checksum = migration.checksum;
      record.checksum_algorithm = checksum_algorithm;
      units.push_back(writer.note("repaired", record,
                                  "checksum " + old->checksum + " -> " + migration.checksum));
      report.moved.push_back({.deed = "repaired",
                              .design = design.name,
                              .number = migration.number,
                              .title = migration.title});
    }
    for (const std::int64_t number : status.missing) {
      if (!forget_missing || !wanted(number)) {
        continue;
      }
      Record record = *correction.ledger.find(design.name, number);
      record.state = RecordState::reverted;
      units.push_back(writer.note("forgotten", record, "its file is missing"));
      report.moved.push_back({.deed = "forgotten",
                              .design = design.name,
                              .number = number,
                              .direction = Direction::reverse,
                              .title = record.title});
    }
  }
  correction.write(units);
  report.dry = units.empty();
  return report;
}

}  // namespace helium

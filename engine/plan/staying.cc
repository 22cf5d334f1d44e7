#include "plan/staying.h"

#include <algorithm>
#include <string>

namespace helium::plan {
namespace {

const Design* sql_design_of(const Record& record, const std::vector<Design>& designs) {
  const auto found = std::find_if(designs.begin(), designs.end(), [&](const Design& design) {
    return design.name == record.design && design.format == Format::sql;
  });
  return record.repeatable && found != designs.end() ? &*found : nullptr;
}

Finding staying(const Design& design, std::ptrdiff_t count) {
  Finding finding;
  finding.rule = "repeatable";
  finding.severity = Severity::info;
  finding.where.file = design.folder;
  finding.message = std::to_string(count) +
                    (count == 1 ? " repeatable migration has" : " repeatable migrations have") +
                    " no way back and" + (count == 1 ? " stays" : " stay") + " applied";
  finding.hint = "helium up runs one again when its text has changed";
  return finding;
}

}  // namespace

std::vector<const Record*> leaving(std::vector<const Record*> applied,
                                   const std::vector<Design>& designs) {
  std::erase_if(applied, [&](const Record* record) { return sql_design_of(*record, designs); });
  return applied;
}

bool is_step(const Record& record, const std::vector<const Record*>& applied) {
  return !record.repeatable || std::none_of(applied.begin(), applied.end(), [&](const Record* one) {
    return !one->repeatable && one->design == record.design && one->number > record.number;
  });
}

Findings staying(const std::vector<const Record*>& applied, const std::vector<Design>& designs) {
  Findings findings;
  for (const Design& design : designs) {
    const auto count = std::count_if(applied.begin(), applied.end(), [&](const Record* record) {
      return sql_design_of(*record, designs) == &design;
    });
    if (count != 0) {
      findings.push_back(staying(design, count));
    }
  }
  return findings;
}

}  // namespace helium::plan

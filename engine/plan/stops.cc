#include "plan/stops.h"

#include <algorithm>

#include "base/text.h"
#include "helium/error.h"

namespace helium::plan {

bool is_ours(const std::string& design, const std::vector<Design>& designs) {
  return std::any_of(designs.begin(), designs.end(),
                     [&](const Design& candidate) { return candidate.name == design; });
}

void refuse_all(const std::vector<const Finding*>& findings) {
  if (findings.empty()) {
    return;
  }
  const Finding& first = *findings.front();
  Error error =
      Error(Fault::design, first.rule + ": " + first.message).at(first.where).hinting(first.hint);
  constexpr std::size_t most = 20;  // of a folder that is not there, thousands are missing
  const std::size_t told = std::min(findings.size(), most);
  for (std::size_t i = 1; i < told; ++i) {
    error = error.noting(findings[i]->rule + ": " + findings[i]->message);
  }
  if (findings.size() > told) {
    error = error.noting("and " + std::to_string(findings.size() - told) +
                         " more, which helium status lists");
  }
  throw error;
}

void refuse_unknown_number(const Goal& goal, const std::vector<Design>& designs,
                           const Ledger& ledger) {
  if (!goal.to || *goal.to == 0) {
    return;
  }
  const std::int64_t number = *goal.to;
  bool known = std::any_of(ledger.records.begin(), ledger.records.end(), [&](const Record& record) {
    return is_ours(record.design, designs) && record.number == number;
  });
  std::vector<std::string> numbers;
  for (const Design& design : designs) {
    for (const Migration& migration : design.migrations) {
      known = known || migration.number == number;
      numbers.push_back(std::to_string(migration.number));
    }
  }
  if (!known) {
    throw Error(Fault::design, "no migration has the number " + std::to_string(number))
        .hinting(base::did_you_mean(std::to_string(number), numbers));
  }
}

void refuse_unmet(const Node& node, const std::set<std::string>& there,
                  const std::vector<Design>& designs) {
  for (const std::string& required : node.requires_) {
    if (there.count(required) != 0) {
      continue;
    }
    std::vector<std::string> names;
    for (const Design& design : designs) {
      for (const Migration& migration : design.migrations) {
        names.push_back(migration.design + "_" + std::to_string(migration.number));
      }
    }
    const bool known = std::find(names.begin(), names.end(), required) != names.end();
    Span where;
    where.file = node.file;
    throw Error(Fault::design, name_of(node) + " requires " + required +
                                   (known ? ", which is not applied and not part of this plan"
                                          : ", which no design of this target has"))
        .at(where)
        .hinting(known ? "let the plan reach it too" : base::did_you_mean(required, names));
  }
}

void refuse_needed(const std::vector<Node>& nodes, const std::set<std::string>& leaving) {
  for (const Node& node : nodes) {
    for (const std::string& required : node.requires_) {
      if (leaving.count(required) != 0 && leaving.count(name_of(node)) == 0) {
        throw Error(Fault::design,
                    required + " cannot be taken down: " + name_of(node) + " requires it and stays")
            .hinting("take both down");
      }
    }
  }
}

void refuse_gone(const Migration* migration, const std::string& design, std::int64_t number) {
  if (migration == nullptr) {
    throw Error(Fault::design, design + "_" + std::to_string(number) +
                                   " cannot be done again: its file is not there");
  }
}

void refuse_half_done(const Record& record, const Migration* migration) {
  Span where;
  where.file = migration != nullptr ? migration->path : std::string();
  std::string message = half_done_words(record.design + "_" + std::to_string(record.number),
                                        record.direction, record.done, record.total);
  message += record.message.empty() ? "" : " (" + record.message + ")";
  throw Error(Fault::partial, message)
      .at(where)
      .hinting(record.state == RecordState::started
                   ? "helium resume goes on with it; or helium resume --undo"
                   : "mend the file, then helium resume; or helium resume --undo");
}

}  // namespace helium::plan

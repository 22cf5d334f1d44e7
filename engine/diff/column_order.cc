#include "diff/column_order.h"

#include <algorithm>
#include <map>

#include "diff/computed.h"
#include "diff/pairs.h"
#include "diff/partitions.h"

namespace helium::diff {

std::vector<std::string> otherwise_ordered(const Changes& changes, const Schema& from,
                                           const Schema& to) {
  // Tables, and their columns that go (false) or come at the end (true).
  std::map<std::string, std::vector<std::pair<std::string, bool>>> moves;
  for (const Change& change : changes) {
    if (const auto* dropped = std::get_if<Drop<Column>>(&change.what)) {
      moves[dropped->table].emplace_back(dropped->object.name, false);
    } else if (const auto* added = std::get_if<Add<Column>>(&change.what)) {
      moves[added->table].emplace_back(added->object.name, true);
    } else if (const auto* altered = std::get_if<Alter<Column>>(&change.what);
               altered != nullptr && is_made_anew(from.dialect, altered->before, altered->after)) {
      moves[altered->table].emplace_back(altered->after.name, true);
    }
  }
  std::vector<std::string> tables;
  for (const auto& [before, after] : kept_tables(from, to)) {
    std::vector<std::string> names;
    for (const Column& column : before->columns) {
      names.push_back(column.name);
    }
    if (const auto moved = moves.find(before->name); moved != moves.end()) {
      for (const auto& [name, comes] : moved->second) {
        std::erase(names, name);
        if (comes) {
          names.push_back(name);
        }
      }
    }
    const bool same =
        std::equal(names.begin(), names.end(), after->columns.begin(), after->columns.end(),
                   [](const auto& name, const Column& column) { return name == column.name; });
    if (!same) {
      tables.push_back(after->name);
    }
  }
  return tables;
}

}  // namespace helium::diff

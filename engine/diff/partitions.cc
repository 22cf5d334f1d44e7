#include "diff/partitions.h"

#include <algorithm>
#include <map>

#include "ddl/counters.h"
#include "ddl/partitions.h"
#include "diff/pairs.h"

namespace helium::diff {
namespace {

// How many tables one is a part of.
std::size_t depth(const std::map<std::string, const Table*>& parts, const Table& table) {
  const auto of = table.partition_of.empty() ? parts.end() : parts.find(table.partition_of);
  return of == parts.end() ? 0 : 1 + depth(parts, *of->second);
}

bool is_retyped(const Column& before, const Column& after) {
  return ddl::counted_type(before.type) != ddl::counted_type(after.type) ||
         before.collation != after.collation;
}

}  // namespace

std::vector<std::pair<const Table*, const Table*>> kept_tables(const Schema& from,
                                                               const Schema& to) {
  std::map<std::string, const Table*> parted;
  std::vector<std::pair<const Table*, const Table*>> pairs;
  pair_up(from.tables, to.tables, [&](const Table* before, const Table* after) {
    if (before != nullptr && after != nullptr) {
      pairs.emplace_back(before, after);
    }
    if (before != nullptr && !before->partition_by.empty()) {
      parted.emplace(before->name, before);
    }
  });
  std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) {
    return depth(parted, *a.first) < depth(parted, *b.first);
  });
  return pairs;
}

Changes own_defaults_away(const Schema& from, const Schema& to, const Table& before,
                          const Table& after) {
  Changes changes;
  for (const std::string& name : ddl::partitions_of(from, before.name)) {
    const Table& part = *find(from.tables, name);
    for (const Column& own : part.columns) {
      const Column* column = find(before.columns, own.name);
      const Column* same = find(after.columns, own.name);
      if (find(to.tables, name) == nullptr || column == nullptr || same == nullptr ||
          !is_retyped(*column, *same) || own.generated != Column::Generated::no ||
          !own.default_value ||
          own.default_value == ddl::inherited(before, *column).default_value) {
        continue;
      }
      Column bare = own;
      bare.default_value.reset();
      changes.push_back({Alter<Column>{name, own, bare}, {}});
    }
  }
  return changes;
}

}  // namespace helium::diff

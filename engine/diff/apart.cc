#include "diff/apart.h"

#include <algorithm>
#include <utility>

#include "ddl/sequence.h"

namespace helium::diff {
namespace {

Sequence nobodys(Sequence sequence) {
  sequence.owned_by.clear();
  return sequence;
}

// It says where it begins, so that saying it and leaving it to the server are the same.
Sequence settled(Sequence sequence) {
  sequence.options.start = ddl::begins_at(sequence.options);
  return sequence;
}

void own(Change& change, Changes& more) {
  const auto owner_by_itself = [&](Sequence before, Sequence after) {
    more.push_back({Alter<Sequence>{{}, std::move(before), std::move(after)}, {}});
  };
  if (auto* added = std::get_if<Add<Sequence>>(&change.what)) {
    if (!added->object.owned_by.empty()) {
      const Sequence alone = nobodys(added->object);
      owner_by_itself(alone, std::exchange(added->object, alone));
    }
  } else if (auto* dropped = std::get_if<Drop<Sequence>>(&change.what)) {
    if (!dropped->object.owned_by.empty()) {
      const Sequence alone = nobodys(dropped->object);
      owner_by_itself(std::exchange(dropped->object, alone), alone);
    }
  } else if (auto* altered = std::get_if<Alter<Sequence>>(&change.what)) {
    const Sequence before = altered->before;
    const Sequence after = altered->after;
    if (before.owned_by == after.owned_by) {
      return;
    }
    altered->before = nobodys(before);
    altered->after = nobodys(after);
    if (!before.owned_by.empty()) {
      owner_by_itself(before, altered->before);
    }
    if (!after.owned_by.empty()) {
      owner_by_itself(altered->after, after);
    }
  }
}

// A partition as it is made when only its bounds are said.
Table given(const Table& partition, const Table& parent) {
  Table bare = partition;
  bare.primary_key.reset();
  bare.uniques.clear();
  bare.foreign_keys.clear();
  bare.checks = parent.checks;
  for (Column& column : bare.columns) {
    for (const Column& other : parent.columns) {
      if (column.name == other.name) {
        column.null = other.null;
        // A serial column of the table is an integer of the partition.
        column.default_value =
            column.type == other.type ? other.default_value : column.default_value;
      }
    }
  }
  return bare;
}

template <typename Object>
void add_own(const Table& partition, const std::vector<Object>& bare,
             const std::vector<Object>& whole, Changes& more) {
  for (const Object& one : whole) {
    if (std::find(bare.begin(), bare.end(), one) == bare.end()) {
      more.push_back({Add<Object>{partition.name, one}, {}});
    }
  }
}

void part(Change& change, const Schema& to, Changes& more) {
  auto* added = std::get_if<Add<Table>>(&change.what);
  if (added == nullptr || added->object.partition_of.empty()) {
    return;
  }
  const auto parent = std::find_if(to.tables.begin(), to.tables.end(), [&](const Table& one) {
    return one.name == added->object.partition_of;
  });
  if (parent == to.tables.end()) {
    return;
  }
  const Table bare = given(added->object, *parent);
  const Table whole = std::exchange(added->object, bare);
  for (std::size_t i = 0; i < whole.columns.size(); ++i) {
    if (!(bare.columns[i] == whole.columns[i])) {
      more.push_back({Alter<Column>{whole.name, bare.columns[i], whole.columns[i]}, {}});
    }
  }
  if (whole.primary_key) {
    more.push_back({Add<PrimaryKey>{whole.name, *whole.primary_key}, {}});
  }
  add_own(whole, bare.uniques, whole.uniques, more);
  add_own(whole, bare.checks, whole.checks, more);
  add_own(whole, bare.foreign_keys, whole.foreign_keys, more);
}

}  // namespace

Changes taken_apart(Changes changes, const Schema& to) {
  Changes more;
  for (Change& change : changes) {
    own(change, more);
    part(change, to, more);
  }
  changes.insert(changes.end(), more.begin(), more.end());
  std::erase_if(changes, [](const Change& change) {
    const auto* altered = std::get_if<Alter<Sequence>>(&change.what);
    return altered != nullptr && settled(altered->before) == settled(altered->after);
  });
  return changes;
}

}  // namespace helium::diff

#include "ddl/partitions.h"

#include <algorithm>
#include <map>

#include "ddl/counters.h"

namespace helium::ddl {
namespace {

template <typename Object>
auto find(std::vector<Object>& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(),
                      [&](const Object& one) { return one.name == name; });
}
template <typename Object>
auto find(const std::vector<Object>& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(),
                      [&](const Object& one) { return one.name == name; });
}

// Only what differs: the rest may be the partition's own.
void alter(Column& mine, const Column& before, const Column& after) {
  if (before.type != after.type || before.collation != after.collation) {
    mine.type = after.type;
    mine.collation = after.collation;
    // The default is put away for the new type, and comes back behind it.
    mine.default_value = before.default_value ? after.default_value : mine.default_value;
  }
  if (before.default_value != after.default_value) {
    mine.default_value = after.default_value;
  }
  if (before.null != after.null) {
    mine.null = after.null;
  }
  if (before.generated != after.generated || before.expression != after.expression) {
    mine.generated = after.generated;
    mine.expression = after.expression;
  }
}

void hand_columns(Table& part, const Table& before, const Table& after) {
  std::erase_if(part.columns, [&](const Column& one) {
    return find(before.columns, one.name) != before.columns.end() &&
           find(after.columns, one.name) == after.columns.end();
  });
  for (const Column& one : after.columns) {
    const auto old = find(before.columns, one.name);
    const auto mine = find(part.columns, one.name);
    if (mine == part.columns.end()) {
      part.columns.push_back(inherited(after, one));
    } else if (old != before.columns.end()) {
      alter(*mine, inherited(before, *old), inherited(after, one));
    }
  }
}

void hand_checks(Table& part, const Table& before, const Table& after) {
  for (const Check& one : before.checks) {
    if (std::find(after.checks.begin(), after.checks.end(), one) == after.checks.end()) {
      std::erase_if(part.checks, [&](const Check& mine) { return mine.name == one.name; });
    }
  }
  for (const Check& one : after.checks) {
    if (std::find(before.checks.begin(), before.checks.end(), one) == before.checks.end() &&
        std::find(part.checks.begin(), part.checks.end(), one) == part.checks.end()) {
      part.checks.push_back(one);
    }
  }
}

}  // namespace

std::vector<std::string> partitions_of(const Schema& schema, const std::string& table) {
  std::vector<std::string> all;
  for (const Table& one : schema.tables) {
    if (one.partition_of == table) {
      all.push_back(one.name);
      const std::vector<std::string> more = partitions_of(schema, one.name);
      all.insert(all.end(), more.begin(), more.end());
    }
  }
  return all;
}

Column inherited(const Table& table, Column column) {
  if (is_serial(column)) {
    column.type = counted_type(column.type);
    column.default_value = next_of(usual_counter(table.name, column.name));
  }
  column.identity = Column::Identity::none;
  column.sequence = {};
  column.comment.clear();
  return column;
}

void hand_down(Schema& schema, const Table& before, const Table& after) {
  for (Table& part : schema.tables) {
    if (part.partition_of == after.name) {
      const Table was = part;
      hand_columns(part, before, after);
      hand_checks(part, before, after);
      hand_down(schema, was, part);
    }
  }
}

namespace {

bool leaves_out(const Table& table) {
  return !table.partition_of.empty() && table.columns.empty();
}

}  // namespace

bool leaves_columns_out(const Schema& schema) {
  return std::any_of(schema.tables.begin(), schema.tables.end(), leaves_out);
}

Schema with_inherited(Schema schema) {
  for (bool more = true; more;) {
    more = false;
    for (Table& part : schema.tables) {
      const auto of = find(schema.tables, part.partition_of);
      if (leaves_out(part) && of != schema.tables.end() && !of->columns.empty()) {
        hand_columns(part, {}, *of);
        hand_checks(part, {}, *of);
        more = true;
      }
    }
  }
  return schema;
}

}  // namespace helium::ddl

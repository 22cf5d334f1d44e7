// Tables that call routines which stand on tables.
#include <algorithm>

#include "diff/expressions.h"
#include "diff/names.h"
#include "diff/needs.h"
#include "diff/routines.h"

namespace helium::diff {
namespace {

// The routines that come (or go) in one list with tables and stand on one, over others or not.
template <typename OfRoutine, typename OfTable>
Names on_tables(const Changes& changes, std::string (*text_of)(const Routine&)) {
  Names names;
  std::vector<std::pair<const Routine*, std::string>> left;
  for (const Change& change : changes) {
    if (const auto* table = std::get_if<OfTable>(&change.what)) {
      names.add(table->object.name, 0);
    } else if (const auto* routine = std::get_if<OfRoutine>(&change.what)) {
      left.emplace_back(&routine->object, text_of(routine->object));
    }
  }
  Names found;
  for (bool more = true; more;) {
    more = false;
    std::erase_if(left, [&](const auto& one) {
      const bool stands = !names.in(one.second).empty() || !found.in(one.second).empty();
      if (stands) {
        found.add(one.first->name, 0);
        more = true;
      }
      return stands;
    });
  }
  return found;
}

// `apart` gets what is taken out of the table.
template <template <typename> typename Deed>
void take_out(Table& table, const Names& routines, Changes& apart) {
  const bool part = !table.partition_of.empty();
  const auto calls = [&](const std::string& text) { return !routines.in(text).empty(); };
  std::erase_if(table.indexes, [&](const TableIndex& one) {
    const bool out = calls(expressions_of(one));
    if (out) {
      apart.push_back({Deed<TableIndex>{table.name, one}, {}});
    }
    return out;
  });
  std::erase_if(table.checks, [&](const Check& one) {
    const bool out = !part && calls(one.expression);
    if (out) {
      apart.push_back({Deed<Check>{table.name, one}, {}});
    }
    return out;
  });
  for (Column& column : table.columns) {
    if (part || !column.default_value || !calls(*column.default_value)) {
      continue;
    }
    const Column whole = column;
    column.default_value.reset();
    const bool comes = std::is_same_v<Deed<Column>, Add<Column>>;
    apart.push_back(
        {Alter<Column>{table.name, comes ? column : whole, comes ? whole : column}, {}});
  }
}

}  // namespace

void part_callers(Changes& changes) {
  const Names coming = on_tables<Add<Routine>, Add<Table>>(changes, needed_by);
  const Names going = on_tables<Drop<Routine>, Drop<Table>>(changes, held_by);
  Changes apart;
  for (Change& change : changes) {
    if (auto* added = std::get_if<Add<Table>>(&change.what)) {
      take_out<Add>(added->object, coming, apart);
    } else if (auto* dropped = std::get_if<Drop<Table>>(&change.what)) {
      take_out<Drop>(dropped->object, going, apart);
    }
  }
  // A table's default takes the place of its partitions' own.
  changes.insert(changes.begin(), apart.begin(), apart.end());
}

}  // namespace helium::diff

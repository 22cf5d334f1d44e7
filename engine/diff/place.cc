#include "diff/place.h"

namespace helium::diff {
namespace {

// The place of each kind in the whole. Smaller runs earlier. Grants and triggers name a renamed
// table as it was called, foreign keys as it is called afterwards.
struct Place {
  int operator()(const Drop<Grant>&) const { return 0; }
  int operator()(const Drop<Trigger>&) const { return 1; }
  int operator()(const Drop<View>&) const { return 2; }
  int operator()(const Rename<Table>&) const { return 3; }
  int operator()(const Drop<ForeignKey>&) const { return 4; }
  int operator()(const Rename<Column>&) const { return 5; }
  int operator()(const Drop<Table>&) const { return 6; }
  int operator()(const Drop<TableIndex>&) const { return 7; }
  int operator()(const Drop<Check>&) const { return 8; }
  int operator()(const Drop<Key>&) const { return 9; }
  int operator()(const Drop<PrimaryKey>&) const { return 10; }
  int operator()(const Rename<TableIndex>&) const { return 11; }
  int operator()(const Add<Extension>&) const { return 20; }
  int operator()(const Add<Enum>&) const { return 21; }
  int operator()(const Alter<Enum>&) const { return 21; }
  int operator()(const Rename<Enum>&) const { return 21; }
  int operator()(const Add<Domain>&) const { return 22; }
  int operator()(const Alter<Domain>&) const { return 22; }
  int operator()(const Add<Sequence>&) const { return 23; }
  int operator()(const Alter<Sequence>& what) const {
    return what.before.owned_by == what.after.owned_by ? 23 : what.after.owned_by.empty() ? 1 : 34;
  }
  int operator()(const Add<Table>&) const { return 30; }
  int operator()(const Alter<TableOptions>&) const { return 31; }
  int operator()(const Drop<Column>&) const { return 32; }
  int operator()(const Add<Column>&) const { return 33; }
  int operator()(const Alter<Column>&) const { return 33; }
  int operator()(const Add<PrimaryKey>&) const { return 34; }
  int operator()(const Add<Key>&) const { return 35; }
  int operator()(const Add<Check>&) const { return 36; }
  int operator()(const Add<TableIndex>&) const { return 37; }
  int operator()(const Add<ForeignKey>&) const { return 39; }
  int operator()(const Drop<Routine>&) const { return 40; }
  int operator()(const Add<Routine>&) const { return 41; }
  int operator()(const Alter<Routine>&) const { return 41; }
  int operator()(const Add<View>&) const { return 42; }
  int operator()(const Alter<View>&) const { return 42; }
  int operator()(const Add<Trigger>&) const { return 43; }
  int operator()(const Drop<Sequence>&) const { return 50; }
  int operator()(const Drop<Domain>&) const { return 51; }
  int operator()(const Drop<Enum>&) const { return 52; }
  int operator()(const Drop<Extension>&) const { return 53; }
  int operator()(const Add<Grant>&) const { return 60; }
};

// An index or a key that foreign keys stand on goes behind the one that takes its place.
int alone(const Change& change, const IndexNames& late) {
  constexpr int behind_indexes = 38;
  const auto* index = std::get_if<Drop<TableIndex>>(&change.what);
  const auto* key = std::get_if<Drop<Key>>(&change.what);
  return (index != nullptr && late.count({index->table, index->object.name}) != 0) ||
                 (key != nullptr && late.count({key->table, key->object.name}) != 0)
             ? behind_indexes
             : std::visit(Place(), change.what);
}

}  // namespace

std::tuple<int, std::string, int> place_of(const Change& change, const IndexNames& late,
                                           const ddl::Together& together) {
  const int place = alone(change, late);
  if (together.holds(change)) {
    return {Place()(Add<PrimaryKey>()), ddl::name_of(change).table, place};
  }
  return {place, {}, 0};
}

}  // namespace helium::diff

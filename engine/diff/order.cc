#include "diff/order.h"

#include <algorithm>
#include <map>
#include <set>

#include "ddl/ddl.h"

namespace helium::diff {
namespace {

// The place of each kind in the whole. Smaller runs earlier.
struct Place {
  int operator()(const Drop<Grant>&) const { return 0; }
  int operator()(const Drop<Trigger>&) const { return 1; }
  int operator()(const Drop<View>&) const { return 2; }
  int operator()(const Drop<ForeignKey>&) const { return 3; }
  int operator()(const Rename<Table>&) const { return 4; }
  int operator()(const Rename<Column>&) const { return 5; }
  int operator()(const Drop<TableIndex>&) const { return 6; }
  int operator()(const Drop<Check>&) const { return 7; }
  int operator()(const Drop<Key>&) const { return 8; }
  int operator()(const Drop<PrimaryKey>&) const { return 9; }
  int operator()(const Drop<Table>&) const { return 10; }
  int operator()(const Add<Extension>&) const { return 20; }
  int operator()(const Add<Enum>&) const { return 21; }
  int operator()(const Alter<Enum>&) const { return 21; }
  int operator()(const Rename<Enum>&) const { return 21; }
  int operator()(const Add<Domain>&) const { return 22; }
  int operator()(const Alter<Domain>&) const { return 22; }
  int operator()(const Add<Sequence>&) const { return 23; }
  int operator()(const Alter<Sequence>&) const { return 23; }
  int operator()(const Add<Table>&) const { return 30; }
  int operator()(const Alter<TableOptions>&) const { return 31; }
  int operator()(const Drop<Column>&) const { return 32; }
  int operator()(const Add<Column>&) const { return 33; }
  int operator()(const Alter<Column>&) const { return 33; }
  int operator()(const Add<PrimaryKey>&) const { return 34; }
  int operator()(const Add<Key>&) const { return 35; }
  int operator()(const Add<Check>&) const { return 36; }
  int operator()(const Rename<TableIndex>&) const { return 37; }
  int operator()(const Add<TableIndex>&) const { return 37; }
  int operator()(const Add<ForeignKey>&) const { return 38; }
  int operator()(const Drop<Routine>&) const { return 39; }
  int operator()(const Add<Routine>&) const { return 40; }
  int operator()(const Alter<Routine>&) const { return 40; }
  int operator()(const Add<View>&) const { return 41; }
  int operator()(const Alter<View>&) const { return 41; }
  int operator()(const Add<Trigger>&) const { return 42; }
  int operator()(const Drop<Sequence>&) const { return 50; }
  int operator()(const Drop<Domain>&) const { return 51; }
  int operator()(const Drop<Enum>&) const { return 52; }
  int operator()(const Drop<Extension>&) const { return 53; }
  int operator()(const Add<Grant>&) const { return 60; }
};

class Ordering {
 public:
  Ordering(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  Changes order(Changes changes) {
    part_cycles(changes);
    views_around(changes);
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
      return std::visit(Place(), a.what) < std::visit(Place(), b.what);
    });
    sort_stretch<Add<Table>>(changes, [](const Table& needs, const Table& other) {
      return refers(needs, other.name) || needs.partition_of == other.name;
    });
    sort_stretch<Drop<Table>>(changes, [](const Table& first, const Table& other) {
      return refers(other, first.name) || other.partition_of == first.name;
    });
    sort_stretch<Add<View>>(changes, [](const View& needs, const View& other) {
      return ddl::mentions(needs.definition, other.name);
    });
    sort_stretch<Drop<View>>(changes, [](const View& first, const View& other) {
      return ddl::mentions(other.definition, first.name);
    });
    return changes;
  }

 private:
  static bool refers(const Table& table, const std::string& name) {
    return std::any_of(
        table.foreign_keys.begin(), table.foreign_keys.end(),
        [&](const ForeignKey& key) { return key.schema.empty() && key.table == name; });
  }

  // Two tables of one list that point at each other, over any number of others.
  template <typename What>
  static std::set<std::string> in_cycles(const Changes& changes) {
    std::map<std::string, const Table*> tables;
    for (const Change& change : changes) {
      if (const auto* what = std::get_if<What>(&change.what)) {
        tables[what->object.name] = &what->object;
      }
    }
    std::set<std::string> cyclic;
    for (const auto& [name, table] : tables) {
      std::set<std::string> seen;
      std::vector<const Table*> todo = {table};
      while (!todo.empty()) {
        const Table* at = todo.back();
        todo.pop_back();
        for (const ForeignKey& key : at->foreign_keys) {
          const auto next = tables.find(key.table);
          if (next != tables.end() && seen.insert(key.table).second) {
            todo.push_back(next->second);
          }
        }
      }
      if (seen.count(name) != 0 && !(seen.size() == 1 && refers(*table, name))) {
        cyclic.insert(name);
      }
    }
    return cyclic;
  }

  // SQLite checks no reference when a table is made, and cannot add one later.
  void part_cycles(Changes& changes) const {
    if (from_.dialect == "sqlite") {
      return;
    }
    const auto added = in_cycles<Add<Table>>(changes);
    const auto dropped = in_cycles<Drop<Table>>(changes);
    Changes keys;
    for (Change& change : changes) {
      if (auto* what = std::get_if<Add<Table>>(&change.what);
          what != nullptr && added.count(what->object.name) != 0) {
        for (const ForeignKey& key : what->object.foreign_keys) {
          keys.push_back({Add<ForeignKey>{what->object.name, key}, {}});
        }
        what->object.foreign_keys.clear();
      } else if (auto* gone = std::get_if<Drop<Table>>(&change.what);
                 gone != nullptr && dropped.count(gone->object.name) != 0) {
        for (const ForeignKey& key : gone->object.foreign_keys) {
          keys.push_back({Drop<ForeignKey>{gone->object.name, key}, {}});
        }
        gone->object.foreign_keys.clear();
      }
    }
    changes.insert(changes.end(), keys.begin(), keys.end());
  }

  // PostgreSQL refuses to alter or drop what a view reads, SQLite to rename under one; a view that
  // is altered is dropped and made again where all the others are.
  void views_around(Changes& changes) const {
    std::set<std::string> touched;
    for (const Change& change : changes) {
      if (const auto* altered = std::get_if<Alter<Column>>(&change.what)) {
        touched.insert(altered->table);
      } else if (const auto* dropped = std::get_if<Drop<Column>>(&change.what)) {
        touched.insert(dropped->table);
      } else if (const auto* table = std::get_if<Drop<Table>>(&change.what)) {
        touched.insert(table->object.name);
      } else if (const auto* view = std::get_if<Alter<View>>(&change.what)) {
        touched.insert(view->before.name);
      }
    }
    std::set<std::string> again;
    for (bool more = true; more;) {
      more = false;
      for (const View& view : from_.views) {
        const bool stands_on = std::any_of(
            touched.begin(), touched.end(),
            [&](const std::string& name) { return ddl::mentions(view.definition, name); });
        if ((stands_on || touched.count(view.name) != 0) && again.insert(view.name).second) {
          touched.insert(view.name);
          more = true;
        }
      }
    }
    std::erase_if(changes, [](const Change& change) {
      return std::holds_alternative<Alter<View>>(change.what);
    });
    for (const View& view : from_.views) {
      const auto stays = std::find_if(to_.views.begin(), to_.views.end(),
                                      [&](const View& one) { return one.name == view.name; });
      if (again.count(view.name) == 0 || stays == to_.views.end()) {
        continue;
      }
      changes.push_back({Drop<View>{{}, view}, {}});
      changes.push_back({Add<View>{{}, *stays}, {}});
      for (const Grant& grant : to_.grants) {
        const Change granted{Add<Grant>{{}, grant}, {}};
        if (grant.object == view.name && !holds(changes, grant)) {
          changes.push_back(granted);
        }
      }
    }
  }

  static bool holds(const Changes& changes, const Grant& grant) {
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      const auto* granted = std::get_if<Add<Grant>>(&change.what);
      return granted != nullptr && granted->object == grant;
    });
  }

  // Sorts the neighbours of one kind so that each comes behind what it needs.
  template <typename What, typename Needs>
  static void sort_stretch(Changes& changes, const Needs& needs) {
    const auto is = [](const Change& change) { return std::holds_alternative<What>(change.what); };
    const auto begin = std::find_if(changes.begin(), changes.end(), is);
    const auto end = std::find_if_not(begin, changes.end(), is);
    Changes left(begin, end);
    for (auto at = begin; at != end; ++at) {
      const auto next = std::find_if(left.begin(), left.end(), [&](const Change& candidate) {
        const auto& object = std::get<What>(candidate.what).object;
        return std::none_of(left.begin(), left.end(), [&](const Change& other) {
          const auto& another = std::get<What>(other.what).object;
          return another.name != object.name && needs(object, another);
        });
      });
      const auto chosen = next == left.end() ? left.begin() : next;
      *at = *chosen;
      left.erase(chosen);
    }
  }

  const Schema& from_;
  const Schema& to_;
};

}  // namespace

Changes in_order(Changes changes, const Schema& from, const Schema& to) {
  return Ordering(from, to).order(std::move(changes));
}

}  // namespace helium::diff

#include "diff/order.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "ddl/ddl.h"
#include "diff/apart.h"
#include "diff/foreign_keys.h"
#include "diff/place.h"
#include "sql/quote.h"

namespace helium::diff {
namespace {

class Ordering {
 public:
  Ordering(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  Changes order(Changes changes) {
    part_keys(changes);
    const IndexNames late = foreign_keys_around(changes, from_, to_);
    views_around(changes);
    rights_on_routines(changes);
    const ddl::Together together(changes, from_);
    std::stable_sort(changes.begin(), changes.end(), [&](const Change& a, const Change& b) {
      return place_of(a, late, together) < place_of(b, late, together);
    });
    sort_stretch<Add<Table>>(changes, refers_to, Named::first);
    sort_stretch<Drop<Table>>(changes, refers_to, Named::last);
    sort_stretch<Add<View>>(changes, reads_from, Named::first);
    sort_stretch<Drop<View>>(changes, reads_from, Named::last);
    return changes;
  }

 private:
  static bool refers(const Table& table, const std::string& name) {
    return std::any_of(
        table.foreign_keys.begin(), table.foreign_keys.end(),
        [&](const ForeignKey& key) { return key.schema.empty() && key.table == name; });
  }

  // Tables of one list that point at each other, over any number of others: what is left when those
  // that nobody points at, and those that point at nobody, are taken away again and again.
  template <typename What>
  static std::set<std::string> in_cycles(const Changes& changes) {
    std::map<std::string, const Table*> tables;
    for (const Change& change : changes) {
      if (const auto* what = std::get_if<What>(&change.what)) {
        tables[what->object.name] = &what->object;
      }
    }
    std::set<std::string> cyclic;
    std::map<std::string, std::set<std::string>> to;
    std::map<std::string, std::set<std::string>> from;
    for (const auto& [name, table] : tables) {
      cyclic.insert(name);
      for (const ForeignKey& key : table->foreign_keys) {
        if (key.table != name && tables.count(key.table) != 0) {
          to[name].insert(key.table);
          from[key.table].insert(name);
        }
      }
    }
    peel(cyclic, to, from);
    peel(cyclic, from, to);
    return cyclic;
  }

  // Takes away what has nobody behind it.
  static void peel(std::set<std::string>& left,
                   const std::map<std::string, std::set<std::string>>& next,
                   const std::map<std::string, std::set<std::string>>& before) {
    std::map<std::string, std::size_t> open;
    std::vector<std::string> done;
    for (const std::string& name : left) {
      const auto found = next.find(name);
      const std::size_t count =
          found == next.end() ? 0
                              : static_cast<std::size_t>(std::count_if(
                                    found->second.begin(), found->second.end(),
                                    [&](const std::string& one) { return left.count(one) != 0; }));
      open[name] = count;
      if (count == 0) {
        done.push_back(name);
      }
    }
    while (!done.empty()) {
      const std::string name = std::move(done.back());
      done.pop_back();
      left.erase(name);
      if (const auto found = before.find(name); found != before.end()) {
        for (const std::string& one : found->second) {
          if (const auto waits = open.find(one); waits != open.end() && --waits->second == 0) {
            done.push_back(one);
          }
        }
      }
    }
  }

  // A new table may point at what a table gets only behind it.
  struct Gets {
    template <typename What>
    std::string operator()(const What&) const {
      return {};
    }
    std::string operator()(const Add<Column>& what) const { return what.table; }
    std::string operator()(const Alter<Column>& what) const { return what.table; }
    std::string operator()(const Add<PrimaryKey>& what) const { return what.table; }
    std::string operator()(const Add<Key>& what) const { return what.table; }
    std::string operator()(const Add<TableIndex>& what) const { return what.table; }
  };
  static std::set<std::string> getting(const Changes& changes) {
    std::set<std::string> tables;
    for (const Change& change : changes) {
      tables.insert(std::visit(Gets(), change.what));
    }
    return tables;
  }

  // SQLite checks no reference when a table is made, and cannot add one later.
  void part_keys(Changes& changes) const {
    if (from_.dialect == "sqlite") {
      return;
    }
    const auto late = getting(changes);
    const auto added = in_cycles<Add<Table>>(changes);
    const auto dropped = in_cycles<Drop<Table>>(changes);
    Changes keys;
    for (Change& change : changes) {
      if (auto* what = std::get_if<Add<Table>>(&change.what); what != nullptr) {
        Table& table = what->object;
        std::erase_if(table.foreign_keys, [&](const ForeignKey& key) {
          const bool later =
              added.count(table.name) != 0 || (key.schema.empty() && late.count(key.table) != 0);
          if (later) {
            keys.push_back({Add<ForeignKey>{table.name, key}, {}});
          }
          return later;
        });
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
      again_behind(changes, from_.grants, to_.grants,
                   [&](const Grant& one) { return one.object == view.name; });
      again_behind(changes, from_.triggers, to_.triggers,
                   [&](const Trigger& one) { return one.table == view.name; });
    }
  }

  // One that has to be dropped and made again loses its rights.
  void rights_on_routines(Changes& changes) const {
    std::set<std::string> altered;
    for (const Change& change : changes) {
      if (const auto* what = std::get_if<Alter<Routine>>(&change.what)) {
        altered.insert(what->after.name + "(" + what->after.arguments + ")");
      }
    }
    again_behind(changes, from_.grants, to_.grants,
                 [&](const Grant& one) { return altered.count(one.object) != 0; });
  }

  // What goes with a view that is made again and stays: taken away before it, so that who turns the
  // changes round finds it, and made again behind it.
  template <typename Object, typename Belongs>
  static void again_behind(Changes& changes, const std::vector<Object>& before,
                           const std::vector<Object>& after, const Belongs& belongs) {
    for (const Object& one : after) {
      if (belongs(one) && std::find(before.begin(), before.end(), one) != before.end()) {
        changes.push_back({Drop<Object>{{}, one}, {}});
        changes.push_back({Add<Object>{{}, one}, {}});
      }
    }
  }

  // The names of a stretch, and the place of each.
  struct Names {
    std::unordered_map<std::string, std::size_t> all;
    std::unordered_multimap<std::string, std::size_t> words;  // plain ones, in small letters
    std::vector<std::pair<std::string, std::size_t>> quoted;  // the others
    void add(const std::string& name, std::size_t place) {
      all.emplace(name, place);
      if (sql::is_plain_identifier(name)) {
        words.emplace(base::lower(name), place);
      } else {
        quoted.emplace_back(name, place);
      }
    }
  };

  // The places of the tables that a table stands on.
  static std::set<std::size_t> refers_to(const Table& table, const Names& names) {
    std::set<std::size_t> found;
    const auto add = [&](const std::string& name) {
      if (const auto one = names.all.find(name); one != names.all.end()) {
        found.insert(one->second);
      }
    };
    add(table.partition_of);
    for (const ForeignKey& key : table.foreign_keys) {
      if (key.schema.empty()) {
        add(key.table);
      }
    }
    return found;
  }

  // The places of the views whose names stand in a view's query. A name of plain letters is looked
  // up word by word; the others are looked for in the text.
  static std::set<std::size_t> reads_from(const View& view, const Names& names) {
    std::set<std::size_t> found;
    std::string word;
    for (const char c : base::lower(view.definition) + " ") {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
        word += c;
        continue;
      }
      const auto [begin, end] = names.words.equal_range(std::exchange(word, {}));
      for (auto one = begin; one != end; ++one) {
        found.insert(one->second);
      }
    }
    for (const auto& [name, place] : names.quoted) {
      if (ddl::mentions(view.definition, name)) {
        found.insert(place);
      }
    }
    return found;
  }

  enum class Named { first, last };  // what an object names runs before it, or behind it

  // Sorts the neighbours of one kind so that each comes behind what it needs: always the first that
  // waits for nothing; in a circle the first that is left.
  template <typename What, typename Find>
  static void sort_stretch(Changes& changes, const Find& named_by, Named named) {
    const auto is = [](const Change& change) { return std::holds_alternative<What>(change.what); };
    const auto begin = std::find_if(changes.begin(), changes.end(), is);
    const auto end = std::find_if_not(begin, changes.end(), is);
    const Changes all(begin, end);
    const auto object = [&](std::size_t i) -> const auto& {
      return std::get<What>(all[i].what).object;
    };
    Names names;
    for (std::size_t i = 0; i < all.size(); ++i) {
      names.add(object(i).name, i);
    }
    std::vector<std::size_t> waits(all.size());
    std::vector<std::vector<std::size_t>> followers(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const std::size_t other : named_by(object(i), names)) {
        if (other != i) {
          const auto [early, late] =
              named == Named::first ? std::pair(other, i) : std::pair(i, other);
          followers[early].push_back(late);
          ++waits[late];
        }
      }
    }
    std::set<std::size_t> left;
    std::set<std::size_t> ready;
    for (std::size_t i = 0; i < all.size(); ++i) {
      left.insert(i);
      if (waits[i] == 0) {
        ready.insert(i);
      }
    }
    for (auto at = begin; at != end; ++at) {
      const std::size_t next = ready.empty() ? *left.begin() : *ready.begin();
      *at = all[next];
      left.erase(next);
      ready.erase(next);
      for (const std::size_t follower : followers[next]) {
        if (--waits[follower] == 0 && left.count(follower) != 0) {
          ready.insert(follower);
        }
      }
    }
  }

  const Schema& from_;
  const Schema& to_;
};

}  // namespace

Changes in_order(Changes changes, const Schema& from, const Schema& to) {
  return Ordering(from, to).order(taken_apart(std::move(changes), to));
}

}  // namespace helium::diff

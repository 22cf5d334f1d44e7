#include "diff/order.h"

#include <algorithm>
#include <set>
#include <utility>

#include "diff/again.h"
#include "diff/apart.h"
#include "diff/computed.h"
#include "diff/cycles.h"
#include "diff/foreign_keys.h"
#include "diff/names.h"
#include "diff/needs.h"
#include "diff/place.h"

namespace helium::diff {
namespace {

class Ordering {
 public:
  Ordering(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  Changes order(Changes changes) {
    part_foreign_keys(changes, from_);
    computed_again(changes, from_, to_);
    const IndexNames late = foreign_keys_around(changes, from_, to_);
    made_again(changes, from_, to_);
    if (from_.dialect == "postgresql") {
      part_callers(changes);
    }
    const ddl::Together together(changes, from_);
    std::stable_sort(changes.begin(), changes.end(), [&](const Change& a, const Change& b) {
      return place_of(a, late, together) < place_of(b, late, together);
    });
    sort_stretch<Add<Table>>(changes, refers_to, Named::first);
    sort_stretch<Drop<Table>>(changes, refers_to, Named::last);
    sort_stretch<Add<View>>(changes, reads_from, Named::first);
    sort_stretch<Drop<View>>(changes, reads_from, Named::last);
    return needs_first(std::move(changes), from_);
  }

 private:
  // The places of the tables that a table stands on.
  static std::set<std::size_t> refers_to(const Table& table, const Names& names) {
    std::set<std::size_t> found;
    const auto add = [&](const std::string& name) { found.merge(names.of(name)); };
    add(table.partition_of);
    for (const ForeignKey& key : table.foreign_keys) {
      if (key.schema.empty()) {
        add(key.table);
      }
    }
    return found;
  }

  static std::set<std::size_t> reads_from(const View& view, const Names& names) {
    return names.in(view.definition);
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

#include "diff/cycles.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace helium::diff {
namespace {

// Takes away what has nobody behind it.
void peel(std::set<std::string>& left, const std::map<std::string, std::set<std::string>>& next,
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

// Tables of one list that point at each other, over any number of others: what is left when those
// that nobody points at, and those that point at nobody, are taken away again and again.
template <typename What>
std::set<std::string> in_cycles(const Changes& changes) {
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
std::set<std::string> getting(const Changes& changes) {
  std::set<std::string> tables;
  for (const Change& change : changes) {
    tables.insert(std::visit(Gets(), change.what));
  }
  return tables;
}

}  // namespace

void part_foreign_keys(Changes& changes, const Schema& from) {
  if (from.dialect == "sqlite") {
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

}  // namespace helium::diff

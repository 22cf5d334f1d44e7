#include "diff/foreign_keys.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace helium::diff {
namespace {

using Columns = std::vector<std::string>;

// An index or a key, as far as foreign keys go.
struct Support {
  std::string name;  // empty: the primary key
  Columns columns;
  std::optional<TableIndex> index;  // when it is no key
};

Support support(const TableIndex& index) {
  Columns columns;
  for (const IndexPart& part : index.parts) {
    if (part.expression || part.prefix != 0) {
      break;
    }
    columns.push_back(part.text);
  }
  return {index.name, columns, index};
}
Support support(const Key& key) {
  return {key.name, key.columns, {}};
}
Support support(const PrimaryKey& key) {
  return {{}, key.columns, {}};
}

// What changes do to a table that a foreign key may stand on.
struct Touched {
  std::vector<Support> dropped;
  std::vector<Support> added;
  std::vector<std::string> retyped;
};

class Around {
 public:
  Around(Changes& changes, const Schema& from, const Schema& to)
      : changes_(changes),
        from_(from),
        to_(to),
        by_prefix_(from.dialect == "mysql" || from.dialect == "mariadb") {}

  IndexNames make_way() {
    for (const Change& change : changes_) {
      std::visit([&](const auto& what) { note(what); }, change.what);
    }
    if (touched_.empty()) {
      return {};
    }
    for (const Table& table : from_.tables) {
      tables_.emplace(table.name, &table);
    }
    for (const Table& after : to_.tables) {
      const auto before = tables_.find(after.name);
      if (before == tables_.end()) {
        continue;
      }
      for (const ForeignKey& key : before->second->foreign_keys) {
        if (std::count(after.foreign_keys.begin(), after.foreign_keys.end(), key) != 0) {
          stays(*before->second, key);
        }
      }
    }
    changes_.insert(changes_.end(), more_.begin(), more_.end());
    return std::move(late_);
  }

 private:
  template <typename What>
  void note(const What&) {}
  void note(const Drop<TableIndex>& what) { dropped(what); }
  void note(const Drop<Key>& what) { dropped(what); }
  void note(const Drop<PrimaryKey>& what) { dropped(what); }
  void note(const Add<TableIndex>& what) { added(what); }
  void note(const Add<Key>& what) { added(what); }
  void note(const Add<PrimaryKey>& what) { added(what); }
  void note(const Alter<Column>& what) {
    if (by_prefix_ &&
        (what.before.type != what.after.type || what.before.collation != what.after.collation)) {
      touched_[what.table].retyped.push_back(what.after.name);
    }
  }
  template <typename Object>
  void dropped(const Drop<Object>& what) {
    touched_[what.table].dropped.push_back(support(what.object));
  }
  template <typename Object>
  void added(const Add<Object>& what) {
    touched_[what.table].added.push_back(support(what.object));
  }

  // Any index whose first columns are those serves on MySQL and MariaDB, on both ends; elsewhere a
  // key over just them on the end that is pointed at.
  [[nodiscard]] std::vector<Support> serving(std::vector<Support> all,
                                             const Columns& columns) const {
    std::erase_if(all, [&](const Support& one) {
      return by_prefix_ ? one.columns.size() < columns.size() ||
                              !std::equal(columns.begin(), columns.end(), one.columns.begin())
                        : !std::is_permutation(one.columns.begin(), one.columns.end(),
                                               columns.begin(), columns.end());
    });
    return all;
  }

  [[nodiscard]] static std::vector<Support> all_of(const Table& table) {
    std::vector<Support> all;
    if (table.primary_key) {
      all.push_back({{}, table.primary_key->columns, {}});
    }
    for (const Key& key : table.uniques) {
      all.push_back(support(key));
    }
    for (const TableIndex& index : table.indexes) {
      all.push_back(support(index));
    }
    return all;
  }

  void stays(const Table& table, const ForeignKey& key) {
    const bool own = by_prefix_ && !keeps(table, key.columns, End::points);
    const auto target = tables_.find(key.table);
    const bool other = key.schema.empty() && target != tables_.end() &&
                       !keeps(*target->second, key.referenced_columns, End::pointed_at);
    if (own || other) {
      more_.push_back({Drop<ForeignKey>{table.name, key}, {}});
      more_.push_back({Add<ForeignKey>{table.name, key}, {}});
    }
  }

  enum class End { points, pointed_at };

  // Whether a foreign key can stay while the table changes; sees to it where something must run
  // later for that.
  bool keeps(const Table& table, const Columns& columns, End end) {
    const auto found = touched_.find(table.name);
    if (found == touched_.end()) {
      return true;
    }
    const Touched& touched = found->second;
    if (std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
          return std::count(touched.retyped.begin(), touched.retyped.end(), column) != 0;
        })) {
      return false;
    }
    const auto before = serving(all_of(table), columns);
    const auto going = serving(touched.dropped, columns);
    if (!by_prefix_) {
      return going.empty();
    }
    const auto coming = serving(touched.added, columns);
    // The server may have made it; then it would be gone when another comes.
    const bool alone = end == End::points && before.size() == 1 && before.front().index &&
                       before.front().columns == columns && !coming.empty();
    if (going.size() < before.size()) {
      if (alone && !is_renamed(table.name, before.front().name)) {
        const TableIndex aside = rename(table, *before.front().index);
        more_.push_back({Rename<TableIndex>{table.name, aside, before.front().name}, {}});
      }
      return true;
    }
    if (coming.empty() || std::any_of(going.begin(), going.end(), [&](const Support& one) {
          return !one.index && (one.name.empty() || is_added(touched, one.name));
        })) {
      return false;
    }
    for (const Support& one : going) {
      if (one.index && (alone || is_added(touched, one.name))) {
        drop_aside(table, *one.index);
      } else {
        late_.insert({table.name, one.name});
      }
    }
    return true;
  }

  static bool is_added(const Touched& touched, const std::string& name) {
    return std::any_of(touched.added.begin(), touched.added.end(),
                       [&](const Support& one) { return one.name == name; });
  }

  [[nodiscard]] bool is_renamed(const std::string& table, const std::string& name) const {
    const auto is = [&](const Change& change) {
      const auto* renamed = std::get_if<Rename<TableIndex>>(&change.what);
      return renamed != nullptr && renamed->table == table && renamed->object.name == name;
    };
    return std::any_of(changes_.begin(), changes_.end(), is) ||
           std::any_of(more_.begin(), more_.end(), is);
  }

  // Two foreign keys may stand on one index.
  void drop_aside(const Table& table, const TableIndex& index) {
    for (Change& change : changes_) {
      auto* drop = std::get_if<Drop<TableIndex>>(&change.what);
      if (drop != nullptr && drop->table == table.name && drop->object.name == index.name) {
        drop->object = rename(table, index);
        late_.insert({table.name, drop->object.name});
      }
    }
  }

  // Gives the index under its name in between.
  TableIndex rename(const Table& table, const TableIndex& index) {
    constexpr std::size_t longest = 64;
    const auto is_taken = [&](const std::string& name) {
      const auto all = all_of(table);
      const auto& added = touched_[table.name].added;
      const auto is = [&](const Support& one) { return one.name == name; };
      return std::any_of(all.begin(), all.end(), is) || std::any_of(added.begin(), added.end(), is);
    };
    TableIndex renamed = index;
    for (int i = 1; is_taken(renamed.name); ++i) {
      const std::string end = "_old" + (i == 1 ? std::string() : std::to_string(i));
      renamed.name = index.name.substr(0, longest - end.size()) + end;
    }
    more_.push_back({Rename<TableIndex>{table.name, index, renamed.name}, {}});
    return renamed;
  }

  Changes& changes_;
  const Schema& from_;
  const Schema& to_;
  bool by_prefix_;
  std::map<std::string, const Table*> tables_;
  std::map<std::string, Touched> touched_;
  Changes more_;
  IndexNames late_;
};

}  // namespace

IndexNames foreign_keys_around(Changes& changes, const Schema& from, const Schema& to) {
  return from.dialect == "sqlite" ? IndexNames() : Around(changes, from, to).make_way();
}

}  // namespace helium::diff

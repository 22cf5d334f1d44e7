#include "diff/foreign_keys.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "base/text.h"
#include "ddl/counters.h"
#include "ddl/support.h"

namespace helium::diff {
namespace {

using Columns = std::vector<std::string>;

// An index or a key, as far as foreign keys go.
struct Support {
  std::string name;  // empty: the primary key
  Columns columns;
  bool unique = true;                    // over just those columns, in all rows
  std::optional<TableIndex> index = {};  // when it is no key
};

Support support(const TableIndex& index) {
  const Columns columns = ddl::found_in(index);
  const bool whole = columns.size() == index.parts.size();
  return {index.name, columns, index.unique && index.where.empty() && whole, index};
}
Support support(const Key& key) {
  return {key.name, key.columns};
}
Support support(const PrimaryKey& key) {
  return {{}, key.columns};
}

// What changes do to a table that a foreign key may stand on.
struct Touched {
  std::vector<Support> dropped;
  std::vector<Support> added;
  Columns retyped;
  Columns gone;
};

bool holds(const Columns& columns, const std::string& name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

// varchar of varchar(40).
std::string kind_of(const std::string& type) {
  return ddl::counted_type(type.substr(0, type.find('(')));
}

class Around {
 public:
  Around(Changes& changes, const Schema& from, const Schema& to)
      : changes_(changes), from_(from), to_(to), by_prefix_(ddl::makes_indexes(from.dialect)) {}

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
      if (by_prefix_) {
        hold_made(*before->second);
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
  void note(const Drop<Column>& what) { touched_[what.table].gone.push_back(what.object.name); }
  void note(const Alter<Column>& what) {
    const Column& before = what.before;
    const Column& after = what.after;
    const bool other =
        by_prefix_ ? before.type != after.type || before.collation != after.collation ||
                         before.identity != after.identity || before.generated != after.generated
                   : kind_of(before.type) != kind_of(after.type);
    if (other) {
      touched_[what.table].retyped.push_back(after.name);
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
      return by_prefix_
                 ? one.columns.size() < columns.size() ||
                       !std::equal(columns.begin(), columns.end(), one.columns.begin())
                 : !one.unique || !std::is_permutation(one.columns.begin(), one.columns.end(),
                                                       columns.begin(), columns.end());
    });
    return all;
  }

  [[nodiscard]] static std::vector<Support> all_of(const Table& table) {
    std::vector<Support> all;
    if (table.primary_key) {
      all.push_back({{}, table.primary_key->columns});
    }
    for (const Key& key : table.uniques) {
      all.push_back(support(key));
    }
    for (const TableIndex& index : table.indexes) {
      all.push_back(support(index));
    }
    return all;
  }

  // An index that the server may have made goes by itself when another comes that serves as well,
  // also when its foreign key is gone since. One that stays is renamed there and back.
  void hold_made(const Table& table) {
    const auto found = touched_.find(table.name);
    if (found == touched_.end()) {
      return;
    }
    for (const TableIndex& index : table.indexes) {
      const Support one = support(index);
      const auto& gone = found->second.dropped;
      const bool goes = std::any_of(gone.begin(), gone.end(),
                                    [&](const Support& other) { return other.name == one.name; });
      if (!goes && ddl::may_be_made(table, index) &&
          !serving(found->second.added, one.columns).empty() && !is_renamed(table.name, one.name)) {
        const TableIndex aside = rename(table, index);
        more_.push_back({Rename<TableIndex>{table.name, aside, index.name}, {}});
      }
    }
  }

  void stays(const Table& table, const ForeignKey& key) {
    const auto target = key.schema.empty() ? tables_.find(key.table) : tables_.end();
    const bool own = by_prefix_ && !keeps(table, key.columns, End::points);
    const bool other = target != tables_.end() &&
                       (!keeps(*target->second, key.referenced_columns, End::pointed_at) ||
                        (!by_prefix_ && both_retyped(table.name, key)));
    if (own || other) {
      more_.push_back({Drop<ForeignKey>{table.name, key}, {}});
      more_.push_back({Add<ForeignKey>{table.name, key}, {}});
    }
  }

  [[nodiscard]] bool is_retyped(const std::string& table, const std::string& column) const {
    const auto found = touched_.find(table);
    return found != touched_.end() && holds(found->second.retyped, column);
  }

  // PostgreSQL changes one end first, and then the ends may not fit.
  [[nodiscard]] bool both_retyped(const std::string& table, const ForeignKey& key) const {
    for (std::size_t i = 0; i < key.columns.size() && i < key.referenced_columns.size(); ++i) {
      if (is_retyped(table, key.columns[i]) && is_retyped(key.table, key.referenced_columns[i])) {
        return true;
      }
    }
    return false;
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
    if (by_prefix_ && std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
          return holds(touched.retyped, column);
        })) {
      return false;
    }
    auto before = serving(all_of(table), columns);
    auto going = serving(touched.dropped, columns);
    if (!by_prefix_) {
      return going.empty();
    }
    auto coming = serving(touched.added, columns);
    // MySQL gives up no key for an index that is none.
    const auto is_key = [&](const Support& one) { return one.unique && one.columns == columns; };
    if (end == End::pointed_at && std::any_of(before.begin(), before.end(), is_key)) {
      for (auto* list : {&before, &going, &coming}) {
        std::erase_if(*list, [&](const Support& one) { return !is_key(one); });
      }
    }
    if (going.size() < before.size()) {
      return true;
    }
    if (coming.empty() || std::any_of(going.begin(), going.end(), [&](const Support& one) {
          return must_go_first(touched, one);
        })) {
      return false;
    }
    for (const Support& one : going) {
      if (one.index && (ddl::may_be_made(table, *one.index) || is_added(touched, one.name))) {
        drop_aside(table, *one.index);
      } else {
        late_.insert({table.name, one.name});
      }
    }
    return true;
  }

  // A key whose name is wanted for another, and what has a column that goes or gets another type:
  // columns do that before indexes come.
  static bool must_go_first(const Touched& touched, const Support& one) {
    Columns columns = one.columns;
    if (one.index) {
      for (const IndexPart& part : one.index->parts) {
        columns.push_back(part.text);
      }
    } else if (one.name.empty() || is_added(touched, one.name)) {
      return true;
    }
    return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
      return holds(touched.gone, column) || holds(touched.retyped, column);
    });
  }

  // Names of indexes differ by more than the case of their letters.
  static bool is_added(const Touched& touched, const std::string& name) {
    return std::any_of(touched.added.begin(), touched.added.end(),
                       [&](const Support& one) { return base::same_word(one.name, name); });
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
    TableIndex renamed = index;
    renamed.name =
        ddl::name_aside(index.name, [&](const std::string& name) { return is_taken(table, name); });
    more_.push_back({Rename<TableIndex>{table.name, index, renamed.name}, {}});
    return renamed;
  }

  [[nodiscard]] bool is_taken(const Table& table, const std::string& name) {
    const auto all = all_of(table);
    const auto becomes = [&](const Change& change) {
      const auto* renamed = std::get_if<Rename<TableIndex>>(&change.what);
      return renamed != nullptr && renamed->table == table.name &&
             base::same_word(renamed->name, name);
    };
    return is_added(touched_[table.name], name) ||
           std::any_of(all.begin(), all.end(),
                       [&](const Support& one) { return base::same_word(one.name, name); }) ||
           std::any_of(changes_.begin(), changes_.end(), becomes) ||
           std::any_of(more_.begin(), more_.end(), becomes);
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

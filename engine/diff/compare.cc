#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "ddl/ddl.h"
#include "ddl/partitions.h"
#include "diff/by_name.h"
#include "diff/collations.h"
#include "diff/column_order.h"
#include "diff/diff.h"
#include "diff/lost.h"
#include "diff/order.h"
#include "diff/owners.h"
#include "diff/pairs.h"
#include "diff/partitions.h"

namespace helium::diff {
namespace {

class Comparing {
 public:
  Comparing(const Schema& from, const Schema& to, const Renames& renames)
      : from_(from), to_(to), renames_(renames) {}

  Difference compare() {
    rename_tables();
    rename_columns();
    say_collations(from_, to_);
    tables();
    simple(from_.extensions, to_.extensions);
    altered(from_.enums, to_.enums);
    altered(from_.domains, to_.domains);
    altered(from_.sequences, to_.sequences);
    altered(from_.views, to_.views);
    routines();
    belonging(from_.triggers, to_.triggers, &Trigger::name, &Trigger::table, going());
    belonging(from_.grants, to_.grants, &Grant::object, &Grant::object, going());
    difference_.changes = in_order(std::move(difference_.changes), from_, to_);
    for (const std::string& name : otherwise_ordered(difference_.changes, from_, to_)) {
      note("the columns of " + name + " stand in another order");
    }
    difference_.lost = lost_with(difference_.changes, from_);
    for (const std::string& text : difference_.lost) {
      note(text);
    }
    difference_.noted = !difference_.notes.empty();
    not_compared();
    keep_owners(difference_, from_);
    return std::move(difference_);
  }

 private:
  // What the catalog did not understand is on neither side of any change.
  void not_compared() {
    for (const Schema* side : {static_cast<const Schema*>(&from_), &to_}) {
      for (const Unknown& one : side->unknown) {
        const std::string text = one.kind + " " + one.name + " is not compared";
        if (std::find(difference_.notes.begin(), difference_.notes.end(), text) ==
            difference_.notes.end()) {
          note(text);
        }
      }
    }
  }

  template <typename What>
  void add(What what) {
    difference_.changes.push_back({std::move(what), {}});
  }

  [[nodiscard]] std::string new_name(const std::string& old_name,
                                     const std::string& table = {}) const {
    const auto found = renames_.find(table.empty() ? old_name : table + "." + old_name);
    return found == renames_.end() ? std::string() : found->second;
  }

  [[nodiscard]] bool said(const std::string& name) const { return renames_.count(name) != 0; }

  // A renamed table is folded into the left side first, so that the rest compares equals. Triggers
  // and grants are not: they go by its old name and come again by the new one.
  void rename_tables() {
    for (const Table& table : to_.tables) {
      std::string old_name = table.renamed_from;
      for (const auto& [before, after] : renames_) {
        if (after == table.name && find(from_.tables, before) != nullptr) {
          old_name = before;
        }
      }
      const Table* before = old_name.empty() ? nullptr : find(from_.tables, old_name);
      if (before != nullptr && find(from_.tables, table.name) == nullptr &&
          find(to_.tables, old_name) == nullptr) {
        add(Rename<Table>{{}, *before, table.name});
        Schema renamed = ddl::fold(from_, {difference_.changes.back()});
        from_.tables = std::move(renamed.tables);
        from_.sequences = std::move(renamed.sequences);
      }
    }
  }

  void tables() {
    std::vector<const Table*> dropped;
    std::vector<const Table*> added;
    pair_up(from_.tables, to_.tables, [&](const Table* before, const Table* after) {
      if (after == nullptr) {
        dropped.push_back(before);
      } else if (before == nullptr) {
        added.push_back(after);
      }
    });
    for (const Table* one : dropped) {
      for (const Table* other : added) {
        const bool alike = (!one->columns.empty() && one->columns == other->columns) ||
                           base::same_word(one->name, other->name);
        if (alike && !said(one->name)) {
          difference_.doubts.push_back({one->name, {}, other->name});
        }
      }
      add(Drop<Table>{{}, *one});
    }
    for (const Table* one : added) {
      add(Add<Table>{{}, *one});
    }
    for (const auto& [before, after] : kept_tables(from_, to_)) {
      const bool parted = !before->partition_by.empty();
      if (parted) {
        for (Change& change : own_defaults_away(from_, to_, *before, *after)) {
          add(std::get<Alter<Column>>(change.what));
          from_ = ddl::fold(std::move(from_), {std::move(change)});
        }
      }
      table(*before, *after);
      if (parted) {
        ddl::hand_down(from_, *before, *after);
      }
    }
  }

  void table(const Table& before, const Table& after) {
    columns(before, after);
    keys(before, after);
    parts(before.checks, after.checks, after.name);
    parts(before.foreign_keys, after.foreign_keys, after.name);
    indexes(before, after);
    const TableOptions left{before.name, before.options, before.comment};
    const TableOptions right{after.name, after.options, after.comment};
    if (!(left == right)) {
      add(Alter<TableOptions>{{}, left, right});
    }
    if (before.partition_by != after.partition_by || before.partition_of != after.partition_of ||
        before.partition_bound != after.partition_bound) {
      note("the partitioning of " + after.name + " differs");
    }
    if (!(before.exclusions == after.exclusions)) {
      note("the exclusion constraints of " + after.name + " differ");
    }
  }

  void note(const std::string& text) { difference_.notes.push_back(text); }

  // All of them before any table is compared: others point at these columns.
  void rename_columns() {
    for (const auto& [before, after] : kept_tables(from_, to_)) {
      rename_columns(*before, *after);
    }
  }

  // `before` is folded where it stands.
  void rename_columns(const Table& before, const Table& after) {
    for (const Column& column : after.columns) {
      std::string old_name = column.renamed_from;
      for (const Column& one : before.columns) {
        if (!renames_.empty() && new_name(one.name, before.name) == column.name) {
          old_name = one.name;
        }
      }
      const Column* old_column = old_name.empty() ? nullptr : find(before.columns, old_name);
      if (old_column == nullptr || find(before.columns, column.name) != nullptr ||
          find(after.columns, old_name) != nullptr) {
        continue;
      }
      const Column renamed = *old_column;
      add(Rename<Column>{before.name, renamed, column.name});
      Changes all = {difference_.changes.back()};
      for (const std::string& part : ddl::partitions_of(from_, before.name)) {
        all.push_back({Rename<Column>{part, renamed, column.name}, {}});
      }
      from_ = ddl::fold(std::move(from_), all);
    }
  }

  void columns(const Table& before, const Table& after) {
    std::vector<const Column*> dropped;
    std::vector<const Column*> added;
    for (const Column& column : before.columns) {
      const Column* same = find(after.columns, column.name);
      if (same == nullptr) {
        dropped.push_back(&column);
        add(Drop<Column>{after.name, column});
      } else if (!(*same == column)) {
        add(Alter<Column>{after.name, column, *same});
      }
    }
    for (const Column& column : after.columns) {
      if (find(before.columns, column.name) == nullptr) {
        added.push_back(&column);
        add(Add<Column>{after.name, column});
      }
    }
    for (const Column* one : dropped) {
      for (const Column* other : added) {
        const bool alike = one->type == other->type || base::same_word(one->name, other->name);
        if (alike && !said(before.name + "." + one->name)) {
          difference_.doubts.push_back({before.name, one->name, other->name});
        }
      }
    }
  }

  void keys(const Table& before, const Table& after) {
    if (!(before.primary_key == after.primary_key)) {
      if (before.primary_key) {
        add(Drop<PrimaryKey>{after.name, {*before.primary_key}});
      }
      if (after.primary_key) {
        add(Add<PrimaryKey>{after.name, {*after.primary_key}});
      }
    }
    parts(before.uniques, after.uniques, after.name);
  }

  // Constraints are dropped and added: hardly a server alters one. Those without a name are
  // compared by what they say.
  template <typename Object>
  void parts(const std::vector<Object>& before, const std::vector<Object>& after,
             const std::string& table) {
    for (const Object& one : before) {
      if (std::find(after.begin(), after.end(), one) == after.end()) {
        add(Drop<Object>{table, one});
      }
    }
    for (const Object& one : after) {
      if (std::find(before.begin(), before.end(), one) == before.end()) {
        add(Add<Object>{table, one});
      }
    }
  }

  // An index under another name is renamed, not built again.
  void indexes(const Table& before, const Table& after) {
    std::vector<TableIndex> kept = before.indexes;
    for (const TableIndex& one : before.indexes) {
      if (find(after.indexes, one.name) != nullptr) {
        continue;
      }
      for (const TableIndex& other : after.indexes) {
        TableIndex renamed = one;
        renamed.name = other.name;
        if (renamed == other && find(kept, other.name) == nullptr) {
          add(Rename<TableIndex>{after.name, one, other.name});
          *std::find(kept.begin(), kept.end(), one) = renamed;
          break;
        }
      }
    }
    parts(kept, after.indexes, after.name);
  }

  template <typename Object>
  void simple(const std::vector<Object>& before, const std::vector<Object>& after) {
    pair_up(before, after, [&](const Object* left, const Object* right) {
      if (right == nullptr) {
        add(Drop<Object>{{}, *left});
      } else if (left == nullptr) {
        add(Add<Object>{{}, *right});
      } else if (!(*left == *right)) {
        note("the extension " + left->name + " has another version");
      }
    });
  }

  template <typename Object>
  void altered(const std::vector<Object>& before, const std::vector<Object>& after) {
    pair_up(before, after, [&](const Object* left, const Object* right) {
      if (right == nullptr) {
        add(Drop<Object>{{}, *left});
      } else if (left == nullptr) {
        add(Add<Object>{{}, *right});
      } else if (!(*left == *right)) {
        add(Alter<Object>{{}, *left, *right});
      }
    });
  }

  // Routines may share a name and differ in their arguments.
  void routines() {
    const ByName<Routine> before(from_.routines, &Routine::name);
    const ByName<Routine> after(to_.routines, &Routine::name);
    const auto same_as = [](const Routine& a) {
      return [&a](const Routine& b) { return a.kind == b.kind && a.arguments == b.arguments; };
    };
    for (const Routine& one : from_.routines) {
      const Routine* same = after.find(one, same_as(one));
      if (same == nullptr) {
        add(Drop<Routine>{{}, one});
      } else if (!(*same == one)) {
        add(Alter<Routine>{{}, one, *same});
      }
    }
    for (const Routine& one : to_.routines) {
      if (before.find(one, same_as(one)) == nullptr) {
        add(Add<Routine>{{}, one});
      }
    }
  }

  // What goes takes its triggers and grants with it. Tables that are on neither side stay: they
  // were not read, because they are as they were.
  [[nodiscard]] std::set<std::string> going() const {
    std::set<std::string> names;
    const auto each = [](const Schema& schema, const auto& use) {
      for (const Table& one : schema.tables) {
        use(one.name);
      }
      for (const View& one : schema.views) {
        use(one.name);
      }
      for (const Sequence& one : schema.sequences) {
        use(one.name);
      }
    };
    each(from_, [&](const std::string& name) { names.insert(name); });
    each(to_, [&](const std::string& name) { names.erase(name); });
    return names;
  }

  template <typename Object>
  void belonging(const std::vector<Object>& from, const std::vector<Object>& to,
                 std::string Object::*name, std::string Object::*of,
                 const std::set<std::string>& going) {
    const ByName<Object> before(from, name);
    const ByName<Object> after(to, name);
    for (const Object& one : from) {
      if (!after.holds(one) && going.count(one.*of) == 0) {
        add(Drop<Object>{{}, one});
      }
    }
    for (const Object& one : to) {
      if (!before.holds(one)) {
        add(Add<Object>{{}, one});
      }
    }
  }

  Schema from_;
  const Schema& to_;
  const Renames& renames_;
  Difference difference_;
};

}  // namespace

Difference compare(const Schema& from, const Schema& to, const Renames& renames) {
  if (ddl::leaves_columns_out(from) || ddl::leaves_columns_out(to)) {
    const Schema whole = ddl::with_inherited(to);
    return Comparing(ddl::with_inherited(from), whole, renames).compare();
  }
  return Comparing(from, to, renames).compare();
}

}  // namespace helium::diff

#include "diff/computed.h"

#include <algorithm>
#include <map>
#include <set>

#include "ddl/ddl.h"
#include "ddl/partitions.h"
#include "ddl/routine.h"
#include "diff/pairs.h"
#include "diff/partitions.h"

namespace helium::diff {
namespace {

bool is_computed(const Column& column) {
  return column.generated != Column::Generated::no;
}

bool names_it(const std::vector<std::string>& columns, const std::string& name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

class Computed {
 public:
  Computed(Changes& changes, const Schema& from, const Schema& to)
      : changes_(changes), from_(from), to_(to), follows_(from.dialect == "postgresql") {}

  void run() {
    if (follows_) {
      out_of_the_way();
    }
    std::map<std::string, std::set<std::string>> anew;
    for (const Change& change : changes_) {
      const auto* altered = std::get_if<Alter<Column>>(&change.what);
      if (altered != nullptr && is_made_anew(from_.dialect, altered->before, altered->after)) {
        anew[altered->table].insert(altered->after.name);
      }
    }
    for (const auto& [table, columns] : anew_) {
      anew[table].insert(columns.begin(), columns.end());
    }
    for (const auto& [table, columns] : anew) {
      for (const std::string& column : columns) {
        followers(table, column);
        for (const std::string& part : ddl::partitions_of(from_, table)) {
          followers(part, column);
        }
      }
    }
  }

 private:
  void out_of_the_way() {
    std::map<std::string, std::set<std::string>> moved;
    std::set<std::string> routines;
    for (const Change& change : changes_) {
      if (const auto* routine = std::get_if<Drop<Routine>>(&change.what)) {
        routines.insert(routine->object.name);
      } else if (const auto* other = std::get_if<Alter<Routine>>(&change.what);
                 other != nullptr && !ddl::replaces(other->before, other->after)) {
        routines.insert(other->before.name);
      }
      if (const auto* altered = std::get_if<Alter<Column>>(&change.what);
          altered != nullptr && (altered->before.type != altered->after.type ||
                                 altered->before.collation != altered->after.collation ||
                                 is_made_anew(from_.dialect, altered->before, altered->after))) {
        moved[altered->table].insert(altered->before.name);
      } else if (const auto* dropped = std::get_if<Drop<Column>>(&change.what)) {
        moved[dropped->table].insert(dropped->object.name);
      }
    }
    for (const auto& [before, after] : kept_tables(from_, to_)) {
      const Table* of = find(from_.tables, before->partition_of);
      for (const Column& one : before->columns) {
        const Column* same = find(after->columns, one.name);
        const auto names_other = [&](const std::string& name) {
          return name != one.name && ddl::mentions(one.expression, name);
        };
        const std::set<std::string>& columns = moved[before->name];
        if (is_computed(one) && same != nullptr && is_computed(*same) && of == nullptr &&
            (std::any_of(columns.begin(), columns.end(), names_other) ||
             std::any_of(routines.begin(), routines.end(), names_other))) {
          drop_and_add(before->name, one, *same);
        }
      }
    }
  }

  void drop_and_add(const std::string& table, const Column& before, const Column& after) {
    std::erase_if(changes_, [&](const Change& change) {
      const auto* altered = std::get_if<Alter<Column>>(&change.what);
      return altered != nullptr && altered->table == table && altered->before.name == before.name;
    });
    changes_.push_back({Drop<Column>{table, before}, {}});
    changes_.push_back({Add<Column>{table, after}, {}});
    anew_[table].insert(after.name);
  }

  void followers(const std::string& name, const std::string& column) {
    const Table* before = find(from_.tables, name);
    const Table* after = find(to_.tables, name);
    if (before == nullptr || after == nullptr) {
      return;
    }
    const Table* of =
        before->partition_of.empty() ? nullptr : find(from_.tables, before->partition_of);
    if (before->primary_key && before->primary_key == after->primary_key &&
        names_it(before->primary_key->columns, column)) {
      again(name, PrimaryKey{*before->primary_key});
    }
    for (const Key& one : before->uniques) {
      if (names_it(one.columns, column) && stays(after->uniques, one)) {
        again(name, one);
      }
    }
    for (const ForeignKey& one : before->foreign_keys) {
      if (names_it(one.columns, column) && stays(after->foreign_keys, one)) {
        again(name, one);
      }
    }
    for (const Check& one : before->checks) {
      const bool inherited = of != nullptr && stays(of->checks, one);
      if (follows_ && !inherited && ddl::mentions(one.expression, column) &&
          stays(after->checks, one)) {
        again(name, one);
      }
    }
    for (const TableIndex& one : before->indexes) {
      const bool stands_on =
          names_it(one.include, column) || ddl::mentions(one.where, column) ||
          std::any_of(one.parts.begin(), one.parts.end(), [&](const auto& part) {
            return part.expression ? ddl::mentions(part.text, column) : part.text == column;
          });
      if (stands_on && stays(after->indexes, one)) {
        again(name, one);
      }
    }
    for (const Grant& one : from_.grants) {
      if (one.object == name && one.column == column && stays(to_.grants, one)) {
        again({}, one);
      }
    }
  }

  template <typename Object>
  static bool stays(const std::vector<Object>& list, const Object& object) {
    return std::find(list.begin(), list.end(), object) != list.end();
  }

  // Two columns of one index may both be made anew.
  template <typename Object>
  void again(const std::string& table, const Object& object) {
    const bool said = std::any_of(changes_.begin(), changes_.end(), [&](const Change& change) {
      const auto* drop = std::get_if<Drop<Object>>(&change.what);
      return drop != nullptr && drop->table == table && drop->object == object;
    });
    if (!said) {
      changes_.push_back({Drop<Object>{table, object}, {}});
      changes_.push_back({Add<Object>{table, object}, {}});
    }
  }

  Changes& changes_;
  const Schema& from_;
  const Schema& to_;
  bool follows_;
  std::map<std::string, std::set<std::string>> anew_;
};

}  // namespace

bool is_made_anew(const std::string& dialect, const Column& before, const Column& after) {
  if (dialect == "postgresql") {
    return is_computed(after) &&
           (before.generated != after.generated || before.expression != after.expression);
  }
  return dialect != "sqlite" && before.generated != after.generated &&
         (before.generated == Column::Generated::on_read ||
          after.generated == Column::Generated::on_read);
}

void computed_again(Changes& changes, const Schema& from, const Schema& to) {
  Computed(changes, from, to).run();
}

}  // namespace helium::diff

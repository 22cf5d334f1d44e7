#include "diff/again.h"

#include <algorithm>
#include <map>
#include <set>

#include "ddl/counters.h"
#include "ddl/ddl.h"
#include "ddl/partitions.h"
#include "ddl/routine.h"
#include "diff/expressions.h"
#include "diff/pairs.h"
#include "diff/partitions.h"
#include "diff/routines.h"

namespace helium::diff {
namespace {

bool says_one_of(const std::string& text, const std::set<std::string>& names) {
  return !text.empty() && std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return ddl::mentions(text, name);
  });
}

bool is_retyped(const Column& before, const Column& after) {
  return ddl::counted_type(before.type) != ddl::counted_type(after.type) ||
         before.collation != after.collation || before.generated != after.generated ||
         before.expression != after.expression;
}

bool counts_by_another(const Column& before, const Column& after) {
  return ddl::is_counting(before) && ddl::is_counting(after) &&
         ddl::is_serial(before) != ddl::is_serial(after);
}

class Again {
 public:
  Again(Changes& changes, const Schema& from, const Schema& to)
      : changes_(changes), from_(from), to_(to), follows_(from.dialect == "postgresql") {
    parted_ = std::any_of(from.tables.begin(), from.tables.end(),
                          [](const Table& table) { return !table.partition_by.empty(); });
  }

  void run() {
    for (const Change& change : changes_) {
      touch(change);
    }
    while (more_views() || (follows_ && more_routines())) {
    }
    views();
    if (follows_) {
      routines();
      for (const auto& [before, after] : kept_tables(from_, to_)) {
        if (!gone_.empty()) {
          callers(*before, *after);
        }
      }
      again_behind(from_.triggers, to_.triggers, [&](const Trigger& one) { return stops(one); });
    }
    rights();
  }

 private:
  // PostgreSQL holds what is read; the others are as they were when all of it was made again.
  void touch(const Change& change) {
    if (const auto* altered = std::get_if<Alter<Column>>(&change.what)) {
      if (!follows_ || is_retyped(altered->before, altered->after)) {
        touch(altered->table, altered->after.name);
      }
    } else if (const auto* dropped = std::get_if<Drop<Column>>(&change.what)) {
      touch(dropped->table, dropped->object.name);
    } else if (const auto* table = std::get_if<Drop<Table>>(&change.what)) {
      touched_.insert(table->object.name);
    } else if (const auto* view = std::get_if<Alter<View>>(&change.what)) {
      touched_.insert(view->before.name);
    } else if (const auto* key = std::get_if<Drop<PrimaryKey>>(&change.what)) {
      keyless_.insert(key->table);
      for (const std::string& part : partitions_of(key->table)) {
        keyless_.insert(part);
      }
    } else if (const auto* routine = std::get_if<Drop<Routine>>(&change.what)) {
      gone_.insert(routine->object.name);
    } else if (const auto* other = std::get_if<Alter<Routine>>(&change.what);
               other != nullptr && !ddl::replaces(other->before, other->after)) {
      gone_.insert(other->before.name);
    }
  }

  [[nodiscard]] std::vector<std::string> partitions_of(const std::string& table) const {
    return parted_ ? ddl::partitions_of(from_, table) : std::vector<std::string>();
  }

  void touch(const std::string& table, const std::string& column) {
    touched_.insert(table);
    retyped_[table].insert(column);
    for (const std::string& part : partitions_of(table)) {
      touched_.insert(part);
      retyped_[part].insert(column);
    }
  }

  bool more_views() {
    bool more = false;
    for (const View& view : from_.views) {
      const bool stands_on =
          says_one_of(view.definition, touched_) ||
          (follows_ &&
           (says_one_of(view.definition, gone_) ||
            (ddl::mentions(view.definition, "group") && says_one_of(view.definition, keyless_))));
      if ((stands_on || touched_.count(view.name) != 0) && again_.insert(view.name).second) {
        touched_.insert(view.name);
        more = true;
      }
    }
    return more;
  }

  bool reads_retyped(const std::string& body) const {
    return std::any_of(retyped_.begin(), retyped_.end(), [&](const auto& one) {
      return ddl::mentions(body, one.first) && says_one_of(body, one.second);
    });
  }

  bool more_routines() {
    bool more = false;
    for (const Routine& one : from_.routines) {
      const std::string body = parsed_body(one);
      const bool held = says_one_of(held_by(one), again_) ||
                        (!body.empty() && (reads_retyped(body) || says_one_of(body, gone_)));
      if (held && made_again_.insert({one.name, one.arguments}).second) {
        gone_.insert(one.name);
        more = true;
      }
    }
    return more;
  }

  void views() {
    std::erase_if(changes_, [](const Change& change) {
      return std::holds_alternative<Alter<View>>(change.what);
    });
    for (const View& view : from_.views) {
      const View* stays = find(to_.views, view.name);
      if (again_.count(view.name) == 0 || stays == nullptr) {
        continue;
      }
      changes_.push_back({Drop<View>{{}, view}, {}});
      changes_.push_back({Add<View>{{}, *stays}, {}});
      again_behind(from_.grants, to_.grants,
                   [&](const Grant& one) { return one.object == view.name; });
      again_behind(from_.triggers, to_.triggers,
                   [&](const Trigger& one) { return one.table == view.name && !stops(one); });
    }
  }

  // One that is replaced where it stands would be so behind what it holds.
  void routines() {
    const auto is_again = [&](const Routine& one) {
      return made_again_.count({one.name, one.arguments}) != 0;
    };
    std::erase_if(changes_, [&](const Change& change) {
      const auto* altered = std::get_if<Alter<Routine>>(&change.what);
      return altered != nullptr && is_again(altered->before);
    });
    for (const Routine& one : from_.routines) {
      const auto stays =
          std::find_if(to_.routines.begin(), to_.routines.end(), [&](const Routine& other) {
            return other.kind == one.kind && other.name == one.name &&
                   other.arguments == one.arguments;
          });
      if (is_again(one) && stays != to_.routines.end()) {
        changes_.push_back({Drop<Routine>{{}, one}, {}});
        changes_.push_back({Add<Routine>{{}, *stays}, {}});
        rights_again_.insert(one.name + "(" + one.arguments + ")");
      }
    }
  }

  // What of a table calls a routine that goes for a while. A partition has checks from its table.
  void callers(const Table& before, const Table& after) {
    const Table* of =
        before.partition_of.empty() ? nullptr : find(from_.tables, before.partition_of);
    for (const Check& one : before.checks) {
      const bool inherited =
          of != nullptr && std::find(of->checks.begin(), of->checks.end(), one) != of->checks.end();
      if (!inherited && says_one_of(one.expression, gone_)) {
        again(before.name, one, after.checks);
      }
    }
    for (const TableIndex& one : before.indexes) {
      if (says_one_of(expressions_of(one), gone_)) {
        again(before.name, one, after.indexes);
      }
    }
    for (const Column& one : before.columns) {
      const Column* same = find(after.columns, one.name);
      if (same != nullptr && one.default_value && same->default_value &&
          one.generated == Column::Generated::no && says_one_of(*one.default_value, gone_) &&
          says_one_of(*same->default_value, gone_)) {
        default_again(before.name, one, *same);
      }
    }
  }

  template <typename Object>
  void again(const std::string& table, const Object& object, const std::vector<Object>& after) {
    if (std::find(after.begin(), after.end(), object) != after.end()) {
      changes_.push_back({Drop<Object>{table, object}, {}});
      changes_.push_back({Add<Object>{table, object}, {}});
    }
  }

  // In two: without one, and with the new one.
  void default_again(const std::string& table, const Column& before, const Column& after) {
    std::erase_if(changes_, [&](const Change& change) {
      const auto* altered = std::get_if<Alter<Column>>(&change.what);
      return altered != nullptr && altered->table == table && altered->before == before;
    });
    Column bare = before;
    bare.default_value.reset();
    changes_.push_back({Alter<Column>{table, before, bare}, {}});
    changes_.push_back({Alter<Column>{table, bare, after}, {}});
  }

  // A trigger that calls a routine, or says OF or WHEN of a column.
  bool stops(const Trigger& trigger) const {
    const auto columns = retyped_.find(trigger.table);
    return follows_ &&
           (says_one_of(trigger.definition, gone_) ||
            (columns != retyped_.end() && says_one_of(trigger.definition, columns->second)));
  }

  // One that has to be dropped and made again loses its rights.
  void rights() {
    for (const Change& change : changes_) {
      if (const auto* what = std::get_if<Alter<Routine>>(&change.what)) {
        rights_again_.insert(what->after.name + "(" + what->after.arguments + ")");
      } else if (const auto* column = std::get_if<Alter<Column>>(&change.what);
                 column != nullptr && counts_by_another(column->before, column->after)) {
        rights_again_.insert(ddl::usual_counter(column->table, column->after.name));
      }
    }
    again_behind(from_.grants, to_.grants,
                 [&](const Grant& one) { return rights_again_.count(one.object) != 0; });
  }

  // What goes with an object that is made again and stays: taken away before it, so that who turns
  // the changes round finds it, and made again behind it.
  template <typename Object, typename Belongs>
  void again_behind(const std::vector<Object>& before, const std::vector<Object>& after,
                    const Belongs& belongs) {
    for (const Object& one : after) {
      if (belongs(one) && std::find(before.begin(), before.end(), one) != before.end()) {
        changes_.push_back({Drop<Object>{{}, one}, {}});
        changes_.push_back({Add<Object>{{}, one}, {}});
      }
    }
  }

  Changes& changes_;
  const Schema& from_;
  const Schema& to_;
  bool follows_;
  bool parted_ = false;
  std::set<std::string> touched_;                         // tables and views
  std::set<std::string> keyless_;                         // tables without their key for a while
  std::map<std::string, std::set<std::string>> retyped_;  // columns of tables
  std::set<std::string> gone_;                            // routines
  std::set<std::string> again_;                           // views
  std::set<std::pair<std::string, std::string>> made_again_;  // routines and what they take
  std::set<std::string> rights_again_;
};

}  // namespace

void made_again(Changes& changes, const Schema& from, const Schema& to) {
  Again(changes, from, to).run();
}

}  // namespace helium::diff

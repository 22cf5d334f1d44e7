#include "diff/needs.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "ddl/ddl.h"
#include "ddl/routine.h"
#include "diff/expressions.h"
#include "diff/names.h"
#include "diff/pairs.h"
#include "diff/routines.h"

namespace helium::diff {
namespace {

class Needs {
 public:
  Needs(const Changes& changes, const Schema& from)
      : changes_(changes), from_(from), before_(changes.size()) {}

  Changes first() {
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      std::visit([&](const auto& what) { name(what, i); }, changes_[i].what);
    }
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      std::visit([&](const auto& what) { tie(what, i); }, changes_[i].what);
    }
    std::vector<bool> begun(changes_.size());
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      put(i, begun);
    }
    return std::move(ordered_);
  }

 private:
  using Places = std::set<std::size_t>;

  // What it needs comes just before it; in a circle it comes first.
  void put(std::size_t i, std::vector<bool>& begun) {
    if (begun[i]) {
      return;
    }
    begun[i] = true;
    for (const std::size_t one : before_[i]) {
      put(one, begun);
    }
    ordered_.push_back(changes_[i]);
  }

  void need(std::size_t later, const Places& earlier) {
    before_[later].insert(earlier.begin(), earlier.end());
    before_[later].erase(later);
  }
  void needed(std::size_t earlier, const Places& later) {
    for (const std::size_t one : later) {
      need(one, {earlier});
    }
  }

  template <typename What>
  void name(const What&, std::size_t) {}
  void name(const Add<Enum>& what, std::size_t i) { makers_.add(what.object.name, i); }
  void name(const Add<Domain>& what, std::size_t i) { makers_.add(what.object.name, i); }
  void name(const Add<View>& what, std::size_t i) { makers_.add(what.object.name, i); }
  void name(const Add<PrimaryKey>& what, std::size_t i) { makers_.add(what.table, i); }
  void name(const Add<Column>& what, std::size_t i) { makers_.add(what.table, i); }
  void name(const Add<Table>& what, std::size_t i) {
    makers_.add(what.object.name, i);
    tables_.add(what.object.name, i);
  }
  void name(const Add<Routine>& what, std::size_t i) { made_.add(what.object.name, i); }
  void name(const Alter<Routine>& what, std::size_t i) {
    made_.add(what.after.name, i);
    if (!ddl::replaces(what.before, what.after)) {
      gone_.add(what.before.name, i);
    }
  }
  void name(const Drop<Routine>& what, std::size_t i) { gone_.add(what.object.name, i); }
  void name(const Drop<Enum>& what, std::size_t i) { dropped_.add(what.object.name, i); }
  void name(const Drop<Domain>& what, std::size_t i) { dropped_.add(what.object.name, i); }
  void name(const Drop<View>& what, std::size_t i) { dropped_.add(what.object.name, i); }
  void name(const Drop<Table>& what, std::size_t i) {
    dropped_.add(what.object.name, i);
    dropped_tables_.add(what.object.name, i);
  }
  void name(const Drop<Column>& what, std::size_t i) { columns_.add(what.table, i); }
  void name(const Alter<Column>& what, std::size_t i) {
    makers_.add(what.table, i);
    columns_.add(what.table, i);
  }

  // What comes, behind the routines that it calls and the table that it belongs to.
  void calls(std::size_t i, const std::string& text) { need(i, made_.in(text)); }
  // What goes, before the routines that it calls.
  void called(std::size_t i, const std::string& text) { needed(i, gone_.in(text)); }

  template <typename What>
  void tie(const What&, std::size_t) {}
  void tie(const Add<Domain>& what, std::size_t i) { calls(i, expressions_of(what.object)); }
  void tie(const Alter<Domain>& what, std::size_t i) {
    calls(i, expressions_of(what.after));
    called(i, expressions_of(what.before));
  }
  void tie(const Drop<Domain>& what, std::size_t i) { called(i, expressions_of(what.object)); }
  void tie(const Add<Table>& what, std::size_t i) {
    calls(i, expressions_of(what.object));
    need(i, tables_.of(what.object.partition_of));
    for (const ForeignKey& key : what.object.foreign_keys) {
      need(i, tables_.of(key.table));
    }
    for (const Column& column : what.object.columns) {
      need(i, makers_.in(column.type));
    }
  }
  void tie(const Add<Column>& what, std::size_t i) {
    calls(i, expressions_of(what.object));
    need(i, makers_of_type(what.object, what.table));
    follow(what.table, what.object.name, i);
  }
  void tie(const Alter<Column>& what, std::size_t i) {
    calls(i, expressions_of(what.after));
    called(i, expressions_of(what.before));
    need(i, makers_of_type(what.after, what.table));
    needed(i, dropped_.in(what.before.type));
    follow(what.table, what.after.name, i);
    computes_no_more(what.table, what.before, what.after, i);
  }
  void tie(const Drop<Column>& what, std::size_t i) {
    called(i, expressions_of(what.object));
    needed(i, dropped_.in(what.object.type));
    follow(what.table, what.object.name, i);
    computes_no_more(what.table, what.object, {}, i);
  }
  void tie(const Add<Check>& what, std::size_t i) {
    calls(i, what.object.expression);
    need(i, tables_.of(what.table));
  }
  void tie(const Drop<Check>& what, std::size_t i) { called(i, what.object.expression); }
  void tie(const Add<TableIndex>& what, std::size_t i) {
    calls(i, expressions_of(what.object));
    need(i, tables_.of(what.table));
  }
  void tie(const Drop<TableIndex>& what, std::size_t i) { called(i, expressions_of(what.object)); }
  void tie(const Drop<Trigger>& what, std::size_t i) { called(i, what.object.definition); }
  void tie(const Drop<Table>& what, std::size_t i) {
    called(i, expressions_of(what.object));
    for (const ForeignKey& key : what.object.foreign_keys) {
      needed(i, dropped_tables_.of(key.table));
    }
    needed(i, dropped_tables_.of(what.object.partition_of));
    for (const Column& column : what.object.columns) {
      needed(i, dropped_.in(column.type));
    }
  }
  void tie(const Add<View>& what, std::size_t i) {
    calls(i, what.object.definition);
    need(i, makers_.in(what.object.definition));
    if (const auto old = dropped_views_.find(what.object.name); old != dropped_views_.end()) {
      need(i, {old->second});
    }
  }
  void tie(const Drop<View>& what, std::size_t i) {
    called(i, what.object.definition);
    needed(i, dropped_.in(what.object.definition));
    needed(i, columns_.in(what.object.definition));
    dropped_views_.emplace(what.object.name, i);
  }
  void tie(const Add<Routine>& what, std::size_t i) {
    makes(what.object, i);
    need(i, gone_.of(what.object.name));  // they may take the same under other names
  }
  void tie(const Alter<Routine>& what, std::size_t i) {
    makes(what.after, i);
    frees(what.before, i);
  }
  void tie(const Drop<Routine>& what, std::size_t i) { frees(what.object, i); }

  void makes(const Routine& routine, std::size_t i) {
    const std::string text = needed_by(routine);
    calls(i, text);
    need(i, makers_.in(text));
  }

  // What it holds goes behind it.
  void frees(const Routine& routine, std::size_t i) {
    const std::string body = parsed_body(routine);
    called(i, body);
    needed(i, dropped_.in(held_by(routine)));
    for (const std::size_t one : columns_.in(body)) {
      const auto* gone = std::get_if<Drop<Column>>(&changes_[one].what);
      const auto* altered = std::get_if<Alter<Column>>(&changes_[one].what);
      const std::string& column = gone != nullptr ? gone->object.name : altered->before.name;
      if (ddl::mentions(body, column)) {
        need(one, {i});
      }
    }
  }

  [[nodiscard]] Places makers_of_type(const Column& column, const std::string& table) const {
    Places places = makers_.in(column.type);
    places.merge(tables_.of(table));
    return places;
  }

  // The changes of one column stay in their order, also those of a partition's.
  void follow(const std::string& table, const std::string& column, std::size_t i) {
    std::string root = table;
    for (const Table* one = find(from_.tables, root); one != nullptr && !one->partition_of.empty();
         one = find(from_.tables, root)) {
      root = one->partition_of;
    }
    const auto [last, first] = last_.try_emplace({root, column}, i);
    if (!first) {
      need(i, {std::exchange(last->second, i)});
    }
  }

  // A column goes, or gets another type, behind those that were computed from it.
  void computes_no_more(const std::string& table, const Column& before, const Column& after,
                        std::size_t i) {
    if (before.generated == Column::Generated::no) {
      return;
    }
    for (const std::size_t one : columns_.of(table)) {
      const auto* gone = std::get_if<Drop<Column>>(&changes_[one].what);
      const auto* altered = std::get_if<Alter<Column>>(&changes_[one].what);
      const std::string& column = gone != nullptr ? gone->object.name : altered->before.name;
      if (column != before.name && ddl::mentions(before.expression, column) &&
          (after.generated == Column::Generated::no || !ddl::mentions(after.expression, column))) {
        need(one, {i});
      }
    }
  }

  const Changes& changes_;
  const Schema& from_;
  std::vector<Places> before_;
  Changes ordered_;
  Names makers_;          // types, tables and what they get, views
  Names tables_;          // that are made
  Names made_;            // routines
  Names gone_;            // routines
  Names dropped_;         // types, tables, views
  Names dropped_tables_;  // the tables of them
  Names columns_;         // tables, and where a column of one goes or changes
  std::map<std::string, std::size_t> dropped_views_;
  std::map<std::pair<std::string, std::string>, std::size_t> last_;
};

}  // namespace

Changes needs_first(Changes changes, const Schema& from) {
  const bool concerned = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
    const auto* dropped = std::get_if<Drop<Column>>(&change.what);
    const auto* altered = std::get_if<Alter<Column>>(&change.what);
    return std::holds_alternative<Add<Routine>>(change.what) ||
           std::holds_alternative<Drop<Routine>>(change.what) ||
           std::holds_alternative<Alter<Routine>>(change.what) ||
           (dropped != nullptr && dropped->object.generated != Column::Generated::no) ||
           (altered != nullptr && altered->before.generated != Column::Generated::no);
  });
  return from.dialect == "postgresql" && concerned ? Needs(changes, from).first()
                                                   : std::move(changes);
}

}  // namespace helium::diff

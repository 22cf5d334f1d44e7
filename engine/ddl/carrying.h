// Carries one operation out on a schema, wish by wish: the class behind ddl::carried. Its parts lie
// in carry.cc (tables), carry_objects.cc (what stands beside them), carry_rows.cc (data),
// carry_column.cc, carry_type.cc and carry_aside.cc (the stash), carry_quiet.cc (what others would
// do), carry_rights.cc (grants and extensions), carry_texts.cc (what says a name that changes),
// carry_schema.cc (lookups and refusals).
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "ddl/carry.h"
#include "ddl/counters.h"
#include "ddl/partitions.h"
#include "ddl/stash.h"
#include "helium/error.h"

namespace helium::ddl {

using Steps = std::vector<Rendered>;

/// The names of a list of nouns, in its order.
template <typename Object>
std::vector<std::string> names_of(const std::vector<Object>& list) {
  std::vector<std::string> names;
  names.reserve(list.size());
  for (const Object& one : list) {
    names.push_back(one.name);
  }
  return names;
}

/// Whether a name is among these.
inline bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Carrying {
 public:
  /// Both must outlive it.
  Carrying(const Operation& operation, const Place& place)
      : operation_(operation), place_(place), schema_(place.schema), stash_(place.dialect) {}

  /// Statements there and back, and the schema behind them. Throws Error as ddl::carried.
  Carried run();
  void operator()(const ChangeKind& kind) { std::visit(*this, kind); }
  template <typename Object>
  void operator()(const Add<Object>& what) {
    both({{what, {}}});
  }

  void operator()(const Add<Table>& what);
  void operator()(const Drop<Table>& what);
  void operator()(const Rename<Table>& what);
  void operator()(const Alter<TableOptions>& what) { both({{what, {}}}); }
  void operator()(const AddColumn& what);
  void operator()(const Drop<Column>& what);
  void operator()(const Alter<Column>& what) { both({{what, {}}}); }
  void operator()(const AlterColumn& what);
  void operator()(const Rename<Column>& what);
  void operator()(const Add<PrimaryKey>& what);
  void operator()(const Add<Key>& what);
  void operator()(const Add<ForeignKey>& what);
  void operator()(const Add<TableIndex>& what);
  void operator()(const Drop<TableIndex>& what);
  void operator()(const Rename<TableIndex>& what);
  void operator()(const DropConstraint& what);
  void operator()(const RenameConstraint& what);
  void operator()(const SetComment& what);
  void operator()(const Drop<View>& what);
  void operator()(const Alter<View>& what) { both({{what, {}}}); }
  void operator()(const ReplaceView& what);
  void operator()(const Drop<Trigger>& what);
  void operator()(const Drop<Routine>& what);
  void operator()(const Alter<Routine>& what) { both({{what, {}}}); }
  void operator()(const ReplaceRoutine& what);
  void operator()(const Drop<Sequence>& what);
  void operator()(const Alter<Sequence>& what) { both({{what, {}}}); }
  void operator()(const AlterSequence& what);
  void operator()(const Drop<Enum>& what);
  void operator()(const Alter<Enum>& what) { both({{what, {}}}); }
  void operator()(const Rename<Enum>& what) { both({{what, {}}}); }
  void operator()(const AddEnumValue& what);
  void operator()(const RenameEnumValue& what);
  void operator()(const Drop<Domain>& what);
  void operator()(const Alter<Domain>& what) { both({{what, {}}}); }
  void operator()(const Add<Extension>& what);
  void operator()(const Drop<Extension>& what);
  void operator()(const Add<Grant>& what);
  void operator()(const Drop<Grant>& what);
  template <typename Object>
  void operator()(const Drop<Object>& what) {
    both({{what, {}}});
  }

  void operator()(const AttachPartition& what);
  void operator()(const DetachPartition& what);
  void operator()(const CreateSchema& what);
  void operator()(const DropSchema& what);
  void operator()(const InsertRows& what);
  void operator()(const UpdateRows& what);
  void operator()(const DeleteRows& what);
  void operator()(const CopyRows& what);
  void operator()(const SplitTable& what);
  void operator()(const MergeTable& what);

 private:
  [[noreturn]] void refuse(const std::string& message, const std::string& hint = {}) const;
  void must_have(const std::string& name, const std::vector<std::string>& columns) const;
  template <typename Object>
  static bool has(const std::vector<Object>& list, const std::string& name) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Object& one) { return one.name == name; });
  }

  // `owner`: the table or view that it would belong to; empty for what stands alone.
  template <typename Object>
  const Object& find(const std::vector<Object>& list, const std::string& name,
                     const std::string& kind, const std::string& owner = {}) const {
    for (const Object& one : list) {
      if (one.name == name) {
        return one;
      }
    }
    refuse((owner.empty() ? "there is no " : base::printable(owner) + " has no ") + kind + " " +
               base::printable(name),
           base::did_you_mean(name, names_of(list)));
  }

  const Table& table(const std::string& name) const { return find(schema_.tables, name, "table"); }
  const Column& column(const Table& table, const std::string& name) const;
  const TableIndex& index(const std::string& owner, const std::string& name) const;
  const Routine& routine(const Routine& said) const;
  [[nodiscard]] Changes held(const std::string& name,
                             const std::vector<std::string>& columns) const;
  [[nodiscard]] std::optional<TableIndex> index_for(const Table& table,
                                                    const ForeignKey& key) const;
  void refuse_standing(const Table& before, const Change& change) const;
  ChangeKind constraint_goes(const DropConstraint& what) const;
  template <typename Object>
  static void rename(Add<Object>& change, const std::string& name) {
    if constexpr (!std::is_same_v<Object, Grant>) {
      change.object.name = name;
    }
  }

  template <typename Other>
  static void rename(Other&, const std::string&) {}

  static void append(Steps& to, const Steps& more);
  [[nodiscard]] Steps written(const Changes& changes) const;
  // One pair more, and what belongs to it as well.
  void then(Steps steps);
  void also(Steps steps);
  // The way back of the last pair; what was done last is taken back first.
  void back(Steps steps);
  // Pairs that count from 1, there and back.
  void paired(Steps there, Steps way_back);
  void forward(const Changes& changes);
  void both(const Changes& changes);
  [[nodiscard]] static Changes reversed(const Changes& changes);
  [[nodiscard]] static Steps mirrored(Steps steps, std::size_t pairs);
  [[nodiscard]] std::string literal(const std::string& text) const;
  void around_views(const std::string& name, const Changes& changes);
  [[nodiscard]] Changes with_grants(const Changes& changes, const std::string& object) const;
  void grant_again(Changes& changes, const std::string& object) const;
  [[nodiscard]] bool kept() const { return operation_.keep != Keep::never; }
  std::string next_stash();
  std::string free_stash();
  [[nodiscard]] bool returns(const std::string& stash, const std::string& table,
                             const std::vector<std::string>& columns) const;
  [[nodiscard]] std::vector<std::string> key_of(const Table& table,
                                                const std::vector<std::string>& without) const;
  [[nodiscard]] StashOf stash_of(const std::string& name, const Table& table,
                                 const std::vector<std::string>& without) const;
  void no_key(const Table& table);
  void refuse_too_many(const std::string& table) const;
  std::optional<StashOf> stash_for(const Table& table, const std::vector<std::string>& changed);
  struct Aside {
    Steps steps;
    Steps way_back;
  };

  Aside put_table_aside(const Table& table, const std::string& stash) const;
  static Table this_table(const Schema& schema, const std::string& name);
  static void add(Aside& aside, const std::string& there, const std::string& way_back);
  void rename_keys(const Table& table, const std::string& stash, Aside& aside) const;
  void rename_partitions(const Table& table, const std::string& stash, Aside& aside) const;
  void detach(const Table& table, const std::string& stash, Aside& aside) const;
  void refuse_followed(const Table& table, const std::string& stash, Aside& aside) const;
  [[nodiscard]] Changes gone_with(const Table& table) const;
  // `first`: what must hold before anything is done.
  void put_aside(const StashOf& stash, const std::vector<std::string>& columns,
                 const std::string& where, const Steps& first = {});
  [[nodiscard]] bool commits_by_itself() const;
  [[nodiscard]] bool hides(const Column& column) const;
  [[nodiscard]] Changes hiding(const Table& table, const Column& column,
                               const std::string& name) const;
  [[nodiscard]] StashOf hidden_stash(const Table& table, const Column& column,
                                     const std::string& name) const;
  void look_first(const std::string& table);
  void drop_hidden(const Table& table, const Column& column, const StashOf& stash);
  [[nodiscard]] static bool must_be_filled(const Column& column);
  [[nodiscard]] static Column as_it_returns(const Table& table, const Column& column,
                                            const StashOf& stash);
  void fill_from(const std::string& stash, const Table& table);
  [[nodiscard]] Steps counter_follows(const std::string& stash, const std::string& table) const;
  static std::vector<std::string> stored_columns(const Table& table);
  [[nodiscard]] std::string overriding(const Table& table,
                                       const std::vector<std::string>& columns) const;
  [[nodiscard]] Changes column_goes(const Table& table, const Column& column) const;
  [[nodiscard]] Changes standing_on(const Table& table, const std::string& column) const;
  [[nodiscard]] Steps put_column_aside(const Table& table, const Column& column,
                                       const std::string& name) const;
  [[nodiscard]] Steps column_returns(const Table& table, const Column& column,
                                     const std::string& name) const;
  void column_moves(const Table& from, const std::string& name,
                    const std::pair<std::string, std::string>& there);
  [[nodiscard]] std::string stand_in(const Table& table, const Column& column,
                                     const Column& first) const;
  [[nodiscard]] Steps hidden_returns(const Table& table, const Column& first,
                                     const std::string& stand_in) const;
  [[nodiscard]] Steps values_return(const Table& table, const Column& column,
                                    const StashOf& stash) const;
  // `stash`: a table that had the column before, and still has its counter; empty: none.
  [[nodiscard]] Steps counted_on(const std::string& table, const Column& column,
                                 const std::string& stash = {}) const;
  // `event`: what the steps do to the table.
  [[nodiscard]] Steps without_triggers(const std::string& table, const char* event,
                                       const Steps& steps) const;
  // `columns`: those that the steps set in the table.
  [[nodiscard]] Steps taking_values(const Table& table, const std::vector<std::string>& columns,
                                    const Steps& steps) const;
  [[nodiscard]] Steps quietly(const std::string& table, const Steps& steps) const;
  [[nodiscard]] Changes triggers_of(const std::string& table, const char* event) const;
  void refuse_rules(const std::string& table) const;
  [[nodiscard]] Steps switched_off(const std::string& table, const char* event,
                                   const Steps& steps) const;
  [[nodiscard]] bool defers(const std::string& table) const;
  // `changed`: the columns that get other values; none: the rows go.
  void refuse_followers(const Table& table, const std::vector<std::string>& changed) const;
  [[nodiscard]] Steps nobody_abroad(const Table& table,
                                    const std::vector<std::string>& changed) const;
  [[nodiscard]] Steps nobody_follows(
      const Table& table, const std::function<std::string(const std::string&)>& rows) const;
  [[nodiscard]] Steps no_zeros(const Table& table, const std::string& from,
                               const std::string& where = {}) const;
  void refuse_needed(const Table& table) const;
  void refuse_owning(const Table& table, const std::string& column) const;
  [[noreturn]] void refuse_for(const Trigger& trigger, const std::string& name) const;
  void refuse_referenced(const Table& table, const std::string& column) const;
  void refuse_excluding(const Table& table, const std::string& column) const;
  void refuse_computing(const Table& table, const std::string& column) const;
  // `kind`: view, function, procedure. `owner` is what the catalog says of its DEFINER.
  void refuse_made_otherwise(const std::string& kind, const std::string& name,
                             const std::string& owner) const;
  void refuse_own_of_parts(const Table& table, const Column& before, const Column* after) const;
  [[nodiscard]] bool knows_rights(const Grant& said) const;
  // As additions: those that are there of what is said.
  [[nodiscard]] Changes rights_there(const Grant& said) const;
  void renamed_in_texts(const Table& table, const std::string& name);
  [[nodiscard]] Steps gone_alone(const Table& table) const;
  void name_primary_key(Table& table) const;
  void lacks(const std::string& what) const;
  // Throws where the dialect cannot make such an object: it has none that could go or change.
  template <typename Object>
  void needs(const Object& object) const {
    (void)written({{Add<Object>{"", object}, {}}});
  }
  void needs_enums() const;
  void needs_partitions() const;
  void needs_schemas() const;
  [[nodiscard]] std::string drop_schema(const std::string& name) const;
  const Operation& operation_;
  const Place& place_;
  Schema schema_;
  StashWriter stash_;
  Steps forward_;
  Steps reverse_;
  std::string irreversible_;
  std::vector<std::string> stale_;
  std::uint32_t pairs_ = 0;
  int stashes_ = 0;
};

}  // namespace helium::ddl

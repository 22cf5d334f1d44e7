// One call of an operation, and the functions that read the calls: one for each operation.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "expand/calls.h"

namespace helium::expand {

// The keys of an entry that may stand in a call's own table too.
inline const std::vector<std::string> keys_of_entry = {"description", "keep", "online", "reverse"};

// One call: its arguments in order, then a table with details.
class Call {
 public:
  Call(const std::string& name, const lua::Table& arguments, const Language& language)
      : name_(name), arguments_(arguments), language_(language) {}

  // The next argument, a name.
  std::string name(const char* what) { return name_of(text(what), language_); }

  /// The next argument, a text with its macros expanded. Throws Error(design) when it is none.
  std::string text(const char* what) {
    const auto* value = next();
    if (value == nullptr || value->string() == nullptr || value->string()->empty()) {
      refuse(std::string("argument ") + std::to_string(at_) + " must be " + what +
             (value == nullptr
                  ? ""
                  : std::string(", not ") + (value->string() == nullptr ? "a " : "an empty ") +
                        value->kind()));
    }
    return language_.expanded(*value->string());
  }

  // The last argument; `keys` beside those of every entry.
  Details details(const std::vector<std::string>& keys) {
    Details details = rest();
    std::vector<std::string> known = keys;
    known.insert(known.end(), keys_of_entry.begin(), keys_of_entry.end());
    std::sort(known.begin(), known.end());
    details.only(known);
    return details;
  }

  // The last argument without the keys of the entry: a noun, which checks its own.
  Details noun() {
    Details all = rest();
    auto table = std::make_shared<lua::Table>(all.table());
    for (const std::string& key : keys_of_entry) {
      table->fields.erase(key);
    }
    return {lua::Value(std::shared_ptr<const lua::Table>(std::move(table))), name_, language_};
  }

  // A list of tables.
  std::vector<Details> rows() {
    const auto* value = next();
    if (value == nullptr || value->table() == nullptr || value->table()->list.empty()) {
      refuse("argument " + std::to_string(at_) + " must be a list of rows: { { id = 1 }, ... }");
    }
    std::vector<Details> result;
    for (const auto& one : value->table()->list) {
      result.emplace_back(one, name_ + ": a row", language_);
    }
    return result;
  }

  /// Throws Error(design) when arguments are left that nobody asked for.
  void done() const {
    if (at_ < arguments_.list.size()) {
      refuse("there are " + std::to_string(arguments_.list.size()) + " arguments; " +
             std::to_string(at_) + " are known");
    }
  }

  [[noreturn]] void refuse(const std::string& message) const {
    throw language_.placed(Error(Fault::design, name_ + ": " + message), "");
  }
  /// What the call is read in: types of the dialect, places of the file.
  [[nodiscard]] const Language& language() const { return language_; }

 private:
  const lua::Value* next() {
    const std::size_t index = at_++;
    return index < arguments_.list.size() ? &arguments_.list[index] : nullptr;
  }

  Details rest() {
    const auto* value = next();
    if (value == nullptr) {
      return {lua::Value(std::make_shared<const lua::Table>()), name_, language_};
    }
    return {*value, name_, language_};
  }

  const std::string& name_;
  const lua::Table& arguments_;
  const Language& language_;
  std::size_t at_ = 0;
};

using Wishes = std::vector<Wish>;

/// An object of which only the name is known.
template <typename Object>
Object named(const std::string& name) {
  Object object;
  object.name = name;
  return object;
}

/// A noun that is added to a table.
template <typename Object, Object (*read)(const Details&, const std::string&)>
Wishes add_to_table(Call& call) {
  const std::string table = call.name("the table's name");
  return {ChangeKind(Add<Object>{table, read(call.noun(), table)})};
}

/// What stands alone is dropped by its name.
template <typename Object>
Wishes drop_alone(Call& call) {
  Drop<Object> what{"", named<Object>(call.name("the name"))};
  (void)call.details({});
  return {ChangeKind(what)};
}

/// queries:create_table(name, { columns, primary_key, unique, checks, indexes, ... })
[[nodiscard]] Wishes create_table(Call& call);
/// queries:drop_table(name, { keep })
[[nodiscard]] Wishes drop_table(Call& call);
/// queries:rename_table(name, new)
[[nodiscard]] Wishes rename_table(Call& call);
/// queries:add_column(table, { name, type, null, default, ... }); with its backfill
[[nodiscard]] Wishes add_column(Call& call);
/// queries:drop_column(table, name, { keep })
[[nodiscard]] Wishes drop_column(Call& call);
/// queries:rename_column(table, name, new)
[[nodiscard]] Wishes rename_column(Call& call);
/// queries:alter_column(table, name, { type, null, default, comment, using })
[[nodiscard]] Wishes alter_column(Call& call);
/// queries:add_primary_key(table, { name, columns })
[[nodiscard]] Wishes add_primary_key(Call& call);
/// queries:drop_index(table, name)
[[nodiscard]] Wishes drop_index(Call& call);
/// queries:rename_index(table, name, new)
[[nodiscard]] Wishes rename_index(Call& call);
/// queries:drop_constraint(table, name)
[[nodiscard]] Wishes drop_constraint(Call& call);
/// queries:rename_constraint(table, name, new)
[[nodiscard]] Wishes rename_constraint(Call& call);
/// queries:create_view(name, { select })
[[nodiscard]] Wishes create_view(Call& call);
/// queries:replace_view(name, { select })
[[nodiscard]] Wishes replace_view(Call& call);
/// queries:create_materialized_view(name, { select })
[[nodiscard]] Wishes create_materialized_view(Call& call);
/// queries:drop_materialized_view(name)
[[nodiscard]] Wishes drop_materialized_view(Call& call);
/// queries:create_trigger(table, name, { definition })
[[nodiscard]] Wishes create_trigger(Call& call);
/// queries:drop_trigger(table, name)
[[nodiscard]] Wishes drop_trigger(Call& call);
/// queries:create_routine(name, { definition })
[[nodiscard]] Wishes create_routine(Call& call);
/// queries:replace_routine(name, { definition })
[[nodiscard]] Wishes replace_routine(Call& call);
/// queries:drop_routine(name, { kind, arguments })
[[nodiscard]] Wishes drop_routine(Call& call);
/// queries:create_sequence(name, { start, increment, ... })
[[nodiscard]] Wishes create_sequence(Call& call);
/// queries:alter_sequence(name, { start, increment, ... })
[[nodiscard]] Wishes alter_sequence(Call& call);
/// queries:create_enum(name, { values })
[[nodiscard]] Wishes create_enum(Call& call);
/// queries:add_enum_value(name, value, { before, after })
[[nodiscard]] Wishes add_enum_value(Call& call);
/// queries:rename_enum_value(name, value, new)
[[nodiscard]] Wishes rename_enum_value(Call& call);
/// queries:create_domain(name, { type, ... })
[[nodiscard]] Wishes create_domain(Call& call);
/// queries:attach_partition(table, partition, { bound })
[[nodiscard]] Wishes attach_partition(Call& call);
/// queries:detach_partition(table, partition)
[[nodiscard]] Wishes detach_partition(Call& call);
/// queries:create_schema(name)
[[nodiscard]] Wishes create_schema(Call& call);
/// queries:drop_schema(name)
[[nodiscard]] Wishes drop_schema(Call& call);
/// queries:create_extension(name)
[[nodiscard]] Wishes create_extension(Call& call);
/// queries:grant(object, { privileges, to, kind, column, grantable })
[[nodiscard]] Wishes grant(Call& call);
/// queries:revoke(object, { privileges, to, kind, column })
[[nodiscard]] Wishes revoke(Call& call);
/// queries:insert(table, rows)
[[nodiscard]] Wishes insert(Call& call);
/// queries:update(table, { set, where })
[[nodiscard]] Wishes update(Call& call);
/// queries:delete(table, { where })
[[nodiscard]] Wishes delete_rows(Call& call);
/// queries:copy(table, { columns, select })
[[nodiscard]] Wishes copy(Call& call);
/// queries:backfill(table, { set, where })
[[nodiscard]] Wishes backfill(Call& call);
/// queries:split_table(table, { into, columns })
[[nodiscard]] Wishes split_table(Call& call);
/// queries:merge_table(table, { into })
[[nodiscard]] Wishes merge_table(Call& call);
/// queries:set_comment(table, { comment, column })
[[nodiscard]] Wishes set_comment(Call& call);

}  // namespace helium::expand

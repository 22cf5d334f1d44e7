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

  void done() const {
    if (at_ < arguments_.list.size()) {
      refuse("there are " + std::to_string(arguments_.list.size()) + " arguments; " +
             std::to_string(at_) + " are known");
    }
  }

  [[noreturn]] void refuse(const std::string& message) const {
    throw language_.placed(Error(Fault::design, name_ + ": " + message), "");
  }
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
Object named(std::string name) {
  Object object;
  object.name = std::move(name);
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

[[nodiscard]] Wishes create_table(Call& call);
[[nodiscard]] Wishes drop_table(Call& call);
[[nodiscard]] Wishes rename_table(Call& call);
[[nodiscard]] Wishes add_column(Call& call);
[[nodiscard]] Wishes drop_column(Call& call);
[[nodiscard]] Wishes rename_column(Call& call);
[[nodiscard]] Wishes alter_column(Call& call);
[[nodiscard]] Wishes add_primary_key(Call& call);
[[nodiscard]] Wishes drop_index(Call& call);
[[nodiscard]] Wishes rename_index(Call& call);
[[nodiscard]] Wishes drop_constraint(Call& call);
[[nodiscard]] Wishes rename_constraint(Call& call);
[[nodiscard]] Wishes create_view(Call& call);
[[nodiscard]] Wishes replace_view(Call& call);
[[nodiscard]] Wishes create_materialized_view(Call& call);
[[nodiscard]] Wishes drop_materialized_view(Call& call);
[[nodiscard]] Wishes create_trigger(Call& call);
[[nodiscard]] Wishes drop_trigger(Call& call);
[[nodiscard]] Wishes create_routine(Call& call);
[[nodiscard]] Wishes replace_routine(Call& call);
[[nodiscard]] Wishes drop_routine(Call& call);
[[nodiscard]] Wishes create_sequence(Call& call);
[[nodiscard]] Wishes alter_sequence(Call& call);
[[nodiscard]] Wishes create_enum(Call& call);
[[nodiscard]] Wishes add_enum_value(Call& call);
[[nodiscard]] Wishes rename_enum_value(Call& call);
[[nodiscard]] Wishes create_domain(Call& call);
[[nodiscard]] Wishes attach_partition(Call& call);
[[nodiscard]] Wishes detach_partition(Call& call);
[[nodiscard]] Wishes create_schema(Call& call);
[[nodiscard]] Wishes drop_schema(Call& call);
[[nodiscard]] Wishes create_extension(Call& call);
[[nodiscard]] Wishes grant(Call& call);
[[nodiscard]] Wishes revoke(Call& call);
[[nodiscard]] Wishes insert(Call& call);
[[nodiscard]] Wishes update(Call& call);
[[nodiscard]] Wishes delete_rows(Call& call);
[[nodiscard]] Wishes copy(Call& call);
[[nodiscard]] Wishes backfill(Call& call);
[[nodiscard]] Wishes split_table(Call& call);
[[nodiscard]] Wishes merge_table(Call& call);
[[nodiscard]] Wishes set_comment(Call& call);

}  // namespace helium::expand

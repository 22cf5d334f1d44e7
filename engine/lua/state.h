// A Lua 5.4 state for one file, with nothing in it that could reach the world.
//
// The environment is an allow-list (see allow_list.cc for the reason of each omission). Chunks are
// text only. A budget of time and memory holds against pcall, coroutines, finalizers and pattern
// matching. The same file gives the same bytes on every run: pairs walks in a fixed order, tostring
// shows no addresses, there is no clock and no randomness. Every host function goes through one
// guard, so no C++ exception ever crosses Lua. lua.hpp is included in this room only; what leaves
// it are plain values.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "helium/target.h"

namespace helium::lua {

class Value;

/// A function that stays in its state; valid as long as the state lives.
struct Function {
  int reference = 0;
  std::uint32_t line = 0;  ///< where it is defined; 0 for host functions
  std::uint32_t last_line = 0;
};

/// A table: its list part (1..n without holes) and its other keys, sorted by name.
struct Table {
  std::vector<Value> list;
  std::map<std::string, Value, std::less<>> fields;  ///< string keys; other keys are refused
  std::vector<std::uint32_t>
      lines;  ///< for collected lists: the source line where list[i] was added; else empty
};

/// A plain copy of a Lua value.
class Value {
 public:
  using Data = std::variant<std::monostate, bool, std::int64_t, double, std::string, Function,
                            std::shared_ptr<const Table>>;
  Value() = default;
  explicit Value(Data data) : data_(std::move(data)) {}
  [[nodiscard]] const Data& data() const noexcept { return data_; }
  [[nodiscard]] bool is_nil() const noexcept { return data_.index() == 0; }
  [[nodiscard]] const std::string* string() const noexcept {
    return std::get_if<std::string>(&data_);
  }
  [[nodiscard]] const bool* boolean() const noexcept { return std::get_if<bool>(&data_); }
  [[nodiscard]] const std::int64_t* integer() const noexcept {
    return std::get_if<std::int64_t>(&data_);
  }
  [[nodiscard]] const Function* function() const noexcept { return std::get_if<Function>(&data_); }
  [[nodiscard]] const Table* table() const noexcept {
    const auto* held = std::get_if<std::shared_ptr<const Table>>(&data_);
    return held == nullptr ? nullptr : held->get();
  }
  /// The Lua word for the kind of value: "nil", "string", "table", ...
  [[nodiscard]] const char* kind() const noexcept;

 private:
  Data data_;
};

/// A file to run: `name` is its path, used in messages.
struct Chunk {
  std::string name;
  std::string text;
};

/// A function of the host: plain values in, one plain value out. What it throws is a Lua error.
using Native = std::function<Value(const std::vector<Value>& arguments)>;
/// A module of such functions, by name.
using NativeModule = std::map<std::string, Native, std::less<>>;

/// What a state may see of the outside.
struct Surroundings {
  /// Answers os.getenv; unset names and names not allowed answer nothing.
  std::function<std::optional<std::string>(std::string_view name)> getenv;
  /// Answers require: the file for a module name, or nothing (an error in Lua).
  std::function<std::optional<Chunk>(std::string_view module)> module;
  /// Modules that require answers with functions of the host; they win over files.
  std::map<std::string, NativeModule, std::less<>> natives;
  /// Once true, whatever runs is stopped; nullptr: nobody stops it. Must outlive the state.
  const std::atomic<bool>* stopped = nullptr;
};

class State {
 public:
  State(const LuaLimits& limits, Surroundings surroundings);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// Sets a global to a plain value (no functions).
  void set_global(const std::string& name, const Value& value);

  /// Loads a text chunk and runs it; its first result. Throws Error(script) with file, line and
  /// source line for syntax and runtime errors, binary chunks, and a spent budget.
  [[nodiscard]] Value run(const Chunk& chunk);

  /// Calls a function that came out of this state; its first result. Errors as in run.
  Value call(const Function& function, const std::vector<Value>& arguments = {});

  /// Calls a section function with a fresh `queries` object (scripts/prelude.lua) and returns what
  /// was inserted, in order, with the source line of each insertion (Table::lines).
  [[nodiscard]] Value collect(const Function& function);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace helium::lua

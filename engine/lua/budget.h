// The budget of one state: memory by the allocator, time by a clock that the count hook and every
// long-running host function read. It is the processor's time: Lua cannot wait for anything, and
// other programs on a busy machine take nothing from the budget. Once spent it stays spent: the
// hook then raises at every instruction, so that nothing in Lua can swallow it.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <lua.hpp>

#include "helium/error.h"
#include "helium/target.h"

namespace helium::lua {

class Budget {
 public:
  /// `stopped`, where there is one, ends it all once it is true.
  explicit Budget(const LuaLimits& limits, const std::atomic<bool>* stopped = nullptr)
      : limits_(limits), stopped_(stopped) {}
  Budget(const Budget&) = delete;
  Budget& operator=(const Budget&) = delete;

  /// A lua_Alloc; `self` is the Budget.
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t size) noexcept;
  /// Watches a state that allocates from here; its host must have been set.
  void watch(lua_State* state) noexcept;

  /// The clock runs between these two only.
  void enter() noexcept;
  void leave() noexcept;

  /// Counts steps of a host function and reads the clock now and then; raises when it is over.
  void spend(lua_State* state, std::uint64_t steps = 1);
  /// Reads the clock and whether somebody stopped it all; raises when it is over.
  void check(lua_State* state);
  /// To be called when Lua itself reported that memory is used up.
  void memory_is_spent() noexcept;
  /// To be called when the machine had no memory for us, whatever the budget.
  void machine_is_spent() noexcept;
  /// Raises again when something is used up already.
  void insist(lua_State* state) const;

  /// True once time or memory is used up, or somebody stopped it all; it stays so.
  [[nodiscard]] bool spent() const noexcept { return spent_ != Spent::nothing; }
  /// True when the last block that was refused was refused by the machine.
  [[nodiscard]] bool starved() const noexcept { return starved_; }
  /// What is used up and where, with the setting that allows more.
  [[nodiscard]] Error error() const;

 private:
  enum class Spent { nothing, time, memory, machine, stopped };
  using Clock = std::chrono::steady_clock;
  using Duration = std::chrono::nanoseconds;
  [[nodiscard]] bool time_is_over() const noexcept;
  void spend_all(Spent what) noexcept;
  void note_place(lua_State* state) noexcept;

  LuaLimits limits_;
  const std::atomic<bool>* stopped_;
  lua_State* state_ = nullptr;
  std::uint64_t used_bytes_ = 0;
  std::uint64_t steps_ = 0;
  Duration used_time_{0};  ///< of the processor
  Duration used_wall_{0};
  Duration entered_{0};  ///< the thread's processor time
  Clock::time_point entered_wall_;
  Spent spent_ = Spent::nothing;
  bool starved_ = false;  ///< the machine refused a block that the budget allowed
  bool fine_ = false;     ///< big blocks exist: single instructions may be slow
  std::array<char, 4096> file_{};
  int line_ = 0;
};

}  // namespace helium::lua

#include "lua/budget.h"

#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

#include "base/clock.h"
#include "lua/host.h"

namespace helium::lua {

namespace {

constexpr int usual_count = 1000;
// One instruction may copy or compare a block of hundreds of megabytes, so where such blocks exist
// the clock is read more often.
constexpr int fine_count = 10;
constexpr std::size_t big_block = 1U << 20U;
constexpr std::uint64_t steps_between_looks = 5000;
// Left for the error's own text once everything else is used up.
constexpr std::uint64_t last_reserve = 256ULL * 1024;

std::chrono::nanoseconds thread_time() noexcept {
  timespec spent{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

void on_count(lua_State* state, lua_Debug*) {
  host_of(state).budget.check(state);
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kilobyte = 1024;
  if (bytes >= kilobyte * kilobyte && bytes % (kilobyte * kilobyte) == 0) {
    return std::to_string(bytes / kilobyte / kilobyte) + " MB";
  }
  return std::to_string(bytes / kilobyte) + " KB";
}

}  // namespace

void* Budget::allocate(void* self, void* block, std::size_t old_size, std::size_t size) noexcept {
  Budget& budget = *static_cast<Budget*>(self);
  const std::size_t old = block == nullptr ? 0 : old_size;
  if (size == 0) {
    std::free(block);
    budget.used_bytes_ -= old;
    return nullptr;
  }
  const std::uint64_t reserve = budget.spent() ? last_reserve : 0;
  const std::uint64_t after = budget.used_bytes_ - old + size;
  if (size > old && after > budget.limits_.memory_bytes + reserve) {
    budget.starved_ = false;
    budget.note_place(budget.state_);
    return nullptr;
  }
  void* made = std::realloc(block, size);
  if (made == nullptr) {
    budget.starved_ = true;
    return nullptr;
  }
  budget.used_bytes_ = after;
  if (size >= big_block && !budget.fine_ && budget.state_ != nullptr) {
    budget.fine_ = true;
    lua_sethook(budget.state_, on_count, LUA_MASKCOUNT, budget.spent() ? 1 : fine_count);
  }
  return made;
}

void Budget::watch(lua_State* state) noexcept {
  state_ = state;
  lua_sethook(state, on_count, LUA_MASKCOUNT, usual_count);
}

void Budget::enter() noexcept {
  entered_ = thread_time();
  entered_wall_ = Clock::now();
}

void Budget::leave() noexcept {
  used_time_ += thread_time() - entered_;
  used_wall_ += Clock::now() - entered_wall_;
}

// The wall's clock costs no system call and is never behind the processor's.
bool Budget::time_is_over() const noexcept {
  return used_wall_ + (Clock::now() - entered_wall_) > limits_.time &&
         used_time_ + (thread_time() - entered_) > limits_.time;
}

void Budget::spend(lua_State* state, std::uint64_t steps) {
  steps_ += steps;
  if (steps_ >= steps_between_looks) {
    steps_ = 0;
    check(state);
  }
}

void Budget::check(lua_State* state) {
  if (!spent() && stopped_ != nullptr && *stopped_) {
    note_place(state);
    spend_all(Spent::stopped);
  }
  if (!spent() && time_is_over()) {
    note_place(state);
    spend_all(Spent::time);
  }
  insist(state);
}

void Budget::memory_is_spent() noexcept {
  spend_all(starved_ ? Spent::machine : Spent::memory);
}

void Budget::machine_is_spent() noexcept {
  spend_all(Spent::machine);
}

void Budget::spend_all(Spent what) noexcept {
  if (!spent()) {
    spent_ = what;
    lua_sethook(state_, on_count, LUA_MASKCOUNT | LUA_MASKLINE, 1);
  }
}

void Budget::insist(lua_State* state) const {
  if (spent()) {
    lua_pushstring(state, spent_ == Spent::stopped ? "stopped"
                          : spent_ == Spent::time  ? "time budget used up"
                                                   : "memory budget used up");
    lua_error(state);
  }
}

void Budget::note_place(lua_State* state) noexcept {
  if (state == nullptr || spent()) {
    return;
  }
  lua_Debug frame;
  for (int level = 0; lua_getstack(state, level, &frame) != 0; ++level) {
    lua_getinfo(state, "Sl", &frame);
    if (frame.currentline > 0 && std::strcmp(frame.source, prelude_source) != 0) {
      std::strncpy(file_.data(), frame.source + 1, file_.size() - 1);
      line_ = frame.currentline;
      return;
    }
  }
}

Error Budget::error() const {
  Span where;
  where.file = file_.data();
  where.line = static_cast<std::uint32_t>(line_);
  if (spent_ == Spent::time) {
    return Error(Fault::script, "time budget of " + base::duration_text(limits_.time) + " used up")
        .at(where)
        .hinting("an endless loop? `time` in [lua] of helium.toml allows more");
  }
  if (spent_ == Spent::stopped) {
    return Error(Fault::cancelled, "stopped while it ran: nothing of it was carried out").at(where);
  }
  if (spent_ == Spent::machine) {
    return Error(Fault::memory, "there was not enough memory to run it").at(where);
  }
  return Error(Fault::script, "memory budget of " + size_text(limits_.memory_bytes) + " used up")
      .at(where)
      .hinting("`memory` in [lua] of helium.toml allows more");
}

}  // namespace helium::lua

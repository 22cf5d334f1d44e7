#include "lua/host.h"

#include <clocale>
#include <exception>

namespace helium::lua {

namespace {

// The library may live in a program that has set a locale; Lua's numbers, comparisons and letters
// must not depend on it. Only this thread is touched, and only while Lua runs.
class PlainLocale {
 public:
  PlainLocale()
      : plain_(newlocale(LC_ALL_MASK, "C", static_cast<locale_t>(nullptr))),
        before_(uselocale(plain_)) {}
  ~PlainLocale() {
    uselocale(before_);
    freelocale(plain_);
  }
  PlainLocale(const PlainLocale&) = delete;
  PlainLocale& operator=(const PlainLocale&) = delete;

 private:
  locale_t plain_;
  locale_t before_;
};

class Running {
 public:
  explicit Running(Budget& budget) : budget_(budget) { budget_.enter(); }
  ~Running() { budget_.leave(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  Budget& budget_;
};

struct Job {
  const std::function<void(lua_State*)>& task;
  std::exception_ptr thrown;
};

// Not guarded like other host functions: what the task throws leaves Lua as it is.
int run_job(lua_State* state) {
  Job& job = *static_cast<Job*>(lua_touserdata(state, 1));
  lua_settop(state, 0);
  try {
    job.task(state);
    return 0;
  } catch (const std::exception&) {
    job.thrown = std::current_exception();
  }
  lua_pushliteral(state, "host error");
  return lua_error(state);
}

}  // namespace

Host& host_of(lua_State* state) noexcept {
  return **static_cast<Host**>(lua_getextraspace(state));
}

void protect(Host& host, const std::function<void(lua_State*)>& task) {
  const PlainLocale locale;
  const Running running(host.budget);
  Job job{task, nullptr};
  lua_State* state = host.state;
  host.failure.reset();
  lua_settop(state, 0);
  lua_pushcfunction(state, keep_failure);
  lua_pushcfunction(state, run_job);
  lua_pushlightuserdata(state, &job);
  const int status = lua_pcall(state, 1, 0, 1);
  lua_settop(state, 0);
  host.requiring.clear();
  if (status == LUA_ERRMEM) {
    host.budget.memory_is_spent();
  }
  if (host.budget.spent()) {
    // Outside of any function, as while a file is loaded, nobody knows the place.
    const Error error = host.budget.error();
    throw error.where().file.empty() ? error.at({.file = host.main})
                                     : with_source_line(host, error);
  }
  if (job.thrown) {
    std::rethrow_exception(job.thrown);
  }
  if (status != LUA_OK) {
    throw with_source_line(
        host, host.failure.value_or(Error(Fault::script, "error while handling an error")));
  }
}

}  // namespace helium::lua

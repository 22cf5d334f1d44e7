// Told while a command runs. The CLI paints, tests record. Calls come from the thread that runs the
// command and must not throw.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "helium/plan.h"
#include "helium/report.h"

namespace helium {

class Observer {
 public:
  virtual ~Observer() = default;
  /// Step `index` of `count` (from 0) begins.
  virtual void step_started(const Step&, std::size_t /*index*/, std::size_t /*count*/) {}
  /// Statement `number` of the current step (from 1) is on its way.
  virtual void statement_started(const Step&, std::uint32_t /*number*/) {}
  /// A step is committed.
  virtual void step_done(const Moved&) {}
  /// Another runner or session holds what we need. Called again while waiting goes on.
  virtual void waiting(const std::string& /*holder*/, std::chrono::milliseconds /*so_far*/) {}
  /// The server said something about a statement.
  virtual void noticed(const Notice&) {}
  /// Something to tell the user at once; no part of the result.
  virtual void warned(const std::string&) {}
};

}  // namespace helium

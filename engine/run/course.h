// A stretch of the plan on its way: its units in order, and which step each belongs to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "helium/plan.h"
#include "helium/report.h"
#include "history/history.h"
#include "session/session.h"

namespace helium::run {

/// Which step a unit belongs to, and which of the author's statements it holds.
struct Place {
  std::size_t step = 0;                ///< index in the plan
  std::size_t last_step = 0;           ///< the same, but for a group: its last
  bool first = false;                  ///< the step's first unit: it holds the fence
  bool last = false;                   ///< the step stands when this unit is done; the next one
                                       ///< may begin in it
  std::vector<std::uint32_t> numbers;  ///< by statement of the unit; 0: ours
  std::vector<std::size_t> members;    ///< of a group: the step of each statement
};

struct Course {
  std::vector<session::Unit> units;
  std::vector<Place> places;  ///< one for each unit
};

/// The units of up to `most` steps from `step` on; of a group its one unit.
[[nodiscard]] Course course_from(const Plan& plan, std::size_t step, std::size_t most,
                                 history::Writer& writer);

/// How many units from `from` on travel together: all of them, but a unit with a statement that
/// runs outside any transaction travels alone.
[[nodiscard]] std::size_t window_from(const Course& course, std::size_t from);

/// How many of the author's statements of the step at `unit`, which is not done, were answered and
/// stand: those of the units before it, and of a broken one those that are done.
[[nodiscard]] std::uint32_t known_done(const Course& course, std::size_t unit,
                                       const session::UnitOutcome& outcome);

/// What is worth telling of a unit: the server's own words, and what statements tell of their rows
/// where they stand.
[[nodiscard]] std::vector<Notice> told(const session::Unit& unit,
                                       const session::UnitOutcome& outcome);

}  // namespace helium::run

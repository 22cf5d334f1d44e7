// A stretch of the plan on its way: its units in order, and which step each belongs to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "helium/plan.h"
#include "history/history.h"
#include "session/session.h"

namespace helium::run {

/// Which step a unit belongs to, and which of the author's statements it holds.
struct Place {
  std::size_t step = 0;                ///< index in the plan
  bool first = false;                  ///< the step's first unit: it holds the fence
  bool last = false;                   ///< the step stands when this unit is done
  std::vector<std::uint32_t> numbers;  ///< by statement of the unit; 0: ours
};

struct Course {
  std::vector<session::Unit> units;
  std::vector<Place> places;  ///< one for each unit
};

/// The units of consecutive `whole` steps from `step` on, up to `most` of them; or all units of one
/// journalled step.
[[nodiscard]] Course course_from(const Plan& plan, std::size_t step, std::size_t most,
                                 history::Writer& writer);

/// How many units from `from` on travel together: at most `most`, and a unit with a statement that
/// runs outside any transaction travels alone.
[[nodiscard]] std::size_t window_from(const Course& course, std::size_t from, std::size_t most);

}  // namespace helium::run

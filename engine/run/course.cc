#include "run/course.h"

#include <algorithm>

namespace helium::run {
namespace {

void append(Course& course, std::size_t index, const Step& step, history::Writer& writer) {
  std::vector<session::Unit> units = writer.units(step);
  for (std::size_t i = 0; i < units.size(); ++i) {
    Place place;
    place.step = index;
    place.first = i == 0;
    place.last = i + 1 == units.size();
    for (std::size_t s = 0; s < units[i].statements.size(); ++s) {
      place.numbers.push_back(writer.author_statement(i, s));
    }
    course.places.push_back(std::move(place));
    course.units.push_back(std::move(units[i]));
  }
}

bool alone(const session::Unit& unit) {
  return std::any_of(unit.statements.begin(), unit.statements.end(),
                     [](const Statement& statement) { return statement.shape.outside; });
}

}  // namespace

Course course_from(const Plan& plan, std::size_t step, std::size_t most, history::Writer& writer) {
  Course course;
  append(course, step, plan.steps[step], writer);
  if (plan.steps[step].transaction != TransactionClass::whole) {
    return course;
  }
  for (std::size_t next = step + 1; next < plan.steps.size() && course.units.size() < most;
       ++next) {
    if (plan.steps[next].transaction != TransactionClass::whole) {
      break;
    }
    append(course, next, plan.steps[next], writer);
  }
  return course;
}

std::size_t window_from(const Course& course, std::size_t from, std::size_t most) {
  const std::size_t limit = std::min(std::max<std::size_t>(most, 1), course.units.size() - from);
  for (std::size_t count = 0; count < limit; ++count) {
    if (alone(course.units[from + count])) {
      return std::max<std::size_t>(count, 1);
    }
  }
  return limit;
}

}  // namespace helium::run

#include "run/course.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace helium::run {
namespace {

Place place_of(std::size_t step, std::size_t unit, const session::Unit& made,
               const history::Writer& writer) {
  Place place;
  place.step = place.last_step = step;
  for (std::size_t s = 0; s < made.statements.size(); ++s) {
    place.numbers.push_back(writer.author_statement(unit, s));
  }
  return place;
}

bool journalled(const Step& step) {
  return step.transaction != TransactionClass::whole;
}

// Where the database commits by itself each commit of ours is one more: the row that says that a
// step stands and the one that says that the next began are committed together.
bool begins_at_end_of(const Course& course, const Plan& plan, const Step& next,
                      const session::Unit& start) {
  if (course.units.empty() || !journalled(next) || !next.check_before.empty()) {
    return false;
  }
  const session::Unit& end = course.units.back();
  return journalled(plan.steps[course.places.back().step]) && end.begin && end.commit &&
         start.begin && start.commit && end.limits == start.limits;
}

void append(Course& course, std::size_t index, const Plan& plan, history::Writer& writer) {
  std::vector<session::Unit> units = writer.units(plan.steps[index]);
  bool fresh = true;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Place place = place_of(index, i, units[i], writer);
    if (i == 0 && begins_at_end_of(course, plan, plan.steps[index], units[i])) {
      auto& end = course.units.back().statements;
      std::move(units[i].statements.begin(), units[i].statements.end(), std::back_inserter(end));
      course.places.back().numbers.resize(end.size(), 0);
      continue;
    }
    units[i].fresh = std::exchange(fresh, false);
    place.first = i == 0;
    place.last = i + 1 == units.size();
    course.places.push_back(std::move(place));
    course.units.push_back(std::move(units[i]));
  }
}

// Whole steps one behind the other, between one BEGIN and one COMMIT.
Course group_of(const Plan& plan, history::Writer& writer) {
  Course course;
  session::Unit all{.begin = true, .commit = true, .statements = {}, .limits = {}};
  Place place{.last_step = plan.steps.size() - 1, .first = true, .last = true};
  for (std::size_t step = 0; step < plan.steps.size(); ++step) {
    session::Unit unit = std::move(writer.units(plan.steps[step]).front());
    const Place own = place_of(step, 0, unit, writer);
    place.numbers.insert(place.numbers.end(), own.numbers.begin(), own.numbers.end());
    place.members.resize(place.numbers.size(), step);
    std::move(unit.statements.begin(), unit.statements.end(), std::back_inserter(all.statements));
    all.limits = unit.limits;
  }
  course.units.push_back(std::move(all));
  course.places.push_back(std::move(place));
  return course;
}

bool alone(const session::Unit& unit) {
  return std::any_of(unit.statements.begin(), unit.statements.end(),
                     [](const Statement& statement) { return statement.shape.outside; });
}

}  // namespace

Course course_from(const Plan& plan, std::size_t step, std::size_t most, history::Writer& writer) {
  if (plan.group) {
    return group_of(plan, writer);
  }
  Course course;
  const std::size_t end = step + std::min(most, plan.steps.size() - step);
  for (std::size_t next = step; next < end; ++next) {
    append(course, next, plan, writer);
  }
  return course;
}

std::size_t window_from(const Course& course, std::size_t from) {
  const std::size_t limit = course.units.size() - from;
  for (std::size_t count = 0; count < limit; ++count) {
    if (alone(course.units[from + count])) {
      return std::max<std::size_t>(count, 1);
    }
  }
  return limit;
}

std::uint32_t known_done(const Course& course, std::size_t unit,
                         const session::UnitOutcome& outcome) {
  using State = session::UnitOutcome::State;
  std::uint32_t most = 0;
  for (std::size_t i = 0; i <= unit; ++i) {
    const Place& place = course.places[i];
    for (std::size_t s = 0; place.step == course.places[unit].step && s < place.numbers.size();
         ++s) {
      // A BEGIN whose own row is refused is taken back with it.
      const Shape& shape = course.units[i].statements[s].shape;
      const bool opens = shape.kind == Shape::Kind::transaction_control && shape.verb != "COMMIT" &&
                         shape.verb != "END";
      const bool stands =
          i < unit || (outcome.state == State::broken && !opens &&
                       outcome.statements[s].state == session::Outcome::State::done);
      most = stands ? std::max(most, place.numbers[s]) : most;
    }
  }
  return most;
}

std::vector<Notice> told(const session::Unit& unit, const session::UnitOutcome& outcome) {
  std::vector<Notice> notices;
  for (std::size_t i = 0; i < outcome.statements.size(); ++i) {
    const session::Outcome& one = outcome.statements[i];
    notices.insert(notices.end(), one.notices.begin(), one.notices.end());
    const Statement& statement = unit.statements.at(i);
    if (statement.tells.empty() || one.rows == 0 ||
        outcome.state != session::UnitOutcome::State::done) {
      continue;
    }
    Notice notice;
    notice.severity = "note";
    notice.message = base::replaced(statement.tells, "{rows}", std::to_string(one.rows));
    notice.where = statement.span;
    notices.push_back(std::move(notice));
  }
  return notices;
}

}  // namespace helium::run

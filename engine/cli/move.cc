// up, down, goto, redo, resume and plan.
#include <algorithm>

#include "cli/commands.h"
#include "cli/opened.h"

namespace helium::cli {
namespace {

Goal goal_of(const Options& options, Goal::Verb verb) {
  Goal goal;
  goal.verb = verb;
  goal.to = options.to;
  goal.steps = options.steps;
  goal.all = options.all;
  goal.out_of_order = options.out_of_order;
  goal.group = options.group;
  goal.undo = options.undo;
  goal.load_only = options.load_only;
  goal.replay = options.replay;
  if (!options.as.empty()) {
    goal.as = options.as == "done" ? Goal::As::done : Goal::As::undone;
  }
  return goal;
}

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity == Severity::error; });
}

}  // namespace

int move(const Options& options, Goal::Verb verb) {
  Opened opened(options, Need::both);
  MoveOptions how;
  how.backup = options.backup;
  how.exclusive = options.exclusive;
  how.plan_hash = options.plan.empty() ? "" : show::saved_hash(options.plan);
  const Report report = opened.engine().move(goal_of(options, verb), how);
  say(show::findings(report.findings, "text", show::Colour::none));
  if (report.failed) {
    say(show::text(report.failed->error, show::Colour::none));
  }
  const bool refused = report.dry && has_errors(report.findings);
  return told(options.json() ? show::json(report) : show::text(report, colour()),
              refused ? exit_code(Fault::design) : report.exit_code());
}

int plan(const Options& options) {
  Opened opened(options, Need::both);
  const Goal::Verb verb = options.down ? Goal::Verb::down : Goal::Verb::up;
  const Plan plan = opened.engine().plan(goal_of(options, verb));
  say(show::findings(plan.findings, "text", show::Colour::none));
  if (!options.out.empty()) {
    show::save(options.out, show::json(plan));
  }
  print(options.json() ? show::json(plan) : show::text(plan));
  return options.exit_code && !plan.steps.empty() ? 1 : 0;
}

}  // namespace helium::cli

// The verbs: which migrations move, in which order, and what stops them.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "helium/error.h"
#include "plan/order.h"
#include "plan/plan.h"
#include "plan/resume.h"
#include "plan/steps.h"

namespace helium::plan {
namespace {

bool stops(const Finding& finding, const Goal& goal) {
  static const std::set<std::string> stopping = {"changed", "missing", "duplicate", "bad_name"};
  if (finding.rule == "out_of_order") {
    return !goal.out_of_order;
  }
  return finding.severity == Severity::error && stopping.count(finding.rule) != 0;
}

class Planner {
 public:
  Planner(const Goal& goal, const std::vector<Design>& designs, const Ledger& ledger,
          const Dialect& dialect, const Sources& sources)
      : goal_(goal), designs_(designs), ledger_(ledger), dialect_(dialect), sources_(sources) {}

  Plan make() {
    standing_ = standing(designs_, ledger_, sources_);
    refuse_unknown_number();
    switch (goal_.verb) {
      case Goal::Verb::up:
        up();
        break;
      case Goal::Verb::down:
        go_down();
        break;
      case Goal::Verb::go_to:
        go_to();
        break;
      case Goal::Verb::redo:
        redo();
        break;
      case Goal::Verb::resume:
        resume();
        break;
    }
    plan_.hash = hash_of(plan_, ledger_);
    return std::move(plan_);
  }

 private:
  void up() {
    refuse_findings();
    for (const Record* record : half_done()) {
      if (record->state == RecordState::failed) {
        refuse(*record);
      }
      add(resumed(broken(*record), Goal::As::unset));
    }
    forward(pending(), goal_.steps);
  }

  // A way down that a crash broke off is finished first, and counts: `down`, said again, takes no
  // further migration down than the first time.
  void go_down() {
    std::optional<std::uint32_t> most = goal_.steps.value_or(1);
    for (const Record* record : half_done()) {
      const bool went_down =
          record->state == RecordState::started && record->direction == Direction::reverse;
      if (!went_down) {
        refuse(*record);
      }
      add(resumed(broken(*record), Goal::As::unset));
      *most -= *most > 0 && !record->taking_back ? 1 : 0;
    }
    down(goal_.all || goal_.to ? std::nullopt : most, goal_.to);
  }

  void go_to() {
    refuse_findings();
    refuse_partial();
    if (!goal_.to) {
      throw Error(Fault::usage, "goto needs the number of a migration");
    }
    down(std::nullopt, goal_.to);
    forward(pending(), std::nullopt);
  }

  void redo() {
    refuse_partial();
    down(goal_.steps.value_or(1), std::nullopt);
    std::vector<const Migration*> again;
    for (const Step& step : plan_.steps) {
      const Migration* migration = find(step.design, step.number);
      if (migration == nullptr) {
        throw Error(Fault::design, step.design + "_" + std::to_string(step.number) +
                                       " cannot be done again: its file is not there");
      }
      again.push_back(migration);
    }
    forward(again, std::nullopt);
  }

  void resume() {
    for (const Record* record : half_done()) {
      add(goal_.undo ? taken_back(broken(*record), goal_.as) : resumed(broken(*record), goal_.as));
    }
    if (plan_.steps.empty() && goal_.as != Goal::As::unset) {
      throw Error(Fault::usage, "no statement is in doubt").hinting("helium status");
    }
  }

  // ---- what stands -------------------------------------------------------------------------

  const Migration* find(const std::string& design, std::int64_t number) const {
    for (const Design& candidate : designs_) {
      for (const Migration& migration : candidate.migrations) {
        if (migration.design == design && migration.number == number) {
          return &migration;
        }
      }
    }
    return nullptr;
  }

  bool is_ours(const std::string& design) const {
    return std::any_of(designs_.begin(), designs_.end(),
                       [&](const Design& candidate) { return candidate.name == design; });
  }

  std::vector<const Record*> records(const std::set<RecordState>& states) const {
    std::vector<const Record*> found;
    for (const Record& record : ledger_.records) {
      if (is_ours(record.design) && states.count(record.state) != 0) {
        found.push_back(&record);
      }
    }
    return found;
  }

  std::vector<const Record*> half_done() const {
    return records({RecordState::started, RecordState::failed});
  }

  Broken broken(const Record& record) const {
    return {record, find(record.design, record.number), dialect_, sources_};
  }

  std::vector<const Migration*> pending() const {
    std::vector<const Migration*> found;
    for (const DesignStatus& status : standing_.designs) {
      for (const std::int64_t number : status.pending) {
        if (!goal_.to || number <= *goal_.to) {
          found.push_back(find(status.design, number));
        }
      }
    }
    return found;
  }

  // ---- what stops --------------------------------------------------------------------------

  void refuse_unknown_number() const {
    if (!goal_.to || *goal_.to == 0) {
      return;
    }
    const std::int64_t number = *goal_.to;
    bool known = std::any_of(
        ledger_.records.begin(), ledger_.records.end(),
        [&](const Record& record) { return is_ours(record.design) && record.number == number; });
    std::vector<std::string> numbers;
    for (const Design& design : designs_) {
      for (const Migration& migration : design.migrations) {
        known = known || migration.number == number;
        numbers.push_back(std::to_string(migration.number));
      }
    }
    if (!known) {
      throw Error(Fault::design, "no migration has the number " + std::to_string(number))
          .hinting(base::did_you_mean(std::to_string(number), numbers));
    }
  }

  void refuse_findings() {
    const Finding* first = nullptr;
    for (const Finding& finding : standing_.findings) {
      if (!stops(finding, goal_)) {
        note(finding);
      } else if (first == nullptr) {
        first = &finding;
      }
    }
    if (first == nullptr) {
      return;
    }
    Error error = Error(Fault::design, first->rule + ": " + first->message)
                      .at(first->where)
                      .hinting(first->hint);
    for (const Finding& finding : standing_.findings) {
      if (&finding != first && stops(finding, goal_)) {
        error = error.noting(finding.rule + ": " + finding.message);
      }
    }
    throw error;
  }

  void note(Finding finding) {
    if (finding.rule == "partial") {
      return;
    }
    finding.severity = Severity::warning;
    plan_.findings.push_back(std::move(finding));
  }

  void refuse_partial() const {
    for (const Record* record : half_done()) {
      refuse(*record);
    }
  }

  [[noreturn]] void refuse(const Record& record) const {
    const Migration* migration = find(record.design, record.number);
    Span where;
    where.file = migration != nullptr ? migration->path : std::string();
    std::string message = half_done_words(record.design + "_" + std::to_string(record.number),
                                          record.direction, record.done, record.total);
    message += record.message.empty() ? "" : " (" + record.message + ")";
    throw Error(Fault::partial, message)
        .at(where)
        .hinting(record.state == RecordState::started
                     ? "helium resume goes on with it; or helium resume --undo"
                     : "mend the file, then helium resume; or helium resume --undo");
  }

  // ---- moving ------------------------------------------------------------------------------

  void add(Built wanted) {
    Built built = cleared(std::move(wanted), sources_);
    Step& step = built.step;
    if (step.direction == Direction::forward && step.repeatable) {
      step.macros_hash = sources_.macros_hash(step.design);
    }
    std::move(built.findings.begin(), built.findings.end(), std::back_inserter(plan_.findings));
    plan_.steps.push_back(std::move(step));
  }

  void forward(const std::vector<const Migration*>& migrations, std::optional<std::uint32_t> most) {
    std::vector<Node> nodes;
    std::vector<Sections> sections;
    sources_.foresee(migrations);
    for (const Migration* migration : migrations) {
      sections.push_back(sources_.sections(*migration));
      nodes.push_back({.design = migration->design,
                       .number = migration->number,
                       .repeatable = sections.back().repeatable,
                       .requires_ = sections.back().requires_,
                       .file = migration->path});
    }
    std::vector<std::size_t> order = ordered(nodes);
    if (most && *most < order.size()) {
      order.resize(*most);
    }
    std::set<std::string> there = standing_names();
    for (const std::size_t i : order) {
      refuse_unmet(nodes[i], there);
      there.insert(name_of(nodes[i]));
      add(forward_step(*migrations[i], sections[i], dialect_));
    }
  }

  // Names of what is applied when the forward steps begin.
  std::set<std::string> standing_names() const {
    std::set<std::string> names;
    for (const Record& record : ledger_.records) {
      if (record.state == RecordState::applied) {
        names.insert(record.design + "_" + std::to_string(record.number));
      }
    }
    for (const Step& step : plan_.steps) {
      const std::string name = step.design + "_" + std::to_string(step.number);
      if (step.direction == Direction::forward) {
        names.insert(name);
      } else {
        names.erase(name);
      }
    }
    return names;
  }

  void refuse_unmet(const Node& node, const std::set<std::string>& there) const {
    for (const std::string& required : node.requires_) {
      if (there.count(required) != 0) {
        continue;
      }
      std::vector<std::string> names;
      for (const Design& design : designs_) {
        for (const Migration& migration : design.migrations) {
          names.push_back(migration.design + "_" + std::to_string(migration.number));
        }
      }
      const bool known = std::find(names.begin(), names.end(), required) != names.end();
      Span where;
      where.file = node.file;
      throw Error(Fault::design, name_of(node) + " requires " + required +
                                     (known ? ", which is not applied and not part of this plan"
                                            : ", which no design of this target has"))
          .at(where)
          .hinting(known ? "let the plan reach it too" : base::did_you_mean(required, names));
    }
  }

  // Applied migrations above `floor` (nothing: all), newest first, at most `most`.
  void down(std::optional<std::uint32_t> most, std::optional<std::int64_t> floor) {
    const std::vector<const Record*> applied = records({RecordState::applied});
    std::vector<Node> nodes;
    nodes.reserve(applied.size());
    for (const Record* record : applied) {
      nodes.push_back({.design = record->design,
                       .number = record->number,
                       .repeatable = record->repeatable,
                       .requires_ = requires_of(*record),
                       .file = {}});
    }
    std::vector<std::size_t> order = ordered(nodes);
    std::reverse(order.begin(), order.end());
    std::set<std::string> leaving;
    std::vector<const Record*> chosen;
    for (const std::size_t i : order) {
      if ((!most || chosen.size() < *most) && (!floor || nodes[i].number > *floor)) {
        leaving.insert(name_of(nodes[i]));
        chosen.push_back(applied[i]);
      }
    }
    refuse_needed(nodes, leaving);
    for (const Record* record : chosen) {
      add_reverse(*record);
    }
  }

  // Only several designs can need each other in another order than that of their numbers.
  std::vector<std::string> requires_of(const Record& record) const {
    const Migration* migration = find(record.design, record.number);
    if (designs_.size() < 2 || migration == nullptr) {
      return {};
    }
    return sources_.sections(*migration).requires_;
  }

  static void refuse_needed(const std::vector<Node>& nodes, const std::set<std::string>& leaving) {
    for (const Node& node : nodes) {
      for (const std::string& required : node.requires_) {
        if (leaving.count(required) != 0 && leaving.count(name_of(node)) == 0) {
          throw Error(Fault::design, required + " cannot be taken down: " + name_of(node) +
                                         " requires it and stays")
              .hinting("take both down");
        }
      }
    }
  }

  void add_reverse(const Record& record) {
    const Migration* migration = find(record.design, record.number);
    Built built = migration != nullptr
                      ? reverse_step(*migration, sources_.sections(*migration), dialect_)
                      : reverse_step(record, sources_.kept_reverse(record));
    if (migration != nullptr && migration->checksum != record.checksum && !record.repeatable) {
      note({.rule = "changed",
            .severity = Severity::warning,
            .where = {.file = migration->path},
            .message = record.design + "_" + std::to_string(record.number) +
                       " was changed after it was applied; the file's reverse is used",
            .hint = {},
            .source_line = {}});
    }
    built.step.checksum = record.checksum;
    built.step.repeatable = record.repeatable;
    built.step.macros_hash = record.macros_hash;
    add(std::move(built));
  }

  const Goal& goal_;
  const std::vector<Design>& designs_;
  const Ledger& ledger_;
  const Dialect& dialect_;
  const Sources& sources_;
  Standing standing_;
  Plan plan_;
};

}  // namespace

Plan make(const Goal& goal, const std::vector<Design>& designs, const Ledger& ledger,
          const Dialect& dialect, const Sources& sources) {
  return Planner(goal, designs, ledger, dialect, sources).make();
}

}  // namespace helium::plan

// The verbs: which migrations move, in which order, and what stops them.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "helium/error.h"
#include "plan/checkpoint.h"
#include "plan/folder_steps.h"
#include "plan/operations.h"
#include "plan/order.h"
#include "plan/plan.h"
#include "plan/resume.h"
#include "plan/staying.h"
#include "plan/steps.h"
#include "plan/stops.h"

namespace helium::plan {
namespace {

bool stops(const Finding& finding, const Goal& goal) {
  static const std::set<std::string> stopping = {"changed", "missing", "duplicate", "bad_name",
                                                 "renamed"};
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
    refuse_unknown_number(goal_, designs_, ledger_);
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
    plan_.group = goal_.group && share_transaction(plan_.steps, dialect_);
    plan_.hash = hash_of(plan_, ledger_);
    return std::move(plan_);
  }

 private:
  void up() {
    refuse_findings();
    for (const Record* record : half_done()) {
      if (record->state == RecordState::failed) {
        refuse_half_done(*record, find(record->design, record->number));
      }
      add(gone_on(broken(*record), Goal::As::unset, designs_));
    }
    Begun begun = plan::begun(goal_, {designs_, ledger_, dialect_, sources_}, pending());
    tell(begun.findings);
    std::for_each(begun.steps.begin(), begun.steps.end(), [&](Built& one) { add(one); });
    std::vector<const Migration*> wanted = broken_off_loads();
    const std::vector<const Migration*> others = left_of(pending(), plan_.steps);
    wanted.insert(wanted.end(), others.begin(), others.end());
    forward(wanted, goal_.steps);
  }

  // A load that goes on is followed by its migration.
  std::vector<const Migration*> broken_off_loads() const {
    std::vector<const Migration*> found;
    for (const Record* record : half_done()) {
      const Migration* migration = find(record->design, record->number);
      if (record->direction == Direction::load && migration != nullptr) {
        found.push_back(migration);
      }
    }
    return found;
  }

  // A way down that a crash broke off is finished first, and counts: `down`, said again, takes no
  // further migration down than the first time.
  void go_down() {
    std::optional<std::uint32_t> most = goal_.steps.value_or(1);
    for (const Record* record : half_done()) {
      const bool went_down =
          record->state == RecordState::started && record->direction == Direction::reverse;
      if (!went_down) {
        refuse_half_done(*record, find(record->design, record->number));
      }
      add(resumed(broken(*record), Goal::As::unset));
      const bool counts = is_step(*record, records({RecordState::applied}));
      *most -= *most > 0 && !record->taking_back && counts ? 1 : 0;
    }
    down(!goal_.steps && (goal_.all || goal_.to) ? std::nullopt : most, goal_.to);
    tell(staying(records({RecordState::applied}), designs_));
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

  // What went down goes up again and nothing else, however often this is planned again.
  void redo() {
    refuse_partial();
    down(goal_.steps.value_or(1), std::nullopt);
    auto names = goal_.again;
    for (const Step& step : plan_.steps) {
      names.emplace_back(step.design, step.number);
    }
    std::vector<const Migration*> again;
    for (const auto& [design, number] : names) {
      again.push_back(find(design, number));
      refuse_gone(again.back(), design, number);
    }
    forward(again, std::nullopt);
  }

  void resume() {
    for (const Record* record : half_done()) {
      add(goal_.undo ? taken_back(broken(*record), goal_.as)
                     : gone_on(broken(*record), goal_.as, designs_));
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

  std::vector<const Record*> records(const std::set<RecordState>& states) const {
    std::vector<const Record*> found;
    for (const Record& record : ledger_.records) {
      if (is_ours(record.design, designs_) && states.count(record.state) != 0) {
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

  void refuse_findings() {
    std::vector<const Finding*> stopping;
    for (const Finding& finding : standing_.findings) {
      if (stops(finding, goal_)) {
        stopping.push_back(&finding);
      } else {
        note(finding);
      }
    }
    refuse_all(stopping);
  }

  void tell(const Findings& findings) {
    plan_.findings.insert(plan_.findings.end(), findings.begin(), findings.end());
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
      refuse_half_done(*record, find(record->design, record->number));
    }
  }

  // ---- moving ------------------------------------------------------------------------------

  void add(Built wanted) {
    Built built = cleared(std::move(wanted), sources_);
    Step& step = built.step;
    if (step.direction == Direction::forward && step.repeatable) {
      step.macros_hash = sources_.macros_hash(step.design);
    }
    const bool own_way = step.kind == Step::Kind::run || step.kind == Step::Kind::resume;
    if (own_way && is_folder(step.design, designs_)) {
      expect_own_mark(step, queries_table(ledger_.schema, dialect_.lexicon));
    }
    tell(built.findings);
    plan_.steps.push_back(std::move(step));
  }

  void forward(const std::vector<const Migration*>& migrations, std::optional<std::uint32_t> most) {
    std::vector<Node> nodes;
    std::vector<Sections> sections;
    sources_.foresee(migrations);
    for (const Migration* migration : migrations) {
      sections.push_back(sections_of(*migration));
      nodes.push_back({.design = migration->design,
                       .number = migration->number,
                       .repeatable = sections.back().repeatable,
                       .requires_ = sections.back().requires_,
                       .file = migration->path,
                       .name = migration->repeatable ? migration->path : std::string()});
    }
    std::vector<std::size_t> order = ordered(nodes);
    if (most && *most < order.size()) {
      order.resize(*most);
    }
    operations_.stand_behind(plan_.steps);
    std::set<std::string> there = standing_names();
    load(migrations, sections, order);
    for (const std::size_t i : order) {
      refuse_unmet(nodes[i], there, designs_);
      there.insert(name_of(nodes[i]));
      const bool loaded = is_folder(migrations[i]->design, designs_) && sections[i].applied_by_load;
      const bool applies = !goal_.load_only && !loaded;
      if (applies) {
        add(operations_.forward(*migrations[i], std::move(sections[i]), goal_));
      }
    }
  }

  // ---- Helium folders ----------------------------------------------------------------------

  // Not loaded, or changed since; a load that goes on after a crash counts as loaded.
  bool wants_load(const Migration& migration) const {
    const Record* record = ledger_.find(migration.design, migration.number);
    const bool there = record != nullptr && record->state != RecordState::reverted;
    return is_folder(migration.design, designs_) &&
           (!there || (record->checksum != migration.checksum && !record->checksum.empty()));
  }

  Sections sections_of(const Migration& migration) const {
    const Record* record = ledger_.find(migration.design, migration.number);
    const bool loads =
        record != nullptr && record->direction == Direction::load &&
        (record->state == RecordState::started || record->state == RecordState::failed);
    return wants_load(migration) || loads ? sources_.from_file(migration)
                                          : sources_.sections(migration);
  }

  // Everything is loaded before the first migration is applied.
  void load(const std::vector<const Migration*>& migrations, const std::vector<Sections>& sections,
            const std::vector<std::size_t>& order) {
    for (const std::size_t i : order) {
      const Migration& migration = *migrations[i];
      tell(sections[i].findings);
      if (!wants_load(migration)) {
        continue;
      }
      const Record* record = ledger_.find(migration.design, migration.number);
      const bool there = record != nullptr && record->state != RecordState::reverted;
      add(load_step(migration, sections[i], dialect_,
                    queries_table(ledger_.schema, dialect_.lexicon),
                    there ? Reload::again : Reload::no));
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
        for (const Step& fold : step.folds) {
          names.insert(fold.design + "_" + std::to_string(fold.number));
        }
      } else {
        names.erase(name);
      }
    }
    return names;
  }

  // Applied migrations above `floor` (nothing: all), newest first, at most `most` steps.
  void down(std::optional<std::uint32_t> most, std::optional<std::int64_t> floor) {
    const auto applied = leaving(records({RecordState::applied}), designs_);
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
      if ((!most || *most > 0) && (!floor || nodes[i].number > *floor)) {
        leaving.insert(name_of(nodes[i]));
        chosen.push_back(applied[i]);
        most = most && is_step(*applied[i], applied) ? std::optional(*most - 1) : most;
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
    if (designs_.size() < 2 || migration == nullptr || is_folder(record.design, designs_)) {
      return {};
    }
    return sources_.sections(*migration).requires_;
  }

  void add_reverse(const Record& record) {
    const Migration* migration = find(record.design, record.number);
    Built built = way_back({record, migration, dialect_, sources_});
    const bool from_file =
        migration != nullptr && !is_folder(record.design, designs_);  // else as loaded
    if (from_file && migration->checksum != record.checksum && !record.repeatable) {
      note({.rule = "changed",
            .severity = Severity::warning,
            .where = {.file = migration->path},
            .message = record.design + "_" + std::to_string(record.number) +
                       " was changed after it was applied; the file's reverse is used"});
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
  Operations operations_{dialect_, sources_};
  Standing standing_;
  Plan plan_;
};

}  // namespace

Plan make(const Goal& goal, const std::vector<Design>& designs, const Ledger& ledger,
          const Dialect& dialect, const Sources& sources) {
  return Planner(goal, designs, ledger, dialect, sources).make();
}

}  // namespace helium::plan

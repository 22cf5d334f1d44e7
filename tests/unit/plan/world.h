// A small world for the planner: designs, ledger and sections as values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "seal/progress.h"

namespace helium::test {

struct World {
  std::vector<Design> designs;
  Ledger ledger;
  Dialect dialect;
  std::map<std::string, Sections> sections;  // by "shop_1"
  std::map<std::string, Kept> kept;
  std::string macros_hash = "m";
  std::optional<bool> took_effect;
  std::vector<Statement> clearing;

  static Statement statement(const std::string& text, Shape::Kind kind = Shape::Kind::ddl) {
    Statement statement;
    statement.text = text;
    statement.shape.kind = kind;
    statement.shape.verb = text.substr(0, text.find(' '));
    statement.span = {.file = "shop.lua", .line = 7, .column = 3};
    return statement;
  }

  // A file whose forward says "up <name>" and whose reverse says "down <name>".
  Sections& file(const std::string& design, std::int64_t number) {
    if (designs.empty() || designs.back().name != design) {
      designs.push_back({.name = design, .folder = design, .migrations = {}, .findings = {}});
    }
    const std::string name = design + "_" + std::to_string(number);
    Migration migration;
    migration.design = design;
    migration.number = number;
    migration.path = name + ".lua";
    migration.checksum = "sum " + name;
    designs.back().migrations.push_back(migration);
    Sections& made = sections[name];
    made.design = design;
    made.number = number;
    made.forward = {statement("up " + name)};
    made.reverse = {statement("down " + name)};
    made.has_reverse = true;
    return made;
  }

  Record& record(const std::string& design, std::int64_t number,
                 RecordState state = RecordState::applied) {
    Record record;
    record.design = design;
    record.number = number;
    record.state = state;
    record.checksum = "sum " + design + "_" + std::to_string(number);
    ledger.exists = true;
    ledger.records.push_back(record);
    return ledger.records.back();
  }

  plan::Sources answers() const {
    plan::Sources sources;
    sources.sections = [this](const Migration& migration) {
      return sections.at(migration.design + "_" + std::to_string(migration.number));
    };
    sources.foresee = [](const std::vector<const Migration*>&) {};
    sources.kept_reverse = [this](const Record& record) {
      const auto found = kept.find(record.design + "_" + std::to_string(record.number));
      return found == kept.end() ? Kept{} : found->second;
    };
    sources.macros_hash = [this](const std::string&) { return macros_hash; };
    sources.took_effect = [this](const Record&, const Statement&) { return took_effect; };
    sources.clearing = [this](const Statement&) { return clearing; };
    return sources;
  }

  Plan plan(const Goal& goal) const {
    return plan::make(goal, designs, ledger, dialect, answers());
  }

  // "+shop_1 -shop_2 ..."
  std::string moves(const Goal& goal) const {
    std::string text;
    for (const Step& step : plan(goal).steps) {
      text += (text.empty() ? "" : " ");
      text += (step.direction == Direction::forward ? "+" : "-");
      text += step.design + "_" + std::to_string(step.number);
    }
    return text;
  }

  // "design: the message", or "" when the plan can be made.
  std::string refusal(const Goal& goal) const {
    try {
      (void)plan(goal);
      return "";
    } catch (const Error& error) {
      return std::string(name_of(error.fault())) + ": " + error.message();
    }
  }
};

inline Goal goal(Goal::Verb verb) {
  Goal goal;
  goal.verb = verb;
  return goal;
}

inline Goal goal_to(Goal::Verb verb, std::int64_t number) {
  Goal made = goal(verb);
  made.to = number;
  return made;
}

}  // namespace helium::test

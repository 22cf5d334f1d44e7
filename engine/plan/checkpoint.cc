#include "plan/checkpoint.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "helium/error.h"
#include "plan/operations.h"

namespace helium::plan {
namespace {

std::string came_with(std::int64_t number) {
  return "it came with the checkpoint " + std::to_string(number) +
         ", and its way back was made from the schema that it met";
}

// What forward took away waits where it ran, and nowhere else.
bool wants_stash(const std::vector<Statement>& statements, const std::string& prefix) {
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
    return statement.text.find(prefix + "stash_") != std::string::npos;
  });
}

// The steps of migrations that a checkpoint stands for, as far as they say their way back.
class Folding {
 public:
  Folding(std::int64_t number, const Dialect& dialect, const Sources& sources)
      : number_(number),
        dialect_(dialect),
        sources_(sources),
        nothing_(from_nothing(dialect)),
        prefix_(sources.schema().prefix),
        operations_(dialect, nothing_) {
    nothing_.schema = [live = nothing_.schema(), prefix = prefix_]() mutable {
      live.prefix = prefix;
      return live;
    };
  }

  Step step(const Migration& migration) {
    const Sections written = sources_.sections(migration);
    Step step;
    if (is_typed(written)) {
      step = typed(migration, written);
    } else {
      step = forward_step(migration, operations_.filled(written).sections, dialect_).step;
    }
    if (step.repeatable) {
      step.macros_hash = sources_.macros_hash(step.design);
    }
    return step;
  }

 private:
  // Where the schema is what typed operations made of nothing, their ways back are known.
  Step typed(const Migration& migration, const Sections& written) {
    Operations::Filled filled{written, true};
    try {
      filled = operations_.filled(written);
    } catch (const Error& error) {
      if (error.fault() != Fault::design && error.fault() != Fault::unsupported) {
        throw;
      }
    }
    Step step = forward_step(migration, filled.sections, dialect_).step;
    if (filled.provisional || wants_stash(step.statements, prefix_)) {
      step.reverse.clear();
      step.reversible = false;
      step.irreversible = came_with(number_);
    }
    return step;
  }

  std::int64_t number_;
  const Dialect& dialect_;
  const Sources& sources_;
  Sources nothing_;
  std::string prefix_;  // of the target's own tables
  Operations operations_;
};

std::vector<Step> steps_up_to(std::int64_t number, const Design& design, const Dialect& dialect,
                              const Sources& sources) {
  std::vector<const Migration*> folded;
  for (const Migration& migration : design.migrations) {
    if (migration.number <= number) {
      folded.push_back(&migration);
    }
  }
  sources.foresee(folded);
  Folding folding(number, dialect, sources);
  std::vector<Step> steps;
  steps.reserve(folded.size());
  for (const Migration* migration : folded) {
    steps.push_back(folding.step(*migration));
  }
  return steps;
}

std::string first_of_it(const std::vector<Statement>& statements, const Schema& schema) {
  std::set<std::string> there;
  const auto add = [&there](const auto& objects) {
    for (const auto& object : objects) {
      there.insert(base::lower(object.name));
    }
  };
  add(schema.tables);
  add(schema.views);
  add(schema.sequences);
  add(schema.enums);
  add(schema.domains);
  add(schema.routines);
  for (const Statement& statement : statements) {
    for (const std::string& name : statement.shape.touches) {
      if (statement.shape.verb == "CREATE" && there.count(base::lower(name)) != 0) {
        return name;
      }
    }
  }
  return {};
}

Built beginning_with(const Checkpoint& checkpoint, const Sections& sections, const Design& design,
                     const Dialect& dialect, const Sources& sources) {
  Migration file;
  file.design = design.name;
  file.number = checkpoint.number;
  file.path = checkpoint.path;
  Built built = forward_step(file, sections, dialect);
  Step& step = built.step;
  step.folds = steps_up_to(checkpoint.number, design, dialect, sources);
  const Step last = std::move(step.folds.back());
  step.folds.pop_back();
  step.title = last.title;
  step.checksum = last.checksum;
  step.repeatable = last.repeatable;
  step.macros_hash = last.macros_hash;
  step.reversible = last.reversible;
  step.irreversible = last.irreversible;
  step.reverse = last.reverse;
  step.reverse_transaction = last.reverse_transaction;
  step.typed = step.transaction != TransactionClass::whole;
  step.note = "by checkpoint " + std::to_string(checkpoint.number);
  return built;
}

// The same migrations again, as they were when it began.
std::vector<Step> folded_again(std::map<std::int64_t, std::string> folds, const Broken& broken,
                               const Design& design) {
  const Record& record = broken.record;
  folds[record.number] = record.checksum;
  std::vector<Step> steps = steps_up_to(record.number, design, broken.dialect, broken.sources);
  std::erase_if(steps, [&](const Step& step) { return folds.count(step.number) == 0; });
  std::map<std::int64_t, std::string> now;
  for (const Step& step : steps) {
    now[step.number] = step.checksum;
  }
  for (const auto& [number, checksum] : folds) {
    if (now[number] != checksum) {
      throw Error(Fault::design, design.name + "_" + std::to_string(number) +
                                     " is another one now, and the checkpoint " +
                                     std::to_string(record.number) +
                                     " that stands for it is half loaded")
          .hinting("bring the file back as it was, then helium resume");
    }
  }
  steps.pop_back();  // the checkpoint's own
  return steps;
}

Finding unused(const Checkpoint& checkpoint, const std::string& why) {
  return {.rule = "checkpoint",
          .severity = Severity::warning,
          .where = {.file = checkpoint.path},
          .message = "the checkpoint " + std::to_string(checkpoint.number) + " of " +
                     checkpoint.design + " is not used: " + why,
          .hint = {},
          .source_line = {}};
}

// Whether the ledger has ever seen anything of a design.
bool is_known(const Design& design, const Ledger& ledger) {
  return std::any_of(ledger.records.begin(), ledger.records.end(),
                     [&](const Record& record) { return record.design == design.name; });
}

}  // namespace

Begun begun(const Goal& goal, const World& world, const std::vector<const Migration*>& pending) {
  Begun begun;
  const bool may = !goal.replay && !goal.steps && !goal.load_only && world.sources.beginning;
  for (const Design& design : world.designs) {
    if (!may || design.format == Format::folder || is_known(design, world.ledger)) {
      continue;
    }
    const Beginning beginning = world.sources.beginning(design, goal.to);
    begun.findings.insert(begun.findings.end(), beginning.findings.begin(),
                          beginning.findings.end());
    if (!beginning.checkpoint) {
      continue;
    }
    const Checkpoint& checkpoint = *beginning.checkpoint;
    const auto other = std::find_if(pending.begin(), pending.end(), [&](const Migration* one) {
      return one->design != design.name && one->number < checkpoint.number;
    });
    if (other != pending.end()) {
      begun.findings.push_back(unused(checkpoint, (*other)->design + "_" +
                                                      std::to_string((*other)->number) +
                                                      " runs between its migrations"));
      continue;
    }
    const Sections sections = world.sources.checkpoint(checkpoint);
    const std::string there = first_of_it(sections.forward, world.sources.schema().schema);
    if (there.empty()) {
      begun.steps.push_back(
          beginning_with(checkpoint, sections, design, world.dialect, world.sources));
    } else {
      begun.findings.push_back(
          unused(checkpoint, "the schema holds " + base::printable(there) + " already"));
    }
  }
  return begun;
}

std::vector<const Migration*> left_of(std::vector<const Migration*> migrations,
                                      const std::vector<Step>& steps) {
  std::set<std::pair<std::string, std::int64_t>> taken;
  for (const Step& step : steps) {
    taken.emplace(step.design, step.number);
    for (const Step& fold : step.folds) {
      taken.emplace(fold.design, fold.number);
    }
  }
  std::erase_if(migrations, [&](const Migration* migration) {
    return taken.count({migration->design, migration->number}) != 0;
  });
  return migrations;
}

Built gone_on(const Broken& broken, Goal::As as, const std::vector<Design>& designs) {
  Built built = resumed(broken, as);
  if (built.step.direction != Direction::forward || broken.record.taking_back) {
    return built;
  }
  const auto folds = broken.sources.kept_reverse(broken.record).folds;
  for (const Design& design : designs) {
    if (!folds.empty() && design.name == broken.record.design) {
      built.step.folds = folded_again(folds, broken, design);
    }
  }
  return built;
}

}  // namespace helium::plan

// An empty target begins with a checkpoint: one step in place of many.
//
// It stands for all migrations up to its number, and each keeps its own way back. Where that is
// made from a schema it is worked out on what the migrations make of nothing; one that wants a
// stash, or stands behind SQL text that nobody can foresee, has none.
#pragma once

#include <vector>

#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/ledger.h"
#include "plan/plan.h"
#include "plan/resume.h"
#include "plan/steps.h"

namespace helium::plan {

/// What is known before anything is planned.
struct World {
  const std::vector<Design>& designs;
  const Ledger& ledger;
  const Dialect& dialect;
  const Sources& sources;
};

/// Steps that begin designs, and why checkpoints are not used that could have been.
struct Begun {
  std::vector<Built> steps;
  Findings findings;
};
/// Where the goal lets them: for each design of which nothing ever ran, its newest checkpoint that
/// may be used: none of its objects is there, and no other design has something pending in between.
[[nodiscard]] Begun begun(const Goal& goal, const World& world,
                          const std::vector<const Migration*>& pending);

/// The migrations that neither a step nor what it stands for is.
[[nodiscard]] std::vector<const Migration*> left_of(std::vector<const Migration*> migrations,
                                                    const std::vector<Step>& steps);

/// As resumed(); a checkpoint that goes on stands for the same migrations as before. Throws
/// Error(design) where one of them is another one now.
[[nodiscard]] Built gone_on(const Broken& broken, Goal::As as, const std::vector<Design>& designs);

}  // namespace helium::plan

// What a crash or a refusal left half done becomes a step again.
#pragma once

#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/ledger.h"
#include "plan/plan.h"
#include "plan/steps.h"

namespace helium::plan {

/// Everything that is known about one half-done migration.
struct Broken {
  const Record& record;
  const Migration* migration = nullptr;  ///< nullptr: its file is not there
  const Dialect& dialect;
  const Sources& sources;
};

/// Goes on at the first open statement. Throws Error: design (the finished statements changed in
/// the file, the file is missing), in_doubt (nobody can know, and `as` does not say), usage (`as`
/// is given but nothing is in doubt).
[[nodiscard]] Built resumed(const Broken& broken, Goal::As as);

/// Takes the finished statements back by the last ones of the opposite section. Throws Error as
/// above, and design when the two sections do not mirror each other. What is being taken back
/// already goes on with that.
[[nodiscard]] Built taken_back(const Broken& broken, Goal::As as);

/// With what clears away that broken-off tries of its open statements left, each with a finding.
[[nodiscard]] Built cleared(Built built, const Sources& sources);

}  // namespace helium::plan

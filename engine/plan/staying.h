// What a way down counts, and what it leaves as it is: the repeatable files of SQL folders. They
// have no way back, and who takes versioned migrations down expects them to stay.
#pragma once

#include <vector>

#include "helium/design.h"
#include "helium/finding.h"
#include "helium/ledger.h"

namespace helium::plan {

/// Those of the applied records that a way down may take.
[[nodiscard]] std::vector<const Record*> leaving(std::vector<const Record*> applied,
                                                 const std::vector<Design>& designs);

/// Whether a way down counts it as a step. A repeatable one below the newest of the others runs
/// behind that and stands on it: it goes with it, and is none.
[[nodiscard]] bool is_step(const Record& record, const std::vector<const Record*>& applied);

/// Tells of each design how many of the applied records a way down leaves.
[[nodiscard]] Findings staying(const std::vector<const Record*>& applied,
                               const std::vector<Design>& designs);

}  // namespace helium::plan

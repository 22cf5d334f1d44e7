// What a way down leaves as it is: the repeatable files of SQL folders. They have no way back, and
// who takes versioned migrations down expects them to stay.
#pragma once

#include <vector>

#include "helium/design.h"
#include "helium/finding.h"
#include "helium/ledger.h"

namespace helium::plan {

/// Those of the applied records that a way down may take.
[[nodiscard]] std::vector<const Record*> leaving(std::vector<const Record*> applied,
                                                 const std::vector<Design>& designs);

/// Tells of each design how many of the applied records a way down leaves.
[[nodiscard]] Findings staying(const std::vector<const Record*>& applied,
                               const std::vector<Design>& designs);

}  // namespace helium::plan

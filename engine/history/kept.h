// What the ledger keeps of a migration, as JSON in one column.
#pragma once

#include <string>

#include "helium/ledger.h"
#include "helium/plan.h"

namespace helium::history {

/// What is kept of a forward step.
[[nodiscard]] Kept kept_of(const Step& step);

/// The JSON text of what is kept.
[[nodiscard]] std::string kept_text(const Kept& kept);

/// Reads it back. Throws Error(database) when the text is not ours.
[[nodiscard]] Kept kept_from(const std::string& text);

}  // namespace helium::history

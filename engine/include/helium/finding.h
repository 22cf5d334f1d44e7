// Something worth telling about a place in a file. Validation, drift, lint and impact all make
// these.
#pragma once

#include <string>
#include <vector>

#include "helium/span.h"

namespace helium {

enum class Severity { error, warning, info };

struct Finding {
  std::string rule;  ///< the state's or rule's own name: changed, missing, out_of_order, ...
  Severity severity = Severity::error;
  Span where;
  std::string message;
  std::string hint;         ///< what to do; the next command where there is one
  std::string source_line;  ///< the line a caret points into; may be empty
};

using Findings = std::vector<Finding>;

}  // namespace helium

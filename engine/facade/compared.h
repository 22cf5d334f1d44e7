// Two schemas and what lies between them: what diff tells and generate writes.
#pragma once

#include "diff/diff.h"
#include "facade/place.h"
#include "helium/dialect.h"
#include "helium/engine.h"

namespace helium::facade {

struct Compared {
  Schema from;
  Schema to;
  diff::Difference difference;
  bool lives = false;  ///< `to` is what a database holds, word for word
};

/// Reads both sides and compares them. Throws as difference_between().
[[nodiscard]] Compared compared(const DiffRequest& request, Grounds& grounds);

/// Compares two schemas under what a person said about names.
[[nodiscard]] Compared compared(Schema from, Schema to, const std::vector<std::string>& renames);

/// What it is, ready to be shown.
[[nodiscard]] SchemaDifference told(const Compared& compared, const Dialect& dialect);

}  // namespace helium::facade

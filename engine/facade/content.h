// Everything that a place holds, as statements that make it again.
#pragma once

#include <string>
#include <vector>

#include "facade/positions.h"
#include "facade/rows.h"
#include "helium/dialect.h"
#include "helium/schema.h"
#include "session/session.h"

namespace helium::facade {

/// A place at one time.
struct Content {
  Schema schema;
  Contents rows;
  Contents views;  ///< rows of the materialized views, but of those that were never filled
  std::vector<Position> positions;
};

/// `schema` is what the place holds.
[[nodiscard]] Content content(session::Session& session, Schema schema, const Dialect& dialect);

/// What differs first, in words: "the rows of a"; empty: nothing does.
[[nodiscard]] std::string first_difference(const Content& found, const Content& wanted);

/// The statements that make this schema and its rows from nothing: what watches over rows (foreign
/// keys, triggers) comes behind them, and the positions last.
[[nodiscard]] std::vector<std::string> statements_for(session::Session& session,
                                                      const Content& content,
                                                      const Dialect& dialect);

}  // namespace helium::facade

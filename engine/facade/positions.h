// Where the numbers of identity columns and sequences go on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/schema.h"
#include "session/session.h"

namespace helium::facade {

struct Position {
  std::string table;   ///< or the sequence
  std::string column;  ///< with the identity; empty: `table` is a sequence
  std::int64_t number = 0;
  bool used = false;  ///< it was given already, the next one follows
  friend bool operator==(const Position&, const Position&) = default;
};

/// Those of the schema's identity columns and sequences that are known, in the order of their
/// names. Db2 tells none.
[[nodiscard]] std::vector<Position> positions(session::Session& session, const Schema& schema,
                                              const Dialect& dialect);

/// Whether nothing was ever taken: it is where it begins.
[[nodiscard]] bool is_fresh(const Position& position, const Schema& schema);

/// The statements after which the position is that.
[[nodiscard]] std::vector<std::string> statements_to(const Position& position,
                                                     const Dialect& dialect);

/// The first of `before` that went back in `after`, so that numbers would be given again: "a.id is
/// at 3, not 7"; empty: none did. What is not there any more is another's affair.
[[nodiscard]] std::string went_back(const std::vector<Position>& before,
                                    const std::vector<Position>& after, const Schema& schema);

}  // namespace helium::facade

// A schema that a person wrote, or that a server of another dialect told, in the words of the one
// that it is held against. What is equal under the map of types (dialects/<name>/types.lua) gets
// the very words of the other side, so that compare() finds no difference in it; what differs is
// translated as far as the map goes.
//
// Not compared: between dialects what only one of them can say (storage, collations, methods of
// indexes, enums, sequences) and what each says in its own language (triggers, routines, the text
// of views); of an author's schema the text of views, and kinds of objects that it does not speak
// of. Constraints are equal when they say the same, whatever they are called.
#pragma once

#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::diff {

struct Translated {
  Schema schema;                   ///< in the dialect of the other side
  std::vector<std::string> notes;  ///< what was not compared
};

/// `said`, which speaks the dialect `its`, in the words of `found`, which speaks `dialect`.
[[nodiscard]] Translated translated(const Schema& said, const Dialect& its, const Schema& found,
                                    const Dialect& dialect);

}  // namespace helium::diff

// Sized families: one entry of the macro table, VARCHAR_n, answers for VARCHAR_1 to the largest.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "helium/macro.h"

namespace helium::expand {

/// The value of a name such as VARCHAR_255 or DECIMAL_10_2 by its family; nothing when it belongs
/// to none. Throws Error(macro) for a size out of the range that the family's value tells.
[[nodiscard]] std::optional<Macro> of_family(std::string_view name, const MacroTable& macros);

/// The value as people read it: "varchar(n)" for "varchar({n:1..16383})".
[[nodiscard]] std::string shown_family(std::string_view value);

}  // namespace helium::expand

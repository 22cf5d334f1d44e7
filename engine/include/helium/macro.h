// Macros: names that stand for text, `${NAME}`.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace helium {

/// Where a macro's value came from; a lower one wins.
enum class MacroSource { local, design, dialect, house, target, environment };

/// "migration", "design", "dialect", ...
[[nodiscard]] const char* name_of(MacroSource source) noexcept;

struct Macro {
  std::string value;
  MacroSource source = MacroSource::house;
};

/// Macros by name, one winner each. Sized families (VARCHAR_n, CHAR_n, DECIMAL_p_s) are stored
/// under their pattern name with a lower-case letter for each number: "VARCHAR_n", "DECIMAL_p_s",
/// the value holding {n}, {p}, {s}. An exact name wins over a family.
using MacroTable = std::map<std::string, Macro, std::less<>>;

}  // namespace helium

// Puts macro values into a text and remembers which stretch of the result came from where.
//
// `${NAME}` is looked up: local values, the table, then the sized families. Text that belongs to us
// or to the author may hold macros of its own, up to ten levels; text from outside (target,
// environment, the schema's name) is data and goes through the Placer. `$${` stands for `${`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "expand/placer.h"
#include "helium/macro.h"

namespace helium::expand {

/// A stretch of an expanded text, up to the next one.
struct Stretch {
  std::uint64_t begin = 0;   ///< in the expanded text
  std::uint64_t source = 0;  ///< in the source: of its first byte, or of the macro's `${`
  bool verbatim = true;      ///< bytes run in step with the source; else a macro's value
  bool guard = false;        ///< a part of DROP_CHECK's value
};

struct Expansion {
  std::string text;
  std::vector<Stretch> stretches;  ///< ascending; empty for an empty text
  bool has_macros = false;         ///< the source named at least one

  /// The stretch that holds a byte of the text; nullptr for an empty text.
  [[nodiscard]] const Stretch* at(std::uint64_t text_offset) const noexcept;
  /// The byte of the source that a byte of the text came from.
  [[nodiscard]] std::uint64_t source_of(std::uint64_t text_offset) const noexcept;
};

/// The values that a text may name.
struct Vocabulary {
  const MacroTable* table = nullptr;
  const MacroTable* local = nullptr;  ///< wins over the table
  bool keep_local_names = false;  ///< names that only a migration gives a value stay as they are
};

/// Deepest chain of macros inside macros.
inline constexpr std::size_t deepest_nesting = 10;
/// Largest expanded text; a few macros that double each other pass any memory.
inline constexpr std::size_t largest_expansion = std::size_t{256} << 20U;

/// True for a name that each migration gives its own value: TABLE, MIGRATION, LOOKUP_ID ...
[[nodiscard]] bool is_local_name(std::string_view name) noexcept;
/// Those names, in the order in which lists show them.
[[nodiscard]] std::vector<std::string> local_names();
/// True for what may stand between `${` and `}`: letters, digits and _.
[[nodiscard]] bool is_macro_name(std::string_view name) noexcept;

/// The expanded source. Throws Error(macro); its where().offset is a byte of the source.
[[nodiscard]] Expansion expanded(std::string_view source, const Vocabulary& vocabulary,
                                 const Placer& placer);

}  // namespace helium::expand

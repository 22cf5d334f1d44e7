// Sizes that the layout and the drawing agree on, in pixels.
#pragma once

#include <string>
#include <string_view>

#include "helium/diagram.h"

namespace helium::draw {

inline constexpr double header_height = 34;
inline constexpr double row_height = 22;
inline constexpr double foot_height = 6;   ///< below the last row
inline constexpr double name_indent = 30;  ///< where a column's name begins; its sign stands before
inline constexpr double type_indent = 26;  ///< where its type ends, from the right

/// A text cut to what a table shows of it: longer ones end in an ellipsis.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t most_characters);
[[nodiscard]] std::string shown_name(const std::string& name);  ///< of a table or column
[[nodiscard]] std::string shown_type(const std::string& type);  ///< of a column

/// About how wide a text is in a plain sans-serif font of this size; rather more than less.
[[nodiscard]] double width_of(std::string_view text, double font_size);

/// The size of a drawn table.
[[nodiscard]] double table_width(const DiagramTable& table);
[[nodiscard]] double table_height(std::size_t rows);
/// The middle of a row, from the table's upper edge.
[[nodiscard]] double row_middle(std::size_t row);

}  // namespace helium::draw

// Colours, and the one way to show a place in a file.
#pragma once

#include <string>

#include "show/show.h"

namespace helium::show {

enum class Paint { red, yellow, green, dim };

/// The text in a colour, on a terminal only.
[[nodiscard]] std::string painted(const std::string& text, Paint paint, Colour colour);

/// What is said about a place.
struct Place {
  Span where;
  std::string kind;  ///< "error: macro"
  std::string message;
  std::string source_line;
};

/// file:line:col: kind: message, then the source line and, where the column is known, a caret.
[[nodiscard]] std::string placed(const Place& place, Paint paint, Colour colour);

}  // namespace helium::show

// Texts that are cut by lines of their own, as `-- SUBQUERY DELIMITER`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "helium/lexicon.h"

namespace helium::sql {

/// A stretch of a text.
struct Part {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

/// The text between the lines that hold nothing but `delimiter`: blanks and a carriage return
/// beside it count for nothing, a line inside a quote or a body's literal is none.
[[nodiscard]] std::vector<Part> parts_of(std::string_view text, std::string_view delimiter,
                                         const Lexicon& lexicon);

}  // namespace helium::sql

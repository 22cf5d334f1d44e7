// A place in a text: everything Helium says about a file says where.
#pragma once

#include <cstdint>
#include <string>

namespace helium {

/// A stretch of a file. Lines and columns begin at 1, and 0 means "not known"; a column counts
/// Unicode code points, as editors do. `offset` and `length` count bytes of the file as it lies on
/// disk, byte order mark and carriage returns included.
struct Span {
  std::string file;  ///< path as the user gave it; empty when the text came from no file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;

  /// True when at least the line is known.
  [[nodiscard]] bool known() const noexcept { return line != 0; }
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace helium

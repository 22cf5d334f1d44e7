// A migration file as Lua reads it and as it lies on disk, and the way between the two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "helium/error.h"
#include "helium/span.h"

namespace helium::expand {

class SourceText {
 public:
  /// `raw`: the file's bytes. Lua sees them without byte order mark and with \n line ends.
  SourceText(std::string file, std::string_view raw);

  /// The text as Lua sees it, and the path it came from.
  [[nodiscard]] const std::string& plain() const noexcept { return plain_; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }

  /// Line and column of a byte of plain(), with offset and length in the file's own bytes.
  [[nodiscard]] Span span(std::uint64_t plain_offset, std::uint64_t length = 0) const;
  /// A span of which only the line is known.
  [[nodiscard]] Span line_span(std::uint32_t line) const;
  /// The line's text; empty for line 0.
  [[nodiscard]] std::string line(std::uint32_t number) const;
  /// Byte of plain() where a line begins; the end for lines after the last.
  [[nodiscard]] std::uint64_t line_start(std::uint32_t number) const noexcept;

  /// The error at that place, with its source line.
  [[nodiscard]] Error placed(const Error& error, const Span& where) const;

 private:
  [[nodiscard]] std::uint64_t raw_offset(std::uint64_t plain_offset) const noexcept;

  std::string file_;
  std::string plain_;
  std::uint64_t mark_ = 0;                // bytes of a byte order mark
  std::vector<std::uint64_t> shortened_;  // line ends of two bytes: their byte in plain_
  std::vector<std::uint64_t> line_starts_;
};

}  // namespace helium::expand

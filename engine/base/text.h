// Small text tools that every room needs: UTF-8, lines and places, words, nearest names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/span.h"

namespace helium::base {

/// Offset of the first byte that is not valid UTF-8 (overlong forms and surrogates count as
/// invalid); nothing when all of it is valid.
[[nodiscard]] std::optional<std::uint64_t> invalid_utf8(std::string_view text) noexcept;

/// Text without a leading UTF-8 byte order mark and with \r\n and lone \r as \n.
[[nodiscard]] std::string normalised(std::string_view text);

struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Line and column (code points) of byte `offset`, counted from `from` which stands at byte 0 of
/// `text`. \n, \r\n and lone \r end a line. An offset past the end counts as the end.
[[nodiscard]] Position position_at(std::string_view text, std::uint64_t offset,
                                   Position from = {}) noexcept;

/// Line `line` (from 1) of a text, without its line end; empty when there is none.
[[nodiscard]] std::string line_of(std::string_view text, std::uint32_t line);

/// Text without leading and trailing ASCII white space.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;
[[nodiscard]] std::string upper(std::string_view text);  ///< ASCII only
[[nodiscard]] std::string lower(std::string_view text);  ///< ASCII only
[[nodiscard]] bool same_word(std::string_view left,
                             std::string_view right) noexcept;  ///< ASCII, case aside
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);
/// Every `from` in `text` replaced by `to`.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

/// The name nearest to `wrong` by edit distance (case aside), or "" when none is near enough to be
/// worth a "did you mean".
[[nodiscard]] std::string nearest(std::string_view wrong, const std::vector<std::string>& names);

/// "did you mean X?" or "" for use as a hint.
[[nodiscard]] std::string did_you_mean(std::string_view wrong,
                                       const std::vector<std::string>& names);

/// Text fit for a terminal: control characters and escapes as \xNN, bidirectional overrides too;
/// newline and tab are kept.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace helium::base

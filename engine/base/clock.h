// Time for people. No decision is ever made by a clock.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace helium::base {

/// UTC now as ISO 8601 with milliseconds: 2026-11-20T12:00:00.000Z
[[nodiscard]] std::string now_utc();

/// The same of a moment that long ago.
[[nodiscard]] std::string utc_before(std::chrono::milliseconds ago);

/// "4.2 s", "17 ms", "3 min 2 s"
[[nodiscard]] std::string duration_text(std::chrono::milliseconds duration);

/// Reads "500ms", "20s", "5m", "1h", "30d" or a plain number of seconds. Throws Error(usage).
[[nodiscard]] std::chrono::milliseconds read_duration(std::string_view text);

}  // namespace helium::base

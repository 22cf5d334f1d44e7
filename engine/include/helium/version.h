// The version of this library and program.
#pragma once

namespace helium {

/// "1.2.3"
[[nodiscard]] const char* version() noexcept;

/// The ledger format that this build writes; it reads this and older ones.
inline constexpr int ledger_format = 2;

}  // namespace helium

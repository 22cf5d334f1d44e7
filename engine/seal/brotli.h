// Brotli, as Helium folders seal their large blocks with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace helium::seal {

/// The bytes compressed at `quality` (0 to 11), generic mode, window 22: what the usual bindings
/// give for a quality alone. Throws Error(bug) when the library refuses.
[[nodiscard]] std::string brotli(std::string_view bytes, int quality);

/// The bytes behind compressed ones; nothing for what is no Brotli stream, is cut off, or would be
/// longer than `most_bytes`.
[[nodiscard]] std::optional<std::string> from_brotli(std::string_view compressed,
                                                     std::uint64_t most_bytes = 256ULL << 20U);

}  // namespace helium::seal

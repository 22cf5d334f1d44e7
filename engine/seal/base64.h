// Base64 with the standard alphabet and padding, through OpenSSL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace helium::seal {

/// The text for these bytes, without line breaks.
[[nodiscard]] std::string base64(std::string_view bytes);

/// The bytes behind a text; line breaks in it count for nothing. Nothing for what is no base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace helium::seal

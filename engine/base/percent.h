// Percent-encoding, as a part of a URL wants it.
#pragma once

#include <string>
#include <string_view>

namespace helium::base {

/// Text in which every byte but letters, digits and -._~ is written as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace helium::base

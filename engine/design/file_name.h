// What a file's name says: `<design>_<number>.lua`, and what only looks like it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace helium::design {

struct FileName {
  std::string design;
  std::int64_t number = 0;
  std::string digits;  ///< the number as it is written
};

/// The parts of a migration's name; nothing for any other name.
[[nodiscard]] std::optional<FileName> file_name_of(std::string_view name);

/// Why a name that is no migration's looks like one of this design: wrong case, no number, signs
/// around it. Empty for every other file.
[[nodiscard]] std::string looks_like(std::string_view name, std::string_view design);

}  // namespace helium::design

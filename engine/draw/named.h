// The one of that name, as people write names.
#pragma once

#include <algorithm>
#include <string>

#include "base/text.h"

namespace helium::draw {

/// The place in the list of the one whose name is this word, in any case; its end when there is
/// none.
template <typename List>
[[nodiscard]] auto named(List& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(),
                      [&](const auto& one) { return base::same_word(one.name, name); });
}

}  // namespace helium::draw

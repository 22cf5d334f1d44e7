// A picture as JSON.
#pragma once

#include <string>

#include "helium/diagram.h"

namespace helium::draw {

/// Counts and highlights, one line.
[[nodiscard]] std::string metadata_of(const Diagram& diagram);

}  // namespace helium::draw

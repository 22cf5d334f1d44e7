// What an operation does, in words for people.
#pragma once

#include <string>

#include "helium/operation.h"

namespace helium::ddl {

/// "add the column nick varchar(40) to person"; of SQL text nothing: it speaks for itself.
[[nodiscard]] std::string in_words(const Operation& operation);

}  // namespace helium::ddl

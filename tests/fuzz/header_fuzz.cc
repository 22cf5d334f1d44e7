// Any bytes as a migration's header comment and as its file name.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "design/file_name.h"
#include "design/header.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto header = helium::design::header_of(input);
  const auto name = helium::design::file_name_of(input);
  const bool wrong = header.title.find('\n') != std::string::npos || (name && name->number < 0);
  if (wrong || (name && !helium::design::looks_like(input, name->design).empty())) {
    std::abort();
  }
  return 0;
}

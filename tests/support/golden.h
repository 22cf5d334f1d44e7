// Texts that are compared with a file of tests/golden/. UPDATE_GOLDEN=1 writes the files anew; the
// difference is then read by a person before it is committed.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "support/places.h"

namespace helium::test {

/// The expected text: what tests/golden/<path> holds, or `actual` itself after writing it there.
inline std::string golden(const std::string& path, const std::string& actual) {
  const std::string file = test::source_folder() + "/tests/golden/" + path;
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(file, std::ios::binary) << actual;
    return actual;
  }
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace helium::test

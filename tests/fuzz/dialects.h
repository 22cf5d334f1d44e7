// The dialect that a fuzzer's input asks for: its first byte chooses, the rest is the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "dialect/dialect.h"

namespace fuzz {

struct Input {
  const helium::Lexicon& lexicon;
  std::string_view text;
};

/// Reads the input; an empty one is an empty text of the first dialect.
inline Input input_of(const std::uint8_t* data, std::size_t size) {
  static const std::vector<helium::Dialect> dialects = [] {
    std::vector<helium::Dialect> all;
    for (const auto name : helium::dialect_names) {
      all.push_back(helium::dialect::read(name));
    }
    return all;
  }();
  const std::size_t chosen = size == 0 ? 0 : data[0] % dialects.size();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  return {dialects[chosen].lexicon, bytes.substr(size == 0 ? 0 : 1)};
}

/// A property that must hold for every input.
inline void must(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace fuzz

// Sealed texts in SQL: calls such as CONVERT_FROM(DECODE('...', 'base64'), 'UTF8') around base64,
// with or without Brotli below it. They are recognised by the functions' names alone, whoever wrote
// the statement, so text that another runtime stored is read like our own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "helium/dialect.h"

namespace helium::folder {

/// One sealed text: the whole call, and what is behind it.
struct Seal {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  bool compressed = false;  ///< it asks the server for a decompress function
  std::string text;         ///< decoded
};

/// The outermost seals of a statement or of several, ascending. What only looks like one (no
/// base64, no Brotli stream) is left out.
[[nodiscard]] std::vector<Seal> seals_of(std::string_view sql, const Lexicon& lexicon);

/// The text with each of `seals` replaced by what `replacement` gives for it.
template <typename Replacement>
[[nodiscard]] std::string replaced(std::string_view sql, const std::vector<Seal>& seals,
                                   Replacement replacement) {
  std::string result;
  std::uint64_t from = 0;
  for (const Seal& seal : seals) {
    result.append(sql.substr(from, seal.offset - from));
    result += replacement(seal);
    from = seal.offset + seal.length;
  }
  return result.append(sql.substr(from));
}

}  // namespace helium::folder

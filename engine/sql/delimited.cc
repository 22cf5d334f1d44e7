#include "sql/delimited.h"

#include <algorithm>

#include "base/text.h"
#include "sql/split.h"

namespace helium::sql {

std::vector<Part> parts_of(std::string_view text, std::string_view delimiter,
                           const Lexicon& lexicon) {
  std::vector<Part> parts;
  std::uint64_t begin = 0;
  for (std::size_t at = text.find(delimiter); at != std::string_view::npos;
       at = text.find(delimiter, at + delimiter.size())) {
    const std::size_t newline = text.rfind('\n', at);
    const std::size_t start = newline == std::string_view::npos || newline < begin
                                  ? static_cast<std::size_t>(begin)
                                  : newline + 1;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool alone = base::trimmed(text.substr(start, end - start)) == delimiter;
    if (alone && place_at(text.substr(begin), at - begin, lexicon).context == Context::bare) {
      parts.push_back({begin, start - begin});
      begin = end;
    }
  }
  parts.push_back({begin, text.size() - begin});
  return parts;
}

}  // namespace helium::sql

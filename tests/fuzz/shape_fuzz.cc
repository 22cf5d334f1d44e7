// Any bytes as a statement of any dialect: a shape comes back, the same one with blanks before
// the text, and no object is named twice.
#include <algorithm>
#include <string>

#include "dialects.h"
#include "sql/shape.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [lexicon, text] = fuzz::input_of(data, size);
  const auto shape = helium::sql::shape_of(text, lexicon);
  const bool marked = text.substr(0, 3) == "\xEF\xBB\xBF";
  fuzz::must(marked || shape == helium::sql::shape_of("\n " + std::string(text), lexicon));
  auto names = shape.touches;
  std::sort(names.begin(), names.end());
  fuzz::must(std::adjacent_find(names.begin(), names.end()) == names.end());
  return 0;
}

#include "diff/names.h"

#include <cctype>

#include "base/text.h"
#include "ddl/ddl.h"
#include "sql/quote.h"

namespace helium::diff {

void Names::add(const std::string& name, std::size_t place) {
  all_.emplace(name, place);
  if (sql::is_plain_identifier(name)) {
    words_.emplace(base::lower(name), place);
  } else {
    quoted_.emplace_back(name, place);
  }
}

std::set<std::size_t> Names::of(const std::string& name) const {
  std::set<std::size_t> found;
  const auto [begin, end] = all_.equal_range(name);
  for (auto one = begin; one != end; ++one) {
    found.insert(one->second);
  }
  return found;
}

std::set<std::size_t> Names::in(std::string_view text) const {
  std::set<std::size_t> found;
  if (all_.empty()) {
    return found;
  }
  const std::string said(text);
  std::string word;
  for (const char c : base::lower(said) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      word += c;
      continue;
    }
    const auto [begin, end] = words_.equal_range(std::exchange(word, {}));
    for (auto one = begin; one != end; ++one) {
      found.insert(one->second);
    }
  }
  for (const auto& [name, place] : quoted_) {
    if (ddl::mentions(said, name)) {
      found.insert(place);
    }
  }
  return found;
}

}  // namespace helium::diff

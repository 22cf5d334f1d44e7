#include "source/known_types.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"

namespace helium::source {

KnownTypes::KnownTypes(const Dialect& dialect) {
  for (const auto& [portable, own] : dialect.types) {
    words_.push_back(portable.substr(0, portable.find('(')));
  }
  if (const auto own = dialect.catalog.find("own_types"); own != dialect.catalog.end()) {
    std::istringstream words(own->second);
    for (std::string word; words >> word;) {
      words_.push_back(word);
    }
  }
}

void KnownTypes::add(const std::string& name) {
  words_.push_back(base::lower(name));
}

std::string KnownTypes::mistaken(const std::string& type) const {
  const std::string word = base::lower(type.substr(0, type.find_first_of(" ([")));
  const bool known = std::find(words_.begin(), words_.end(), word) != words_.end();
  const bool named = word.find_first_of(".\":") != std::string::npos;
  return known || named || word.empty() ? std::string() : base::nearest(word, words_);
}

}  // namespace helium::source

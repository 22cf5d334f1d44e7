#include "folder/leftovers.h"

#include <algorithm>

#include "expand/expansion.h"
#include "folder/seals.h"

namespace helium::folder {
namespace {

void add(std::vector<std::string>& names, std::string name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    names.push_back(std::move(name));
  }
}

void find(std::string_view text, std::vector<std::string>& names) {
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    const bool right = text.substr(at + 1, 1) == "{";
    const bool wrong = at > 0 && text[at - 1] == '{';
    const std::size_t begin = at + (right ? 2 : 1);
    const std::size_t end = text.find('}', begin);
    const bool named =
        end != std::string_view::npos && expand::is_macro_name(text.substr(begin, end - begin));
    if (named && (right || wrong)) {
      const std::size_t from = right ? at : at - 1;
      add(names, std::string(text.substr(from, end + 1 - from)));
    }
  }
}

void find_sealed(std::string_view text, const Lexicon& lexicon, std::vector<std::string>& names) {
  find(text, names);
  for (const Seal& seal : seals_of(text, lexicon)) {
    find_sealed(seal.text, lexicon, names);
  }
}

}  // namespace

Leftovers leftovers_of(std::string_view sql, const Lexicon& lexicon) {
  Leftovers found;
  const auto seals = seals_of(sql, lexicon);
  find(replaced(sql, seals, [](const Seal&) { return std::string("''"); }), found.in_sql);
  for (const Seal& seal : seals) {
    find_sealed(seal.text, lexicon, found.sealed);
  }
  return found;
}

}  // namespace helium::folder

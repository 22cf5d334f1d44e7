// Names and what stands behind each, found in texts of SQL.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace helium::diff {

class Names {
 public:
  /// Several may have the same name.
  void add(const std::string& name, std::size_t place);
  /// Of those with just that name.
  [[nodiscard]] std::set<std::size_t> of(const std::string& name) const;
  /// Of the names that a text says, in quotes or not. One of plain letters is looked up word by
  /// word; the others are looked for.
  [[nodiscard]] std::set<std::size_t> in(std::string_view text) const;

 private:
  std::unordered_multimap<std::string, std::size_t> all_;
  std::unordered_multimap<std::string, std::size_t> words_;  // plain ones, in small letters
  std::vector<std::pair<std::string, std::size_t>> quoted_;  // the others
};

}  // namespace helium::diff

// Lists of objects with names, walked beside each other.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace helium::diff {

/// The one of that name; nullptr for none.
template <typename Object>
const Object* find(const std::vector<Object>& list, const std::string& name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Object& one) { return one.name == name; });
  return found == list.end() ? nullptr : &*found;
}

/// Calls `each` with the objects of the same name, nullptr where one side has none, in the order of
/// names. Both lists are walked at once.
template <typename Object, typename Each>
void pair_up(const std::vector<Object>& from, const std::vector<Object>& to, const Each& each) {
  const auto in_order = [](const std::vector<Object>& list) {
    std::vector<const Object*> all;
    all.reserve(list.size());
    for (const Object& one : list) {
      all.push_back(&one);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Object* a, const Object* b) { return a->name < b->name; });
    return all;
  };
  const auto left = in_order(from);
  const auto right = in_order(to);
  std::size_t l = 0;
  std::size_t r = 0;
  while (l < left.size() || r < right.size()) {
    if (r == right.size() || (l < left.size() && left[l]->name < right[r]->name)) {
      each(left[l++], nullptr);
    } else if (l == left.size() || right[r]->name < left[l]->name) {
      each(nullptr, right[r++]);
    } else {
      each(left[l++], right[r++]);
    }
  }
}

}  // namespace helium::diff

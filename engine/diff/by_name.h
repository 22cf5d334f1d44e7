// Long lists compared in one walk.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace helium::diff {

// Objects by a name that several may share, so that long lists are compared in one walk.
template <typename Object>
class ByName {
 public:
  /// `list` must outlive it.
  ByName(const std::vector<Object>& list, std::string Object::*name) : name_(name) {
    for (const Object& one : list) {
      all_.emplace(one.*name, &one);
    }
  }
  /// True when an equal one is there.
  [[nodiscard]] bool holds(const Object& object) const {
    return find(object, [&](const Object& one) { return one == object; }) != nullptr;
  }
  /// The one of the object's name that `same` says yes to; nullptr for none.
  template <typename Same>
  [[nodiscard]] const Object* find(const Object& object, const Same& same) const {
    const auto [begin, end] = all_.equal_range(object.*name_);
    const auto found = std::find_if(begin, end, [&](const auto& one) { return same(*one.second); });
    return found == end ? nullptr : found->second;
  }

 private:
  std::string Object::*name_;
  std::unordered_multimap<std::string, const Object*> all_;
};

}  // namespace helium::diff

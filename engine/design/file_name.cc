#include "design/file_name.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace helium::design {
namespace {

constexpr std::string_view extension = ".lua";
constexpr std::string_view digits = "0123456789";

bool is_design_name(std::string_view name) noexcept {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

bool ends_like_lua(std::string_view name) {
  return name.size() > extension.size() &&
         base::same_word(name.substr(name.size() - extension.size()), extension);
}

}  // namespace

std::optional<FileName> file_name_of(std::string_view name) {
  if (!ends_like_lua(name) || name.substr(name.size() - extension.size()) != extension) {
    return std::nullopt;
  }
  const std::string_view stem = name.substr(0, name.size() - extension.size());
  const std::size_t cut = stem.rfind('_');
  if (cut == std::string_view::npos || !is_design_name(stem.substr(0, cut))) {
    return std::nullopt;
  }
  FileName parts{std::string(stem.substr(0, cut)), 0, std::string(stem.substr(cut + 1))};
  if (parts.digits.empty() || parts.digits.find_first_not_of(digits) != std::string::npos) {
    return std::nullopt;
  }
  const char* end = parts.digits.data() + parts.digits.size();
  if (std::from_chars(parts.digits.data(), end, parts.number).ec != std::errc()) {
    return std::nullopt;
  }
  return parts;
}

std::string looks_like(std::string_view name, std::string_view design) {
  if (!ends_like_lua(name) || !base::same_word(name.substr(0, design.size()), design)) {
    return {};
  }
  if (const auto parts = file_name_of(name)) {
    return parts->design != design && base::same_word(parts->design, design)
               ? "the design is written in another case"
               : "";
  }
  const std::string_view rest =
      name.substr(design.size(), name.size() - design.size() - extension.size());
  const std::size_t start = rest.find_first_not_of("_-. ");
  if (start == std::string_view::npos) {
    return rest.empty() ? "" : "it has no number";
  }
  if (digits.find(rest[start]) == std::string_view::npos && rest[start] != '+') {
    return {};
  }
  if (rest.front() == '_' && rest.find_first_not_of(digits, 1) == std::string_view::npos) {
    return name.substr(name.size() - extension.size()) != extension
               ? "its extension must be .lua in lower case"
               : "its number does not fit into 64 bits";
  }
  return "digits alone stand between the last _ and .lua";
}

}  // namespace helium::design

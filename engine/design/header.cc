#include "design/header.h"

#include <charconv>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace helium::design {
namespace {

// The next line, cut off the text; line ends of every kind.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  const std::size_t size = end == std::string_view::npos   ? text.size()
                           : text.substr(end, 2) == "\r\n" ? end + 2
                                                           : end + 1;
  text.remove_prefix(size);
  return line;
}

std::vector<std::uint64_t> parts_of(std::string_view version) {
  std::vector<std::uint64_t> parts;
  while (!version.empty()) {
    std::uint64_t part = 0;
    std::from_chars(version.data(), version.data() + version.size(), part);
    parts.push_back(part);
    const std::size_t dot = version.find('.');
    version = dot == std::string_view::npos ? std::string_view{} : version.substr(dot + 1);
  }
  return parts;
}

// "1.0.0 - 2026-11-20 - Initial creation"
void take_change(Header& header, std::string_view line) {
  const std::size_t first = line.find(" - ");
  if (first == std::string_view::npos || line.find_first_not_of("0123456789.") != first) {
    return;
  }
  const std::string_view version = line.substr(0, first);
  if (!header.version.empty() && parts_of(version) <= parts_of(header.version)) {
    return;
  }
  const std::string_view rest = line.substr(first + 3);
  header.version = std::string(version);
  header.updated = std::string(base::trimmed(rest.substr(0, rest.find(" - "))));
}

}  // namespace

bool returns_function(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (line.substr(0, 7) != "return ") {
      continue;
    }
    line = base::trimmed(line.substr(7));
    if (line.substr(0, 8) == "function") {
      return true;
    }
  }
  return false;
}

Header header_of(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") {
    text.remove_prefix(3);
  }
  Header header;
  bool in_changes = false;
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = base::trimmed(take_line(text));
    if (line.substr(0, 2) != "--") {
      break;
    }
    line = base::trimmed(line.substr(2));
    if (number == 2) {
      header.title = std::string(line);
    }
    if (in_changes) {
      take_change(header, line);
    }
    in_changes = in_changes || base::same_word(line, "CHANGELOG");
  }
  return header;
}

}  // namespace helium::design

#include "show/paint.h"

#include "base/text.h"

namespace helium::show {
namespace {

// Blanks up to the column; tabs stay tabs so that the caret stands below its letter.
std::string caret_line(const std::string& source_line, std::uint32_t column) {
  std::string result;
  std::uint32_t at = 1;
  for (const char c : source_line) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (continues) {
      continue;
    }
    if (at >= column) {
      break;
    }
    result += c == '\t' ? '\t' : ' ';
    ++at;
  }
  return result + "^";
}

}  // namespace

std::string painted(const std::string& text, Paint paint, Colour colour) {
  if (colour == Colour::none) {
    return text;
  }
  constexpr const char* codes[] = {"\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[2m"};
  return codes[static_cast<int>(paint)] + text + "\x1b[0m";
}

std::string placed(const Place& place, Paint paint, Colour colour) {
  std::string result;
  if (!place.where.file.empty()) {
    result += base::printable(place.where.file) + ":";
  }
  if (place.where.known()) {
    result += std::to_string(place.where.line) + ":";
    result += place.where.column != 0 ? std::to_string(place.where.column) + ":" : "";
  }
  result += result.empty() ? "" : " ";
  result += painted(base::printable(place.kind), paint, colour) + ": " +
            base::printable(place.message) + "\n";
  if (!place.source_line.empty()) {
    result += "  " + base::printable(place.source_line) + "\n";
    result += place.where.column == 0
                  ? ""
                  : "  " + caret_line(place.source_line, place.where.column) + "\n";
  }
  return result;
}

}  // namespace helium::show

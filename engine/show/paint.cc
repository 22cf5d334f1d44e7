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

// A line may be a literal of 64 MB: what is near the column is enough.
struct Excerpt {
  std::string text;
  std::uint32_t column = 0;
};

Excerpt excerpt(const std::string& line, std::uint32_t column) {
  constexpr std::uint32_t before = 80;
  constexpr std::uint32_t most = 240;
  const std::uint32_t skip = column > before ? column - before : 0;
  std::uint32_t at = 0;
  std::size_t begin = line.size();
  std::size_t end = line.size();
  for (std::size_t i = 0; i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U) {
      continue;
    }
    begin = at == skip ? i : begin;
    if (++at > skip + most) {
      end = i;
      break;
    }
  }
  if (end == line.size() && at <= most) {
    return {line, column};
  }
  const bool cut = end < line.size();
  const std::string shown = line.substr(begin, end - begin) + (cut ? "..." : "");
  return skip == 0 ? Excerpt{shown, column} : Excerpt{"..." + shown, column - skip + 3};
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
    const Excerpt shown = excerpt(place.source_line, place.where.column);
    result += "  " + base::printable(shown.text) + "\n";
    result += place.where.column == 0 ? "" : "  " + caret_line(shown.text, shown.column) + "\n";
  }
  return result;
}

}  // namespace helium::show

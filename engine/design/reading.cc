#include "design/reading.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "files/files.h"
#include "helium/error.h"

namespace helium::design {
namespace {

Span file_span(const std::string& path) {
  Span span;
  span.file = path;
  return span;
}

// A link may stand in for a file of the same folder, never for one outside. What is read then is no
// link, whatever takes its place meanwhile.
std::string real_path(const std::string& folder, const std::string& path) {
  if (!std::filesystem::is_symlink(path)) {
    return path;
  }
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  const auto home = std::filesystem::canonical(folder);
  if (error ||
      std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first != home.end()) {
    throw Error(Fault::design, path + " is a link out of its folder").at(file_span(path));
  }
  return real.string();
}

void check_text(const std::string& path, const std::string& text) {
  const std::string_view start = std::string_view(text).substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") {
    throw Error(Fault::design, "the file is UTF-16")
        .at(file_span(path))
        .hinting("save the file as UTF-8");
  }
  const std::size_t nul = text.find('\0');
  const auto bad = base::invalid_utf8(text);
  if (nul == std::string::npos && !bad) {
    return;
  }
  const std::uint64_t offset = std::min<std::uint64_t>(nul, bad.value_or(nul));
  const auto place = base::position_at(text, offset);
  Span where = file_span(path);
  where.line = place.line;
  where.column = place.column;
  where.offset = offset;
  throw Error(Fault::design,
              std::string(offset == nul ? "the file holds a NUL" : "the file is not valid UTF-8") +
                  " at byte " + std::to_string(offset))
      .at(where)
      .hinting("save the file as UTF-8");
}

}  // namespace

std::string text_of(const std::string& folder, const std::string& path) {
  std::string text = files::read(real_path(folder, path), {.follow_links = false});
  check_text(path, text);
  return text;
}

}  // namespace helium::design

// Sealed blocks for people: decoded, indented, and their JSON mended.
#include "folder/folder.h"
#include "folder/seals.h"
#include "sql/quote.h"

namespace helium::folder {
namespace {

std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    result.append(line.empty() ? "" : "    ").append(line) += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

}  // namespace

std::string unsealed(std::string_view text, const Lexicon& lexicon) {
  return replaced(text, seals_of(text, lexicon), [&](const Seal& seal) {
    return sql::quote_literal(unsealed(seal.text, lexicon), lexicon);
  });
}

std::string opened(std::string_view text, const Lexicon& lexicon) {
  return replaced(text, seals_of(text, lexicon), [&](const Seal& seal) {
    const std::string size = std::to_string(seal.text.size()) + " bytes";
    return "-- sealed" + std::string(seal.compressed ? " with Brotli, " : ", ") + size + " [\n" +
           indented(opened(seal.text, lexicon)) + "-- ]\n";
  });
}

std::string mended_json(std::string_view json) {
  std::string mended;
  mended.reserve(json.size());
  bool inside = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') {
      inside = !inside;
    }
    if (inside && c == '\\' && i + 1 < json.size()) {
      mended += c;
      mended += json[++i];
    } else if (inside && (c == '\n' || c == '\r' || c == '\t')) {
      mended += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else {
      mended += c;
    }
  }
  return mended;
}

}  // namespace helium::folder

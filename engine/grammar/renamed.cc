#include "grammar/renamed.h"

#include <algorithm>

#include "base/text.h"
#include "helium/error.h"

namespace helium::grammar {
namespace {

constexpr std::string_view mark = "@renamed";

std::string name_behind(std::string_view rest) {
  rest = base::trimmed(rest.substr(mark.size()));
  static constexpr std::string_view from = "from=";
  if (rest.substr(0, from.size()) != from) {
    return "";
  }
  rest.remove_prefix(from.size());
  return std::string(rest.substr(0, rest.find_first_of(" \t\r")));
}

}  // namespace

Renamed::Renamed(std::string_view text, const std::string& file) {
  std::uint32_t number = 1;
  for (std::size_t start = 0; start < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const std::size_t comment = line.find("--");
    const std::size_t at = comment == std::string_view::npos ? comment : line.find(mark, comment);
    if (at != std::string_view::npos &&
        base::trimmed(line.substr(comment + 2, at - comment - 2)).empty()) {
      Said said;
      said.where.file = file;
      said.where.line = number;
      said.where.column = base::position_at(line, at).column;
      said.alone = base::trimmed(line.substr(0, comment)).empty();
      said.old_name = name_behind(line.substr(at));
      if (said.old_name.empty()) {
        throw Error(Fault::design, "@renamed says no old name")
            .at(said.where)
            .showing(std::string(line))
            .hinting("-- @renamed from=old_name");
      }
      all_.push_back(std::move(said));
    }
    start = end + 1;
  }
}

std::string Renamed::about(const Span& where) {
  for (Said& said : all_) {
    if (said.where.line + (said.alone ? 1 : 0) != where.line) {
      continue;
    }
    if (said.told) {
      throw Error(Fault::design, "@renamed stands beside two names")
          .at(said.where)
          .hinting("give each column a line of its own");
    }
    said.told = true;
    return said.old_name;
  }
  return "";
}

void Renamed::check_all_told() const {
  for (const Said& said : all_) {
    if (!said.told) {
      throw Error(Fault::design, "@renamed stands beside no column and no table").at(said.where);
    }
  }
}

}  // namespace helium::grammar

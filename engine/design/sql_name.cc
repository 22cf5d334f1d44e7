#include "design/sql_name.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "seal/sha256.h"

namespace helium::design {
namespace {

constexpr std::string_view figures = "0123456789";
constexpr std::string_view extension = ".sql";

bool take_end(std::string_view& name, std::string_view end) {
  if (name.size() <= end.size() || name.substr(name.size() - end.size()) != end) {
    return false;
  }
  name.remove_suffix(end.size());
  return true;
}

bool is_number(const std::string& digits, std::int64_t& number) {
  const char* end = digits.data() + digits.size();
  const auto [last, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && last == end && digits.front() != '-';
}

// A number out of the title alone, so that it stays the same whatever files come and go.
std::int64_t repeatable_number(std::string_view title) {
  constexpr int hex = 16;
  constexpr std::size_t kept = 11;  // 44 bits: far below what is left above first_repeatable
  const std::string hash = seal::sha256(title).substr(0, kept);
  std::int64_t offset = 0;
  std::from_chars(hash.data(), hash.data() + hash.size(), offset, hex);
  return first_repeatable + offset;
}

// "V12__title": a version of several numbers (V1.2) is none of ours, see parted_version_of.
std::optional<SqlName> versioned(std::string_view stem) {
  const std::size_t cut = stem.find("__");
  if (cut == std::string_view::npos || stem.size() == cut + 2) {
    return std::nullopt;
  }
  SqlName name;
  name.before = std::string(1, stem.front());
  name.digits = std::string(stem.substr(1, cut - 1));
  name.between = "__";
  name.title = std::string(stem.substr(cut + 2));
  name.ending = extension;
  if (name.before == "R" && name.digits.empty()) {
    name.part = SqlName::Part::repeatable;
    name.number = repeatable_number(name.title);
    return name;
  }
  name.part = name.before == "U" ? SqlName::Part::reverse : SqlName::Part::forward;
  if ((name.before != "V" && name.before != "U") || !is_number(name.digits, name.number)) {
    return std::nullopt;
  }
  return name;
}

// "1.2" of "1.2_title"; empty where the name begins with one whole number, as "1.2fa" does.
std::string_view dotted(std::string_view stem) {
  const auto behind = [&](std::size_t from) {
    return std::min(stem.find_first_not_of(figures, from), stem.size());
  };
  const std::size_t first = behind(0);
  std::size_t end = first;
  while (end != 0 && end < stem.size() && stem[end] == '.') {
    const std::size_t next = behind(end + 1);
    const bool part =
        next > end + 1 &&
        (next == stem.size() || std::string_view("._-").find(stem[next]) != std::string_view::npos);
    if (!part) {
      break;
    }
    end = next;
  }
  return end == first ? std::string_view() : stem.substr(0, end);
}

// "12_title", "12"
std::optional<SqlName> numbered(std::string_view stem, SqlName::Part part) {
  const std::size_t digits = std::min(stem.find_first_not_of(figures), stem.size());
  SqlName name;
  name.part = part;
  name.digits = std::string(stem.substr(0, digits));
  const std::string_view rest = stem.substr(digits);
  const std::size_t title = std::min(rest.find_first_not_of("_-."), rest.size());
  name.between = std::string(rest.substr(0, title));
  name.title = std::string(rest.substr(title));
  const bool parted = rest.empty() || (!name.between.empty() && !name.title.empty());
  return parted && is_number(name.digits, name.number) ? std::optional(name) : std::nullopt;
}

// "shop_12"
std::optional<SqlName> named(std::string_view stem) {
  const std::size_t cut = stem.rfind('_');
  if (cut == std::string_view::npos || cut == 0) {
    return std::nullopt;
  }
  SqlName name;
  name.before = std::string(stem.substr(0, cut + 1));
  name.digits = std::string(stem.substr(cut + 1));
  return is_number(name.digits, name.number) ? std::optional(name) : std::nullopt;
}

// "1.2" of "shop_1.2", where that is no title's end
std::string_view named_version(std::string_view stem) {
  const std::size_t cut = stem.rfind('_');
  if (cut == std::string_view::npos || cut == 0 || versioned(stem) ||
      numbered(stem, SqlName::Part::whole)) {
    return {};
  }
  const std::string_view version = dotted(stem.substr(cut + 1));
  return cut + 1 + version.size() == stem.size() ? version : std::string_view();
}

// A number of any make, behind signs that a hand may have put there.
bool begins_with_number(std::string_view text, std::string_view signs) {
  const std::size_t start = text.find_first_not_of(signs);
  return start != std::string_view::npos && figures.find(text[start]) != std::string_view::npos;
}

}  // namespace

std::optional<SqlName> sql_name_of(std::string_view name) {
  if (!parted_version_of(name).empty()) {
    return std::nullopt;
  }
  std::string_view stem = name;
  for (const auto& [ending, part] : {std::pair(".up.sql", SqlName::Part::forward),
                                     std::pair(".down.sql", SqlName::Part::reverse)}) {
    if (take_end(stem, ending)) {
      auto found = numbered(stem, part);
      if (found) {
        found->ending = ending;
      }
      return found;
    }
  }
  if (!take_end(stem, extension)) {
    return std::nullopt;
  }
  auto found = versioned(stem);
  if (!found) {
    found = numbered(stem, SqlName::Part::whole);
  }
  if (!found) {
    found = named(stem);
  }
  if (found) {
    found->ending = extension;
  }
  return found;
}

std::string parted_version_of(std::string_view name) {
  std::string_view stem = name;
  const std::size_t cut = stem.find("__");
  if (!take_end(stem, extension)) {
    return {};
  }
  if (cut == std::string_view::npos || cut < 2 || (stem.front() != 'V' && stem.front() != 'U')) {
    const std::string_view version = dotted(stem);
    return std::string(version.empty() ? named_version(stem) : version);
  }
  const std::string_view version = stem.substr(1, cut - 1);
  const bool parts = version.find_first_not_of("0123456789._") == std::string_view::npos &&
                     figures.find(version.front()) != std::string_view::npos &&
                     figures.find(version.back()) != std::string_view::npos;
  return parts && version.find_first_of("._") != std::string_view::npos ? std::string(version) : "";
}

std::string whole_number_for(std::string_view version) {
  constexpr std::size_t width = 3;
  std::string number;
  while (!version.empty()) {
    const std::size_t end = std::min(version.find_first_of("._"), version.size());
    std::string_view part = version.substr(0, end);
    part.remove_prefix(std::min(part.find_first_not_of('0'), part.size()));
    const bool pads = !number.empty() && part.size() < width;
    number.append(pads ? width - part.size() : 0, '0').append(part);
    version.remove_prefix(std::min(end + 1, version.size()));
  }
  return number;
}

std::string form_missed(std::string_view name, const std::set<std::string>& befores) {
  const std::string lower = base::lower(name);
  std::string_view stem = lower;
  if (sql_name_of(name) || !take_end(stem, extension)) {
    return {};
  }
  const bool versions = stem.find("__") != std::string_view::npos || befores.count("V") != 0;
  if (versions && (stem.front() == 'v' || stem.front() == 'u') &&
      begins_with_number(stem.substr(1), "")) {
    return base::upper(stem.substr(0, 1)) + "<number>__<title>.sql";
  }
  for (const std::string& before : befores) {
    const std::string_view design = std::string_view(before).substr(0, before.size() - 1);
    if (before.size() > 1 && base::same_word(stem.substr(0, design.size()), design) &&
        begins_with_number(stem.substr(design.size()), "_-. +")) {
      return before + "<number>.sql";
    }
  }
  if (befores.count("") == 0 || !begins_with_number(stem, "_-. +")) {
    return {};
  }
  const bool ways = take_end(stem, ".up") || take_end(stem, ".down");
  return "<number>_<title>" + (ways ? lower.substr(stem.size()) : std::string(extension));
}

std::string written(const SqlName& name) {
  return name.before + name.digits + name.between + name.title + name.ending;
}

}  // namespace helium::design

#include "generate/header.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/text.h"
#include "sql/marks.h"

namespace helium::generate {
namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// 2026-11-21 at this byte.
bool is_date(const std::string& text, std::size_t at) {
  static constexpr std::string_view shape = "0000-00-00";
  if (at + shape.size() > text.size() || (at > 0 && is_digit(text[at - 1]))) {
    return false;
  }
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '0' ? !is_digit(text[at + i]) : text[at + i] != shape[i]) {
      return false;
    }
  }
  return true;
}

// `from` as a word of its own, replaced.
std::string with_word(const std::string& text, const std::string& from, const std::string& to) {
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = text.find(from); !from.empty() && at != std::string::npos;
       at = text.find(from, at + from.size())) {
    const auto part = [&](std::size_t i) {
      return is_digit(text[i]) || is_letter(text[i]) || text[i] == '_';
    };
    const std::size_t end = at + from.size();
    if (at >= done && (at == 0 || !part(at - 1)) && (end == text.size() || !part(end))) {
      result.append(text, done, at - done).append(to);
      done = end;
    }
  }
  return result.append(text, done);
}

constexpr const char* stem_slot = "\x01s";
constexpr const char* number_slot = "\x01n";
constexpr const char* title_slot = "\x01t";
constexpr const char* date_slot = "\x01d";

std::string with_dates(const std::string& line) {
  std::string result;
  for (std::size_t i = 0; i < line.size();) {
    if (is_date(line, i)) {
      result += date_slot;
      i += 10;
    } else {
      result += line[i++];
    }
  }
  return result;
}

// A line with slots where it speaks of its own file.
std::string slotted(std::string line, const Naming& naming) {
  const std::string words = base::replaced(naming.title, "_", " ");
  line = with_word(line, naming.stem, stem_slot);
  for (const std::string& form : {naming.title, words, base::replaced(words, " ", "_")}) {
    if (!form.empty()) {
      const std::size_t at = base::lower(line).find(base::lower(form));
      if (at != std::string::npos) {
        line.replace(at, form.size(), title_slot);
      }
    }
  }
  return with_dates(with_word(line, naming.digits, number_slot));
}

bool has_slot(const std::string& line) {
  return line.find('\x01') != std::string::npos;
}

// "-- 1.0.0 - 2026-11-20 - Initial creation": its version; nothing for other lines.
std::optional<std::string> version_of(const std::string& line) {
  const auto from = line.find_first_not_of("- ");
  const auto end = line.find(" - ", from == std::string::npos ? 0 : from);
  if (from == std::string::npos || end == std::string::npos || end == from ||
      line.find_first_not_of("0123456789.", from) != end) {
    return std::nullopt;
  }
  return line.substr(from, end - from);
}

// Of a change log only the line of the first version: it tells of the creation.
std::vector<std::string> with_one_version(const std::vector<std::string>& lines) {
  std::optional<std::string> lowest;
  for (const std::string& line : lines) {
    if (const auto version = version_of(line); version && (!lowest || *version < *lowest)) {
      lowest = version;
    }
  }
  std::vector<std::string> result;
  for (const std::string& line : lines) {
    if (const auto version = version_of(line); !version || version == lowest) {
      result.push_back(line);
    }
  }
  return result;
}

std::string filled(std::string line, const Naming& now) {
  line = base::replaced(line, stem_slot, now.stem);
  line = base::replaced(line, number_slot, now.digits);
  line = base::replaced(line, title_slot, now.title);
  return base::replaced(line, date_slot, now.date);
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  const std::string plain = base::normalised(text);
  for (std::size_t from = 0; from < plain.size();) {
    const std::size_t end = std::min(plain.find('\n', from), plain.size());
    lines.push_back(plain.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

std::vector<std::string> comment_of(const std::string& text) {
  std::vector<std::string> comment;
  for (const std::string& line : lines_of(text)) {
    if (line.substr(0, 2) != "--" || sql::mark_of(line)) {
      break;
    }
    comment.push_back(line);
  }
  return comment;
}

std::string title_like(const std::string& title, const std::string& other) {
  std::string result = base::replaced(title, "_", " ");
  if (result.empty() || other.empty()) {
    return result;
  }
  if (other.front() >= 'A' && other.front() <= 'Z' && is_letter(result.front())) {
    result.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(result.front())));
  }
  return other.back() == '.' && result.back() != '.' ? result + "." : result;
}

std::vector<std::string> header(const std::vector<std::string>& newest, const Naming& newest_name,
                                const std::vector<std::string>& before, const Naming& before_name,
                                const Naming& now) {
  std::vector<std::string> known;
  known.reserve(before.size());
  for (const std::string& line : before) {
    known.push_back(slotted(line, before_name));
  }
  std::vector<std::string> result;
  for (const std::string& line : with_one_version(newest)) {
    const std::string form = slotted(line, newest_name);
    const bool shared = std::find(known.begin(), known.end(), form) != known.end();
    const bool bare = form.find_first_not_of("- ") == std::string::npos ||
                      base::upper(form) == form;  // an empty comment line, CHANGELOG
    const bool after_empty = !result.empty() &&
                             result.back().find_first_not_of("- ") == std::string::npos &&
                             form.find_first_not_of("- ") == std::string::npos;
    const bool proof = line.starts_with("-- Proved ") || line.starts_with("-- Not proved");
    if ((has_slot(form) || shared || bare) && !after_empty && !proof) {
      result.push_back(filled(form, now));
    }
  }
  return result;
}

}  // namespace helium::generate

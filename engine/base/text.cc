#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace helium::base {
namespace {

char upper_of(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
char lower_of(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
bool continues(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Length of the valid UTF-8 sequence at `at`, 0 when there is none. The allowed range of the second
// byte excludes overlong forms, surrogates and everything above U+10FFFF.
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    return 1;
  }
  std::size_t length = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    low = first == 0xE0 ? 0xA0 : 0x80;
    high = first == 0xED ? 0x9F : 0xBF;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    low = first == 0xF0 ? 0x90 : 0x80;
    high = first == 0xF4 ? 0x8F : 0xBF;
  }
  if (length == 0 || at + length > text.size()) {
    return 0;
  }
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (second < low || second > high) {
    return 0;
  }
  for (std::size_t i = 2; i < length; ++i) {
    if (!continues(text[at + i])) {
      return 0;
    }
  }
  return length;
}

}  // namespace

std::optional<std::uint64_t> invalid_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;  // plain ASCII goes by eight at a time
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
      return at;
    }
    at += length;
  }
  return std::nullopt;
}

std::string normalised(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") {
    text.remove_prefix(3);
  }
  if (text.find('\r') == std::string_view::npos) {
    return std::string(text);
  }
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result.push_back(text[i]);
      continue;
    }
    result.push_back('\n');
    if (i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
    }
  }
  return result;
}

Position position_at(std::string_view text, std::uint64_t offset, Position from) noexcept {
  const std::size_t end = std::min<std::size_t>(offset, text.size());
  Position position = from;
  std::size_t begin = 0;
  // Whole lines are skipped at the speed of memchr, up to the first one that holds a CR.
  for (std::size_t at = 0; (at = text.find('\n', begin)) < end; begin = at + 1) {
    if (text.substr(begin, at - begin).find('\r') != std::string_view::npos) {
      break;
    }
    ++position.line;
    position.column = 1;
  }
  for (std::size_t i = begin; i < end; ++i) {
    const char c = text[i];
    const bool before_newline = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (c == '\n' || (c == '\r' && !before_newline)) {
      ++position.line;
      position.column = 1;
    } else if (!continues(c) && !before_newline) {
      ++position.column;
    }
  }
  return position;
}

std::string line_of(std::string_view text, std::uint32_t line) {
  std::uint32_t current = 1;
  std::size_t begin = 0;
  while (current < line) {
    const std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) {
      return {};
    }
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    ++current;
  }
  const std::size_t end = text.find_first_of("\r\n", begin);
  return std::string(text.substr(begin, end == std::string_view::npos ? end : end - begin));
}

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), upper_of);
  return result;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower_of);
  return result;
}

bool same_word(std::string_view left, std::string_view right) noexcept {
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [](char a, char b) { return lower_of(a) == lower_of(b); });
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string result;
  for (const auto& part : parts) {
    if (&part != parts.data()) {
      result.append(between);
    }
    result.append(part);
  }
  return result;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos && !from.empty();
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

namespace {

// Levenshtein distance over bytes, case aside, with swaps of neighbours counted as one.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> last(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = lower_of(left[i - 1]) == lower_of(right[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && lower_of(left[i - 1]) == lower_of(right[j - 2]) &&
                           lower_of(left[i - 2]) == lower_of(right[j - 1]);
      if (swapped) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[right.size()];
}

}  // namespace

namespace {

// The dashes of an option would make all options look alike.
std::string_view without_dashes(std::string_view name) noexcept {
  const std::size_t begin = name.find_first_not_of('-');
  return begin == std::string_view::npos ? name : name.substr(begin);
}

}  // namespace

std::string nearest(std::string_view wrong, const std::vector<std::string>& names) {
  std::string best;
  const std::string_view word = without_dashes(wrong);
  std::size_t best_distance = word.size() / 4 + 2;
  for (const auto& name : names) {
    const std::size_t d = distance(word, without_dashes(name));
    if (d < best_distance) {
      best_distance = d;
      best = name;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names) {
  const std::string name = nearest(wrong, names);
  return name.empty() ? std::string() : "did you mean " + name + "?";
}

namespace {

// U+202A..U+202E and U+2066..U+2069 reorder what a terminal shows; U+0080..U+009F are controls.
bool is_deceptive(std::string_view sequence) noexcept {
  if (sequence.size() == 2) {
    return sequence[0] == '\xC2' && static_cast<unsigned char>(sequence[1]) < 0xA0;
  }
  if (sequence.size() != 3 || sequence[0] != '\xE2') {
    return false;
  }
  const auto last = static_cast<unsigned char>(sequence[2]);
  return (sequence[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
         (sequence[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

void append_escaped(std::string& result, std::string_view bytes) {
  constexpr std::array digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                 '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    result += "\\x";
    result += digits[byte >> 4U];
    result += digits[byte & 0xFU];
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(sequence_length(text, at), 1);
    const std::string_view sequence = text.substr(at, length);
    const auto first = static_cast<unsigned char>(sequence[0]);
    const bool control = (first < 0x20 && first != '\n' && first != '\t') || first == 0x7F;
    if (control || is_deceptive(sequence) || (length == 1 && first >= 0x80)) {
      append_escaped(result, sequence);
    } else {
      result.append(sequence);
    }
    at += length;
  }
  return result;
}

}  // namespace helium::base

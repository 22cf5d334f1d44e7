#include "expand/literals.h"

#include <charconv>
#include <optional>

namespace helium::expand {
namespace {

bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto tail = [&](std::uint32_t bits) { text += static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0U | (code >> 6U));
    tail(code);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0U | (code >> 12U));
    tail(code >> 6U);
    tail(code);
  } else {
    text += static_cast<char>(0xF0U | ((code >> 18U) & 7U));
    tail(code >> 12U);
    tail(code >> 6U);
    tail(code);
  }
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Literal>& literals,
          std::multimap<std::string, std::uint64_t, std::less<>>& keys)
      : text_(text), literals_(literals), keys_(keys) {}

  void run() {
    while (at_ < text_.size()) {
      step();
    }
  }

 private:
  void step() {
    const char c = text_[at_];
    if (text_.substr(at_, 2) == "--") {
      comment();
    } else if (c == '[' && bracket_level()) {
      long_string();
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (is_word(c)) {
      word();
    } else {
      ++at_;
    }
  }

  // The number of = in a long bracket that opens here.
  [[nodiscard]] std::optional<std::size_t> bracket_level() const noexcept {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] == '=') {
      ++end;
    }
    if (end < text_.size() && text_[end] == '[') {
      return end - at_ - 1;
    }
    return std::nullopt;
  }

  // Moves behind the long bracket that opens here; its content.
  std::string_view long_bracket() {
    const std::size_t level = *bracket_level();
    std::size_t begin = at_ + level + 2;
    if (begin < text_.size() && text_[begin] == '\n') {
      ++begin;
    }
    const std::size_t end = text_.find("]" + std::string(level, '=') + "]", begin);
    at_ = end == std::string_view::npos ? text_.size() : end + level + 2;
    return text_.substr(begin, end == std::string_view::npos ? end : end - begin);
  }

  void comment() {
    at_ += 2;
    if (at_ < text_.size() && text_[at_] == '[' && bracket_level()) {
      long_bracket();
      return;
    }
    const std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
  }

  void long_string() {
    const std::string_view content = long_bracket();
    literals_.push_back(
        {std::string(content), static_cast<std::uint64_t>(content.data() - text_.data()), true});
  }

  void quoted(char quote) {
    Literal literal;
    literal.begin = ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      if (text_[at_] == '\\') {
        literal.verbatim = false;
        escape(literal.value);
      } else {
        literal.value += text_[at_++];
      }
    }
    ++at_;
    literals_.push_back(std::move(literal));
  }

  void escape(std::string& value) {
    constexpr std::string_view letters = "abfnrtv";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v";
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    at_ += 2;
    if (const std::size_t which = letters.find(c); c != 0 && which != std::string_view::npos) {
      value += meanings[which];
    } else if (c == 'z') {
      at_ = std::min(text_.find_first_not_of(" \t\n\v\f\r", at_), text_.size());
    } else if (c == 'x') {
      value += static_cast<char>(number(2, 16));
    } else if (c >= '0' && c <= '9') {
      --at_;
      value += static_cast<char>(number(3, 10));
    } else if (c == 'u') {
      ++at_;
      append_utf8(value, number(8, 16));
      ++at_;
    } else if (c != 0) {
      value += c;
    }
  }

  // Reads up to `most` digits.
  std::uint32_t number(std::size_t most, int base) {
    const std::string_view rest = text_.substr(std::min(at_, text_.size()), most);
    std::uint32_t value = 0;
    const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), value, base).ptr;
    at_ += static_cast<std::size_t>(end - rest.data());
    return value;
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) {
      ++at_;
    }
    const std::size_t next = text_.find_first_not_of(" \t\n", at_);
    if (next != std::string_view::npos && text_[next] == '=' && text_.substr(next, 2) != "==") {
      keys_.emplace(text_.substr(begin, at_ - begin), begin);
    }
  }

  std::string_view text_;
  std::vector<Literal>& literals_;
  std::multimap<std::string, std::uint64_t, std::less<>>& keys_;
  std::size_t at_ = 0;
};

}  // namespace

Literals::Literals(std::string_view plain) : plain_(plain) {
  Scanner(plain_, literals_, keys_).run();
  for (std::size_t i = 0; i < literals_.size(); ++i) {
    by_value_.emplace(literals_[i].value, i);
  }
}

const Literal* Literals::find(std::string_view value, std::uint64_t from) {
  const auto [begin, end] = by_value_.equal_range(value);
  const Literal* best = nullptr;
  for (auto it = begin; it != end; ++it) {
    const Literal& literal = literals_[it->second];
    const bool given = last_ == &literal && last_from_ == from;
    const auto next = std::next(it);
    const bool other =
        given && next != end && plain_.find('\n', literal.begin) > literals_[next->second].begin;
    best = &literal;
    if (literal.begin >= from && !other) {
      break;
    }
  }
  last_ = best;
  last_from_ = from;
  return best;
}

std::uint64_t Literals::key(std::string_view name, std::uint64_t from) const {
  const auto [begin, end] = keys_.equal_range(name);
  for (auto it = begin; it != end; ++it) {
    if (it->second >= from) {
      return it->second;
    }
  }
  return std::string::npos;
}

}  // namespace helium::expand

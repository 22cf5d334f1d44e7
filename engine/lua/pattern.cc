#include "lua/pattern.h"

#include <cctype>
#include <stdexcept>
#include <string>

namespace helium::lua {

namespace {

constexpr std::size_t most_groups = 32;

using Bytes = std::bitset<256>;

[[noreturn]] void malformed(const std::string& why) {
  throw std::runtime_error(why);
}

Bytes where(int (*holds)(int)) {
  Bytes bytes;
  for (int byte = 0; byte < 256; ++byte) {
    bytes[static_cast<std::size_t>(byte)] = holds(byte) != 0;
  }
  return bytes;
}

Bytes just(char letter) {
  return Bytes().set(static_cast<unsigned char>(letter));
}

// The bytes of %letter.
Bytes class_of(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  Bytes bytes;
  switch (std::tolower(byte)) {
    case 'a':
      bytes = where(std::isalpha);
      break;
    case 'c':
      bytes = where(std::iscntrl);
      break;
    case 'd':
      bytes = where(std::isdigit);
      break;
    case 'g':
      bytes = where(std::isgraph);
      break;
    case 'l':
      bytes = where(std::islower);
      break;
    case 'p':
      bytes = where(std::ispunct);
      break;
    case 's':
      bytes = where(std::isspace);
      break;
    case 'u':
      bytes = where(std::isupper);
      break;
    case 'w':
      bytes = where(std::isalnum);
      break;
    case 'x':
      bytes = where(std::isxdigit);
      break;
    default:
      return just(letter);
  }
  return std::isupper(byte) != 0 ? ~bytes : bytes;
}

class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  std::vector<Item> compile() {
    while (at_ < text_.size()) {
      items_.push_back(item());
    }
    if (!open_.empty()) {
      malformed("unfinished capture");
    }
    return std::move(items_);
  }
  [[nodiscard]] std::size_t groups() const { return closed_.size(); }

 private:
  Item item() {
    const char letter = text_[at_];
    if (letter == '(') {
      return opening();
    }
    if (letter == ')') {
      return closing();
    }
    if (letter == '$' && at_ + 1 == text_.size()) {
      ++at_;
      return made(Item::Kind::end);
    }
    if (letter == '%' && at_ + 1 < text_.size()) {
      const char next = text_[at_ + 1];
      if (next == 'b') {
        return balance();
      }
      if (next == 'f') {
        return frontier();
      }
      if (next >= '0' && next <= '9') {
        return again();
      }
    }
    return single();
  }

  static Item made(Item::Kind kind) {
    Item item;
    item.kind = kind;
    return item;
  }

  Item opening() {
    if (closed_.size() == most_groups) {
      malformed("too many captures");
    }
    ++at_;
    const bool place = at_ < text_.size() && text_[at_] == ')';
    Item item = made(place ? Item::Kind::place : Item::Kind::open);
    item.group = closed_.size();
    closed_.push_back(place);
    if (place) {
      ++at_;
    } else {
      open_.push_back(item.group);
    }
    return item;
  }

  Item closing() {
    if (open_.empty()) {
      malformed("invalid pattern capture");
    }
    ++at_;
    Item item = made(Item::Kind::close);
    item.group = open_.back();
    open_.pop_back();
    closed_[item.group] = true;
    return item;
  }

  Item balance() {
    if (at_ + 3 >= text_.size()) {
      malformed("malformed pattern (missing arguments to '%b')");
    }
    Item item = made(Item::Kind::balance);
    item.left = static_cast<unsigned char>(text_[at_ + 2]);
    item.right = static_cast<unsigned char>(text_[at_ + 3]);
    at_ += 4;
    return item;
  }

  Item frontier() {
    at_ += 2;
    if (at_ >= text_.size() || text_[at_] != '[') {
      malformed("missing '[' after '%f' in pattern");
    }
    Item item = made(Item::Kind::frontier);
    item.set = bytes();
    return item;
  }

  Item again() {
    const int group = text_[at_ + 1] - '1';
    if (group < 0 || static_cast<std::size_t>(group) >= closed_.size() ||
        !closed_[static_cast<std::size_t>(group)]) {
      malformed("invalid capture index %" + std::to_string(group + 1));
    }
    at_ += 2;
    Item item = made(Item::Kind::again);
    item.group = static_cast<std::size_t>(group);
    return item;
  }

  Item single() {
    Item item;
    item.set = bytes();
    constexpr std::string_view marks = "*+-?";
    constexpr Item::Kind kinds[] = {Item::Kind::many, Item::Kind::some, Item::Kind::few,
                                    Item::Kind::maybe};
    const std::size_t mark = at_ < text_.size() ? marks.find(text_[at_]) : std::string_view::npos;
    if (mark != std::string_view::npos) {
      item.kind = kinds[mark];
      ++at_;
    }
    return item;
  }

  // The bytes of one letter, class or set; moves behind it.
  Bytes bytes() {
    const char letter = text_[at_++];
    if (letter == '.') {
      return Bytes().set();
    }
    if (letter == '[') {
      return set();
    }
    if (letter != '%') {
      return just(letter);
    }
    if (at_ == text_.size()) {
      malformed("malformed pattern (ends with '%')");
    }
    return class_of(text_[at_++]);
  }

  // Behind the opening bracket. The first letter of a set is never its end.
  Bytes set() {
    const bool all_but = at_ < text_.size() && text_[at_] == '^';
    at_ += all_but ? 1 : 0;
    Bytes bytes;
    const std::size_t first = at_;
    while (at_ == first || at_ >= text_.size() || text_[at_] != ']') {
      if (at_ >= text_.size()) {
        malformed("malformed pattern (missing ']')");
      }
      bytes |= member();
    }
    ++at_;
    return all_but ? ~bytes : bytes;
  }

  // A class, a range or a letter of a set.
  Bytes member() {
    const char letter = text_[at_++];
    if (letter == '%') {
      if (at_ == text_.size()) {
        malformed("malformed pattern (missing ']')");
      }
      return class_of(text_[at_++]);
    }
    const bool range = at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']';
    if (!range) {
      return just(letter);
    }
    const auto last = static_cast<unsigned char>(text_[at_ + 1]);
    at_ += 2;
    Bytes bytes;
    for (unsigned byte = static_cast<unsigned char>(letter); byte <= last; ++byte) {
      bytes.set(byte);
    }
    return bytes;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Item> items_;
  std::vector<bool> closed_;       // by group
  std::vector<std::size_t> open_;  // groups on their way
};

}  // namespace

Pattern::Pattern(std::string_view text, Anchors anchors) {
  anchored_ = anchors == Anchors::count && text.substr(0, 1) == "^";
  Compiler compiler(anchored_ ? text.substr(1) : text);
  items_ = compiler.compile();
  groups_ = compiler.groups();
}

}  // namespace helium::lua

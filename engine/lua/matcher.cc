#include <stdexcept>

#include "lua/pattern.h"

namespace helium::lua {

namespace {

// Each quantified item on the way takes one C++ frame.
constexpr int deepest = 200;
constexpr std::uint64_t steps_between_reports = 1000;

struct Deeper {
  explicit Deeper(int& level) : depth(level) {
    if (++depth > deepest) {
      --depth;
      throw std::runtime_error("pattern too complex");
    }
  }
  ~Deeper() { --depth; }
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;
  int& depth;
};

}  // namespace

Matcher::Matcher(const Pattern& pattern, std::string_view subject,
                 std::function<void(std::uint64_t)> spend)
    : pattern_(pattern), subject_(subject), spend_(std::move(spend)) {}

std::optional<Match> Matcher::at(std::size_t from) {
  captures_.assign(pattern_.groups(), {});
  depth_ = 0;
  const Place to = run(0, from);
  if (!to) {
    return std::nullopt;
  }
  return Match{from, *to, captures_};
}

void Matcher::tick(std::uint64_t steps) {
  steps_ += steps;
  if (steps_ >= steps_between_reports) {
    spend_(steps_);
    steps_ = 0;
  }
}

bool Matcher::takes(const Item& item, std::size_t at) const {
  return at < subject_.size() && item.set[static_cast<unsigned char>(subject_[at])];
}

unsigned char Matcher::byte(std::size_t at) const {
  return at < subject_.size() ? static_cast<unsigned char>(subject_[at]) : '\0';
}

// Where the rest of the pattern, from `item` on, ends when it begins at `at`. Groups need no undo:
// a pattern has no alternatives, so whatever matches in the end has set all of them anew.
Matcher::Place Matcher::run(std::size_t item, std::size_t at) {
  const Deeper deeper(depth_);
  for (; item < pattern_.items().size(); ++item) {
    tick();
    const Item& now = pattern_.items()[item];
    if (now.kind == Item::Kind::many || now.kind == Item::Kind::some ||
        now.kind == Item::Kind::maybe) {
      return longest(item, at);
    }
    if (now.kind == Item::Kind::few) {
      return shortest(item, at);
    }
    const Place after = step(now, at);
    if (!after) {
      return std::nullopt;
    }
    at = *after;
  }
  return at;
}

Matcher::Place Matcher::longest(std::size_t item, std::size_t at) {
  const Item& now = pattern_.items()[item];
  const std::size_t least = now.kind == Item::Kind::some ? 1 : 0;
  const std::size_t most = now.kind == Item::Kind::maybe ? 1 : subject_.size();
  std::size_t count = 0;
  while (count < most && takes(now, at + count)) {
    tick();
    ++count;
  }
  for (; count + 1 > least; --count) {
    if (const Place end = run(item + 1, at + count)) {
      return end;
    }
    if (count == 0) {
      break;
    }
  }
  return std::nullopt;
}

Matcher::Place Matcher::shortest(std::size_t item, std::size_t at) {
  const Item& now = pattern_.items()[item];
  while (true) {
    if (const Place end = run(item + 1, at)) {
      return end;
    }
    if (!takes(now, at)) {
      return std::nullopt;
    }
    ++at;
  }
}

// One item that can match in one way only.
Matcher::Place Matcher::step(const Item& item, std::size_t at) {
  switch (item.kind) {
    case Item::Kind::open:
      captures_[item.group].from = at;
      return at;
    case Item::Kind::place:
      captures_[item.group] = {at, std::nullopt};
      return at;
    case Item::Kind::close:
      captures_[item.group].length = at - captures_[item.group].from;
      return at;
    case Item::Kind::balance:
      return balanced(item, at);
    case Item::Kind::again:
      return repeated(item, at);
    case Item::Kind::frontier: {
      const unsigned char before = at == 0 ? static_cast<unsigned char>(0) : byte(at - 1);
      return !item.set[before] && item.set[byte(at)] ? Place(at) : std::nullopt;
    }
    case Item::Kind::end:
      return at == subject_.size() ? Place(at) : std::nullopt;
    default:
      return takes(item, at) ? Place(at + 1) : std::nullopt;
  }
}

Matcher::Place Matcher::balanced(const Item& item, std::size_t at) {
  if (at >= subject_.size() || byte(at) != item.left) {
    return std::nullopt;
  }
  std::size_t open = 1;
  for (std::size_t i = at + 1; i < subject_.size(); ++i) {
    tick();
    if (byte(i) == item.right) {
      if (--open == 0) {
        return i + 1;
      }
    } else if (byte(i) == item.left) {
      ++open;
    }
  }
  return std::nullopt;
}

Matcher::Place Matcher::repeated(const Item& item, std::size_t at) {
  const Capture& caught = captures_[item.group];
  if (!caught.length) {
    throw std::runtime_error("invalid capture index: a place has no text to repeat");
  }
  tick(*caught.length / 16);
  const std::string_view text = subject_.substr(caught.from, *caught.length);
  return subject_.substr(at, text.size()) == text ? Place(at + text.size()) : std::nullopt;
}

}  // namespace helium::lua

// Lua 5.4 patterns, matched by our own code: Lua's matcher ignores every hook, and one crafted
// pattern keeps it busy for hours. A pattern is compiled to a flat list of items first (so that a
// malformed one is always an error), then matched with a counter that reads the budget's clock.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace helium::lua {

/// One element of a compiled pattern.
struct Item {
  enum class Kind {
    once,
    many,
    some,
    few,
    maybe,
    open,
    place,
    close,
    balance,
    frontier,
    again,
    end
  };
  Kind kind = Kind::once;
  std::bitset<256> set;    ///< the bytes it takes; for frontier the bytes it stands before
  std::size_t group = 0;   ///< of open, place, close, again
  unsigned char left = 0;  ///< of balance
  unsigned char right = 0;
};

/// What a group caught. A place has no length.
struct Capture {
  std::size_t from = 0;
  std::optional<std::size_t> length;
};

struct Match {
  std::size_t from = 0;
  std::size_t to = 0;
  std::vector<Capture> captures;
};

class Pattern {
 public:
  /// Anchors count when `anchors` says so; gmatch takes ^ as a letter. Throws std::runtime_error
  /// for a malformed pattern.
  enum class Anchors { count, are_letters };
  explicit Pattern(std::string_view text, Anchors anchors = Anchors::count);

  /// What the pattern was read into: whether it begins with ^, its items, how many captures.
  [[nodiscard]] bool anchored() const noexcept { return anchored_; }
  [[nodiscard]] const std::vector<Item>& items() const noexcept { return items_; }
  [[nodiscard]] std::size_t groups() const noexcept { return groups_; }

 private:
  std::vector<Item> items_;
  std::size_t groups_ = 0;
  bool anchored_ = false;
};

/// Tries one pattern at places of one subject; both must outlive it. `spend` is told about steps
/// and may throw.
class Matcher {
 public:
  Matcher(const Pattern& pattern, std::string_view subject,
          std::function<void(std::uint64_t)> spend);
  /// The match that begins exactly at `from`.
  [[nodiscard]] std::optional<Match> at(std::size_t from);

 private:
  using Place = std::optional<std::size_t>;
  Place run(std::size_t item, std::size_t at);
  Place longest(std::size_t item, std::size_t at);
  Place shortest(std::size_t item, std::size_t at);
  Place step(const Item& item, std::size_t at);
  Place balanced(const Item& item, std::size_t at);
  Place repeated(const Item& item, std::size_t at);
  [[nodiscard]] bool takes(const Item& item, std::size_t at) const;
  [[nodiscard]] unsigned char byte(std::size_t at) const;
  void tick(std::uint64_t steps = 1);

  const Pattern& pattern_;
  std::string_view subject_;
  std::function<void(std::uint64_t)> spend_;
  std::vector<Capture> captures_;
  std::uint64_t steps_ = 0;
  int depth_ = 0;
};

}  // namespace helium::lua

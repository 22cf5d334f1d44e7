#include "expand/family.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include "helium/error.h"

namespace helium::expand {
namespace {

struct Sized {
  std::string_view base;                // VARCHAR
  std::vector<std::string_view> sizes;  // 255
};

bool is_number(std::string_view text) noexcept {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  return digits && text.size() <= 10 && (text.size() == 1 || text.front() != '0');
}

// Takes up to two trailing numbers off a name.
Sized taken_apart(std::string_view name) {
  Sized sized{name, {}};
  while (sized.sizes.size() < 2) {
    const std::size_t cut = sized.base.rfind('_');
    if (cut == std::string_view::npos || !is_number(sized.base.substr(cut + 1))) {
      break;
    }
    sized.sizes.insert(sized.sizes.begin(), sized.base.substr(cut + 1));
    sized.base = sized.base.substr(0, cut);
  }
  return sized;
}

std::uint64_t number_of(std::string_view text) noexcept {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

[[noreturn]] void refuse(std::string_view name, const std::string& why) {
  throw Error(Fault::macro, "${" + std::string(name) + "}: " + why);
}

// {n:1..255}: the letter says which size, the rest its range.
struct Slot {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the closing brace
  char letter = 0;
  std::string_view low;
  std::string_view high;
};

std::optional<Slot> next_slot(std::string_view value, std::size_t from) {
  Slot slot;
  slot.begin = value.find('{', from);
  const std::size_t close = value.find('}', slot.begin);
  if (slot.begin == std::string_view::npos || close == std::string_view::npos) {
    return std::nullopt;
  }
  slot.end = close + 1;
  const std::string_view inside = value.substr(slot.begin + 1, close - slot.begin - 1);
  slot.letter = inside.empty() ? '\0' : inside.front();
  const std::size_t dots = inside.find("..");
  if (inside.size() > 2 && inside[1] == ':' && dots != std::string_view::npos) {
    slot.low = inside.substr(2, dots - 2);
    slot.high = inside.substr(dots + 2);
  }
  return slot;
}

void check_range(std::string_view name, const Slot& slot, std::string_view size) {
  if (slot.high.empty()) {
    return;
  }
  const std::uint64_t number = number_of(size);
  if (number > number_of(slot.high)) {
    refuse(name, "the largest size here is " + std::string(slot.high));
  }
  if (number < number_of(slot.low)) {
    refuse(name, "the smallest size here is " + std::string(slot.low));
  }
}

std::string_view size_for(const Slot& slot, const Sized& sized) {
  const std::size_t which = slot.letter == 's' ? 1 : 0;
  return sized.sizes.at(std::min(which, sized.sizes.size() - 1));
}

}  // namespace

std::optional<Macro> of_family(std::string_view name, const MacroTable& macros) {
  const Sized sized = taken_apart(name);
  if (sized.sizes.empty()) {
    return std::nullopt;
  }
  const auto found =
      macros.find(std::string(sized.base) + (sized.sizes.size() == 1 ? "_n" : "_p_s"));
  if (found == macros.end()) {
    return std::nullopt;
  }
  const std::string& value = found->second.value;
  Macro macro{{}, found->second.source};
  std::size_t from = 0;
  for (auto slot = next_slot(value, 0); slot; slot = next_slot(value, slot->end)) {
    const std::string_view size = size_for(*slot, sized);
    check_range(name, *slot, size);
    macro.value.append(value, from, slot->begin - from).append(size);
    from = slot->end;
  }
  if (sized.sizes.size() == 2 && number_of(sized.sizes[1]) > number_of(sized.sizes[0])) {
    refuse(name, "more decimals than digits");
  }
  macro.value.append(value, from);
  return macro;
}

std::string shown_family(std::string_view value) {
  std::string shown;
  std::size_t from = 0;
  for (auto slot = next_slot(value, 0); slot; slot = next_slot(value, slot->end)) {
    shown.append(value.substr(from, slot->begin - from)).append(1, slot->letter);
    from = slot->end;
  }
  return shown.append(value.substr(from));
}

}  // namespace helium::expand

// Any text with any macros: an expansion or an Error, whose stretches cover the whole text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "expand/expansion.h"
#include "helium/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using helium::MacroSource;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = input.find('\0');
  const std::string value(cut == std::string_view::npos ? "" : input.substr(cut + 1));
  const helium::MacroTable table = {{"A", {value, MacroSource::house}},
                                    {"B", {"${A}${C}", MacroSource::dialect}},
                                    {"C", {value, MacroSource::target}},
                                    {"VARCHAR_n", {"varchar({n:1..99})", MacroSource::dialect}}};
  try {
    const auto result = helium::expand::expanded(input.substr(0, cut), {&table, &table, true}, {});
    std::uint64_t last = 0;
    for (const auto& stretch : result.stretches) {
      if (stretch.begin < last || stretch.begin >= result.text.size()) {
        std::abort();
      }
      last = stretch.begin;
    }
    if (!result.text.empty() && result.source_of(result.text.size() - 1) >= size) {
      std::abort();
    }
  } catch (const helium::Error&) {
    return 0;
  }
  return 0;
}

#include "base/clock.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>

#include "helium/error.h"

namespace helium::base {

std::string now_utc() {
  return utc_before(std::chrono::milliseconds(0));
}

std::string utc_before(std::chrono::milliseconds ago) {
  using std::chrono::milliseconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto moment = std::chrono::duration_cast<milliseconds>(now) - ago;
  const auto whole = std::chrono::floor<std::chrono::seconds>(moment);
  const std::time_t seconds = whole.count();
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 8> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%03dZ",
                static_cast<int>((moment - whole).count()));
  return std::string(text.data(), length) + fraction.data();
}

std::string duration_text(std::chrono::milliseconds duration) {
  const std::int64_t ms = duration.count();
  if (ms < 1000) {
    return std::to_string(ms) + " ms";
  }
  if (ms < 60000) {
    return std::to_string(ms / 1000) + "." + std::to_string(ms % 1000 / 100) + " s";
  }
  return std::to_string(ms / 60000) + " min " + std::to_string(ms % 60000 / 1000) + " s";
}

std::chrono::milliseconds read_duration(std::string_view text) {
  constexpr std::int64_t most = 1'000'000'000;
  std::int64_t number = 0;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && number < most) {
    number = number * 10 + (text[at] - '0');
    ++at;
  }
  const std::string_view unit = text.substr(at);
  const std::int64_t factor = unit == "ms"                  ? 1
                              : unit == "s" || unit.empty() ? 1000
                              : unit == "m"                 ? 60'000
                              : unit == "h"                 ? 3'600'000
                              : unit == "d"                 ? 86'400'000
                                                            : 0;
  if (at == 0 || factor == 0 || number >= most) {
    throw Error(Fault::usage, "'" + std::string(text) + "' is not a duration")
        .hinting("write 500ms, 20s, 5m, 1h or 30d");
  }
  return std::chrono::milliseconds(number * factor);
}

}  // namespace helium::base

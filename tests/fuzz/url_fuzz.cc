// Any text as a database URL: an Error, or a Url whose shown form holds no password.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "helium/error.h"
#include "target/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  try {
    const helium::Url url = helium::target::parse_url(input);
    const std::string& secret = url.password.reveal();
    constexpr std::size_t long_enough = 6;  // a shorter one may stand in a name by chance
    std::string others = url.scheme + " " + url.user + " " + url.host + " " + url.database;
    for (const auto& [key, value] : url.parameters) {
      others += " " + key + " " + value;
    }
    const bool elsewhere = others.find(secret) != std::string::npos;
    if (secret.size() >= long_enough && !elsewhere &&
        url.shown().find(secret) != std::string::npos) {
      std::abort();
    }
  } catch (const helium::Error& error) {
    if (error.fault() != helium::Fault::config) {
      std::abort();
    }
  }
  return 0;
}

// Any bytes as helium.toml: a Target, or an Error that says where.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>

#include "helium/error.h"
#include "target/target.h"

namespace {

const std::string& path() {
  static const std::string made = "/tmp/helium_fuzz_" + std::to_string(::getpid()) + ".toml";
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::ofstream(path(), std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  for (const char* environment : {"", "test"}) {
    helium::target::Flags flags;
    flags.config = path();
    flags.environment = environment;
    try {
      (void)helium::target::read(flags, [](const char*) -> const char* { return nullptr; });
    } catch (const helium::Error& error) {
      const auto fault = error.fault();
      if (fault != helium::Fault::config && fault != helium::Fault::missing &&
          fault != helium::Fault::design) {
        std::abort();
      }
    }
  }
  ::unlink(path().c_str());
  return 0;
}

// Any bytes as a migration file: a value or an Error with the file's name, the same both times.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "helium/error.h"
#include "lua/state.h"

namespace {

// When the time is up is a matter of the machine; it may be up before the file's turn.
bool is_over(const helium::Error& error) {
  return error.message().find("budget") != std::string::npos;
}

std::string outcome(const std::string& text) {
  helium::LuaLimits limits;
  limits.time = std::chrono::milliseconds(50);
  limits.memory_bytes = 8ULL << 20U;
  try {
    helium::lua::State state(limits, {});
    const auto value = state.run({"fuzz.lua", text});
    return value.string() != nullptr ? *value.string() : value.kind();
  } catch (const helium::Error& error) {
    if (error.where().file != "fuzz.lua" && !is_over(error)) {
      std::abort();
    }
    return is_over(error) ? "budget" : error.message();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string first = outcome(text);
  const std::string second = first == "budget" ? first : outcome(text);
  if (second != "budget" && second != first) {
    std::abort();
  }
  return 0;
}

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <random>

#include "helium/version.h"
#include "history/history.h"
#include "history/words.h"

namespace helium::history {
namespace {

std::string user_name() {
  std::array<char, 4096> space{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(geteuid(), &entry, space.data(), space.size(), &found) == 0 && found != nullptr) {
    return found->pw_name;
  }
  return std::to_string(geteuid());
}

std::string host_name() {
  std::array<char, 256> space{};
  return gethostname(space.data(), space.size() - 1) == 0 ? space.data() : "";
}

std::string random_token() {
  constexpr const char* digits = "0123456789abcdef";
  std::random_device random;
  std::string token;
  for (int i = 0; i < 32; ++i) {
    token += digits[random() % 16];
  }
  return token;
}

}  // namespace

Runner runner() {
  return {.by = fitted(user_name(), name_bytes),
          .host = fitted(host_name(), name_bytes),
          .tool = std::string("helium ") + version(),
          .token = random_token()};
}

}  // namespace helium::history

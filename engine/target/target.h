// helium.toml, the environment, .env, password files and the command line become a Target. toml++
// is included in this room only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "helium/target.h"

namespace helium::target {

/// Parses a database URL: sqlite:path, postgresql://, mysql://, mariadb://, db2:// (and
/// postgres://). Percent-encoding is decoded in every part. Throws Error(config) naming the part
/// that is wrong; the password is never part of the message.
[[nodiscard]] Url parse_url(std::string_view text);

/// How a URL says this mode in `tls=`; empty for one that says nothing.
[[nodiscard]] std::string tls_word(TlsMode mode);

/// What the command line gave; empty means not given.
struct Flags {
  std::string config;
  std::string environment;
  std::string url;
  std::vector<std::string> designs;
  std::string schema;
  std::string home;
};

/// One setting and where its value came from; secrets are shown as ***.
struct Explained {
  std::string name;
  std::string value;
  std::string source;
};

struct Result {
  Target target;
  std::vector<Explained> explained;
  std::vector<std::string> urls;  ///< of all environments of helium.toml
};

/// Flag > environment > file > default. `getenv` reads the process environment (tests give their
/// own); .env in the working directory fills what it does not have.
[[nodiscard]] Result read(const Flags& flags,
                          const std::function<const char*(const char*)>& getenv);

}  // namespace helium::target

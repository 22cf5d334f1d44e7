#include <string>
#include <string_view>
#include <vector>

#include "base/log.h"
#include "base/text.h"
#include "session/openers.h"

namespace helium::session {
namespace {

using Opener = std::unique_ptr<Session> (*)(const Target&, const Options&);

struct Road {
  std::string_view scheme;
  Opener open;
};

// Every kind of database that Helium can talk to.
constexpr Road roads[] = {
    {"postgresql", open_postgresql}, {"mysql", open_mysql}, {"mariadb", open_mysql},
    {"sqlite", open_sqlite},         {"db2", open_odbc},
};

}  // namespace

std::unique_ptr<Session> open(const Target& target, const Options& options) {
  base::hide(target.url.password.reveal());
  std::vector<std::string> schemes;
  for (const Road& road : roads) {
    if (road.scheme == target.url.scheme) {
      return road.open(target, options);
    }
    schemes.emplace_back(road.scheme);
  }
  throw Error(Fault::config, "no database is reached by \"" + target.url.scheme +
                                 ":\"; known: " + base::joined(schemes, ", "))
      .hinting(base::did_you_mean(target.url.scheme, schemes));
}

}  // namespace helium::session

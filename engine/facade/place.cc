#include "facade/place.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "files/files.h"
#include "helium/engine.h"
#include "helium/error.h"
#include "history/history.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

// The lock of a schema is not that of a runner in it.
history::Store store_of(Work& work, const std::string& schema) {
  history::Store store;
  store.dialect = &work.dialect();
  store.schema = schema;
  store.ledger_schema = schema;
  store.prefix = scratch::name_prefix;
  return store;
}

Target on(const Url& server) {
  Target target;
  target.url = server;
  return target;
}

void sweep_one(Work& work, const std::string& name) {
  Observer silent;
  try {
    const auto hold = history::hold(work.session(), store_of(work, name), {}, silent);
    Target leftover = work.target();
    leftover.schema = name;
    Engine(leftover).drop();
    base::log_info("removed what a killed run left: schema " + name);
  } catch (const Error& error) {
    if (error.fault() != Fault::busy) {
      base::log_warning("the schema " + name + " of an earlier run stays: " + error.message());
    }
  }
}

// Without a lock that a session holds nobody can tell whether a place is still in use.
void sweep(const Url& server) {
  const Target target = on(server);
  Observer silent;
  Stop stop;
  Work work(target, silent, stop);
  work.connect({});
  const auto text = work.dialect().catalog.find("schemas_like");
  if (text == work.dialect().catalog.end() || work.session().server().pooled) {
    return;
  }
  const auto names = work.session().ask({text->second, {std::string(scratch::name_prefix) + "%"}});
  for (const auto& row : names.rows) {
    sweep_one(work, row.at(0).value_or(""));
  }
}

// "15" of "15.14 (Debian 15.14-0+deb12u1)", "10.11" of "10.11.14-MariaDB".
std::string major_of(const std::string& version, const std::string& dialect) {
  const auto first = version.find_first_of(". ");
  return dialect == "postgresql" || first == std::string::npos
             ? version.substr(0, first)
             : version.substr(0, version.find_first_not_of("0123456789", first + 1));
}

// A server that does not know it has another one for its tables, and the difference is told.
void give_collation(Work& work, const std::string& schema, const std::string& collation) {
  try {
    (void)work.session().ask({"ALTER DATABASE " +
                                  sql::quote_identifier(schema, work.dialect().lexicon) +
                                  " COLLATE " + collation,
                              {}});
  } catch (const Error& error) {
    base::log_info("the place has the server's own collation: " + error.message());
  }
}

}  // namespace

Grounds::Grounds(const std::vector<std::string>& said, const std::string& cache)
    : cache_(cache_folder(cache)) {
  for (const std::string& word : said) {
    if (word == "none") {
      start_own_ = false;
      continue;
    }
    TargetRequest request;
    request.url = word;
    const Url url = read_target(request).url;
    said_[url.scheme] = url;
  }
}

const std::optional<scratch::Programs>& Grounds::programs(const std::string& dialect) {
  auto found = programs_.find(dialect);
  if (found == programs_.end()) {
    found =
        programs_.emplace(dialect, start_own_ ? scratch::programs(dialect) : std::nullopt).first;
  }
  return found->second;
}

std::optional<Url> Grounds::of(const std::string& dialect) {
  if (dialect == "sqlite") {
    return std::nullopt;
  }
  if (const auto found = said_.find(dialect); found != said_.end()) {
    sweep(found->second);
    return found->second;
  }
  auto& own = own_[dialect];
  if (own == nullptr) {
    if (!programs(dialect)) {
      return std::nullopt;
    }
    scratch::sweep();
    own = std::make_unique<scratch::PrivateServer>(dialect, *programs(dialect), cache_);
  }
  return own->url();
}

bool Grounds::has(const std::string& dialect) {
  return dialect == "sqlite" || !own(dialect) || programs(dialect).has_value();
}

bool Grounds::own(const std::string& dialect) const {
  return said_.count(dialect) == 0;
}

std::string Grounds::name_of(const std::string& dialect) {
  return !own(dialect)                   ? said_.at(dialect).shown()
         : dialect == "sqlite"           ? dialect
         : programs(dialect).has_value() ? programs(dialect)->version
                                         : "";
}

std::vector<std::string> Grounds::named() const {
  std::vector<std::string> dialects;
  for (const auto& [dialect, url] : said_) {
    dialects.push_back(dialect);
  }
  return dialects;
}

Reach reach(const Target& target, const std::vector<std::string>& said,
            const std::vector<std::string>& others, Grounds& grounds) {
  Reach reach{said, {}};
  auto& dialects = reach.dialects;
  const auto is_new = [&](const std::string& dialect) {
    return std::find(dialects.begin(), dialects.end(), dialect) == dialects.end();
  };
  if (dialects.empty()) {
    dialects = grounds.named();
    const std::string own = target.url.scheme.empty() ? "sqlite" : target.url.scheme;
    if (is_new(own)) {
      dialects.push_back(own);
    }
  }
  for (const std::string& other : others) {
    if (!is_new(other)) {
      continue;
    }
    if (grounds.has(other)) {
      dialects.push_back(other);
    } else {
      reach.notes.push_back("not tried on " + other + ": " + no_ground(other).message());
    }
  }
  return reach;
}

Error no_ground(const std::string& dialect) {
  return Error(Fault::usage, "nothing says on which " + dialect +
                                 " server this may be tried, and none can be started here")
      .hinting("--scratch URL, or SHADOW_DATABASE_URL: a schema is made there and removed again");
}

Place::Place(const Target& target, const std::optional<Url>& server, const std::string& collation)
    : target_(target) {
  target_.ledger.schema.clear();
  if (!server) {
    scratch::sweep();
    folder_.emplace();
    target_.url = Url{};
    target_.url.scheme = "sqlite";
    target_.url.database = files::join(folder_->path(), "scratch.db");
    target_.schema.clear();
    Engine(target_).create();
    return;
  }
  target_.url = *server;
  target_.schema.clear();
  const std::string name = scratch::fresh_name();
  keeper_ = std::make_unique<Work>(target_, silent_, stop_);
  keeper_->connect({});
  hold_ = history::hold(keeper_->session(), store_of(*keeper_, name), {}, silent_);
  target_.schema = name;
  Engine(target_).create();
  if (!collation.empty()) {
    give_collation(*keeper_, name, collation);
  }
}

Place::~Place() {
  try {
    if (!folder_) {
      Engine(target_).drop();
    }
  } catch (const std::exception& error) {
    base::log_warning("the schema " + target_.schema +
                      " stays until the next run: " + error.what());
  }
}

Trying trying(const Dialect& dialect, Grounds& grounds, Want want, const std::string& collation) {
  Trying trying;
  const bool folds = dialect.name == "postgresql" && want == Want::schema;
  const auto server = folds ? std::nullopt : grounds.of(dialect.name);
  if (server) {
    trying.place = std::make_unique<Place>(Target{}, server, collation);
    trying.scratch = scratch::open(dialect, trying.place->target());
  } else {
    trying.scratch = scratch::open(dialect);
  }
  return trying;
}

std::string other_version(Target target, const std::string& dialect, const std::string& version) {
  target.connect_timeout = std::chrono::seconds(1);
  try {
    const auto session = session::open(target, {.read_only = true});
    const std::string theirs = major_of(session->server().version, dialect);
    const std::string ours = major_of(version, dialect);
    if (session->server().dialect == dialect && ours != theirs) {
      return "tried on " + dialect + " " + ours + ", but the target is " + theirs;
    }
  } catch (const Error& error) {
    base::log_info("the target's version is not known: " + error.message());
  }
  return {};
}

}  // namespace helium::facade

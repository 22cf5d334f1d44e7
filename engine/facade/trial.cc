// test: every migration up, down to the exact start, and up again, on throw-away places with rows
// in every table.
#include <algorithm>
#include <filesystem>
#include <limits>
#include <mutex>
#include <random>
#include <thread>
#include <tuple>

#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "diff/diff.h"
#include "facade/inside.h"
#include "facade/rows.h"
#include "files/files.h"
#include "helium/error.h"
#include "helium/trial.h"

namespace helium {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::milliseconds since(Clock::time_point began) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
}

// A name that nobody else has.
std::string fresh_name() {
  static constexpr const char* digits = "0123456789abcdef";
  std::random_device source;
  std::string name = "helium_scratch_";
  for (int i = 0; i < 12; ++i) {
    name += digits[source() % 16];
  }
  return name;
}

// A place that is removed again: a file of its own, or a schema on the server that was named for
// it.
class Place {
 public:
  Place(Target target, const std::string& url) : target_(std::move(target)) {
    if (url.empty()) {
      folder_ = (std::filesystem::temp_directory_path() / fresh_name()).string();
      std::filesystem::create_directory(folder_);
      target_.url = Url{};
      target_.url.scheme = "sqlite";
      target_.url.database = files::join(folder_, "scratch.db");
      target_.schema.clear();
    } else {
      TargetRequest request;
      request.url = url;
      target_.url = read_target(request).url;
      target_.schema = fresh_name();
    }
    target_.ledger.schema.clear();
    Engine(target_).create();
  }
  ~Place() {
    try {
      if (folder_.empty()) {
        Engine(target_).drop();
      } else {
        std::filesystem::remove_all(folder_);
      }
    } catch (const std::exception&) {
      return;  // its name says that it may go
    }
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  [[nodiscard]] const Target& target() const noexcept { return target_; }

 private:
  Target target_;
  std::string folder_;
};

// The schema and the rows of a place at one time.
struct Picture {
  Schema schema;
  facade::Counts rows;
};

std::string first_difference(const Schema& found, const Schema& wanted) {
  const auto difference = diff::compare(found, wanted);
  if (difference.changes.empty()) {
    return "";
  }
  const ddl::Name name = ddl::name_of(difference.changes.front());
  return name.kind + " " + name.table + (name.table.empty() || name.object.empty() ? "" : ".") +
         name.object;
}

// One design on one place.
class Walk {
 public:
  Walk(const Design& design, const Target& target, facade::Stop& stop)
      : design_(design), target_(target), stop_(stop), work_(target_, silent_, stop_) {
    target_.designs = {design.folder};
    work_.connect({});
  }

  std::vector<Trial::Case> run(std::int64_t last) {
    std::vector<Trial::Case> cases;
    bool stands = true;
    for (const Migration& migration : design_.migrations) {
      if (migration.number > last || stop_.stopped()) {
        break;
      }
      Trial::Case one;
      one.dialect = work_.dialect().name;
      one.design = design_.name;
      one.number = migration.number;
      one.title = migration.title;
      one.path = migration.path;
      const auto began = Clock::now();
      if (stands) {
        try {
          step(migration, one);
        } catch (const Error& error) {
          one.state = Trial::State::failed;
          one.message = error.message();
        }
      } else {
        one.state = Trial::State::skipped;
        one.message = "a migration before it failed";
      }
      one.took = since(began);
      stands = stands && one.state != Trial::State::failed;
      cases.push_back(std::move(one));
    }
    return cases;
  }

 private:
  [[nodiscard]] Picture picture() {
    Picture picture;
    const auto store = work_.store();
    picture.schema =
        catalog::inspect(work_.session(), work_.dialect(), {store.schema, store.prefix});
    picture.rows = facade::counted(work_.session(), picture.schema, work_.dialect());
    return picture;
  }

  void move(const Goal& goal, const std::string& what) {
    const Report report = Engine(target_).move(goal);
    if (report.failed) {
      throw Error(Fault::database, what + ": " + report.failed->error.message());
    }
    if (report.exit_code() != 0) {
      throw Error(Fault::database, what + ": " + report.note);
    }
  }

  void step(const Migration& migration, Trial::Case& one) {
    const auto store = work_.store();
    facade::fill(work_.session(),
                 catalog::inspect(work_.session(), work_.dialect(), {store.schema, store.prefix}),
                 work_.dialect());
    const Picture before = picture();
    const Goal up{.verb = Goal::Verb::up, .to = migration.number};
    move(up, "up");
    const Picture after = picture();
    const Sections& sections = work_.sections(migration);
    if (!sections.has_reverse || !sections.irreversible.empty()) {
      one.message = "irreversible: " + (sections.irreversible.empty() ? "it has no reverse section"
                                                                      : sections.irreversible);
      return;
    }
    move({.verb = Goal::Verb::down, .steps = 1}, "down");
    const Picture back = picture();
    must_equal(back.schema, before.schema, "down does not lead back");
    for (const auto& [table, rows] : before.rows) {
      const auto found = back.rows.find(table);
      if (found != back.rows.end() && found->second < rows) {
        one.lost.push_back(table);
      }
    }
    move(up, "up again");
    must_equal(picture().schema, after.schema, "up again leads elsewhere");
  }

  static void must_equal(const Schema& found, const Schema& wanted, const std::string& what) {
    const std::string difference = first_difference(found, wanted);
    if (!difference.empty()) {
      throw Error(Fault::design, what + ": " + difference + " is still needed");
    }
  }

  const Design& design_;
  Target target_;
  Observer silent_;
  facade::Stop& stop_;
  facade::Work work_;
};

// Where each dialect is tried: a URL, or empty for a SQLite file of its own.
std::vector<std::string> places_of(const Target& target, const TestRequest& request) {
  std::vector<std::string> places = request.scratch;
  if (target.url.scheme.empty() || target.url.scheme == "sqlite" || places.empty()) {
    places.emplace_back();
  }
  return places;
}

}  // namespace

Trial Engine::test(const TestRequest& request) {
  const auto began = Clock::now();
  const auto work = inside_->begin();
  (void)work->designs();  // read before several threads ask for them
  if (request.scratch.empty() && !inside_->target.url.scheme.empty() &&
      inside_->target.url.scheme != "sqlite") {
    throw Error(Fault::usage, "nothing says on which " + inside_->target.url.scheme +
                                  " server migrations may be tried")
        .hinting("--scratch URL, or SHADOW_DATABASE_URL: a schema is made there and removed again");
  }
  Trial trial;
  std::mutex guard;
  std::exception_ptr failure;
  std::vector<std::jthread> runners;
  for (const std::string& url : places_of(inside_->target, request)) {
    runners.emplace_back([&, url] {
      for (const Design& design : work->designs()) {
        try {
          const Place place(inside_->target, url);
          auto cases = Walk(design, place.target(), inside_->stop)
                           .run(request.target.value_or(std::numeric_limits<std::int64_t>::max()));
          const std::lock_guard lock(guard);
          std::move(cases.begin(), cases.end(), std::back_inserter(trial.cases));
        } catch (...) {
          const std::lock_guard lock(guard);
          failure = std::current_exception();
        }
      }
    });
  }
  runners.clear();
  if (failure) {
    std::rethrow_exception(failure);
  }
  std::stable_sort(trial.cases.begin(), trial.cases.end(),
                   [](const Trial::Case& a, const Trial::Case& b) {
                     return std::tie(a.dialect, a.design) < std::tie(b.dialect, b.design);
                   });
  trial.took = since(began);
  return trial;
}

}  // namespace helium

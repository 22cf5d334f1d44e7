// test: every migration up, down to the exact start (schema and rows) and up again, on throw-away
// places with rows in every table.
#include <algorithm>
#include <iterator>
#include <limits>
#include <thread>
#include <tuple>

#include "base/log.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "diff/diff.h"
#include "facade/content.h"
#include "facade/green.h"
#include "facade/inside.h"
#include "facade/people.h"
#include "facade/place.h"
#include "helium/error.h"
#include "helium/trial.h"

namespace helium {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::milliseconds since(Clock::time_point began) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
}

using Picture = facade::Content;

Trial::Case case_of(const Migration& migration, const Dialect& dialect) {
  Trial::Case one;
  one.dialect = dialect.name;
  one.design = migration.design;
  one.number = migration.number;
  one.title = migration.title;
  one.path = migration.path;
  return one;
}

std::string first_difference(const Schema& found, const Schema& wanted) {
  const auto difference = diff::compare(found, wanted);
  if (difference.changes.empty()) {
    return "";
  }
  const ddl::Name name = ddl::name_of(difference.changes.front());
  return name.kind + " " + name.table + (name.table.empty() || name.object.empty() ? "" : ".") +
         name.object;
}

// The one that is tried, and what it stands on: Helium folders share their `queries` table.
using Together = std::vector<const Design*>;

Together together_with(const Design& design, const std::vector<Design>& designs) {
  Together together = {&design};
  for (const Design& other : designs) {
    const bool both = design.format == Format::folder && other.format == Format::folder;
    if (both && &other != &design) {
      together.push_back(&other);
    }
  }
  return together;
}

std::size_t count_of(const Picture& picture) {
  std::size_t count = 0;
  for (const auto& [table, rows] : picture.rows) {
    count += rows.size();
  }
  return count;
}

// One design on one place.
class Walk {
 public:
  Walk(Together designs, const Target& target, facade::Stop& stop)
      : designs_(std::move(designs)), target_(target), stop_(stop), work_(target_, silent_, stop_) {
    target_.designs.clear();
    for (const Design* design : designs_) {
      target_.designs.push_back(design->folder);
    }
    work_.connect({});
  }

  // From the migration behind `known` on, which with all before it needs no trial.
  std::vector<Trial::Case> run(const std::vector<const Migration*>& migrations,
                               std::optional<std::int64_t> known) {
    const std::int64_t start = known.value_or(before_it(*migrations.front()));
    if (start != 0) {
      move({.verb = Goal::Verb::up, .to = start, .replay = true}, "up");
    }
    std::vector<Trial::Case> cases;
    bool stands = true;
    for (const Migration* migration : migrations) {
      if (stop_.stopped()) {
        break;
      }
      Trial::Case one = case_of(*migration, work_.dialect());
      const auto began = Clock::now();
      if (stands) {
        try {
          step(*migration, one);
        } catch (const Error& error) {
          one.state = Trial::State::failed;
          one.message = error.message();
          stands = false;
        }
      } else {
        one.state = Trial::State::skipped;
        one.message = "a migration before it failed";
      }
      one.took = since(began);
      cases.push_back(std::move(one));
    }
    return cases;
  }

  [[nodiscard]] std::string version() { return work_.session().server().version; }

 private:
  [[nodiscard]] Picture picture() {
    const auto store = work_.store();
    return facade::content(
        work_.session(),
        catalog::inspect(work_.session(), work_.dialect(), {store.schema, store.prefix}),
        work_.dialect());
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

  // The `queries` table of a Helium folder is its record of what ran: no place for made-up rows.
  void fill() {
    const auto store = work_.store();
    Schema schema =
        catalog::inspect(work_.session(), work_.dialect(), {store.schema, store.prefix});
    if (is_folder()) {
      std::erase_if(schema.tables,
                    [](const Table& table) { return base::same_word(table.name, "queries"); });
    }
    facade::fill(work_.session(), schema, work_.dialect());
  }

  [[nodiscard]] bool is_folder() const { return designs_.front()->format == Format::folder; }

  // A way down of a Helium folder leads back to what is loaded, not to what is not: its rows stay,
  // so the start is behind the load. A migration that makes the `queries` table is applied by its
  // load, and takes back all of it.
  Picture start(const Migration& migration, Trial::Case& one) {
    Picture before = picture();
    if (!is_folder() || work_.sections(migration).applied_by_load) {
      return before;
    }
    const std::size_t count = count_of(before);
    move({.verb = Goal::Verb::up, .to = migration.number, .load_only = true, .replay = true},
         "load");
    before = picture();
    one.message = "stays loaded: " + std::to_string(count_of(before) - count) +
                  " rows in queries, which down leaves";
    return before;
  }

  void step(const Migration& migration, Trial::Case& one) {
    fill();
    const Picture before = start(migration, one);
    const Goal up{.verb = Goal::Verb::up, .to = migration.number, .replay = true};
    move(up, "up");
    const Picture after = picture();
    const Sections& sections = work_.sections(migration);
    if (!sections.has_reverse || !sections.irreversible.empty()) {
      one.message = "irreversible: " + (sections.irreversible.empty() ? "it has no reverse section"
                                                                      : sections.irreversible);
      return;
    }
    move({.verb = Goal::Verb::down, .to = before_it(migration)}, "down");
    const Picture back = picture();
    must_equal(back.schema, before.schema, "down does not lead back");
    compare(before, back, one);
    move(up, "up again");
    const Picture again = picture();
    must_equal(again.schema, after.schema, "up again leads elsewhere");
    for (const auto& [table, rows] : after.rows) {
      const auto found = again.rows.at(table).size();
      if (found != rows.size()) {
        throw Error(Fault::design, "up again leads elsewhere: " + table + " holds " +
                                       std::to_string(found) + " rows, not " +
                                       std::to_string(rows.size()));
      }
    }
  }

  // By its number, because steps down take the repeatable ones, too.
  [[nodiscard]] std::int64_t before_it(const Migration& migration) const {
    std::int64_t before = 0;
    for (const Design* design : designs_) {
      for (const Migration& other : design->migrations) {
        before = other.number < migration.number ? std::max(before, other.number) : before;
      }
    }
    return before;
  }

  // Every row must be there again as it was, and no other; no number is given twice.
  static void compare(const Picture& before, const Picture& back, Trial::Case& one) {
    std::vector<std::string> more;
    for (const auto& [table, rows] : before.rows) {
      const auto& found = back.rows.at(table);
      std::vector<facade::Row> missing;
      std::vector<facade::Row> strange;
      std::set_difference(rows.begin(), rows.end(), found.begin(), found.end(),
                          std::back_inserter(missing));
      std::set_difference(found.begin(), found.end(), rows.begin(), rows.end(),
                          std::back_inserter(strange));
      if (!missing.empty()) {
        one.lost.push_back({table, missing.size(), missing.front().key});
      } else if (!strange.empty()) {
        more.push_back(table + " (" + std::to_string(strange.size()) + ", such as " +
                       strange.front().key + ")");
      }
    }
    if (!one.lost.empty() || !more.empty()) {
      one.state = Trial::State::failed;
      one.message = "down does not lead back";
    }
    if (!more.empty()) {
      one.message += ": new rows in " + base::joined(more, ", ");
    }
    const std::string gone = facade::went_back(before.positions, back.positions, before.schema);
    if (one.state == Trial::State::passed && !gone.empty()) {
      one.state = Trial::State::failed;
      one.message = "down does not lead back: the next number of " + gone;
    }
  }

  static void must_equal(const Schema& found, const Schema& wanted, const std::string& what) {
    const std::string difference = first_difference(found, wanted);
    if (!difference.empty()) {
      throw Error(Fault::design, what + ": " + difference + " is still needed");
    }
  }

  Together designs_;
  Target target_;
  Observer silent_;
  facade::Stop& stop_;
  facade::Work work_;
};

// One design under one dialect.
struct Job {
  std::string dialect;
  Together designs;
  std::optional<Url> server;
  std::optional<facade::People> people;
  std::vector<const Migration*> migrations;  ///< to be tried
  std::optional<std::int64_t> known;         ///< the newest one that needs no trial
  std::unique_ptr<facade::Green> green;
  std::vector<Trial::Case> cases;
  std::string version;  ///< of the server that it was tried on
  std::exception_ptr failure;
};

void carry_out(Job& job, const Target& target, facade::Stop& stop) {
  const auto walked = [&] {
    const facade::Place place(target, job.server);
    Walk walk(job.designs, place.target(), stop);
    job.version = walk.version();
    return walk.run(job.migrations, job.known);
  };
  auto cases = job.people->among(walked, [](const std::vector<Trial::Case>& all) {
    const auto failed = std::find_if(all.begin(), all.end(), [](const Trial::Case& one) {
      return one.state == Trial::State::failed;
    });
    return failed == all.end() ? std::string() : failed->message;
  });
  for (const Trial::Case& one : cases) {
    if (one.state != Trial::State::passed) {
      break;
    }
    job.green->passed(one.number);
  }
  job.green->keep();
  std::move(cases.begin(), cases.end(), std::back_inserter(job.cases));
}

// What is to be tried of a design, and what passed already.
Job job_of(Together designs, const std::string& dialect, const Target& target,
           const TestRequest& request, facade::Grounds& grounds) {
  Job job;
  job.dialect = dialect;
  job.designs = std::move(designs);
  const Design& design = *job.designs.front();
  const Target under = facade::under(target, dialect);
  Observer silent;
  facade::Stop stop;
  facade::Work work(under, silent, stop);
  job.green =
      std::make_unique<facade::Green>(design, work, grounds.name_of(dialect), grounds.cache());
  const auto last = request.target.value_or(std::numeric_limits<std::int64_t>::max());
  // What passed on another pack's migrations says nothing once they change.
  const bool all = request.all || job.designs.size() > 1;
  const auto green = all ? std::nullopt : job.green->last();
  for (const Migration& migration : design.migrations) {
    if (migration.number > last) {
      break;
    }
    if (green && migration.number <= *green) {
      job.known = migration.number;
      job.cases.push_back(case_of(migration, work.dialect()));
      job.cases.back().message = "unchanged since it passed";
    } else {
      job.migrations.push_back(&migration);
    }
  }
  if (!job.migrations.empty()) {
    job.people.emplace(grounds, dialect);
  }
  if (!job.migrations.empty() && dialect != "sqlite") {
    job.server = grounds.of(dialect);
    if (!job.server) {
      throw facade::no_ground(dialect);
    }
  }
  return job;
}

}  // namespace

Trial Engine::test(const TestRequest& request) {
  const auto began = Clock::now();
  const auto work = inside_->begin();
  const Target& target = inside_->target;
  facade::Grounds grounds(request.scratch.servers, request.scratch.cache);
  Trial trial;
  const facade::Reach reach = facade::reach(target, request.dialects, request.others, grounds);
  trial.notes = reach.notes;
  std::vector<Job> jobs;
  for (const std::string& dialect : reach.dialects) {
    for (const Design& design : work->designs()) {
      jobs.push_back(
          job_of(together_with(design, work->designs()), dialect, target, request, grounds));
    }
  }
  std::vector<std::jthread> runners;
  for (Job& job : jobs) {
    if (!job.migrations.empty()) {
      runners.emplace_back([&] {
        try {
          carry_out(job, target, inside_->stop);
        } catch (...) {
          job.failure = std::current_exception();
        }
      });
    }
  }
  runners.clear();
  for (Job& job : jobs) {
    if (job.failure) {
      std::rethrow_exception(job.failure);
    }
    std::move(job.cases.begin(), job.cases.end(), std::back_inserter(trial.cases));
    if (job.dialect == target.url.scheme && job.dialect != "sqlite" && !job.version.empty()) {
      const std::string note = facade::other_version(target, job.dialect, job.version);
      if (!note.empty()) {
        trial.notes.push_back(note);
      }
    }
  }
  std::stable_sort(trial.cases.begin(), trial.cases.end(),
                   [](const Trial::Case& a, const Trial::Case& b) {
                     return std::tie(a.dialect, a.design) < std::tie(b.dialect, b.design);
                   });
  trial.took = since(began);
  return trial;
}

}  // namespace helium

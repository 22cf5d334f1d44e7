// checkpoint: what the migrations of a design make, as one file that an empty target begins with.
#include "design/checkpoint.h"

#include <algorithm>
#include <filesystem>

#include "base/clock.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "facade/content.h"
#include "facade/inside.h"
#include "facade/people.h"
#include "facade/place.h"
#include "files/files.h"
#include "generate/checkpoint.h"
#include "helium/error.h"
#include "seal/sha256.h"
#include "source/schema_json.h"

namespace helium {
namespace facade {

std::string Work::own_macros(const Design& design) {
  seal::Sha256 hash;
  for (const auto& [name, macro] : setting(design).macros) {
    if (name != "SCHEMA") {
      hash.add(name).add(macro.value);
    }
  }
  return hash.hex();
}

Sections Work::sections(const Checkpoint& checkpoint) {
  Migration file;
  file.design = checkpoint.design;
  file.number = checkpoint.number;
  file.path = checkpoint.path;
  file.text = checkpoint.text;
  return expand::sections(file, setting(design_named(checkpoint.design)));
}

plan::Beginning Work::beginning(const Design& design, std::optional<std::int64_t> most) {
  plan::Beginning beginning;
  beginning.findings = design::stale_checkpoints(design);
  for (Checkpoint& checkpoint : design::checkpoints(design)) {
    const auto macros = checkpoint.dialects.find(dialect().name);
    if ((most && checkpoint.number > *most) || macros == checkpoint.dialects.end() ||
        !design::why_stale(checkpoint, design).empty()) {
      continue;
    }
    if (macros->second == own_macros(design)) {
      beginning.checkpoint = std::move(checkpoint);
      continue;
    }
    beginning.findings.push_back(
        {.rule = "stale_checkpoint",
         .severity = Severity::warning,
         .where = {.file = checkpoint.path},
         .message = "the checkpoint " + std::to_string(checkpoint.number) + " of " + design.name +
                    " is not used: macros have other values than when it was written",
         .hint = {},
         .source_line = {}});
  }
  return beginning;
}

}  // namespace facade

namespace {

constexpr const char* rule = "a checkpoint must give what the migrations give";

Error not_equal(const std::string& dialect, const std::string& why) {
  return Error(Fault::unsupported, "no checkpoint for " + dialect + ": " + base::printable(why))
      .noting(rule);
}

// A place on which one design is run, in one way or the other.
class Ground {
 public:
  Ground(const Target& target, const Design& design, const std::optional<Url>& server,
         facade::Stop& stop)
      : place_(alone(target, design), server), work_(place_.target(), silent_, stop) {
    work_.connect({});
  }

  [[nodiscard]] facade::Work& work() { return work_; }
  [[nodiscard]] std::string where() {
    const session::Server& server = work_.session().server();
    return server.product + " " + server.version;
  }

  void replay(std::int64_t number) {
    const Report report =
        Engine(place_.target()).move({.verb = Goal::Verb::up, .to = number, .replay = true});
    if (report.failed) {
      throw report.failed->error;
    }
  }

  // As `up` runs them, without a ledger.
  void run(const std::vector<Statement>& statements) {
    const bool together = work_.dialect().traits.ddl_in_transaction;
    std::vector<session::Unit> units;
    for (const Statement& statement : statements) {
      if (units.empty() || !together) {
        units.emplace_back();
        units.back().begin = units.back().commit = together;
      }
      units.back().statements.push_back(statement);
    }
    for (const auto& outcome : work_.session().execute(units)) {
      if (outcome.state != session::UnitOutcome::State::done) {
        const auto* failure = outcome.failure();
        const auto& error = failure != nullptr && failure->error ? failure->error : outcome.error;
        throw not_equal(work_.dialect().name,
                        "the server refused its statements: " +
                            (error ? error->message : std::string("no answer")));
      }
    }
  }

  [[nodiscard]] facade::Content content() {
    const auto store = work_.store();
    return facade::content(
        work_.session(),
        catalog::inspect(work_.session(), work_.dialect(), {store.schema, store.prefix}),
        work_.dialect());
  }

  // The same of two places is equal: texts do not say in which of them they are.
  [[nodiscard]] facade::Content placeless(facade::Content content) const {
    const std::string text = generate::with_schema(source::json_of(content.schema), name(), "");
    content.schema = source::schema_of_json(text, name());
    return content;
  }

  // The name of the place itself, which is another one everywhere.
  [[nodiscard]] const std::string& name() const { return place_.target().schema; }

 private:
  static Target alone(Target target, const Design& design) {
    target.designs = {design.folder};
    return target;
  }

  facade::Place place_;
  Observer silent_;
  facade::Work work_;
};

// What the migrations of a design make under one dialect.
struct Replayed {
  std::optional<Url> server;
  facade::Content content;
  generate::Folded folded;
};

void refuse_unknown(const facade::Content& content, const std::string& dialect) {
  if (!content.schema.unknown.empty()) {
    const Unknown& first = content.schema.unknown.front();
    throw not_equal(dialect, first.kind + " " + first.name + " is not understood");
  }
}

void refuse_own_name(const std::vector<std::string>& statements, const std::string& name,
                     const std::string& dialect) {
  for (const std::string& statement : statements) {
    const bool says = generate::with_schema(statement, name, "").find(name) != std::string::npos;
    if (!name.empty() && says) {
      throw not_equal(dialect, "what the migrations make says the name of the schema it stands in")
          .running(statement);
    }
  }
}

Replayed replay(const Target& target, const Checkpoint& checkpoint, const Design& design,
                std::optional<Url> server, facade::Stop& stop) {
  Ground ground(target, design, server, stop);
  const Dialect& dialect = ground.work().dialect();
  ground.replay(checkpoint.number);
  Replayed replayed{std::move(server), ground.content(), {}};
  refuse_unknown(replayed.content, dialect.name);
  replayed.folded.statements =
      facade::statements_for(ground.work().session(), replayed.content, dialect);
  refuse_own_name(replayed.folded.statements, ground.name(), dialect.name);
  replayed.folded.schema = ground.name();
  replayed.content = ground.placeless(std::move(replayed.content));
  replayed.folded.macros = ground.work().own_macros(design);
  replayed.folded.where = ground.where();
  return replayed;
}

void prove(const Target& target, const Checkpoint& checkpoint, const Design& design,
           const Replayed& replayed, facade::Stop& stop) {
  Ground ground(target, design, replayed.server, stop);
  ground.run(ground.work().sections(checkpoint).forward);
  const std::string difference =
      facade::first_difference(ground.placeless(ground.content()), replayed.content);
  if (!difference.empty()) {
    throw not_equal(ground.work().dialect().name, difference + " would be another one");
  }
}

const Design& only_design(facade::Work& work) {
  const auto& designs = work.designs();
  if (designs.size() > 1) {
    throw Error(Fault::usage, "the target has several designs")
        .hinting("name one: --design FOLDER");
  }
  if (designs.front().format == Format::folder) {
    throw Error(Fault::usage, "checkpoint is not for the Helium folder " + designs.front().name +
                                  ": its migrations are rows that are loaded one by one");
  }
  return designs.front();
}

// The head of the file: which migrations, as they are now.
Checkpoint head_of(const Design& design, std::optional<std::int64_t> number) {
  Checkpoint checkpoint;
  checkpoint.design = design.name;
  checkpoint.number = number.value_or(design.migrations.back().number);
  checkpoint.path = design::checkpoint_path(design, checkpoint.number);
  for (const Migration& migration : design.migrations) {
    if (migration.number <= checkpoint.number) {
      checkpoint.folds[migration.number] = migration.checksum;
    }
  }
  if (checkpoint.folds.count(checkpoint.number) == 0) {
    throw Error(Fault::design, "no migration has the number " + std::to_string(checkpoint.number))
        .hinting("helium status shows the numbers");
  }
  if (checkpoint.folds.size() < 2) {
    throw Error(Fault::usage, "one migration needs no checkpoint");
  }
  return checkpoint;
}

void must_be_text(const std::string& text) {
  if (base::invalid_utf8(text) || text.find('\0') != std::string::npos) {
    throw Error(Fault::unsupported, "no checkpoint: a row holds text that no file can hold")
        .noting(rule);
  }
}

}  // namespace

Checkpointed Engine::checkpoint(const CheckpointRequest& request) {
  const auto work = inside_->begin();
  const Design& design = only_design(*work);
  Checkpoint checkpoint = head_of(design, request.number);
  facade::Grounds grounds(request.scratch.servers, request.scratch.cache);
  const facade::Reach reach =
      facade::reach(inside_->target, request.dialects, request.others, grounds);
  std::map<std::string, generate::Folded> dialects;
  std::map<std::string, Replayed> replayed;
  for (const std::string& dialect : reach.dialects) {
    if (dialect == "db2") {
      throw not_equal(dialect, "its large objects cannot be compared");
    }
    const auto server = grounds.of(dialect);
    if (!server && dialect != "sqlite") {
      throw facade::no_ground(dialect);
    }
    replayed[dialect] = facade::People(grounds, dialect).among([&] {
      return replay(facade::under(inside_->target, dialect), checkpoint, design, server,
                    inside_->stop);
    });
    dialects[dialect] = std::move(replayed[dialect].folded);
  }
  checkpoint.text = generate::checkpoint_page(checkpoint, dialects, base::now_utc().substr(0, 10));
  must_be_text(checkpoint.text);
  Checkpointed result{checkpoint.path, checkpoint.number, checkpoint.folds.size(), {}, reach.notes};
  for (const auto& [dialect, content] : replayed) {
    prove(facade::under(inside_->target, dialect), checkpoint, design, content, inside_->stop);
    result.proofs.push_back(dialect + ": equal to the replay on " + dialects[dialect].where);
  }
  std::filesystem::create_directories(files::folder_of(checkpoint.path));
  files::write(checkpoint.path, checkpoint.text);
  return result;
}

}  // namespace helium

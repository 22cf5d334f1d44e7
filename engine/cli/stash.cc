// stash: what waits for an undo is listed, written to a file, and let go.
#include "base/clock.h"
#include "cli/commands.h"
#include "cli/opened.h"
#include "cli/streams.h"

namespace helium::cli {
namespace {

std::string written(const Options& options, const std::vector<Stash>& stashes) {
  return options.json() ? show::json(stashes) : show::text(stashes);
}

int exported(const Options& options, Engine& engine, const std::vector<std::string>& names) {
  if (names.size() != 1 || options.json()) {
    throw Error(Fault::usage, "stash export writes one stash, or all of one migration, as SQL")
        .hinting("helium stash lists them; helium stash export NAME --to FILE");
  }
  const auto tell = [&](const show::TakeText& take) {
    engine.stash_script(names.front(), [&](const StashScript& piece) { take(show::text(piece)); });
  };
  if (options.out.empty()) {
    tell(print);
  } else {
    show::save(options.out, tell);
  }
  return 0;
}

int cleared(const Options& options, Engine& engine, const StashChoice& choice) {
  if (options.yes) {
    return told(written(options, engine.clear_stashes(choice)), 0);
  }
  const std::vector<Stash> stashes = engine.stashes(choice);
  if (stashes.empty()) {
    print(written(options, stashes));
    return 0;
  }
  say(show::text(stashes));
  const std::string loss =
      "this would be gone for good, and with it the way back of the migrations that are applied";
  if (!can_ask()) {
    throw Error(Fault::usage, loss)
        .hinting("helium stash export keeps a copy; the same command with --yes clears it");
  }
  if (!agreed(loss + ": clear it?")) {
    throw Error(Fault::cancelled, "nothing was cleared")
        .hinting("helium stash export keeps a copy");
  }
  StashChoice shown = choice;  // and not what came while we waited for the answer
  shown.names.clear();
  for (const Stash& stash : stashes) {
    shown.names.push_back(stash.name);
  }
  return told(written(options, engine.clear_stashes(shown)), 0);
}

}  // namespace

int stash(const Options& options) {
  Opened opened(options, Need::database);
  const std::string deed = options.words.empty() ? "list" : options.words.front();
  StashChoice choice;
  if (!options.words.empty()) {
    choice.names.assign(options.words.begin() + 1, options.words.end());
  }
  if (!options.older_than.empty()) {
    choice.older_than = base::read_duration(options.older_than);
  }
  if (deed == "export") {
    return exported(options, opened.engine(), choice.names);
  }
  if (deed == "clear") {
    return cleared(options, opened.engine(), choice);
  }
  if (deed != "list") {
    throw Error(Fault::usage, "stash knows list, export and clear, not " + show::quoted(deed))
        .hinting("helium stash, helium stash export NAME, helium stash clear");
  }
  print(written(options, opened.engine().stashes(choice)));
  return 0;
}

}  // namespace helium::cli

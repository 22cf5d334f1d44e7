// status, history, and the commands that move the ledger or the database itself.
#include "cli/commands.h"
#include "cli/opened.h"

namespace helium::cli {

int status(const Options& options) {
  Opened opened(options, Need::both);
  const Status status =
      opened.engine().status(options.deep ? Engine::Depth::texts : Engine::Depth::checksums);
  print(options.json() ? show::json(status) : show::text(status, colour()));
  return options.exit_code && !status.up_to_date() ? 1 : 0;
}

int history(const Options& options) {
  Opened opened(options, Need::database);
  const auto history = opened.engine().history();
  say(show::findings(history.findings, "text", show::Colour::none));
  print(options.json() ? show::json(history.events, history.findings) : show::text(history.events));
  return options.exit_code && !history.findings.empty() ? 1 : 0;
}

int repair(const Options& options) {
  Opened opened(options, Need::both);
  const Report report = opened.engine().repair(options.numbers, options.forget);
  return told(options.json() ? show::json(report) : show::text(report, colour()),
              report.exit_code());
}

namespace {

int tell(const Options& options, const std::string& done) {
  return told(
      options.json() ? "{\"version\":1,\"done\":" + show::quoted(done) + "}\n" : done + "\n", 0);
}

}  // namespace

int create(const Options& options) {
  Opened opened(options, Need::database);
  return tell(options, opened.engine().create());
}

int drop(const Options& options) {
  if (!options.yes) {
    throw Error(Fault::usage, "drop removes the whole database or schema with all its data")
        .hinting("helium drop --yes");
  }
  Opened opened(options, Need::database);
  return tell(options, opened.engine().drop());
}

}  // namespace helium::cli

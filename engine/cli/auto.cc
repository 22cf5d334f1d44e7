// What is true of a live schema: auto makes it so, drift tells where it is not.
#include <algorithm>

#include "cli/commands.h"
#include "cli/opened.h"

namespace helium::cli {

int drift(const Options& options) {
  Opened opened(options, Need::both);
  const Findings findings = opened.engine().drift(scratch_of(options));
  const std::string text = show::findings(findings, options.format, colour());
  const bool none = text.empty() && options.format == "text";
  constexpr int drifted = 3;
  const bool some = std::any_of(findings.begin(), findings.end(),
                                [](const Finding& one) { return one.severity != Severity::info; });
  return told(none ? "the schema is what its migrations make\n" : text, some ? drifted : 0);
}

int automatic(const Options& options) {
  AutoRequest request;
  request.between = {.to = options.to_schema,
                     .schema = options.request.schema.value_or(""),
                     .renames = options.words,
                     .scratch = scratch_of(options)};
  if (!options.path.empty()) {
    request.title = options.path;
  }
  request.backfills = options.backfills;
  request.unproved = options.unproved;
  request.allow_destructive = options.allow_destructive;
  request.dry_run = options.dry_run;
  Opened opened(options, Need::both);
  const Automatic done = opened.engine().automatic(request);
  for (const std::string& note : done.difference.notes) {
    say("note: " + note + "\n");
  }
  for (const std::string& review : done.generated.reviews) {
    say("review: " + review + "\n");
  }
  for (const std::string& one : done.destructive) {
    say("takes data away: " + one + "\n");
  }
  const int code = done.report ? done.report->exit_code() : 0;
  if (options.json() && done.refused) {
    return fail(*done.refused, options);
  }
  if (options.json()) {
    return told(show::json(done.difference, done.destructive, done.generated, done.plan), code);
  }
  std::string text = done.difference.changes.empty() ? "" : show::text(done.difference);
  for (const std::string& file : done.generated.files) {
    text += (options.dry_run ? "would write " : "") + file + ", " + done.generated.proof + "\n";
  }
  text += done.plan ? show::text(*done.plan) : "";
  if (done.refused) {
    print(text);
    return fail(*done.refused, options);
  }
  const bool ran = done.report && (!done.report->moved.empty() || done.report->failed);
  text += ran ? show::text(*done.report, colour()) : "";
  return told(text.empty() ? "nothing to do\n" : text, code);
}

}  // namespace helium::cli

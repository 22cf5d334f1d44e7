// The commands over schemas.
#include <map>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/opened.h"

namespace helium::cli {

namespace {

// A design may be called by its name where helium.toml or --design say where it lies.
std::vector<std::string> designs_of(const Options& options) {
  return target_of(options, Need::nothing).designs;
}

std::string written(const Schema& schema, const Digests& digests, const std::string& format) {
  using Form = DiagramRequest::Form;
  static const std::map<std::string, Form> pictures = {
      {"svg", Form::svg}, {"mermaid", Form::mermaid}, {"dot", Form::dot}, {"dbml", Form::dbml}};
  if (const auto picture = pictures.find(format); picture != pictures.end()) {
    return schema_picture(schema, picture->second);
  }
  return format == "json"  ? schema_json(schema, digests)
         : format == "lua" ? schema_lua(schema)
         : format == "sql" ? show::script(statements_for(schema), schema.dialect)
                           : show::text(schema);
}

// What was written, and what a person should know of it.
int tell(const Options& options, const Generated& generated, const std::string& nothing) {
  for (const std::string& note : generated.difference.notes) {
    say("note: " + note + "\n");
  }
  for (const std::string& review : generated.reviews) {
    say("review: " + review + "\n");
  }
  if (options.json()) {
    print(show::json(generated));
  } else if (generated.files.empty()) {
    print(nothing + ": nothing to write\n");
  } else {
    for (const std::string& file : generated.files) {
      print(file + "\n");
    }
    say(generated.proof + "\n");
  }
  return 0;
}

}  // namespace

int inspect(const Options& options) {
  Opened opened(options, Need::database);
  Digests digests;
  const Schema schema = opened.engine().inspect(&digests);
  print(written(schema, digests, options.format));
  return 0;
}

int diff(const Options& options) {
  const SchemaDifference difference =
      helium::difference_between({.from = options.from_schema,
                                  .to = options.to_schema,
                                  .dialect = dialect_of(options),
                                  .schema = options.request.schema.value_or(""),
                                  .renames = options.words,
                                  .designs = designs_of(options),
                                  .scratch = scratch_of(options),
                                  .as_operations = options.format == "lua"});
  if (options.json()) {
    print(show::json(difference));
  } else if (options.format == "sql") {
    print(show::script(difference.statements, difference.dialect));
  } else if (options.format == "lua") {
    print(base::joined(difference.operations, "\n") + (difference.operations.empty() ? "" : "\n"));
  } else {
    print(show::text(difference));
  }
  for (const std::string& note : difference.notes) {
    say("note: " + note + "\n");
  }
  return options.exit_code && (difference.noted || !difference.changes.empty()) ? 1 : 0;
}

int test(const Options& options) {
  Opened opened(options, Need::designs);
  TestRequest request;
  request.target = options.to;
  request.scratch = scratch_of(options);
  request.dialects = options.dialects;
  if (request.dialects.empty()) {
    request.others = configured_dialects(options.request);
  }
  request.all = options.all;
  const Trial trial = opened.engine().test(request);
  for (const std::string& note : trial.notes) {
    say("warning: " + note + "\n");
  }
  if (!options.junit.empty()) {
    show::save(options.junit, show::junit(trial));
  }
  const std::string text = options.json()              ? show::json(trial)
                           : options.format == "junit" ? show::junit(trial)
                                                       : show::text(trial);
  return told(text, trial.passed() ? 0 : exit_code(Fault::design));
}

int generate(const Options& options) {
  GenerateRequest request;
  request.title = options.path;
  request.between = {.from = options.from_schema,
                     .to = options.to_schema,
                     .dialect = dialect_of(options),
                     .schema = options.request.schema.value_or(""),
                     .renames = options.words,
                     .designs = designs_of(options),
                     .scratch = scratch_of(options)};
  request.operations = options.operations;
  request.operations_file = options.operations_file;
  request.backfills = options.backfills;
  request.idempotent = options.idempotent;
  request.unproved = options.unproved;
  Opened opened(options, Need::designs);
  return tell(options, opened.engine().generate(request), "the schemas are equal");
}

int baseline(const Options& options) {
  if (!options.write && !options.to) {
    throw Error(Fault::usage, "baseline needs a number, or --write")
        .hinting("helium baseline 1000");
  }
  Opened opened(options, Need::both);
  if (options.write) {
    return tell(options, opened.engine().baseline_from_life(scratch_of(options)),
                "the schema is empty");
  }
  const Report report = opened.engine().baseline(*options.to);
  return told(options.json() ? show::json(report) : show::text(report, colour()),
              report.exit_code());
}

}  // namespace helium::cli

// The commands over schemas.
#include "cli/commands.h"
#include "cli/opened.h"

namespace helium::cli {

int inspect(const Options& options) {
  Opened opened(options, Need::database);
  const Schema schema = opened.engine().inspect();
  if (options.json()) {
    print(schema_json(schema));
  } else if (options.format == "sql") {
    print(show::script(statements_for(schema), schema.dialect));
  } else {
    print(show::text(schema));
  }
  return 0;
}

int diff(const Options& options) {
  const SchemaDifference difference =
      helium::difference_between({.from = options.from_schema,
                                  .to = options.to_schema,
                                  .dialect = dialect_of(options),
                                  .schema = options.request.schema.value_or(""),
                                  .renames = options.words});
  if (options.json()) {
    print(show::json(difference));
  } else if (options.format == "sql") {
    print(show::script(difference.statements, difference.dialect));
  } else {
    print(show::text(difference));
  }
  for (const std::string& note : difference.notes) {
    say("note: " + note + "\n");
  }
  return options.exit_code && !difference.changes.empty() ? 1 : 0;
}

}  // namespace helium::cli

// The commands that need no database.
#include <algorithm>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/opened.h"
#include "helium/dialect.h"

namespace helium::cli {
namespace {

std::vector<std::string> known_dialects() {
  return {std::begin(dialect_names), std::end(dialect_names)};
}

}  // namespace

std::string dialect_of(const Options& options) {
  if (!options.dialects.empty()) {
    return options.dialects.front();
  }
  const std::string scheme = read_target(options.request).url.scheme;
  return scheme.empty() ? "sqlite" : scheme;
}

int init(const Options& options) {
  const auto files = init_project(".", options.path, options.request.url.value_or(""));
  std::vector<show::Row> rows;
  rows.reserve(files.size());
  for (const auto& file : files) {
    rows.push_back({file});
  }
  print(options.json() ? show::json("files", {"file"}, rows) : show::table(rows));
  return 0;
}

int new_migration(const Options& options) {
  Opened opened(options, Need::designs);
  const std::string path = opened.engine().new_migration(base::joined(options.words, " "));
  print(options.json() ? "{\"version\":1,\"file\":" + show::quoted(path) + "}\n" : path + "\n");
  return 0;
}

int renumber(const Options& options) {
  Opened opened(options, options.numbers.empty() ? Need::both : Need::designs);
  std::vector<show::Row> rows;
  for (const auto& [from, to] : opened.engine().renumber(options.numbers)) {
    rows.push_back({from, to});
  }
  print(options.json() ? show::json("renamed", {"from", "to"}, rows)
        : rows.empty() ? "nothing to renumber\n"
                       : show::table(rows));
  return 0;
}

namespace {

// One way by itself can be given to a client; both together would take back what was just done.
Sections one_of(Sections sections, const Options& options) {
  const bool forward = options.section == "forward";
  if (!forward && (!sections.has_reverse || !sections.irreversible.empty())) {
    throw Error(Fault::design,
                base::printable(options.path) + " has no way back" +
                    (sections.irreversible.empty() ? "" : ": " + sections.irreversible));
  }
  sections.generated.clear();
  (forward ? sections.reverse : sections.forward).clear();
  sections.diagram.clear();
  return sections;
}

}  // namespace

int expand(const Options& options) {
  Opened opened(options, Need::nothing);
  Sections sections =
      opened.engine().expand(options.path, dialect_of(options),
                             options.open ? Engine::Seals::open : Engine::Seals::closed);
  sections = options.section.empty() ? std::move(sections) : one_of(std::move(sections), options);
  say(show::findings(sections.findings, "text", show::Colour::none));
  print(options.json() ? show::json(sections) : show::text(sections));
  return 0;
}

int macros(const Options& options) {
  Opened opened(options, Need::nothing);
  std::vector<show::Row> rows;
  for (const auto& macro : opened.engine().macros(dialect_of(options))) {
    rows.push_back({macro.name, macro.source, macro.value});  // the long one last: no padding
  }
  print(options.json() ? show::json("macros", {"name", "source", "value"}, rows)
                       : show::table(rows));
  return 0;
}

// Written piece by piece: a dump may hold more statements than fit in memory at once.
int split(const Options& options) {
  const std::string dialect = dialect_of(options);
  constexpr std::size_t enough_to_print = 1U << 16U;
  std::string held = options.json() ? "{\"version\":1,\"statements\":[" : "";
  bool first = true;
  const auto add = [&](const SplitStatement& statement) {
    if (options.json()) {
      held += first ? "" : ",";
      held += "{\"line\":" + std::to_string(statement.line) +
              ",\"column\":" + std::to_string(statement.column) +
              ",\"offset\":" + std::to_string(statement.offset) +
              ",\"length\":" + std::to_string(statement.length) +
              ",\"text\":" + show::quoted(statement.text) + "}";
    } else {
      held.append(statement.text).append(";\n");
    }
    first = false;
    if (held.size() > enough_to_print) {
      print(held);
      held.clear();
    }
  };
  split_file(options.path, dialect, add);
  print(held + (options.json() ? "]}\n" : ""));
  return 0;
}

int validate(const Options& options) {
  Opened opened(options, Need::designs);
  const auto dialects = options.dialects.empty() ? known_dialects() : options.dialects;
  const Findings findings = opened.engine().validate(dialects, options.write);
  print(show::findings(findings, options.format, colour()));
  const bool wrong = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::error;
  });
  if (findings.empty() && options.format == "text") {
    print("nothing wrong\n");
  }
  return wrong ? exit_code(Fault::design) : 0;
}

int explain(const Options& options) {
  std::vector<ExplainedSetting> settings;
  (void)read_target(options.request, &settings);
  std::vector<show::Row> rows;
  rows.reserve(settings.size());
  for (const auto& setting : settings) {
    rows.push_back({setting.name, setting.value, setting.source});
  }
  print(options.json() ? show::json("settings", {"name", "value", "source"}, rows)
                       : show::table(rows));
  return 0;
}

}  // namespace helium::cli

// The commands that write documentation.
#include <algorithm>

#include "cli/commands.h"
#include "cli/opened.h"
#include "helium/dialect.h"

namespace helium::cli {

int index(const Options& options) {
  Opened opened(options, Need::designs);
  const auto indexing = options.check ? Engine::Indexing::check : Engine::Indexing::write;
  const auto states = opened.engine().index(indexing);
  std::vector<show::Row> rows;
  rows.reserve(states.size());
  for (const auto& state : states) {
    rows.push_back({state.design, name_of(state.kind), state.readme});
  }
  print(options.json() ? show::json("indexes", {"design", "state", "readme"}, rows)
                       : show::table(rows));
  return std::any_of(states.begin(), states.end(),
                     [](const IndexState& state) { return state.kind == IndexState::Kind::stale; })
             ? 1
             : 0;
}

namespace {

DiagramRequest::Form form_of(const std::string& format) {
  using Form = DiagramRequest::Form;
  return format == "mermaid" ? Form::mermaid
         : format == "dot"   ? Form::dot
         : format == "dbml"  ? Form::dbml
         : format == "json"  ? Form::json
                             : Form::svg;
}

int tell(const Options& options, const Written& written) {
  const std::string& place = options.out;
  if (options.json()) {
    print("{\"version\":1,\"folder\":" + show::quoted(place) + ",\"files\":" +
          std::to_string(written.files) + ",\"written\":" + std::to_string(written.changed) +
          ",\"removed\":" + std::to_string(written.removed) + "}\n");
    return 0;
  }
  print(std::to_string(written.files) + " files in " + place + ", " +
        (written.changed == 0 ? "all as they were" : std::to_string(written.changed) + " written") +
        (written.removed == 0 ? "" : ", " + std::to_string(written.removed) + " removed") + "\n");
  return 0;
}

}  // namespace

int diagram(const Options& options) {
  const DiagramRequest request{.form = form_of(options.format),
                               .dialect = dialect_of(options),
                               .at = options.to,
                               .from = options.from};
  if (options.all && (options.out.empty() || options.to || options.from)) {
    throw Error(Fault::usage, "--all writes every version into a folder")
        .hinting("helium diagram --all --output FOLDER");
  }
  Opened opened(options, Need::designs);
  if (options.all) {
    return tell(options, opened.engine().diagrams(request, options.out));
  }
  const std::string document = opened.engine().diagram(request);
  if (options.out.empty()) {
    print(document);
  } else {
    show::save(options.out, document);
  }
  return 0;
}

int document(const Options& options) {
  std::vector<std::string> dialects = options.dialects;
  if (dialects.empty()) {
    dialects = {dialect_of(options)};
    for (const auto name : dialect_names) {
      if (name != dialects.front()) {
        dialects.emplace_back(name);
      }
    }
  }
  Opened opened(options, Need::designs);
  return tell(options, opened.engine().document(dialects, options.out));
}

}  // namespace helium::cli

// The commands that write documentation.
#include <algorithm>

#include "cli/commands.h"
#include "cli/opened.h"

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

}  // namespace helium::cli

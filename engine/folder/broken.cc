#include "folder/broken.h"

namespace helium::folder {

std::vector<Trace> traces_of(const std::vector<Statement>& statements, const Lexicon& lexicon) {
  std::vector<Trace> traces;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Deeds deeds = deeds_of({statements[i]}, lexicon);
    if (deeds.renames || deeds.unless) {
      continue;
    }
    for (const auto& [thing, where] : deeds.created) {
      traces.push_back({i, thing, true});
    }
    for (const auto& [thing, where] : deeds.dropped) {
      traces.push_back({i, thing, false});
    }
  }
  return traces;
}

std::uint32_t finished(const std::vector<Trace>& traces, const std::vector<bool>& there) {
  std::uint32_t count = 0;
  bool missing = false;
  for (std::size_t i = 0; i < traces.size(); ++i) {
    const bool left = there[i] == traces[i].when_there;
    if (left && missing) {
      return 0;
    }
    missing = missing || !left;
    count = left ? static_cast<std::uint32_t>(traces[i].statement + 1) : count;
  }
  return count;
}

}  // namespace helium::folder

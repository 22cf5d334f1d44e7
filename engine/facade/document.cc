// The verbs that write documentation: index.
#include "facade/inside.h"
#include "files/files.h"
#include "index/index.h"

namespace helium {

std::vector<IndexState> Engine::index(Indexing indexing) {
  std::vector<IndexState> states;
  const auto work = inside_->begin();
  for (const auto& design : work->designs()) {
    const Index index = index::of(design);
    const std::string before = files::exists(index.readme) ? files::read(index.readme) : "";
    const std::string after = index::placed(index, before);
    auto kind = IndexState::Kind::current;
    if (after != before) {
      kind = indexing == Indexing::check ? IndexState::Kind::stale : IndexState::Kind::written;
    }
    if (kind == IndexState::Kind::written) {
      files::write(index.readme, after);
    }
    states.push_back({design.name, index.readme, kind});
  }
  return states;
}

}  // namespace helium

// How the planner's questions are answered: it is pure, so everything it wants to know comes from
// here.
#include "facade/work.h"

namespace helium::facade {

plan::Sources Work::sources() {
  plan::Sources sources;
  sources.sections = [this](const Migration& migration) { return sections(migration); };
  sources.foresee = [this](const std::vector<const Migration*>& migrations) {
    foresee(migrations);
  };
  sources.macros_hash = [this](const std::string& design) { return macros_hash(design); };
  sources.kept_reverse = [this](const Record& record) {
    return connected() ? history::kept_reverse(*session_, store(), record.design, record.number)
                       : Kept{};
  };
  sources.took_effect = [this](const Record& record,
                               const Statement& statement) -> std::optional<bool> {
    if (!connected() || record.fingerprint.empty()) {
      return std::nullopt;
    }
    if (!history::clearing(*session_, store(), statement).empty()) {
      return false;
    }
    const std::string now = history::fingerprint(*session_, store(), statement);
    if (now.empty() || !history::comparable(now, record.fingerprint)) {
      return std::nullopt;
    }
    return now != record.fingerprint;
  };
  sources.clearing = [this](const Statement& statement) {
    return connected() ? history::clearing(*session_, store(), statement)
                       : std::vector<Statement>();
  };
  return sources;
}

}  // namespace helium::facade

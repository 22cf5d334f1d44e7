// Who keeps a statement from its locks.
#include "base/log.h"
#include "base/text.h"
#include "helium/error.h"
#include "history/history.h"
#include "history/words.h"

namespace helium::history {
namespace {

std::vector<std::string> asked(session::Session& session, const Store& store, const char* key,
                               const std::string& names) {
  const auto text = store.dialect->locks.find(key);
  if (text == store.dialect->locks.end()) {
    return {};
  }
  const std::string schema = Words(store).literal(store.schema);
  const auto found =
      session.ask({filled(text->second, {{"names", names}, {"schema", schema}}), {}});
  std::vector<std::string> said;
  for (const auto& row : found.rows) {
    said.push_back(base::redacted(base::printable(row.at(0).value_or(""))));
  }
  return said;
}

}  // namespace

std::vector<std::string> blockers(session::Session& session, const Store& store,
                                  const Statement& statement) {
  std::string names;
  for (const std::string& name : statement.shape.touches) {
    names += (names.empty() ? "" : ", ") + Words(store).literal(base::lower(name));
  }
  try {
    auto said =
        names.empty() ? std::vector<std::string>() : asked(session, store, "blockers", names);
    if (said.empty() && statement.shape.outside) {
      said = asked(session, store, "elders", names);
    }
    return said;
  } catch (const Error& error) {
    base::log_info("who holds the lock cannot be seen: " + error.message());
    return {};
  }
}

}  // namespace helium::history

#include "target/settings.h"

namespace helium::target {

const std::vector<Key>& keys() {
  static const std::vector<Key> all = {
      {"url", Kind::url, "HELIUM_URL"},
      {"password_file", Kind::path, "HELIUM_PASSWORD_FILE"},
      {"schema", Kind::text, "HELIUM_SCHEMA"},
      {"designs", Kind::paths, "HELIUM_DESIGNS"},
      {"environment", Kind::list, ""},
      {"home", Kind::path, "HELIUM_HOME"},
      {"undefined_macros", Kind::text, "HELIUM_UNDEFINED_MACROS"},
      {"ledger.prefix", Kind::text, "HELIUM_LEDGER_PREFIX"},
      {"ledger.schema", Kind::text, "HELIUM_LEDGER_SCHEMA"},
      {"lua.time", Kind::duration, "HELIUM_LUA_TIME"},
      {"lua.memory", Kind::bytes, "HELIUM_LUA_MEMORY"},
      {"limits.connect_timeout", Kind::duration, "HELIUM_CONNECT_TIMEOUT"},
      {"limits.statement_timeout", Kind::duration, "HELIUM_STATEMENT_TIMEOUT"},
      {"limits.lock_timeout", Kind::duration, "HELIUM_LOCK_TIMEOUT"},
      {"limits.runner_timeout", Kind::duration, "HELIUM_RUNNER_TIMEOUT"},
      {"backup.command", Kind::text, "HELIUM_BACKUP_COMMAND"},
  };
  return all;
}

void lay(Layer& under, const Layer& over) {
  for (const auto& [name, setting] : over.settings) {
    under.settings.insert_or_assign(name, setting);
  }
  for (const auto& [name, setting] : over.macros) {
    under.macros.insert_or_assign(name, setting);
  }
  under.urls.insert(under.urls.end(), over.urls.begin(), over.urls.end());
}

}  // namespace helium::target

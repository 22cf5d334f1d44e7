// How the planner's questions are answered: it is pure, so everything it wants to know comes from
// here.
#include <algorithm>

#include "catalog/catalog.h"
#include "ddl/carry.h"
#include "facade/stash.h"
#include "facade/work.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

// Moves what has our prefix out of a list; what is a stash goes to `stashes`.
template <typename Object>
void part(std::vector<Object>& list, std::vector<Object>& stashes, const std::string& prefix) {
  const auto ours = std::stable_partition(
      list.begin(), list.end(), [&](const Object& one) { return one.name.rfind(prefix, 0) != 0; });
  std::copy_if(ours, list.end(), std::back_inserter(stashes),
               [&](const Object& one) { return one.name.rfind(prefix + "stash_", 0) == 0; });
  list.erase(ours, list.end());
}

}  // namespace

// One look at the catalog: ours are told from the others by their names.
plan::Live Work::live() {
  plan::Live live;
  live.prefix = target_.ledger.prefix;
  live.schema.dialect = dialect().name;
  if (!connected()) {
    return live;
  }
  if (!catalog::readable(*session_)) {
    live.schema = plan::made_by(applied_sections(), dialect());
    live.schema.dialect = dialect().name;
    return live;
  }
  const auto at = store();
  constexpr const char* nobodys_prefix = "\x01";
  live.schema = catalog::inspect(*session_, dialect(), {at.schema, nobodys_prefix});
  part(live.schema.tables, live.stashes.tables, at.prefix);
  part(live.schema.sequences, live.stashes.sequences, at.prefix);
  std::erase_if(live.schema.triggers,
                [&](const Trigger& one) { return one.table.rfind(at.prefix, 0) == 0; });
  std::erase_if(live.schema.grants,
                [&](const Grant& one) { return one.object.rfind(at.prefix, 0) == 0; });
  if (!live.stashes.tables.empty()) {
    const Ledger ledger = read_ledger();
    for (const Table& table : live.stashes.tables) {
      Stash& stash = live.origins[table.name];
      stash.name = table.name;
      find_owner(*this, ledger, stash);
    }
  }
  return live;
}

// Where nobody reads the catalog: what the applied migrations' operations made.
std::vector<Sections> Work::applied_sections() {
  const Ledger ledger = read_ledger();
  std::vector<Sections> applied;
  for (const Design& design : designs()) {
    for (const Migration& migration : design.migrations) {
      const Record* record = ledger.find(migration.design, migration.number);
      if (record != nullptr && record->state == RecordState::applied) {
        applied.push_back(sections(migration));
      }
    }
  }
  return applied;
}

std::string Work::in_schema(const std::string& name) {
  const Lexicon& lexicon = dialect().lexicon;
  return sql::quote_identifier(store().schema, lexicon) + "." +
         sql::quote_identifier(name, lexicon);
}

std::uint64_t Work::rows_of(const std::string& table) {
  if (!connected()) {
    return 0;
  }
  const std::string most = std::to_string(ddl::stash_rows + 1);
  const std::string limit =
      dialect().name == "db2" ? " FETCH FIRST " + most + " ROWS ONLY" : " LIMIT " + most;
  const auto rows = session_->ask(
      {"SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + in_schema(table) + limit + ") counted", {}});
  return rows.rows.empty() ? 0 : std::stoull(rows.rows.front().at(0).value_or("0"));
}

std::uint64_t Work::width_of(const std::string& table, const std::string& column) {
  const bool asks = dialect().name == "mysql" || dialect().name == "mariadb";
  if (!asks || !connected() || rows_of(table) > ddl::stash_rows) {
    return 0;
  }
  const std::string value = "(" + sql::quote_identifier(column, dialect().lexicon) + ")";
  const std::string length = "(LENGTH" + value + ")";
  try {
    const auto rows = session_->ask({"SELECT CASE WHEN SUM" + length + " = SUM(CHAR_LENGTH" +
                                         value + ") AND 4 * SUM" + length +
                                         " >= (SELECT t.data_length + t.index_length FROM "
                                         "information_schema.tables t WHERE t.table_schema = "
                                         ":v1 AND t.table_name = :v2) THEN CASE WHEN STD" +
                                         length + " < 0.5 THEN CEIL(AVG" + length + ") ELSE MAX" +
                                         length + " END END FROM " + in_schema(table),
                                     {store().schema, table}});
    return std::stoull(rows.rows.at(0).at(0).value_or("0"));
  } catch (const Error& error) {
    if (error.connection_lost()) {
      throw;
    }
    return 0;  // the column has that name only when the migration has come so far
  }
}

plan::Sources Work::sources() {
  plan::Sources sources;
  sources.from_file = [this](const Migration& migration) { return sections(migration); };
  sources.sections = [this](const Migration& migration) {
    const bool loaded = connected() && design_named(migration.design).format == Format::folder &&
                        folders_.holds(migration.number);
    return loaded ? folders_.loaded(*session_, store(), migration) : sections(migration);
  };
  sources.foresee = [this](const std::vector<const Migration*>& migrations) {
    foresee(migrations);
  };
  sources.macros_hash = [this](const std::string& design) { return macros_hash(design); };
  sources.kept_reverse = [this](const Record& record) {
    if (connected() && folders_.holds(record.number) && record.checksum.empty()) {
      return folders_.kept(*session_, store(), record);
    }
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
  sources.schema = [this] { return live(); };
  sources.rows = [this](const std::string& table) { return rows_of(table); };
  sources.width = [this](const std::string& table, const std::string& column) {
    return width_of(table, column);
  };
  sources.beginning = [this](const Design& design, std::optional<std::int64_t> most) {
    return beginning(design, most);
  };
  sources.checkpoint = [this](const Checkpoint& checkpoint) { return sections(checkpoint); };
  sources.clearing = [this](const Statement& statement) {
    return connected() ? history::clearing(*session_, store(), statement)
                       : std::vector<Statement>();
  };
  return sources;
}

}  // namespace helium::facade

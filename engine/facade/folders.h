// The Helium folders among a target's designs, against the `queries` table that is their record.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/ledger.h"
#include "helium/section.h"
#include "history/history.h"
#include "session/session.h"

namespace helium::facade {

class Folders {
 public:
  /// True when one of the designs is a folder.
  [[nodiscard]] static bool any(const std::vector<Design>& designs);

  /// Reads which migrations are loaded and applied; what was read before is forgotten.
  void read(session::Session& session, const history::Store& store);

  /// Looks whether another runtime broke off in the middle of the migration that comes next, on a
  /// server whose DDL ends transactions: merged() then has it as failed. Only after read().
  void find_broken(session::Session& session, const history::Store& store,
                   const std::vector<Design>& designs, const Ledger& stored);

  /// The ledger as the queries table has it: for a folder's migrations that table says what is
  /// loaded and applied, ours adds checksums and what is half done. A row belongs to the design
  /// that has its thousand. Throws Error(design) for two folders in one thousand.
  [[nodiscard]] Ledger merged(const Ledger& stored, const std::vector<Design>& designs) const;

  /// True when the table holds the text of the migration's way forward.
  [[nodiscard]] bool holds(std::int64_t number) const;
  /// What was loaded, as sections: the code of the rows, not of the file. Only after holds().
  [[nodiscard]] Sections loaded(session::Session& session, const history::Store& store,
                                const Migration& migration);
  /// What of the loaded texts is not what the file gives today. Only after holds().
  [[nodiscard]] Findings differing(session::Session& session, const history::Store& store,
                                   const Migration& migration, const Sections& sections);
  /// The loaded reverse of a migration whose file is not there.
  [[nodiscard]] Kept kept(session::Session& session, const history::Store& store,
                          const Record& record);

 private:
  using Codes = std::map<std::int64_t, std::string>;
  [[nodiscard]] const Migration* next_of(const std::vector<Design>& designs) const;
  const Codes& codes(session::Session& session, const history::Store& store, bool reverse);

  history::Queries queries_;
  std::map<std::int64_t, RecordState> states_;
  std::optional<Codes> forward_;
  std::optional<Codes> reverse_;
  std::optional<Record> broken_;
};

}  // namespace helium::facade

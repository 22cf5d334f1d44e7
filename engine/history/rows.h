// The statements that write events and ledger rows.
#pragma once

#include <string>
#include <vector>

#include "helium/ledger.h"
#include "helium/plan.h"
#include "history/words.h"

namespace helium::history {

/// What a ledger row holds beyond its record.
struct RowExtras {
  enum class Elapsed { none, in_unit };
  Elapsed elapsed = Elapsed::none;
  std::string kept;         ///< the text that is kept from now on; empty: as it was
  std::string fingerprint;  ///< SQL expression; empty: the record's own text
};

/// A failure on its way into the ledger.
struct Failure {
  RecordState state = RecordState::failed;
  std::uint32_t done = 0;
  std::string message;
  bool taking_back = false;
};

class Rows {
 public:
  /// `words` must outlive it.
  Rows(const Words& words, const Runner& runner);

  /// The insert of an event, and the whole row of a record as a new or a changed one.
  [[nodiscard]] Statement event(const Event& event) const;
  [[nodiscard]] Statement insert(const Record& record, const RowExtras& extras) const;
  [[nodiscard]] Statement update(const Record& record, const RowExtras& extras) const;
  /// One row of the journal: done(k) and intent(k+1). `fingerprint` is SQL, or empty.
  [[nodiscard]] Statement progress(const Record& record, const std::string& fingerprint) const;
  /// The last row of a journalled step.
  [[nodiscard]] Statement finish(const Record& record) const;
  [[nodiscard]] Statement failure(const Step& step, const Failure& failure) const;
  /// Nothing of a row but the text that it keeps.
  [[nodiscard]] Statement kept(const Record& record, const std::string& text) const;

 private:
  [[nodiscard]] std::vector<Cell> cells(const Record& record, const RowExtras& extras) const;

  const Words& words_;
  Runner runner_;
};

}  // namespace helium::history

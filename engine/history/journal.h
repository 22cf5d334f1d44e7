// The journal of a step that is not one transaction: after each statement one row says that it is
// done and which one is on its way next, with a fingerprint of what that one names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/plan.h"
#include "history/rows.h"
#include "history/words.h"
#include "session/session.h"

namespace helium::history {

class Journal {
 public:
  /// All three must outlive it.
  Journal(const Words& words, const Rows& rows, const Step& step);

  /// Writes into `record` what stands before the first open statement.
  void mark_start(Record& record) const;
  /// SQL of the fingerprint that statement `index` (from 0) needs before it runs; "" for none.
  [[nodiscard]] std::string expectation_of(std::size_t index) const;
  /// Adds the units of the open statements, each with its journal row; `numbers` grows alongside.
  /// Settings that the finished statements made are made again first: they were lost.
  void append_statements(std::vector<session::Unit>& units,
                         std::vector<std::vector<std::uint32_t>>& numbers);

 private:
  using Numbers = std::vector<std::vector<std::uint32_t>>;
  void append_settings(std::vector<session::Unit>& units, Numbers& numbers) const;
  void append_one(std::size_t index, std::vector<session::Unit>& units, Numbers& numbers);
  [[nodiscard]] bool with_journal(std::size_t index) const;
  [[nodiscard]] Statement row_after(std::size_t index);

  const Words& words_;
  const Rows& rows_;
  const Step& step_;
  std::string progress_;
  bool authors_transaction_ = false;  ///< transaction = "none": the author opened one
};

}  // namespace helium::history

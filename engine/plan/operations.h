// Typed operations become statements: each meets the schema as it is after those before it.
//
// One look at the live schema is enough for a plan: every operation is folded into it. SQL text
// that changes the schema ends that, because nobody can foresee what it does. A migration with
// operations behind it is provisional: its statements are a guess, and the move reads the schema
// again first.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "ddl/ddl.h"
#include "helium/dialect.h"
#include "helium/section.h"
#include "plan/plan.h"
#include "plan/resume.h"
#include "plan/steps.h"

namespace helium::plan {

class Operations {
 public:
  /// Both must outlive it.
  Operations(const Dialect& dialect, const Sources& sources)
      : dialect_(dialect), sources_(sources) {}

  /// Sections whose forward part, and whose reverse where it is derived, are statements.
  struct Filled {
    Sections sections;
    bool provisional = false;
  };
  /// Throws Error(design), Error(unsupported) at the place of a call that the schema refuses.
  [[nodiscard]] Filled filled(Sections sections);

  /// The step that applies a migration. Throws Error(unsupported) in a group for one that can only
  /// be planned when what is before it has run.
  [[nodiscard]] Built forward(const Migration& migration, Sections sections, const Goal& goal);

  /// The schema behind what was filled so far.
  [[nodiscard]] Schema schema() const { return live_ ? live_->schema : Schema(); }

  /// These run before the next migration, and nobody can foresee what they leave.
  void stand_behind(const std::vector<Step>& steps) { foreseen_ = foreseen_ && steps.empty(); }

 private:
  void look();
  void take(Sections& sections);
  // Whether these run in one transaction, as far as can be told before they are rendered.
  [[nodiscard]] bool whole(const std::vector<Operation>& operations, TransactionWish wish) const;
  void add(const Operation& operation, std::size_t number, Sections& sections);
  // What a table is called from here on.
  void follow_names(const Operation& operation);
  [[nodiscard]] std::vector<Statement> statements(const std::vector<ddl::Rendered>& rendered,
                                                  const Operation& operation) const;

  const Dialect& dialect_;
  const Sources& sources_;
  std::optional<Live> live_;
  // Tables that have rows by now, with the name that the server knows; others are only planned.
  std::map<std::string, std::string> counted_;
  bool foreseen_ = true;
  bool locks_ = true;               // of what is added now, until its last statement
  std::vector<std::string> stale_;  // texts of the schema with a name that has changed in them
};

/// Answers of a world in which nothing is but what the migrations make.
[[nodiscard]] Sources from_nothing(const Dialect& dialect);

/// True for a migration whose statements are known only with the schema.
[[nodiscard]] bool is_typed(const Sections& sections) noexcept;

/// The step that takes an applied migration back: by the file's own reverse, or, where that is made
/// from a schema or the file is gone, by what the ledger kept. Where that is no way back, SQL that
/// the author wrote for it is one.
[[nodiscard]] Built way_back(const Broken& applied);

}  // namespace helium::plan

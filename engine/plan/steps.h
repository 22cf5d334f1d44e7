// Sections become steps: transaction class, checks, what is kept for the way back.
#pragma once

#include <string>

#include "helium/design.h"
#include "helium/dialect.h"
#include "helium/ledger.h"
#include "helium/plan.h"
#include "helium/section.h"

namespace helium::plan {

/// How a list of statements is bound to the ledger under a wish. `findings` of the result tells
/// when the wish cannot be kept.
struct Binding {
  TransactionClass transaction = TransactionClass::whole;
  Findings findings;
};
/// Throws Error(design) for transaction control that the author wrote where Helium controls it.
[[nodiscard]] Binding bound(const std::vector<Statement>& statements, TransactionWish wish,
                            const Dialect& dialect);

/// The step that applies a migration, and what a person should know about it.
struct Built {
  Step step;
  Findings findings;
};
[[nodiscard]] Built forward_step(const Migration& migration, const Sections& sections,
                                 const Dialect& dialect);
/// The step that takes it back by the file's own reverse. Throws Error(design) when it has none.
[[nodiscard]] Built reverse_step(const Migration& migration, const Sections& sections,
                                 const Dialect& dialect);
/// The same from what the ledger kept; for a file that is not there.
[[nodiscard]] Built reverse_step(const Record& record, const Kept& kept);

/// True when these are several steps that can share one transaction. Throws Error(unsupported) when
/// one of them cannot.
[[nodiscard]] bool share_transaction(const std::vector<Step>& steps, const Dialect& dialect);

/// Over everything that a plan would do and the ledger that it was made from.
[[nodiscard]] std::string hash_of(const Plan& plan, const Ledger& ledger);

}  // namespace helium::plan

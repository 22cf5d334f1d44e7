// A change of the ledger that runs no migration: what baseline, repair and stash share.
#pragma once

#include <memory>
#include <vector>

#include "facade/work.h"

namespace helium::facade {

/// The tables, the lock and the ledger as it is under it, for a work that is connected for writing.
struct Correction {
  explicit Correction(Work& connected);

  /// Sends the units. Throws Error(database) for the first that did not run.
  void write(const std::vector<session::Unit>& units) const;

  Work& work;
  std::unique_ptr<history::Hold> hold;
  Ledger ledger;
};

}  // namespace helium::facade

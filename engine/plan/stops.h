// What stops a plan, apart from findings: each throws when it must not be made.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "helium/design.h"
#include "helium/finding.h"
#include "helium/ledger.h"
#include "helium/plan.h"
#include "plan/order.h"

namespace helium::plan {

/// True when `design` is the name of one of the designs.
[[nodiscard]] bool is_ours(const std::string& design, const std::vector<Design>& designs);

/// Throws Error(design) with all of them, the first in front, when there are any.
void refuse_all(const std::vector<const Finding*>& findings);

/// Throws Error(design) when the goal names a number that no migration of the designs has.
void refuse_unknown_number(const Goal& goal, const std::vector<Design>& designs,
                           const Ledger& ledger);

/// Throws Error(design) when `node` requires what is not `there`.
void refuse_unmet(const Node& node, const std::set<std::string>& there,
                  const std::vector<Design>& designs);

/// Throws Error(design) when something that stays requires something that leaves.
void refuse_needed(const std::vector<Node>& nodes, const std::set<std::string>& leaving);

/// Throws Error(design) when what is to be done again has no file.
void refuse_gone(const Migration* migration, const std::string& design, std::int64_t number);

/// Throws Error(partial): the migration is half done. `migration` is nullptr without a file.
[[noreturn]] void refuse_half_done(const Record& record, const Migration* migration);

}  // namespace helium::plan

// up --group: which steps can share one transaction.
#include <algorithm>

#include "helium/error.h"
#include "plan/steps.h"

namespace helium::plan {
namespace {

// Why a step cannot be a part of one transaction with the first; "" when it can.
std::string objection(const Step& step, const Step& first, const Dialect& dialect) {
  if (step.transaction != TransactionClass::whole) {
    return dialect.traits.ddl_in_transaction
               ? "its statements do not run in one transaction themselves"
               : dialect.name + " commits schema changes by itself";
  }
  if (step.limits != first.limits) {
    return "it has limits of its own";
  }
  const bool sets =
      std::any_of(step.statements.begin(), step.statements.end(), [](const Statement& statement) {
        return statement.shape.kind == Shape::Kind::session_setting;
      });
  return sets ? "it changes a setting, which would reach the migrations behind it" : "";
}

}  // namespace

bool share_transaction(const std::vector<Step>& steps, const Dialect& dialect) {
  for (const Step& step : steps) {
    const std::string why = objection(step, steps.front(), dialect);
    if (!why.empty()) {
      throw Error(Fault::unsupported, step.design + "_" + std::to_string(step.number) +
                                          " cannot share a transaction with others: " + why)
          .at({.file = step.path})
          .hinting("helium up without --group");
    }
  }
  return steps.size() > 1;
}

}  // namespace helium::plan

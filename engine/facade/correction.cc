#include "facade/correction.h"

#include "helium/error.h"

namespace helium::facade {

Correction::Correction(Work& connected) : work(connected) {
  history::prepare(work.session(), work.store(), work.target().runner_timeout);
  hold = history::hold(work.session(), work.store(), work.target().runner_timeout, work.observer());
  ledger = work.read_ledger();
}

void Correction::write(const std::vector<session::Unit>& units) const {
  const auto outcomes = work.session().execute(units);
  for (const auto& outcome : outcomes) {
    if (outcome.state == session::UnitOutcome::State::done) {
      continue;
    }
    const auto* failure = outcome.failure();
    const auto& error = failure != nullptr && failure->error ? failure->error : outcome.error;
    throw Error(Fault::database, "the ledger could not be written: " +
                                     (error ? error->message : std::string("no answer")));
  }
}

}  // namespace helium::facade

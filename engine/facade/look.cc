// status and history: what the database says, without a lock.
#include "base/text.h"
#include "design/checkpoint.h"
#include "facade/inside.h"
#include "facade/stash.h"

namespace helium {
namespace {

StashTotal total_of(const std::vector<Stash>& stashes) {
  StashTotal total{.count = stashes.size(), .bytes = 0};
  for (const Stash& stash : stashes) {
    total.bytes =
        total.bytes && stash.bytes ? std::optional(*total.bytes + *stash.bytes) : std::nullopt;
  }
  return total;
}

// What waits for an undo takes room, so it is mentioned.
void mention(const std::vector<Stash>& stashes, Findings& findings) {
  if (stashes.empty()) {
    return;
  }
  Finding finding;
  finding.rule = "stash";
  finding.severity = Severity::info;
  finding.message = total_text(stashes) + " for an undo";
  finding.hint = "helium stash lists what is kept, helium stash clear gives up what is old";
  findings.push_back(std::move(finding));
}

}  // namespace

Status Engine::status(Depth depth) {
  const auto work = inside_->begin();
  work->designs();
  const bool there = work->connect_for_reading();
  const Ledger ledger = work->read_ledger();
  const auto standing =
      plan::standing(work->designs(), work->standing_ledger(ledger), work->sources());
  Status status;
  status.target = inside_->target.url.shown();
  status.dialect = work->dialect().name;
  status.schema = ledger.schema;
  status.ledger_version = ledger.version;
  status.designs = standing.designs;
  status.findings = standing.findings;
  for (std::size_t i = 0; i < status.designs.size(); ++i) {
    const Design& design = work->designs()[i];
    for (const Checkpoint& checkpoint : design::checkpoints(design)) {
      if (design::why_stale(checkpoint, design).empty()) {
        status.designs[i].checkpoints.push_back(checkpoint.number);
      }
    }
    const Findings stale = design::stale_checkpoints(design);
    status.findings.insert(status.findings.end(), stale.begin(), stale.end());
  }
  if (there && depth == Depth::texts) {
    const Findings differing = work->differing_texts();
    status.findings.insert(status.findings.end(), differing.begin(), differing.end());
  }
  if (there) {
    const auto& server = work->session().server();
    status.server = base::printable(server.product + " " + server.version);
    status.schema = server.schema;
    std::vector<Stash> stashes;
    work->patiently([&] { stashes = facade::stashes_in_passing(*work); });
    status.stash = total_of(stashes);
    mention(stashes, status.findings);
  }
  return status;
}

Engine::History Engine::history() {
  const auto work = inside_->begin();
  if (!work->connect_for_reading()) {
    return {};
  }
  auto log = history::events(work->session(), work->store());
  return {std::move(log.events), std::move(log.findings)};
}

}  // namespace helium

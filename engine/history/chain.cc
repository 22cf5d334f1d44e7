#include "history/chain.h"

#include <cstdint>
#include <set>

#include "seal/sha256.h"

namespace helium::history {
namespace {

Finding broken(const Event& event, const std::string& why) {
  Finding finding;
  finding.rule = "broken_chain";
  finding.severity = Severity::error;
  finding.message = "event " + std::to_string(event.sequence) + " of " + event.design + " (" +
                    event.kind + " " + std::to_string(event.number) + "): " + why;
  finding.hint = "the ledger was changed by hand or restored in part; compare it with a backup";
  return finding;
}

}  // namespace

std::string hash_of(const Event& event, const std::string& schema) {
  return seal::Sha256()
      .add(schema)
      .add(event.design)
      .add(std::to_string(event.sequence))
      .add(event.kind)
      .add(std::to_string(event.number))
      .add(event.checksum)
      .add(event.at)
      .add(event.by)
      .add(event.host)
      .add(event.tool)
      .add(event.token)
      .add(event.detail)
      .add(event.previous)
      .hex();
}

Findings broken_links(const std::vector<Event>& events, const std::string& schema) {
  Findings findings;
  std::set<std::string> reported;
  const Event* before = nullptr;
  for (const Event& event : events) {
    const bool first = before == nullptr || before->design != event.design;
    const std::int64_t expected = first ? 1 : before->sequence + 1;
    const std::string previous = first ? std::string() : before->hash;
    before = &event;
    if (reported.count(event.design) != 0) {
      continue;
    }
    std::string why;
    if (event.sequence != expected) {
      why = "event " + std::to_string(expected) + " before it is missing";
    } else if (event.previous != previous) {
      why = "it does not follow the event before it";
    } else if (event.hash != hash_of(event, schema)) {
      why = "its row was changed after it was written";
    }
    if (!why.empty()) {
      findings.push_back(broken(event, why));
      reported.insert(event.design);
    }
  }
  return findings;
}

}  // namespace helium::history

// The chain of events: each hash covers the event and the hash before it, so that a row edited,
// deleted, inserted or moved is found; and each record must be what its last event says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/finding.h"
#include "helium/ledger.h"

namespace helium::history {

/// The hash of an event of `schema` over every member but `hash`. An event without `kept_hash` has
/// the hash that it had before there was one.
[[nodiscard]] std::string hash_of(const Event& event, const std::string& schema);

/// Walks events that are ordered by design and sequence; a finding `broken_chain` for the first
/// broken link of each design.
[[nodiscard]] Findings broken_links(const std::vector<Event>& events, const std::string& schema);

/// Events whose own row was changed, wherever they stand in a chain; a finding `broken_chain` for
/// each.
[[nodiscard]] Findings edited(const std::vector<Event>& events, const std::string& schema);

/// Records that no event accounts for, and events whose record is gone; a finding `broken_record`
/// for each. `events` are ordered by design and sequence.
[[nodiscard]] Findings unaccounted(const std::vector<Record>& records,
                                   const std::vector<Event>& events);

/// The text that a record keeps, as it was found: its hash alone, since texts may be long and many.
struct KeptText {
  std::string design;
  std::int64_t number = 0;
  std::string hash;
};
/// Texts that are not those that the events sealed; a finding `broken_record` for each. What was
/// written before there were seals is passed over.
[[nodiscard]] Findings altered(const std::vector<KeptText>& texts,
                               const std::vector<Event>& events);

}  // namespace helium::history

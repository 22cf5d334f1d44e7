#include "history/chain.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "seal/sha256.h"

namespace helium::history {
namespace {

Finding finding(const char* rule, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::error;
  finding.message = std::move(message);
  finding.hint = "the ledger was changed by hand or restored in part; compare it with a backup";
  return finding;
}

constexpr const char* changed_words = ": its row was changed after it was written";

std::string named(const Event& event) {
  return "event " + std::to_string(event.sequence) + " of " + event.design + " (" + event.kind +
         " " + std::to_string(event.number) + ")";
}

// What the events of one migration say of its record.
struct Account {
  std::set<RecordState> states;    // empty: there is no record yet
  const Event* written = nullptr;  // the last event that wrote the whole record
  bool failed = false;             // behind it a statement was refused
};

std::set<RecordState> states_after(const Event& event) {
  if (event.kind == "started" || event.kind == "resumed" || event.kind == "marked") {
    return {RecordState::started};
  }
  if (event.kind == "reverted" || event.kind == "forgotten") {
    return {RecordState::reverted};
  }
  if (event.kind == "undone") {
    return {RecordState::applied, RecordState::reverted};
  }
  if (event.kind == "loaded") {
    return {RecordState::loaded};
  }
  return {RecordState::applied};
}

// After a refusal a migration that is one transaction stands as before, and any other is half done,
// or as if it had never begun.
bool may_be(const Account& account, const Record& record) {
  const bool half_way = account.failed && record.transaction != TransactionClass::whole;
  return account.states.count(record.state) != 0 ||
         (half_way && record.state != RecordState::started);
}

std::string objection(const Account& account, const Record& record) {
  const std::string name = record.design + "_" + std::to_string(record.number);
  if (account.written == nullptr) {
    return "the record of " + name + ": no event speaks of it";
  }
  const std::string last = ", unlike " + named(*account.written);
  if (!may_be(account, record)) {
    return "the record of " + name + " says " + name_of(record.state) + last;
  }
  if (record.checksum != account.written->checksum) {
    return "the record of " + name + " has another checksum" + last;
  }
  if (record.token != account.written->token) {
    return "the record of " + name + " was written by another run" + last;
  }
  return {};
}

}  // namespace

std::string hash_of(const Event& event, const std::string& schema) {
  seal::Sha256 hash;
  hash.add(schema)
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
      .add(event.previous);
  if (!event.kept_hash.empty()) {
    hash.add(event.kept_hash);
  }
  return hash.hex();
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
      why = ": event " + std::to_string(expected) + " before it is missing";
    } else if (event.previous != previous) {
      why = ": it does not follow the event before it";
    } else if (event.hash != hash_of(event, schema)) {
      why = changed_words;
    }
    if (!why.empty()) {
      findings.push_back(finding("broken_chain", named(event) + why));
      reported.insert(event.design);
    }
  }
  return findings;
}

Findings edited(const std::vector<Event>& events, const std::string& schema) {
  Findings findings;
  for (const Event& event : events) {
    if (event.hash != hash_of(event, schema)) {
      findings.push_back(finding("broken_chain", named(event) + changed_words));
    }
  }
  return findings;
}

Findings unaccounted(const std::vector<Record>& records, const std::vector<Event>& events) {
  std::map<std::pair<std::string, std::int64_t>, Account> accounts;
  for (const Event& event : events) {
    if (event.kind == "cleared") {
      continue;  // it leaves the record as it was
    }
    Account& account = accounts[{event.design, event.number}];
    account.failed = event.kind == "failed";
    if (!account.failed) {
      account.states = states_after(event);
      account.written = &event;
    }
  }
  Findings findings;
  for (const Record& record : records) {
    Account& account = accounts[{record.design, record.number}];
    const std::string why = objection(account, record);
    if (!why.empty()) {
      findings.push_back(finding("broken_record", why));
    }
    account.written = nullptr;
  }
  for (const auto& [key, account] : accounts) {
    if (account.written != nullptr) {
      findings.push_back(
          finding("broken_record", named(*account.written) + ": its record is gone"));
    }
  }
  return findings;
}

Findings altered(const std::vector<KeptText>& texts, const std::vector<Event>& events) {
  std::map<std::pair<std::string, std::int64_t>, const Event*> seals;
  for (const Event& event : events) {
    if (!event.kept_hash.empty()) {
      seals[{event.design, event.number}] = &event;
    }
  }
  Findings findings;
  for (const KeptText& kept : texts) {
    const auto sealed = seals.find({kept.design, kept.number});
    if (sealed != seals.end() && sealed->second->kept_hash != kept.hash) {
      findings.push_back(finding(
          "broken_record", "the record of " + kept.design + "_" + std::to_string(kept.number) +
                               " keeps another reverse, unlike " + named(*sealed->second)));
    }
  }
  return findings;
}

}  // namespace helium::history

// The few functions that belong to nouns.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/text.h"
#include "helium/ledger.h"
#include "helium/macro.h"
#include "helium/plan.h"
#include "helium/report.h"
#include "helium/stash.h"
#include "helium/statement.h"
#include "helium/target.h"
#include "helium/version.h"

namespace helium {

const char* version() noexcept {
  return "0.1.0";
}

Span place_of(const Statement& statement, std::uint64_t text_offset) {
  const auto& anchors = statement.anchors;
  const auto after = std::upper_bound(
      anchors.begin(), anchors.end(), text_offset,
      [](std::uint64_t offset, const Anchor& anchor) { return offset < anchor.text_offset; });
  Span span = statement.span;
  span.length = 0;
  if (after == anchors.begin()) {
    return span;
  }
  const Anchor& anchor = *(after - 1);
  span.line = anchor.line;
  span.column = anchor.column;
  if (anchor.verbatim) {
    const auto position =
        base::position_at(std::string_view(statement.text).substr(anchor.text_offset),
                          text_offset - anchor.text_offset, {anchor.line, anchor.column});
    span.line = position.line;
    span.column = position.column;
  }
  return span;
}

const Record* Ledger::find(std::string_view design, std::int64_t number) const noexcept {
  const auto key = std::make_tuple(design, number);
  const auto found = std::lower_bound(
      records.begin(), records.end(), key, [](const Record& record, const auto& wanted) {
        return std::make_tuple(std::string_view(record.design), record.number) < wanted;
      });
  const bool same = found != records.end() && found->design == design && found->number == number;
  return same ? &*found : nullptr;
}

std::string half_done_words(const std::string& name, Direction direction, std::uint32_t done,
                            std::uint32_t total) {
  const bool up = direction == Direction::forward;
  return name + (up ? " is half done: " : " is half taken back: ") + std::to_string(done) + " of " +
         std::to_string(total) + (up ? " statements stand" : " statements ran");
}

std::string untouched_words(const std::string& name, Direction direction) {
  return direction == Direction::reverse ? name + " stands as before"
                                         : "nothing of " + name + " is left";
}

const char* name_of(RecordState state) noexcept {
  switch (state) {
    case RecordState::pending:
      return "pending";
    case RecordState::loaded:
      return "loaded";
    case RecordState::started:
      return "started";
    case RecordState::applied:
      return "applied";
    case RecordState::failed:
      return "failed";
    case RecordState::reverted:
      return "reverted";
  }
  return "pending";
}

const char* name_of(MacroSource source) noexcept {
  switch (source) {
    case MacroSource::local:
      return "migration";
    case MacroSource::design:
      return "design";
    case MacroSource::dialect:
      return "dialect";
    case MacroSource::house:
      return "house";
    case MacroSource::target:
      return "target";
    case MacroSource::environment:
      return "environment";
  }
  return "house";
}

const char* name_of(Direction direction) noexcept {
  switch (direction) {
    case Direction::forward:
      return "forward";
    case Direction::reverse:
      return "reverse";
    case Direction::load:
      return "load";
  }
  return "forward";
}

const char* name_of(TransactionClass transaction) noexcept {
  switch (transaction) {
    case TransactionClass::whole:
      return "whole";
    case TransactionClass::each:
      return "each";
    case TransactionClass::outside:
      return "outside";
  }
  return "whole";
}

Moved by_checkpoint(const Step& fold) {
  return {.deed = "checkpoint",
          .design = fold.design,
          .number = fold.number,
          .direction = fold.direction,
          .title = fold.title};
}

int Report::exit_code() const noexcept {
  if (!failed) {
    return 0;
  }
  // What the database is in says more than how it came to be so.
  if (state != State::clean) {
    return helium::exit_code(state == State::in_doubt ? Fault::in_doubt : Fault::partial);
  }
  const Fault fault = failed->error.fault();
  return helium::exit_code(fault == Fault::connection ? Fault::database : fault);
}

bool Status::up_to_date() const noexcept {
  const bool stopped = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::error;
  });
  return !stopped && std::all_of(designs.begin(), designs.end(), [](const DesignStatus& design) {
    return design.pending.empty() && design.out_of_order.empty() && design.changed.empty() &&
           design.missing.empty() && design.partial.empty();
  });
}

bool runs_with_journal(const Statement& statement, TransactionClass transaction,
                       bool ddl_in_transaction) noexcept {
  const Shape& shape = statement.shape;
  if (shape.outside || shape.commits) {
    return false;
  }
  switch (shape.kind) {
    case Shape::Kind::dml:
    case Shape::Kind::query:
      return true;
    case Shape::Kind::ddl:
      return ddl_in_transaction;
    case Shape::Kind::other:
      return ddl_in_transaction && transaction == TransactionClass::each;
    case Shape::Kind::transaction_control:
    case Shape::Kind::session_setting:
      return false;
  }
  return false;
}

std::string Url::shown() const {
  if (scheme == "sqlite") {
    return "sqlite:" + database;
  }
  std::string text = scheme + "://";
  if (!user.empty()) {
    text += user + (password.empty() ? "@" : ":***@");
  }
  text += host;
  if (port != 0) {
    text += ":" + std::to_string(port);
  }
  return text + "/" + database;
}

std::string owner_of(const Stash& stash) {
  return stash.design.empty() ? std::string() : stash.design + "@" + std::to_string(stash.number);
}

std::string bytes_text(std::uint64_t bytes) {
  constexpr const char* units[] = {"B", "kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  for (; bytes >= 10'000 && unit + 1 < std::size(units); ++unit) {
    bytes = (bytes + 512) / 1024;
  }
  return std::to_string(bytes) + " " + units[unit];
}

std::string total_text(const std::vector<Stash>& stashes) {
  std::uint64_t bytes = 0;
  for (const Stash& stash : stashes) {
    bytes += stash.bytes.value_or(0);
  }
  return std::to_string(stashes.size()) + (stashes.size() == 1 ? " stash" : " stashes") +
         (bytes == 0 ? "" : ", " + bytes_text(bytes));
}

}  // namespace helium

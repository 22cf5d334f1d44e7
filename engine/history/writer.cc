// The units of a step: fence first, journal beside each statement, ledger row last.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/clock.h"
#include "helium/design.h"
#include "history/chain.h"
#include "history/fingerprint.h"
#include "history/history.h"
#include "history/journal.h"
#include "history/kept.h"
#include "history/rows.h"
#include "history/words.h"
#include "seal/progress.h"
#include "seal/sha256.h"

namespace helium::history {

struct Writer::Inside {
  Inside(const Store& store, Runner by, const Ledger& ledger)
      : words(store), rows(words, by), runner(std::move(by)), heads(ledger.heads) {
    for (const Record& record : ledger.records) {
      known.emplace(record.design, record.number);
    }
  }

  // The fence: the design's next event under the unique key. Another runner that wrote it first
  // makes this insert fail inside the server.
  // `kept` is the text that the record keeps from here on, which is sealed; empty: as before.
  Statement event(const std::string& kind, const Step& step, const std::string& detail,
                  const std::string& kept) {
    Event event;
    event.design = step.design;
    event.kind = kind;
    event.number = step.number;
    event.checksum = step.checksum;
    event.detail = fitted(detail, message_bytes);
    return next(std::move(event), kept);
  }

  Statement next(Event event, const std::string& kept) {
    ChainHead& head = heads[event.design];
    event.sequence = head.sequence + 1;
    event.at = base::now_utc();
    event.by = runner.by;
    event.host = runner.host;
    event.tool = runner.tool;
    event.token = runner.token;
    event.kept_hash = kept.empty() ? std::string() : seal::sha256(kept);
    event.previous = head.hash;
    event.hash = hash_of(event, words.store().schema);
    head = {event.sequence, event.hash};
    return rows.event(event);
  }

  Statement written(const Record& record, const RowExtras& extras) {
    const bool fresh = known.emplace(record.design, record.number).second;
    return fresh ? rows.insert(record, extras) : rows.update(record, extras);
  }

  std::vector<Statement> final_events(const Step& step, const std::string& detail,
                                      const std::string& kept);
  std::vector<Statement> folded_rows(const Step& step);
  std::vector<session::Unit> whole(const Step& step);
  std::vector<session::Unit> journalled(const Step& step);
  session::Unit started(const Step& step, const Journal& journal);
  session::Unit noted(const std::string& kind, const Record& record, const std::string& detail,
                      const std::string& kept);

  Words words;
  Rows rows;
  Runner runner;
  std::map<std::string, ChainHead, std::less<>> heads;
  std::set<std::pair<std::string, std::int64_t>> known;
  std::vector<std::vector<std::uint32_t>> numbers;  // of author statements, by unit and index
};

namespace {

bool takes_back(const Step& step) {
  return step.kind == Step::Kind::undo;
}

const char* final_event(const Step& step) {
  if (takes_back(step)) {
    return "undone";
  }
  return step.direction == Direction::load      ? "loaded"
         : step.direction == Direction::forward ? "applied"
                                                : "reverted";
}

const char* first_event(const Step& step) {
  switch (step.kind) {
    case Step::Kind::run:
      return "started";
    case Step::Kind::mark:
      return "marked";
    case Step::Kind::resume:
    case Step::Kind::undo:
      return "resumed";
  }
  return "started";
}

// What the events of a checkpoint say: its own, and of each migration that it stands for.
std::string checkpoint_words(const Step& step) {
  return step.folds.empty() ? std::string() : "by checkpoint " + std::to_string(step.number);
}

Record record_of(const Step& step) {
  Record record;
  record.design = step.design;
  record.number = step.number;
  record.direction = step.direction;
  record.title = step.title;
  record.checksum = step.checksum;
  record.checksum_algorithm = checksum_algorithm;
  record.repeatable = step.repeatable;
  record.macros_hash = step.macros_hash;
  record.transaction = step.transaction;
  record.total = static_cast<std::uint32_t>(step.statements.size());
  return record;
}

RecordState final_state(const Step& step) {
  return step.direction == Direction::load      ? RecordState::loaded
         : step.direction == Direction::forward ? RecordState::applied
                                                : RecordState::reverted;
}

// The reverse is kept when a migration goes forward by its own section.
std::string kept_by(const Step& step) {
  return step.direction == Direction::forward && !takes_back(step) ? kept_text(kept_of(step))
                                                                   : std::string();
}

session::Unit transaction(const Step& step) {
  session::Unit unit;
  unit.begin = true;
  unit.commit = true;
  unit.limits = step.limits;
  return unit;
}

// Not behind a transaction of the author's own, and not before a check, which may refuse the step
// although its statements stand.
bool ends_with_last_statement(const Step& step) {
  const auto controls = [](const Statement& statement) {
    return statement.shape.kind == Shape::Kind::transaction_control;
  };
  return step.first < step.statements.size() && step.check_after.empty() &&
         std::none_of(step.statements.begin(), step.statements.end(), controls);
}

void append(session::Unit& unit, const std::vector<Statement>& statements) {
  unit.statements.insert(unit.statements.end(), statements.begin(), statements.end());
}

}  // namespace

// Those of what it stands for come first: in the order in which they would have run.
std::vector<Statement> Writer::Inside::final_events(const Step& step, const std::string& detail,
                                                    const std::string& kept) {
  std::vector<Statement> events;
  for (const Step& fold : step.folds) {
    events.push_back(event(final_event(step), fold, checkpoint_words(step), kept_by(fold)));
  }
  events.push_back(event(final_event(step), step, detail, kept));
  return events;
}

std::vector<Statement> Writer::Inside::folded_rows(const Step& step) {
  std::vector<Statement> written_rows;
  for (const Step& fold : step.folds) {
    Record record = record_of(fold);
    record.state = final_state(step);
    record.done = record.total;
    record.transaction = step.transaction;
    written_rows.push_back(written(record, {.kept = kept_by(fold)}));
  }
  return written_rows;
}

std::vector<session::Unit> Writer::Inside::whole(const Step& step) {
  session::Unit unit = transaction(step);
  const std::string kept = kept_by(step);
  append(unit, final_events(step, step.note, kept));
  append(unit, step.check_before);
  const std::size_t before = unit.statements.size();
  append(unit, step.statements);
  append(unit, step.check_after);
  append(unit, folded_rows(step));
  Record record = record_of(step);
  record.state = final_state(step);
  record.done = record.total;
  unit.statements.push_back(
      written(record, {.elapsed = RowExtras::Elapsed::in_unit, .kept = kept}));
  numbers.emplace_back(unit.statements.size(), 0U);
  for (std::uint32_t i = 0; i < record.total; ++i) {
    numbers.back()[before + i] = i + 1;
  }
  std::vector<session::Unit> units;
  units.push_back(std::move(unit));
  return units;
}

std::vector<session::Unit> Writer::Inside::journalled(const Step& step) {
  Journal journal(words, rows, step);
  std::vector<session::Unit> units;
  units.push_back(started(step, journal));
  numbers.emplace_back(units.back().statements.size(), 0U);

  journal.append_statements(units, numbers);

  session::Unit last = transaction(step);
  std::vector<std::uint32_t> mine;
  if (ends_with_last_statement(step)) {
    // The step's end says what the row behind its last statement would say.
    units.back().statements.pop_back();
    numbers.back().pop_back();
    if (units.back().begin) {
      last.statements = std::move(units.back().statements);
      mine = std::move(numbers.back());
      units.pop_back();
      numbers.pop_back();
    }
  }
  const auto events = final_events(step, checkpoint_words(step), {});
  last.statements.insert(last.statements.begin(), events.begin(), events.end());
  mine.insert(mine.begin(), events.size(), 0U);
  append(last, step.check_after);
  append(last, folded_rows(step));
  Record record = record_of(step);
  record.state = final_state(step);
  record.progress_hash = seal::progress_hash(step.statements, record.total);
  last.statements.push_back(rows.finish(record));
  mine.resize(last.statements.size(), 0U);
  numbers.push_back(std::move(mine));
  units.push_back(std::move(last));
  return units;
}

session::Unit Writer::Inside::started(const Step& step, const Journal& journal) {
  session::Unit unit = transaction(step);
  const std::string kept = kept_by(step);
  unit.statements.push_back(event(first_event(step), step, step.note, kept));
  if (step.kind == Step::Kind::run) {
    append(unit, step.check_before);
  }
  Record record = record_of(step);
  record.state = RecordState::started;
  record.taking_back = takes_back(step);
  journal.mark_start(record);
  unit.statements.push_back(
      written(record, {.kept = kept, .fingerprint = journal.expectation_of(step.first)}));
  return unit;
}

Writer::Writer(const Store& store, Runner runner, const Ledger& ledger)
    : inside_(std::make_unique<Inside>(store, std::move(runner), ledger)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

std::vector<session::Unit> Writer::units(const Step& step) {
  if (step.design.size() > name_bytes) {
    throw Error(Fault::design, "the design's name is longer than the ledger can hold");
  }
  inside_->numbers.clear();
  return step.transaction == TransactionClass::whole ? inside_->whole(step)
                                                     : inside_->journalled(step);
}

session::Unit Writer::failure(const Step& step, Reached reached, const std::string& message) {
  Inside& inside = *inside_;
  session::Unit unit;
  unit.begin = unit.commit = true;
  unit.statements.push_back(inside.event("failed", step, message, {}));
  if (step.transaction == TransactionClass::whole ||
      inside.known.count({step.design, step.number}) == 0) {
    return unit;
  }
  Failure failure;
  failure.done = reached.done;
  failure.message = message;
  failure.taking_back = takes_back(step);
  failure.state = RecordState::failed;
  if (!reached.stands) {
    failure.state =
        step.direction == Direction::reverse ? RecordState::applied : RecordState::reverted;
  }
  unit.statements.push_back(inside.rows.failure(step, failure));
  return unit;
}

session::Unit Writer::Inside::noted(const std::string& kind, const Record& record,
                                    const std::string& detail, const std::string& kept) {
  session::Unit unit;
  unit.begin = true;
  unit.commit = true;
  Event event;
  event.design = record.design;
  event.number = record.number;
  event.kind = kind;
  event.checksum = record.checksum;
  event.detail = fitted(detail, message_bytes);
  unit.statements.push_back(next(std::move(event), kept));
  return unit;
}

session::Unit Writer::note(const std::string& kind, const Record& record,
                           const std::string& detail) {
  session::Unit unit = inside_->noted(kind, record, detail, {});
  unit.statements.push_back(inside_->written(record, {}));
  return unit;
}

session::Unit Writer::cleared(const Record& record, const std::string& detail, const Kept& kept) {
  const std::string text = kept.found ? kept_text(kept) : std::string();
  session::Unit unit = inside_->noted("cleared", record, detail, text);
  if (kept.found) {
    unit.statements.push_back(inside_->rows.kept(record, text));
  }
  return unit;
}

std::uint32_t Writer::author_statement(std::size_t unit, std::size_t index) const {
  const auto& numbers = inside_->numbers;
  if (unit >= numbers.size() || index >= numbers[unit].size()) {
    return 0;
  }
  return numbers[unit][index];
}

}  // namespace helium::history

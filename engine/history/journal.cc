#include "history/journal.h"

#include <utility>

#include "history/fingerprint.h"
#include "seal/progress.h"

namespace helium::history {
namespace {

bool opens(const Shape& shape) {
  return shape.kind == Shape::Kind::transaction_control && !shape.savepoint &&
         (shape.verb == "BEGIN" || shape.verb == "START");
}

bool closes(const Shape& shape) {
  return shape.kind == Shape::Kind::transaction_control && !shape.savepoint && !opens(shape);
}

}  // namespace

Journal::Journal(const Words& words, const Rows& rows, const Step& step)
    : words_(words),
      rows_(rows),
      step_(step),
      progress_(seal::progress_hash(step.statements, step.first)) {}

bool Journal::with_journal(std::size_t index) const {
  return runs_with_journal(step_.statements[index], step_.transaction,
                           words_.store().dialect->traits.ddl_in_transaction);
}

void Journal::mark_start(Record& record) const {
  const bool open = step_.first < step_.statements.size();
  record.done = step_.first;
  record.intent = open ? step_.first + 1 : 0;
  record.progress_hash = progress_;
}

std::string Journal::expectation_of(std::size_t index) const {
  if (index >= step_.statements.size() || with_journal(index)) {
    return {};
  }
  return fingerprint_expression(words_, step_.statements[index]);
}

Statement Journal::row_after(std::size_t index) {
  progress_ = seal::progress_after(progress_, step_.statements[index]);
  Record record;
  record.design = step_.design;
  record.number = step_.number;
  record.done = static_cast<std::uint32_t>(index + 1);
  record.intent = index + 1 < step_.statements.size() ? record.done + 1 : 0;
  record.progress_hash = progress_;
  return rows_.progress(record, expectation_of(index + 1));
}

void Journal::append_statements(std::vector<session::Unit>& units, Numbers& numbers) {
  append_settings(units, numbers);
  for (const Statement& statement : step_.clearing) {
    units.push_back(
        {.begin = false, .commit = false, .statements = {statement}, .limits = step_.limits});
    numbers.push_back({0});
  }
  for (std::size_t i = step_.first; i < step_.statements.size(); ++i) {
    append_one(i, units, numbers);
  }
}

void Journal::append_settings(std::vector<session::Unit>& units, Numbers& numbers) const {
  session::Unit unit;
  unit.limits = step_.limits;
  std::vector<std::uint32_t> mine;
  for (std::uint32_t i = 0; i < step_.first; ++i) {
    if (step_.statements[i].shape.kind == Shape::Kind::session_setting) {
      unit.statements.push_back(step_.statements[i]);
      mine.push_back(i + 1);
    }
  }
  if (!mine.empty()) {
    units.push_back(std::move(unit));
    numbers.push_back(std::move(mine));
  }
}

// Four ways: in one transaction with its row; inside the author's own transaction, the row too;
// bare with its row behind it; bare and alone where the server wants nothing beside it.
void Journal::append_one(std::size_t index, std::vector<session::Unit>& units, Numbers& numbers) {
  const Statement& statement = step_.statements[index];
  const auto number = static_cast<std::uint32_t>(index + 1);
  const bool inside_theirs = authors_transaction_ || closes(statement.shape);
  authors_transaction_ =
      (authors_transaction_ || opens(statement.shape)) && !closes(statement.shape);
  session::Unit unit;
  unit.limits = step_.limits;
  unit.statements.push_back(statement);
  if (!inside_theirs && !opens(statement.shape)) {
    unit.begin = unit.commit = with_journal(index);
    if (!unit.begin && words_.store().dialect->traits.ddl_in_transaction) {
      units.push_back(std::move(unit));
      numbers.push_back({number});
      unit = session::Unit{.begin = true, .commit = true, .statements = {}, .limits = {}};
    }
  }
  std::vector<std::uint32_t> mine(unit.statements.size(), number);
  unit.statements.push_back(row_after(index));
  mine.push_back(0);
  units.push_back(std::move(unit));
  numbers.push_back(std::move(mine));
}

}  // namespace helium::history

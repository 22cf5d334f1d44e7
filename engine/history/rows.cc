#include "history/rows.h"

#include "seal/progress.h"

namespace helium::history {
namespace {

Cell raw(std::string column, std::string sql) {
  return {std::move(column), std::move(sql), std::nullopt};
}

}  // namespace

Rows::Rows(const Words& words, const Runner& runner) : words_(words), runner_(runner) {}

Statement Rows::event(const Event& event) const {
  const auto text = [this](const char* column, const std::string& value) {
    return words_.text_cell(column, value);
  };
  return words_.insert(
      "events", {text("schema_name", words_.store().schema), text("design", event.design),
                 words_.number_cell("seq", event.sequence), text("kind", event.kind),
                 words_.number_cell("number", event.number), text("checksum", event.checksum),
                 text("happened_at", event.at), text("done_by", event.by), text("host", event.host),
                 text("tool", event.tool), text("token", event.token), text("detail", event.detail),
                 text("previous", event.previous), text("hash", event.hash),
                 text("kept_hash", event.kept_hash)});
}

std::vector<Cell> Rows::cells(const Record& record, const RowExtras& extras) const {
  const auto text = [this](const char* column, const std::string& value) {
    return words_.text_cell(column, value);
  };
  const bool in_unit = extras.elapsed == RowExtras::Elapsed::in_unit;
  std::vector<Cell> cells = {text("state", name_of(record.state)),
                             text("direction", name_of(record.direction)),
                             text("title", fitted(record.title, title_bytes)),
                             text("checksum", record.checksum),
                             text("checksum_algorithm", record.checksum_algorithm),
                             words_.number_cell("repeatable", record.repeatable ? 1 : 0),
                             text("macros_hash", record.macros_hash),
                             text("transaction_class", name_of(record.transaction)),
                             words_.number_cell("done", record.done),
                             words_.number_cell("total", record.total),
                             text("progress_hash", record.progress_hash),
                             words_.number_cell("intent", record.intent),
                             extras.fingerprint.empty() ? text("fingerprint", record.fingerprint)
                                                        : raw("fingerprint", extras.fingerprint),
                             words_.timed_cell("applied_at", "now"),
                             text("applied_by", runner_.by),
                             text("host", runner_.host),
                             text("tool", runner_.tool),
                             text("token", runner_.token),
                             in_unit ? words_.timed_cell("milliseconds", "elapsed_in_unit")
                                     : words_.number_cell("milliseconds", record.milliseconds),
                             text("message", fitted(record.message, message_bytes)),
                             words_.number_cell("taking_back", record.taking_back ? 1 : 0)};
  if (!extras.kept.empty()) {
    cells.push_back(text("kept", extras.kept));
  }
  return cells;
}

Statement Rows::insert(const Record& record, const RowExtras& extras) const {
  std::vector<Cell> all = {words_.text_cell("schema_name", words_.store().schema),
                           words_.text_cell("design", record.design),
                           words_.number_cell("number", record.number)};
  for (Cell& cell : cells(record, extras)) {
    all.push_back(std::move(cell));
  }
  return words_.insert("ledger", all);
}

Statement Rows::update(const Record& record, const RowExtras& extras) const {
  return words_.update(record.design, record.number, cells(record, extras));
}

Statement Rows::progress(const Record& record, const std::string& fingerprint) const {
  return words_.update(
      record.design, record.number,
      {words_.number_cell("done", record.done), words_.number_cell("intent", record.intent),
       words_.text_cell("progress_hash", record.progress_hash),
       fingerprint.empty() ? words_.text_cell("fingerprint", "")
                           : raw("fingerprint", fingerprint)});
}

// MySQL assigns from left to right: the time is measured before the row's moment is moved.
Statement Rows::finish(const Record& record) const {
  return words_.update(
      record.design, record.number,
      {raw("milliseconds", words_.text("elapsed_in_step")),
       words_.text_cell("state", name_of(record.state)), words_.number_cell("done", record.total),
       words_.number_cell("total", record.total), words_.number_cell("intent", 0),
       words_.text_cell("progress_hash", record.progress_hash), words_.text_cell("fingerprint", ""),
       words_.text_cell("message", ""), words_.number_cell("taking_back", 0),
       words_.timed_cell("applied_at", "now")});
}

// Only the running hash of what stands tells resume what it may skip.
Statement Rows::failure(const Step& step, const Failure& failure) const {
  return words_.update(
      step.design, step.number,
      {words_.text_cell("state", name_of(failure.state)), words_.number_cell("done", failure.done),
       words_.number_cell("intent", 0),
       words_.text_cell("progress_hash", seal::progress_hash(step.statements, failure.done)),
       words_.text_cell("fingerprint", ""),
       words_.text_cell("message", fitted(failure.message, message_bytes)),
       words_.number_cell("taking_back", failure.taking_back ? 1 : 0)});
}

Statement Rows::kept(const Record& record, const std::string& text) const {
  return words_.update(record.design, record.number, {words_.text_cell("kept", text)});
}

}  // namespace helium::history

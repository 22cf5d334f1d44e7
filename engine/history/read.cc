// Reading the ledger: records, chain heads, events, what is kept.
#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "base/text.h"
#include "helium/version.h"
#include "history/chain.h"
#include "history/format.h"
#include "history/history.h"
#include "history/kept.h"
#include "history/words.h"
#include "seal/sha256.h"

namespace helium::history {
namespace {

using Row = std::vector<std::optional<std::string>>;

// Every column that is read was written by us, so anything else is somebody's edit.
Error strange(const std::string& what) {
  return Error(Fault::database, "the ledger holds " + what)
      .hinting("the ledger was changed by hand, or by a newer version; compare it with a backup");
}

// Takes a row's columns in the order in which they were asked for.
class Columns {
 public:
  explicit Columns(Row row) : row_(std::move(row)) {}

  std::string text() { return std::move(row_.at(at_++)).value_or(""); }

  std::int64_t number() {
    const std::string word = text();
    const std::string_view digits = base::trimmed(word);
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
      throw strange("'" + base::printable(word) + "' where a number must stand");
    }
    return value;
  }

  // Of a migration or an event. The greatest one has no next.
  std::int64_t ordinal() {
    const std::int64_t value = number();
    if (value < 0 || value == std::numeric_limits<std::int64_t>::max()) {
      throw strange("the number " + std::to_string(value));
    }
    return value;
  }

  std::uint32_t count() {
    const std::int64_t value = number();
    if (value < 0 || value > std::numeric_limits<std::uint32_t>::max()) {
      throw strange("the count " + std::to_string(value));
    }
    return static_cast<std::uint32_t>(value);
  }

 private:
  Row row_;
  std::size_t at_ = 0;
};

template <typename Value, std::size_t count>
Value named(const std::string& word, const Value (&values)[count]) {
  for (const Value value : values) {
    if (word == name_of(value)) {
      return value;
    }
  }
  throw strange("the unknown word '" + base::printable(word) + "'");
}

constexpr RecordState states[] = {RecordState::pending, RecordState::loaded, RecordState::started,
                                  RecordState::applied, RecordState::failed, RecordState::reverted};
constexpr Direction directions[] = {Direction::forward, Direction::reverse, Direction::load};
constexpr TransactionClass classes[] = {TransactionClass::whole, TransactionClass::each,
                                        TransactionClass::outside};

Record record_of(Row row) {
  Columns columns(std::move(row));
  Record record;
  record.design = columns.text();
  record.number = columns.ordinal();
  record.state = named(columns.text(), states);
  record.direction = named(columns.text(), directions);
  record.title = columns.text();
  record.checksum = columns.text();
  record.checksum_algorithm = columns.text();
  record.repeatable = columns.number() != 0;
  record.macros_hash = columns.text();
  record.transaction = named(columns.text(), classes);
  record.done = columns.count();
  record.total = columns.count();
  record.progress_hash = columns.text();
  record.intent = columns.count();
  record.fingerprint = columns.text();
  record.applied_at = columns.text();
  record.applied_by = columns.text();
  record.host = columns.text();
  record.tool = columns.text();
  record.token = columns.text();
  record.milliseconds = columns.number();
  record.message = columns.text();
  record.taking_back = columns.number() != 0;
  return record;
}

Event event_of(Columns& columns) {
  Event event;
  event.design = columns.text();
  event.sequence = columns.ordinal();
  event.kind = columns.text();
  event.number = columns.ordinal();
  event.checksum = columns.text();
  event.at = columns.text();
  event.by = columns.text();
  event.host = columns.text();
  event.tool = columns.text();
  event.token = columns.text();
  event.detail = columns.text();
  event.previous = columns.text();
  event.hash = columns.text();
  event.kept_hash = columns.text();
  return event;
}

// Numbers are cast to text in SQL: SOCI would read them in types of its own, and damage some.
std::string selected(const Words& words, const std::vector<std::string>& columns) {
  std::string list;
  for (const std::string& column : columns) {
    const bool number = column.front() == '#';
    const std::string name = number ? column.substr(1) : column;
    list += (list.empty() ? "" : ", ") +
            (number ? words.text("number_as_text", {{"column", name}}) : name);
  }
  return list;
}

// Format 0 had no taking_back: nothing was ever taken back under it.
std::vector<Record> records(session::Session& session, const Words& words, int format) {
  const std::string columns = selected(words, {"design",
                                               "#number",
                                               "state",
                                               "direction",
                                               "title",
                                               "checksum",
                                               "checksum_algorithm",
                                               "#repeatable",
                                               "macros_hash",
                                               "transaction_class",
                                               "#done",
                                               "#total",
                                               "progress_hash",
                                               "#intent",
                                               "fingerprint",
                                               "applied_at",
                                               "applied_by",
                                               "host",
                                               "tool",
                                               "token",
                                               "#milliseconds",
                                               "message",
                                               format == 0 ? "'0'" : "#taking_back"});
  auto rows = session.ask(
      {"SELECT " + columns + " FROM " + words.table("ledger") + " WHERE schema_name = :v1",
       {words.store().schema}});
  std::vector<Record> found;
  found.reserve(rows.rows.size());
  for (Row& row : rows.rows) {
    found.push_back(record_of(std::move(row)));
  }
  return found;
}

// Before format 2 what is kept had no seal.
std::vector<std::string> event_columns(int format) {
  return {"e.design",   "#e.seq",
          "e.kind",     "#e.number",
          "e.checksum", "e.happened_at",
          "e.done_by",  "e.host",
          "e.tool",     "e.token",
          "e.detail",   "e.previous",
          "e.hash",     format < 2 ? "''" : "e.kept_hash"};
}

// One text at a time is in memory.
std::vector<KeptText> kept_texts(session::Session& session, const Words& words) {
  std::vector<KeptText> texts;
  session.each("SELECT " + selected(words, {"design", "#number", "kept"}) + " FROM " +
                   words.table("ledger") +
                   " WHERE schema_name = " + words.literal(words.store().schema),
               [&](Row&& row) {
                 Columns columns(std::move(row));
                 KeptText& text = texts.emplace_back();
                 text.design = columns.text();
                 text.number = columns.ordinal();
                 text.hash = seal::sha256(columns.text());
               });
  return texts;
}

void sort_by_number(std::vector<Record>& records) {
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
    return a.design != b.design ? a.design < b.design : a.number < b.number;
  });
}

// The newest event is looked up once for each design. As a join PostgreSQL reads every event for
// every other one while it has no statistics, as just after a first run.
session::Rows heads(session::Session& session, const Words& words) {
  const std::string events = words.table("events");
  return session.ask({"SELECT h.design, " +
                          words.text("number_as_text", {{"column", "h.last_seq"}}) +
                          ", (SELECT e.hash FROM " + events +
                          " e WHERE e.schema_name = :v1 AND e.design = h.design AND e.seq ="
                          " h.last_seq) AS hash FROM (SELECT design, MAX(seq) AS last_seq FROM " +
                          events + " WHERE schema_name = :v2 GROUP BY design) h",
                      {words.store().schema, words.store().schema}});
}

// The events of several designs in one row. Within a design their numbers count, whatever a
// runner's clock said: none happened before the one that it follows.
std::vector<Event> by_time(std::vector<Event> events) {
  std::vector<std::pair<std::string, Event>> timed;
  for (Event& event : events) {
    const bool follows = !timed.empty() && timed.back().second.design == event.design;
    std::string at = follows ? std::max(timed.back().first, event.at) : event.at;
    timed.emplace_back(std::move(at), std::move(event));
  }
  std::stable_sort(timed.begin(), timed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  events.clear();
  for (auto& [at, event] : timed) {
    events.push_back(std::move(event));
  }
  return events;
}

Log seen(session::Session& session, const Store& store) {
  const Words words(store);
  Log log;
  const auto format = stored_format(session, words);
  if (!format) {
    return log;
  }
  refuse_newer(*format);
  auto rows = session.ask({"SELECT " + selected(words, event_columns(*format)) + " FROM " +
                               words.table("events") + " e WHERE e.schema_name = :v1",
                           {store.schema}});
  for (Row& row : rows.rows) {
    Columns columns(std::move(row));
    log.events.push_back(event_of(columns));
  }
  std::sort(log.events.begin(), log.events.end(), [](const Event& a, const Event& b) {
    return a.design != b.design ? a.design < b.design : a.sequence < b.sequence;
  });
  log.findings = broken_links(log.events, store.schema);
  const Findings strays = unaccounted(records(session, words, *format), log.events);
  log.findings.insert(log.findings.end(), strays.begin(), strays.end());
  const Findings others = altered(kept_texts(session, words), log.events);
  log.findings.insert(log.findings.end(), others.begin(), others.end());
  log.events = by_time(std::move(log.events));
  return log;
}

// What is kept is run, so it must be what its own events say; those of other migrations are told
// apart by history::events.
void refuse_altered(const Record& record, const std::string& text, std::vector<Event> events,
                    const std::string& schema) {
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return a.sequence < b.sequence; });
  Findings findings = edited(events, schema);
  for (const Findings& more :
       {unaccounted({record}, events),
        altered({{record.design, record.number, seal::sha256(text)}}, events)}) {
    findings.insert(findings.end(), more.begin(), more.end());
  }
  if (!findings.empty()) {
    throw Error(Fault::database, base::printable(findings.front().message))
        .hinting(findings.front().hint + "; helium history names every row that was changed");
  }
}

}  // namespace

Ledger read(session::Session& session, const Store& store) {
  const Words words(store);
  Ledger ledger;
  ledger.schema = store.schema;
  const auto format = stored_format(session, words);
  ledger.exists = format.has_value();
  if (!format) {
    return ledger;
  }
  refuse_newer(*format);
  ledger.version = *format;
  // The heads first: what another runner commits in between makes the fence stale, and we lose at
  // it. The other way round we would run again what the newer head says is done.
  for (const Row& row : heads(session, words).rows) {
    Columns columns(row);
    const std::string design = columns.text();
    ChainHead head;
    head.sequence = columns.ordinal();
    head.hash = columns.text();
    ledger.heads[design] = head;
  }
  ledger.records = records(session, words, *format);
  sort_by_number(ledger.records);
  return ledger;
}

std::optional<std::map<std::string, Sums>> sums(session::Session& session, const Store& store) {
  const Words words(store);
  const auto format = stored_format(session, words);
  if (!format || *format > ledger_format) {
    return std::nullopt;
  }
  std::map<std::string, Sums> found;
  for (Row& row : session.ask({words.text("sums"), {}}).rows) {
    Columns columns(std::move(row));
    Sums& sums = found[columns.text()];
    sums.unsettled += static_cast<std::uint64_t>(columns.ordinal());
    sums.lines += columns.text();
    if (!sums.lines.empty() && sums.lines.back() != '\n') {
      sums.lines += '\n';
    }
  }
  return found;
}

Log events(session::Session& session, const Store& store) {
  Log log = seen(session, store);
  // A run that moves on between two of our questions looks like a broken ledger: look again.
  for (int tries = 0; !log.findings.empty() && tries < 2; ++tries) {
    log = seen(session, store);
  }
  return log;
}

Kept kept_reverse(session::Session& session, const Store& store, const std::string& design,
                  std::int64_t number) {
  const Words words(store);
  std::vector<std::string> columns = {"l.kept", "l.state", "l.checksum", "l.token",
                                      "l.transaction_class"};
  const auto of_event = event_columns(stored_format(session, words).value_or(0));
  columns.insert(columns.end(), of_event.begin(), of_event.end());
  // In one question, which no other runner can come in between.
  auto rows = session.ask({"SELECT " + selected(words, columns) + " FROM " + words.table("ledger") +
                               " l LEFT JOIN " + words.table("events") +
                               " e ON e.schema_name = l.schema_name AND e.design = l.design AND"
                               " e.number = l.number WHERE l.schema_name = :v1 AND l.design = :v2"
                               " AND l.number = " +
                               std::to_string(number),
                           {store.schema, design}});
  Record record;
  record.design = design;
  record.number = number;
  std::string text;
  std::vector<Event> events;
  for (Row& row : rows.rows) {
    const bool told = row.at(columns.size() - of_event.size()).has_value();
    Columns cells(std::move(row));
    text = cells.text();
    record.state = named(cells.text(), states);
    record.checksum = cells.text();
    record.token = cells.text();
    record.transaction = named(cells.text(), classes);
    if (told) {
      events.push_back(event_of(cells));
    }
  }
  if (!rows.rows.empty()) {
    refuse_altered(record, text, std::move(events), store.schema);
  }
  return kept_from(text);
}

}  // namespace helium::history

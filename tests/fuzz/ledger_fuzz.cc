// Any rows as a ledger, as somebody might have left it: what is read is sorted, agrees with itself
// and can be written on, or an Error says so in words that drive no terminal.
//
// Lines are rows, tabs part their cells, a cell of one NUL is NULL. The first line is the format;
// the first byte of any other says where its row lies: l(edger), h(eads), e(vents) or k(ept).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "dialect/dialect.h"
#include "helium/error.h"
#include "history/chain.h"
#include "history/history.h"
#include "support/fake_session.h"

namespace {

using Row = std::vector<std::optional<std::string>>;

constexpr std::size_t ledger_columns = 23;
constexpr std::size_t head_columns = 3;
constexpr std::size_t event_columns = 14;

void must(bool holds) {
  if (!holds) {
    std::abort();
  }
}

// A server answers as many columns as it was asked for.
Row row_of(std::string_view line, std::size_t columns) {
  Row row;
  while (row.size() < columns) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view cell = line.substr(0, tab);
    row.push_back(cell == std::string_view("\0", 1) ? std::nullopt
                                                    : std::optional<std::string>(cell));
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  return row;
}

// What is kept, in a record that its event accounts for, so that the text itself is read.
Row kept_row(std::string_view text) {
  helium::Event event;
  event.design = "shop";
  event.sequence = event.number = 1;
  event.kind = "applied";
  const std::string hash = helium::history::hash_of(event, "main");
  return {std::string(text),
          "applied",
          "",
          "",
          "whole",
          "shop",
          "1",
          "applied",
          "1",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          hash,
          ""};
}

struct Database {
  std::string format;
  std::vector<Row> ledger, heads, events, kept;

  explicit Database(std::string_view input) {
    bool first = true;
    while (!input.empty()) {
      const std::size_t end = std::min(input.find('\n'), input.size());
      const std::string_view line = input.substr(0, end);
      input.remove_prefix(std::min(end + 1, input.size()));
      if (first) {
        format = line;
      } else if (!line.empty()) {
        add(line[0], line.substr(1));
      }
      first = false;
    }
  }

  void add(char place, std::string_view cells) {
    switch (place) {
      case 'l':
        return ledger.push_back(row_of(cells, ledger_columns));
      case 'h':
        return heads.push_back(row_of(cells, head_columns));
      case 'e':
        return events.push_back(row_of(cells, event_columns));
      case 'k':
        return kept.push_back(kept_row(cells));
      default:
        return;
    }
  }

  [[nodiscard]] helium::session::Rows answer(const std::string& question) const {
    const auto asks = [&](const char* word) { return question.find(word) != std::string::npos; };
    if (asks("SELECT value FROM")) {
      return {{}, {{format}}};
    }
    return {{},
            asks("SELECT l.kept") ? kept
            : asks("MAX(seq)")    ? heads
            : asks("happened_at") ? events
                                  : ledger};
  }
};

void read_all(const Database& database, const helium::history::Store& store) {
  helium::test::FakeSession session;
  session.answers = [&](const helium::session::Question& question) {
    return database.answer(question.text);
  };
  const helium::Ledger ledger = helium::history::read(session, store);
  must(std::is_sorted(ledger.records.begin(), ledger.records.end(), [](auto& a, auto& b) {
    return a.design != b.design ? a.design < b.design : a.number < b.number;
  }));
  const auto log = helium::history::events(session, store);
  must(log.events.size() == database.events.size());
  (void)helium::history::kept_reverse(session, store, "shop", 1);
  helium::history::Writer writer(store, {"root", "vm", "helium", "token"}, ledger);
  for (const helium::Record& record : ledger.records) {
    must(writer.note("repaired", record, record.message).statements.size() == 2);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const helium::Dialect dialect = helium::dialect::read("sqlite");
  helium::history::Store store;
  store.dialect = &dialect;
  store.schema = store.ledger_schema = "main";
  try {
    read_all(Database({reinterpret_cast<const char*>(data), size}), store);
  } catch (const helium::Error& error) {
    must(error.fault() == helium::Fault::database || error.fault() == helium::Fault::refused ||
         error.fault() == helium::Fault::design);
    must(helium::base::printable(error.message()) == error.message());
  }
  return 0;
}

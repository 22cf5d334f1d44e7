// The `queries` table of a Helium folder: which migrations are loaded and applied, and their code.
#include <charconv>

#include "base/text.h"
#include "history/format.h"
#include "history/history.h"
#include "sql/quote.h"

namespace helium::history {
namespace {

std::int64_t number_of(const std::optional<std::string>& cell) {
  const std::string_view digits = base::trimmed(cell ? std::string_view(*cell) : "");
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string from_table(const Store& store) {
  const std::string schema =
      store.schema.empty() ? "" : sql::quote_identifier(store.schema, store.dialect->lexicon) + ".";
  return " FROM " + schema + "queries WHERE query_status_a27 = 1 AND query_type_a28 ";
}

std::string as_text(const Words& words, const char* column) {
  return words.text("number_as_text", {{"column", column}});
}

}  // namespace

Queries queries(session::Session& session, const Store& store) {
  const Words words(store);
  Queries found;
  session::Rows rows;
  try {
    rows = session.ask({"SELECT " + as_text(words, "query_ref") + ", " +
                            as_text(words, "query_type_a28") + from_table(store) +
                            "IN (1000, 1001, 1002, 1003)",
                        {}});
  } catch (const Error& error) {
    if (!table_is_missing(words, error)) {
      throw;
    }
    return found;
  }
  found.exists = true;
  for (const auto& row : rows.rows) {
    found.rows.push_back({number_of(row.at(0)), number_of(row.at(1))});
  }
  return found;
}

std::vector<bool> there(session::Session& session, const Store& store,
                        const std::vector<Named>& things) {
  const Texts& catalog = store.dialect->catalog;
  if (things.empty() || catalog.count("there_table") == 0) {
    return {};
  }
  const Words words(store);
  std::string counts;
  for (const Named& thing : things) {
    counts += counts.empty() ? "" : ", ";
    counts += filled(catalog.at(std::string("there_") + thing.kind),
                     {{"schema", words.literal(store.schema)},
                      {"table", words.literal(thing.table)},
                      {"name", words.literal(thing.name)}});
  }
  const auto rows = session.ask({"SELECT " + counts, {}});
  std::vector<bool> found;
  for (const auto& cell : rows.rows.at(0)) {
    found.push_back(number_of(cell) > 0);
  }
  return found;
}

std::map<std::int64_t, std::string> query_codes(session::Session& session, const Store& store,
                                                const std::string& types) {
  const Words words(store);
  const auto rows = session.ask({"SELECT " + as_text(words, "query_ref") + ", " +
                                     words.text("code_as_text", {{"column", "code"}}) +
                                     from_table(store) + "IN (" + types + ")",
                                 {}});
  std::map<std::int64_t, std::string> codes;
  for (const auto& row : rows.rows) {
    codes[number_of(row.at(0))] = row.at(1).value_or("");
  }
  return codes;
}

}  // namespace helium::history

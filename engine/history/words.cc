#include "history/words.h"

#include "base/clock.h"
#include "base/text.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::history {
namespace {

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string valid(std::string text) {
  for (char& byte : text) {
    byte = byte == '\0' ? '?' : byte;
  }
  while (const auto at = base::invalid_utf8(text)) {
    text[static_cast<std::size_t>(*at)] = '?';
  }
  return text;
}

}  // namespace

std::string fitted(std::string_view text, std::size_t limit) {
  std::string whole = valid(std::string(text));
  if (whole.size() <= limit) {
    return whole;
  }
  std::size_t end = limit;
  while (end > 0 && continues_character(whole[end])) {
    --end;
  }
  whole.resize(end);
  return whole;
}

std::string filled(std::string_view text, const std::map<std::string, std::string>& places) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    const auto found = close == std::string_view::npos
                           ? places.end()
                           : places.find(std::string(text.substr(at + 1, close - at - 1)));
    if (found == places.end()) {
      result += text[at];
      ++at;
      continue;
    }
    result += found->second;
    at = close + 1;
  }
  return result;
}

void Store::check() const {
  if (dialect == nullptr) {
    throw Error(Fault::bug, "a ledger without a dialect");
  }
  for (const std::string& name : {schema, ledger_schema, prefix + "ledger"}) {
    if (name.size() > name_bytes) {
      throw Error(Fault::design, "the name " + name + " is longer than the ledger can hold");
    }
    (void)sql::quote_identifier(name, dialect->lexicon);
  }
}

Words::Words(const Store& store) : store_(store) {
  const auto found = store.dialect->history.find("marker");
  marker_ = found == store.dialect->history.end() ? std::string() : found->second;
}

std::string Words::table(std::string_view name) const {
  const Lexicon& lexicon = store_.dialect->lexicon;
  return sql::quote_identifier(store_.ledger_schema, lexicon) + "." +
         sql::quote_identifier(store_.prefix + std::string(name), lexicon);
}

std::string Words::in_schema(std::string_view name) const {
  const Lexicon& lexicon = store_.dialect->lexicon;
  return sql::quote_identifier(store_.schema, lexicon) + "." + sql::quote_identifier(name, lexicon);
}

std::string Words::literal(std::string_view text) const {
  return sql::quote_literal(text, store_.dialect->lexicon);
}

std::string Words::text(std::string_view key,
                        const std::map<std::string, std::string>& places) const {
  const auto found = store_.dialect->history.find(key);
  if (found == store_.dialect->history.end()) {
    throw Error(Fault::bug, "dialects/" + store_.dialect->name + "/history.lua has no text " +
                                std::string(key));
  }
  std::map<std::string, std::string> all = {{"info", table("info")},
                                            {"ledger", table("ledger")},
                                            {"events", table("events")},
                                            {"schema", literal(store_.schema)}};
  all.insert(places.begin(), places.end());
  return filled(found->second, all);
}

Cell Words::text_cell(std::string column, std::string_view text) const {
  const std::uint32_t limit = store_.dialect->traits.literal_bytes;
  if (!marker_.empty() || (limit != 0 && text.size() > limit / 2)) {
    return {std::move(column), "?", std::string(text)};
  }
  return {std::move(column), literal(text), std::nullopt};
}

Cell Words::number_cell(std::string column, std::int64_t number) const {
  if (!marker_.empty()) {
    return {std::move(column), "?", std::to_string(number)};
  }
  return {std::move(column), std::to_string(number), std::nullopt};
}

Cell Words::timed_cell(std::string column, std::string_view key) const {
  const Cell began = text_cell({}, base::now_utc());
  Cell cell{std::move(column), text(key, {{"began", began.sql}}), std::nullopt};
  if (began.value && cell.sql.find('?') != std::string::npos) {
    cell.value = began.value;
  }
  return cell;
}

Statement Words::ours(std::string text) {
  Statement statement;
  statement.text = std::move(text);
  statement.origin = Origin::helium;
  statement.shape.kind = Shape::Kind::dml;
  return statement;
}

// The SQL of a cell on its way into a statement: its marker gets its number, its value goes along.
std::string Words::placed(const Cell& cell, Statement& statement) const {
  if (!cell.value) {
    return cell.sql;
  }
  statement.values.push_back(cell.value);
  if (marker_ != "$") {
    return cell.sql;
  }
  std::string sql = cell.sql;
  return sql.replace(sql.find('?'), 1, "$" + std::to_string(statement.values.size()));
}

Statement Words::insert(std::string_view table_name, const std::vector<Cell>& cells) const {
  std::string columns;
  std::string values;
  Statement statement = ours({});
  for (const Cell& cell : cells) {
    const char* between = columns.empty() ? "" : ", ";
    columns += between + cell.column;
    values += between + placed(cell, statement);
  }
  statement.text =
      "INSERT INTO " + table(table_name) + " (" + columns + ") VALUES (" + values + ")";
  return statement;
}

Statement Words::update(const std::string& design, std::int64_t number,
                        const std::vector<Cell>& cells) const {
  std::string sets;
  Statement statement = ours({});
  for (const Cell& cell : cells) {
    sets += (sets.empty() ? "" : ", ") + cell.column + " = " + placed(cell, statement);
  }
  std::string where;
  for (const Cell& cell : {text_cell("schema_name", store_.schema), text_cell("design", design),
                           number_cell("number", number)}) {
    where += (where.empty() ? " WHERE " : " AND ") + cell.column + " = " + placed(cell, statement);
  }
  statement.text = "UPDATE " + table("ledger") + " SET " + sets + where;
  return statement;
}

}  // namespace helium::history

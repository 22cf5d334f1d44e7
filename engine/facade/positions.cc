#include "facade/positions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

using Name = std::pair<std::string, std::string>;  // table and column, or sequence and nothing
using Cells = std::vector<std::optional<std::string>>;

// The columns that have numbers of their own, by table.
std::multimap<std::string, std::string> counting(const Schema& schema) {
  std::multimap<std::string, std::string> all;
  for (const Table& table : schema.tables) {
    for (const Column& column : table.columns) {
      if (column.identity != Column::Identity::none ||
          column.type.find("serial") != std::string::npos) {
        all.emplace(table.name, column.name);
      }
    }
  }
  return all;
}

// Where a table has one such column at most.
std::vector<Position> of_tables(session::Session& session, const Schema& schema,
                                const std::string& question, bool used) {
  const auto columns = counting(schema);
  std::vector<Position> all;
  if (columns.empty()) {
    return all;
  }
  for (const Cells& row : session.ask({question, {}}).rows) {
    const auto column = columns.find(row.at(0).value_or(""));
    if (column != columns.end() && row.at(1)) {
      all.push_back({column->first, column->second, std::stoll(*row.at(1)), used});
    }
  }
  return all;
}

// Each sequence knows its own place: they are asked together, once their names are known.
std::vector<Position> of_sequences(session::Session& session, const Schema& schema,
                                   const Dialect& dialect) {
  std::vector<std::string> parts;
  const auto ask = [&](const Name& name, const std::string& sequence) {
    parts.push_back("SELECT " + sql::quote_literal(name.first, dialect.lexicon) + ", " +
                    sql::quote_literal(name.second, dialect.lexicon) +
                    ", last_value, CASE WHEN is_called THEN 1 ELSE 0 END FROM " +
                    sql::quote_identifier(sequence, dialect.lexicon));
  };
  if (const auto columns = counting(schema); !columns.empty()) {
    for (const Cells& row : session.ask({dialect.catalog.at("identity_sequences"), {}}).rows) {
      const Name name(row.at(0).value_or(""), row.at(1).value_or(""));
      const auto [first, last] = columns.equal_range(name.first);
      if (std::any_of(first, last, [&](const auto& one) { return one.second == name.second; })) {
        ask(name, row.at(2).value_or(""));
      }
    }
  }
  for (const Sequence& sequence : schema.sequences) {
    ask({sequence.name, ""}, sequence.name);
  }
  std::vector<Position> all;
  if (!parts.empty()) {
    for (const Cells& row : session.ask({base::joined(parts, " UNION ALL "), {}}).rows) {
      all.push_back({row.at(0).value_or(""), row.at(1).value_or(""),
                     std::stoll(row.at(2).value_or("0")), row.at(3) == "1"});
    }
  }
  return all;
}

const SequenceOptions& options_of(const Position& position, const Schema& schema) {
  static const SequenceOptions usual;
  for (const Sequence& sequence : schema.sequences) {
    if (position.column.empty() && sequence.name == position.table) {
      return sequence.options;
    }
  }
  for (const Table& table : schema.tables) {
    for (const Column& column : table.columns) {
      if (table.name == position.table && column.name == position.column) {
        return column.sequence;
      }
    }
  }
  return usual;
}

std::string shown(const Position& position) {
  return position.table + (position.column.empty() ? "" : "." + position.column);
}

}  // namespace

std::vector<Position> positions(session::Session& session, const Schema& schema,
                                const Dialect& dialect) {
  std::vector<Position> all;
  if (dialect.name == "postgresql") {
    all = of_sequences(session, schema, dialect);
  } else if (const auto question = dialect.catalog.find("identity_positions");
             question != dialect.catalog.end()) {
    all = of_tables(session, schema, question->second, dialect.name == "sqlite");
  }
  std::sort(all.begin(), all.end(), [](const Position& a, const Position& b) {
    return std::tie(a.table, a.column) < std::tie(b.table, b.column);
  });
  return all;
}

bool is_fresh(const Position& position, const Schema& schema) {
  return !position.used && position.number == options_of(position, schema).start.value_or(1);
}

std::vector<std::string> statements_to(const Position& position, const Dialect& dialect) {
  const std::string name = sql::quote_identifier(position.table, dialect.lexicon);
  const std::string number = std::to_string(position.number);
  const auto literal = [&](const std::string& text) {
    return sql::quote_literal(text, dialect.lexicon);
  };
  if (dialect.name == "sqlite") {
    return {"DELETE FROM sqlite_sequence WHERE name = " + literal(position.table),
            "INSERT INTO sqlite_sequence (name, seq) VALUES (" + literal(position.table) + ", " +
                number + ")"};
  }
  if (dialect.name == "postgresql") {
    const std::string sequence =
        position.column.empty()
            ? literal(name)
            : "pg_get_serial_sequence(" + literal(name) + ", " + literal(position.column) + ")";
    return {"SELECT setval(" + sequence + ", " + number + ", " +
            (position.used ? "true" : "false") + ")"};
  }
  return {"ALTER TABLE " + name + " AUTO_INCREMENT = " + number};
}

std::string went_back(const std::vector<Position>& before, const std::vector<Position>& after,
                      const Schema& schema) {
  for (const Position& position : before) {
    const auto now = std::find_if(after.begin(), after.end(), [&](const Position& other) {
      return other.table == position.table && other.column == position.column;
    });
    if (now == after.end()) {
      continue;
    }
    const std::int64_t sign = options_of(position, schema).increment.value_or(1) < 0 ? -1 : 1;
    const auto far = [sign](const Position& one) { return std::pair(one.number * sign, one.used); };
    if (far(*now) < far(position)) {
      return shown(position) + " is at " + std::to_string(now->number) + ", not " +
             std::to_string(position.number);
    }
  }
  return {};
}

}  // namespace helium::facade

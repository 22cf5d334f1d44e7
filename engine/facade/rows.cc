#include "facade/rows.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "facade/made_up.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

constexpr int rows_of_a_table = 24;
constexpr int nulls_every = 3;

bool left_to_server(const Column& column) {
  return column.generated != Column::Generated::no || column.identity != Column::Identity::none ||
         column.type.find("serial") != std::string::npos ||
         (column.default_value && column.default_value->find("nextval(") != std::string::npos);
}

bool of_mysql(const Dialect& dialect) {
  return dialect.name == "mysql" || dialect.name == "mariadb";
}

class Filling {
 public:
  Filling(session::Session& session, const Schema& schema, const Dialect& dialect)
      : session_(session), schema_(schema), dialect_(dialect) {}

  // What a table points at is filled before it.
  void table(const Table& table) {
    if (!seen_.insert(table.name).second) {
      return;
    }
    for (const ForeignKey& key : table.foreign_keys) {
      for (const Table& other : schema_.tables) {
        if (other.name == key.table) {
          this->table(other);
        }
      }
    }
    const int missing = rows_of_a_table - rows_of(table);
    if (missing <= 0 || !table.partition_of.empty()) {
      return;
    }
    parents_.clear();
    for (const ForeignKey& key : table.foreign_keys) {
      read_parents(key);
    }
    // The first half says every column, the other leaves to the server what has a default.
    insert(table, 1, missing / 2, true);
    insert(table, missing / 2 + 1, missing, false);
  }

 private:
  [[nodiscard]] std::string quoted(const std::string& name) const {
    return sql::quote_identifier(name, dialect_.lexicon);
  }

  int rows_of(const Table& table) {
    const auto answer = session_.ask({"SELECT COUNT(*) FROM " + quoted(table.name), {}});
    const auto rows = std::stoull(answer.rows.at(0).at(0).value_or("0"));
    return static_cast<int>(std::min<std::uint64_t>(rows, rows_of_a_table));
  }

  // The rows that a foreign key may point at, by the columns that point.
  void read_parents(const ForeignKey& key) {
    std::vector<std::string> names;
    std::string known;
    for (const std::string& column : key.referenced_columns) {
      names.push_back(quoted(column));
      known += (known.empty() ? " WHERE " : " AND ") + names.back() + " IS NOT NULL";
    }
    const auto answer =
        session_.ask({"SELECT " + base::joined(names, ", ") + " FROM " + quoted(key.table) + known +
                          " ORDER BY " + base::joined(names, ", "),
                      {}});
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      auto& values = parents_[key.columns[i]];
      values.clear();
      for (const auto& row : answer.rows) {
        values.push_back(row.at(i).value_or(""));
      }
    }
  }

  [[nodiscard]] std::string value(const Table& table, const Column& column, int row) const {
    const auto index = static_cast<int>(&column - table.columns.data());
    if (column.null && (row + index) % nulls_every == 0) {
      return "NULL";
    }
    if (const auto found = parents_.find(column.name); found != parents_.end()) {
      const auto& values = found->second;
      if (values.empty()) {
        return "NULL";
      }
      const std::string& text = values[static_cast<std::size_t>(row) % values.size()];
      return is_number(column.type) ? text : sql::quote_literal(text, dialect_.lexicon);
    }
    try {
      return made_up(table, column, row, schema_, dialect_);
    } catch (const Error&) {
      if (column.null || column.default_value) {
        return "NULL";
      }
      throw;
    }
  }

  // Rows `first` to `last`, together where the server takes them so, else one by one.
  void insert(const Table& table, int first, int last, bool all) {
    std::vector<const Column*> columns;
    std::vector<std::string> names;
    for (const Column& column : table.columns) {
      if (!left_to_server(column) && (all || !column.default_value)) {
        columns.push_back(&column);
        names.push_back(quoted(column.name));
      }
    }
    std::vector<std::string> rows;
    try {
      for (int row = first; row <= last; ++row) {
        std::vector<std::string> values;
        values.reserve(columns.size());
        for (const Column* column : columns) {
          values.push_back(value(table, *column, row));
        }
        rows.push_back("(" + base::joined(values, ", ") + ")");
      }
    } catch (const Error&) {
      return;  // a type of which nobody knows a value
    }
    const std::string into = "INSERT INTO " + quoted(table.name);
    if (names.empty() && !of_mysql(dialect_)) {
      for (std::size_t row = 0; row < rows.size(); ++row) {
        run(into + " DEFAULT VALUES");
      }
      return;
    }
    const std::string before = into + " (" + base::joined(names, ", ") + ") VALUES ";
    if (rows.empty() || run(before + base::joined(rows, ", "))) {
      return;
    }
    for (const std::string& row : rows) {
      run(before + row);
    }
  }

  bool run(const std::string& text) {
    Statement statement;
    statement.shape.kind = Shape::Kind::dml;
    statement.text = text;
    session::Unit unit;
    unit.begin = true;
    unit.commit = true;
    unit.statements.push_back(std::move(statement));
    return session_.execute({&unit, 1}).front().state == session::UnitOutcome::State::done;
  }

  session::Session& session_;
  const Schema& schema_;
  const Dialect& dialect_;
  std::set<std::string> seen_;
  std::map<std::string, std::vector<std::string>> parents_;
};

// How a column is asked for so that its text says all of it.
std::string asked(const Column& column, const Dialect& dialect) {
  const std::string name = sql::quote_identifier(column.name, dialect.lexicon);
  const std::string type = base::lower(column.type);
  const auto has = [&](std::string_view word) { return type.find(word) != std::string::npos; };
  const bool bytes = has("blob") || has("binary") || has("bit");
  return dialect.name == "sqlite" ? base::replaced(dialect.catalog.at("literal"), "{column}", name)
         : dialect.name == "postgresql" ? "CAST(" + name + " AS text)"
         : of_mysql(dialect) && bytes   ? "HEX(" + name + ")"
         : has("blob")                  ? "LENGTH(" + name + ")"
                                        : name;
}

std::string key_of(const Table& table, const std::vector<std::optional<std::string>>& cells) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& name = table.columns[i].name;
    const bool named = !table.primary_key || std::find(table.primary_key->columns.begin(),
                                                       table.primary_key->columns.end(),
                                                       name) != table.primary_key->columns.end();
    if (named) {
      parts.push_back(name + " = " + cells[i].value_or("NULL"));
    }
  }
  return base::joined(parts, ", ");
}

}  // namespace

void fill(session::Session& session, const Schema& schema, const Dialect& dialect) {
  Filling filling(session, schema, dialect);
  for (const Table& table : schema.tables) {
    filling.table(table);
  }
}

Contents contents(session::Session& session, const Schema& schema, const Dialect& dialect) {
  Contents all;
  for (const Table& table : schema.tables) {
    std::vector<std::string> columns;
    for (const Column& column : table.columns) {
      columns.push_back(asked(column, dialect));
    }
    auto& rows = all[table.name];
    const auto answer = session.ask({"SELECT " + base::joined(columns, ", ") + " FROM " +
                                         sql::quote_identifier(table.name, dialect.lexicon),
                                     {}});
    for (const auto& cells : answer.rows) {
      Row row;
      for (const auto& cell : cells) {
        row.text += cell ? *cell : std::string(1, '\0');
        row.text += '\x1f';
      }
      row.key = key_of(table, cells);
      rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end());
  }
  return all;
}

}  // namespace helium::facade

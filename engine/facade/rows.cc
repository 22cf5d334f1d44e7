#include "facade/rows.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"
#include "generate/zero.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

constexpr int rows_of_a_table = 3;

bool left_to_server(const Column& column) {
  return column.null || column.default_value || column.generated != Column::Generated::no ||
         column.identity != Column::Identity::none ||
         column.type.find("serial") != std::string::npos;
}

bool is_integer(const std::string& type) {
  return type.find("int") != std::string::npos && type.find("interval") == std::string::npos &&
         type.find("point") == std::string::npos;
}

// A text that fits: "n" with the number of the row behind it, as long as the type allows.
std::string text_value(const std::string& type, int row) {
  const auto open = type.find('(');
  const std::size_t size =
      open == std::string::npos ? 8 : static_cast<std::size_t>(std::stoul(type.substr(open + 1)));
  std::string text = std::to_string(row);
  text.insert(0, size > 8 ? "row" : "");
  return "'" + text.substr(text.size() > size ? text.size() - size : 0) + "'";
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
    for (int row = 1; row <= rows_of_a_table; ++row) {
      insert(table, row);
    }
  }

 private:
  [[nodiscard]] std::string quoted(const std::string& name) const {
    return sql::quote_identifier(name, dialect_.lexicon);
  }

  [[nodiscard]] std::string value(const Table& table, const Column& column, int row) const {
    for (const ForeignKey& key : table.foreign_keys) {
      for (std::size_t i = 0; i < key.columns.size() && i < key.referenced_columns.size(); ++i) {
        if (key.columns[i] == column.name) {
          return "(SELECT MIN(" + quoted(key.referenced_columns[i]) + ") FROM " +
                 quoted(key.table) + ")";
        }
      }
    }
    const std::string type = base::lower(column.type);
    const std::string zero = generate::zero_value(table.name, column, schema_);
    if (zero == "''") {
      return text_value(type, row);
    }
    return is_integer(type) || zero == "0" ? std::to_string(row) : zero;
  }

  void insert(const Table& table, int row) {
    std::vector<std::string> names;
    std::vector<std::string> values;
    try {
      for (const Column& column : table.columns) {
        if (!left_to_server(column)) {
          names.push_back(quoted(column.name));
          values.push_back(value(table, column, row));
        }
      }
    } catch (const Error&) {
      return;  // a type of which nobody knows a value
    }
    Statement statement;
    statement.shape.kind = Shape::Kind::dml;
    const bool family = dialect_.name == "mysql" || dialect_.name == "mariadb";
    statement.text = "INSERT INTO " + quoted(table.name) +
                     (names.empty() && !family ? " DEFAULT VALUES"
                                               : " (" + base::joined(names, ", ") + ") VALUES (" +
                                                     base::joined(values, ", ") + ")");
    session::Unit unit;
    unit.begin = true;
    unit.commit = true;
    unit.statements.push_back(std::move(statement));
    (void)session_.execute({&unit, 1});
  }

  session::Session& session_;
  const Schema& schema_;
  const Dialect& dialect_;
  std::set<std::string> seen_;
};

}  // namespace

void fill(session::Session& session, const Schema& schema, const Dialect& dialect) {
  const Counts rows = counted(session, schema, dialect);
  Filling filling(session, schema, dialect);
  for (const Table& table : schema.tables) {
    if (rows.at(table.name) == 0) {
      filling.table(table);
    }
  }
}

Counts counted(session::Session& session, const Schema& schema, const Dialect& dialect) {
  Counts counts;
  for (const Table& table : schema.tables) {
    const auto answer = session.ask(
        {"SELECT COUNT(*) FROM " + sql::quote_identifier(table.name, dialect.lexicon), {}});
    counts[table.name] = std::stoull(answer.rows.at(0).at(0).value_or("0"));
  }
  return counts;
}

}  // namespace helium::facade

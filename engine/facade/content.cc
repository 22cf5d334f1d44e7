#include "facade/content.h"

#include <algorithm>
#include <variant>

#include "base/text.h"
#include "ddl/ddl.h"
#include "diff/diff.h"
#include "helium/change.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

constexpr std::size_t rows_of_a_statement = 50;
constexpr std::size_t bytes_of_a_statement = 64U << 10U;

std::vector<std::string> texts(const Changes& changes, const Schema& before,
                               const Dialect& dialect) {
  std::vector<std::string> statements;
  for (const ddl::Rendered& one : ddl::render(changes, before, dialect)) {
    statements.push_back(one.text);
  }
  return statements;
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// How a column is asked for so that its text is the value as SQL.
std::string as_literal(const Column& column, const Dialect& dialect) {
  const std::string name = sql::quote_identifier(column.name, dialect.lexicon);
  if (dialect.name == "sqlite" || dialect.name == "postgresql") {
    return base::replaced(dialect.catalog.at("literal"), "{column}", name);
  }
  const std::string type = base::lower(column.type);
  const auto kinds = {"blob", "binary", "bit", "geometry", "point", "linestring", "polygon"};
  if (std::any_of(kinds.begin(), kinds.end(),
                  [&](const char* bytes) { return type.find(bytes) != std::string::npos; })) {
    return "CASE WHEN " + name + " IS NULL THEN 'NULL' WHEN LENGTH(" + name +
           ") = 0 THEN '''''' ELSE CONCAT('0x', HEX(" + name + ")) END";
  }
  // A float is written shorter than it is.
  return "QUOTE(" + name + (type.rfind("float", 0) == 0 ? " + 0E0)" : ")");
}

// In the order of the key, else of the values.
std::string order_of(const Table& table, std::size_t columns, const Dialect& dialect) {
  std::vector<std::string> order;
  if (table.primary_key) {
    for (const std::string& name : table.primary_key->columns) {
      order.push_back(sql::quote_identifier(name, dialect.lexicon));
    }
  } else {
    for (std::size_t i = 1; i <= columns; ++i) {
      order.push_back(std::to_string(i));
    }
  }
  return " ORDER BY " + base::joined(order, ", ");
}

std::vector<std::string> inserts(session::Session& session, const Table& table,
                                 const Dialect& dialect) {
  std::vector<std::string> names;
  std::vector<std::string> asked;
  bool by_system = false;
  for (const Column& column : table.columns) {
    if (column.generated == Column::Generated::no) {
      names.push_back(sql::quote_identifier(column.name, dialect.lexicon));
      asked.push_back(as_literal(column, dialect));
      by_system = by_system || column.identity == Column::Identity::always;
    }
  }
  std::vector<std::string> statements;
  if (names.empty() || !table.partition_of.empty()) {
    return statements;  // the rows of a part are those of the whole
  }
  const std::string name = sql::quote_identifier(table.name, dialect.lexicon);
  const std::string head = "INSERT INTO " + name + " (" + base::joined(names, ", ") + ")" +
                           (by_system ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES\n";
  const auto answer = session.ask({"SELECT " + base::joined(asked, ", ") + " FROM " + name +
                                       order_of(table, asked.size(), dialect),
                                   {}});
  std::size_t rows = rows_of_a_statement;
  for (const auto& cells : answer.rows) {
    std::vector<std::string> values;
    values.reserve(cells.size());
    for (const auto& cell : cells) {
      values.push_back(cell.value_or("NULL"));
    }
    const std::string row = "(" + base::joined(values, ", ") + ")";
    if (rows == rows_of_a_statement || statements.back().size() > bytes_of_a_statement) {
      statements.push_back(head + row);
      rows = 1;
    } else {
      statements.back() += ",\n" + row;
      ++rows;
    }
  }
  return statements;
}

// A schema in which nothing watches over its rows. SQLite's foreign keys are a part of their table;
// they are looked at when all of it is there.
Schema unwatched(Schema schema, const Dialect& dialect) {
  schema.triggers.clear();
  for (Table& table : schema.tables) {
    if (dialect.name != "sqlite") {
      table.foreign_keys.clear();
    }
  }
  return schema;
}

// A view that is made was filled out of empty tables: that is right for one without rows.
std::vector<std::string> refreshes(const Changes& changes, const Contents& views,
                                   const Dialect& dialect) {
  std::vector<std::string> statements;
  for (const Change& change : changes) {
    const auto* view = std::get_if<Add<View>>(&change.what);
    if (view == nullptr || !view->object.materialized) {
      continue;
    }
    const auto rows = views.find(view->object.name);
    if (rows == views.end() || !rows->second.empty()) {
      statements.push_back("REFRESH MATERIALIZED VIEW " +
                           sql::quote_identifier(view->object.name, dialect.lexicon) +
                           (rows == views.end() ? " WITH NO DATA" : ""));
    }
  }
  return statements;
}

// A view tells no columns: its rows are asked for as a whole.
Contents view_rows(session::Session& session, const Schema& schema, const Dialect& dialect) {
  Contents all;
  const auto question = dialect.catalog.find("filled_views");
  const bool any = std::any_of(schema.views.begin(), schema.views.end(),
                               [](const View& view) { return view.materialized; });
  if (!any || question == dialect.catalog.end()) {
    return all;
  }
  for (const auto& view : session.ask({question->second, {}}).rows) {
    const std::string name = view.at(0).value_or("");
    auto& rows = all[name];
    const auto answer = session.ask({"SELECT CAST(ROW(held.*) AS text) FROM " +
                                         sql::quote_identifier(name, dialect.lexicon) + " held",
                                     {}});
    for (const auto& cells : answer.rows) {
      rows.push_back({cells.at(0).value_or(""), {}});
    }
    std::sort(rows.begin(), rows.end());
  }
  return all;
}

bool same_rows(const std::vector<Row>& some, const std::vector<Row>& others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                    [](const Row& a, const Row& b) { return a.text == b.text; });
}

// The first whose rows are others on the two sides; empty: none.
std::string first_other(const Contents& found, const Contents& wanted) {
  for (const auto& [name, rows] : wanted) {
    const auto there = found.find(name);
    if (there == found.end() || !same_rows(rows, there->second)) {
      return name;
    }
  }
  const auto more = std::find_if(found.begin(), found.end(), [&](const auto& one) {
    return wanted.find(one.first) == wanted.end();
  });
  return more == found.end() ? std::string() : more->first;
}

}  // namespace

Content content(session::Session& session, Schema schema, const Dialect& dialect) {
  Content content;
  content.rows = contents(session, schema, dialect);
  content.views = view_rows(session, schema, dialect);
  content.positions = positions(session, schema, dialect);
  content.schema = std::move(schema);
  return content;
}

std::string first_difference(const Content& found, const Content& wanted) {
  const diff::Difference difference = diff::compare(found.schema, wanted.schema);
  if (!difference.changes.empty()) {
    const ddl::Name name = ddl::name_of(difference.changes.front());
    return name.kind + " " + name.table + (name.table.empty() || name.object.empty() ? "" : ".") +
           name.object;
  }
  if (!difference.notes.empty()) {
    return difference.notes.front();
  }
  for (const auto kind : {&Content::rows, &Content::views}) {
    if (const std::string name = first_other(found.*kind, wanted.*kind); !name.empty()) {
      return "the rows of " + name;
    }
  }
  for (const auto* one : {&wanted, &found}) {
    const auto& other = one == &wanted ? found.positions : wanted.positions;
    for (const Position& position : one->positions) {
      if (std::find(other.begin(), other.end(), position) == other.end()) {
        return "the next number of " + position.table + "." + position.column;
      }
    }
  }
  return {};
}

std::vector<std::string> statements_for(session::Session& session, const Content& content,
                                        const Dialect& dialect) {
  Schema nothing;
  nothing.dialect = content.schema.dialect;
  const Schema bare = unwatched(content.schema, dialect);
  const Changes made = diff::compare(nothing, bare).changes;
  std::vector<std::string> all = texts(made, nothing, dialect);
  const bool defers = dialect.name == "sqlite" &&
                      std::any_of(bare.tables.begin(), bare.tables.end(),
                                  [](const Table& table) { return !table.foreign_keys.empty(); });
  if (defers) {
    all.emplace_back("PRAGMA defer_foreign_keys = ON");
  }
  for (const Table& table : bare.tables) {
    append(all, inserts(session, table, dialect));
  }
  append(all, texts(diff::compare(bare, content.schema).changes, bare, dialect));
  append(all, refreshes(made, content.views, dialect));
  for (const Position& position : content.positions) {
    if (!is_fresh(position, content.schema)) {
      append(all, statements_to(position, dialect));
    }
  }
  return all;
}

}  // namespace helium::facade

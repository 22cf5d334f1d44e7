#include "ddl/stash.h"

#include <algorithm>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::ddl {

std::string StashWriter::quoted(const std::string& name) const {
  return sql::quote_identifier(name, dialect_.lexicon);
}

std::string StashWriter::quoted(const std::vector<std::string>& names) const {
  std::vector<std::string> all;
  for (const std::string& name : names) {
    all.push_back(quoted(name));
  }
  return base::joined(all, ", ");
}

std::string StashWriter::same_key(const StashOf& stash, const std::string& one,
                                  const std::string& other) const {
  std::vector<std::string> parts;
  for (const std::string& column : stash.key) {
    parts.push_back(one + "." + quoted(column) + " = " + other + "." + quoted(column));
  }
  return base::joined(parts, " AND ");
}

std::string StashWriter::in_stash(const StashOf& stash) const {
  return "EXISTS (SELECT 1 FROM " + quoted(stash.name) + " s WHERE " +
         same_key(stash, "s", quoted(stash.table)) + ")";
}

// SQLite's transactions write alone from their beginning; MySQL's cannot hold a lock over the
// commits that its schema changes are.
std::vector<Rendered> StashWriter::lock(const std::string& table, Lock how) const {
  if (dialect_.name == "postgresql") {
    return {{"LOCK TABLE " + quoted(table) + " IN " +
             (how == Lock::everybody ? "ACCESS EXCLUSIVE" : "SHARE ROW EXCLUSIVE") + " MODE"}};
  }
  if (dialect_.name == "db2") {
    return {{"LOCK TABLE " + quoted(table) + " IN EXCLUSIVE MODE"}};
  }
  return {};
}

// MySQL and DB2 look for each row of the stash, so there the key is an index.
std::vector<Rendered> StashWriter::fill(const StashOf& stash,
                                        const std::vector<std::string>& columns,
                                        const std::string& where) const {
  std::vector<std::string> all = stash.key;
  for (const std::string& column : columns) {
    if (std::find(all.begin(), all.end(), column) == all.end()) {
      all.push_back(column);
    }
  }
  const std::string rows = "SELECT " + quoted(all) + " FROM " + quoted(stash.table) +
                           (where.empty() ? "" : " WHERE " + where);
  const std::string start = "CREATE TABLE " + quoted(stash.name);
  if (dialect_.name == "db2") {
    return {{start + " AS (" + rows + ") WITH NO DATA"},
            {"INSERT INTO " + quoted(stash.name) + " " + rows},
            {"CREATE UNIQUE INDEX " + quoted(stash.name + "_KEY") + " ON " + quoted(stash.name) +
             " (" + quoted(stash.key) + ")"}};
  }
  if (dialect_.name == "mysql" || dialect_.name == "mariadb") {
    return {{start + " (PRIMARY KEY (" + quoted(stash.key) + ")) AS " + rows}};
  }
  return {{start + " AS " + rows}};
}

Rendered StashWriter::restore(const StashOf& stash, const std::vector<std::string>& columns) const {
  const std::string table = quoted(stash.table);
  std::vector<std::string> set;
  if (dialect_.name == "mysql" || dialect_.name == "mariadb") {
    for (const std::string& column : columns) {
      set.push_back("t." + quoted(column) + " = s." + quoted(column));
    }
    return {"UPDATE " + table + " t JOIN " + quoted(stash.name) + " s ON " +
            same_key(stash, "s", "t") + " SET " + base::joined(set, ", ")};
  }
  if (dialect_.name == "db2") {
    for (const std::string& column : columns) {
      set.push_back(quoted(column) + " = (SELECT s." + quoted(column) + " FROM " +
                    quoted(stash.name) + " s WHERE " + same_key(stash, "s", table) + ")");
    }
    return {"UPDATE " + table + " SET " + base::joined(set, ", ") + " WHERE " + in_stash(stash)};
  }
  for (const std::string& column : columns) {
    set.push_back(quoted(column) + " = s." + quoted(column));
  }
  return {"UPDATE " + table + " SET " + base::joined(set, ", ") + " FROM " + quoted(stash.name) +
          " s WHERE " + same_key(stash, "s", table)};
}

Rendered StashWriter::put_back(const StashOf& stash, const std::vector<std::string>& columns,
                               const std::string& overriding) const {
  return {"INSERT INTO " + quoted(stash.table) + " (" + quoted(columns) + ")" + overriding +
          " SELECT " + quoted(columns) + " FROM " + quoted(stash.name) +
          " s WHERE NOT EXISTS (SELECT 1 FROM " + quoted(stash.table) + " t WHERE " +
          same_key(stash, "t", "s") + ")"};
}

Rendered StashWriter::take_out(const StashOf& stash) const {
  return {"DELETE FROM " + quoted(stash.table) + " WHERE " + in_stash(stash)};
}

Rendered StashWriter::gone(const StashOf& stash, const std::string& tells) const {
  return {"SELECT " + quoted(stash.key) + " FROM " + quoted(stash.name) +
              " s WHERE NOT EXISTS (SELECT 1 FROM " + quoted(stash.table) + " t WHERE " +
              same_key(stash, "t", "s") + ")",
          false, false, tells};
}

Rendered StashWriter::there(const StashOf& stash, const std::string& tells) const {
  return {"SELECT " + quoted(stash.key) + " FROM " + quoted(stash.name) +
              " s WHERE EXISTS (SELECT 1 FROM " + quoted(stash.table) + " t WHERE " +
              same_key(stash, "t", "s") + ")",
          false, false, tells};
}

Rendered StashWriter::drop(const StashOf& stash) const {
  return {"DROP TABLE " + quoted(stash.name)};
}

std::vector<std::string> row_key(const Table& table, const std::vector<std::string>& without) {
  const auto free = [&](const std::string& name) {
    return std::find(without.begin(), without.end(), name) == without.end();
  };
  // A key of SQLite may hold nulls, but for the one that is the row's own number.
  const auto usable = [&](const std::vector<std::string>& columns) {
    return !columns.empty() &&
           std::all_of(columns.begin(), columns.end(), [&](const std::string& name) {
             const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                              [&](const Column& one) { return one.name == name; });
             const bool number = column != table.columns.end() && columns.size() == 1 &&
                                 base::same_word(column->type, "integer");
             return column != table.columns.end() && free(name) && (!column->null || number);
           });
  };
  if (table.primary_key && usable(table.primary_key->columns)) {
    return table.primary_key->columns;
  }
  const auto unique = std::find_if(table.uniques.begin(), table.uniques.end(), [&](const Key& key) {
    const auto is = [&](const Column& one) { return !one.null && key.columns.front() == one.name; };
    return usable(key.columns) && std::any_of(table.columns.begin(), table.columns.end(), is);
  });
  if (unique != table.uniques.end()) {
    return unique->columns;
  }
  for (const Column& column : table.columns) {
    if (column.identity != Column::Identity::none && free(column.name)) {
      return {column.name};
    }
  }
  return {};
}

}  // namespace helium::ddl

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
  all.reserve(names.size());
  for (const std::string& name : names) {
    all.push_back(quoted(name));
  }
  return base::joined(all, ", ");
}

std::string StashWriter::same_key(const StashOf& stash, const std::string& one,
                                  const std::string& other) const {
  const auto of = [&](const std::string& rows, const std::string& column) {
    return rows + "." + quoted(column);
  };
  std::vector<std::string> parts;
  for (const std::string& column : stash.key) {
    parts.push_back(base::joined({of(one, column), of(other, column)}, " = "));
  }
  return base::joined(parts, " AND ");
}

// SQLite would search a stash without an index for every row; it makes IN a look into a set.
std::string StashWriter::keeps(const StashOf& stash, const std::string& rows) const {
  if (dialect_.name == "sqlite") {
    std::vector<std::string> mine;
    for (const std::string& column : stash.key) {
      mine.push_back(rows + "." + quoted(column));
    }
    return "(" + base::joined(mine, ", ") + ") IN (SELECT " + quoted(stash.key) + " FROM " +
           quoted(stash.name) + ")";
  }
  return "EXISTS (SELECT 1 FROM " + quoted(stash.name) + " s WHERE " + same_key(stash, "s", rows) +
         ")";
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

namespace {

std::vector<std::string> with_key(const StashOf& stash, const std::vector<std::string>& columns) {
  std::vector<std::string> all = stash.key;
  for (const std::string& column : columns) {
    if (std::find(all.begin(), all.end(), column) == all.end()) {
      all.push_back(column);
    }
  }
  return all;
}

}  // namespace

std::string StashWriter::in_table(const StashOf& stash, const std::string& column) const {
  return quoted(!stash.hidden.empty() && column == stash.column ? stash.hidden : column);
}

std::string StashWriter::rows(const StashOf& stash, const std::vector<std::string>& columns,
                              const std::string& where) const {
  std::vector<std::string> list;
  for (const std::string& column : with_key(stash, columns)) {
    const std::string name = quoted(column);
    const std::string there = in_table(stash, column);
    list.push_back(there == name ? name : base::joined({there, name}, " AS "));
  }
  return "SELECT " + base::joined(list, ", ") + " FROM " + quoted(stash.table) +
         (where.empty() ? "" : " WHERE " + where);
}

// MySQL and DB2 look for each row of the stash, so there the key is an index.
std::vector<Rendered> StashWriter::make(const StashOf& stash,
                                        const std::vector<std::string>& columns,
                                        const std::string& where) const {
  const std::string name = quoted(stash.name);
  const std::string start = "CREATE TABLE " + name;
  if (dialect_.name == "db2") {
    return {{start + " AS (" + rows(stash, columns, where) + ") WITH NO DATA"},
            {"CREATE UNIQUE INDEX " + quoted(stash.name + "_KEY") + " ON " + name + " (" +
             quoted(stash.key) + ")"}};
  }
  if (dialect_.name == "mysql" || dialect_.name == "mariadb") {
    return {
        {start + " (PRIMARY KEY (" + quoted(stash.key) + ")) AS " + rows(stash, columns, "1 = 0")}};
  }
  std::vector<Rendered> steps =
      seeing_all({stash.table}, {{start + " AS " + rows(stash, columns, where)}});
  const std::vector<Rendered> alone = for_its_owner(stash);
  steps.insert(steps.end(), alone.begin(), alone.end());
  return steps;
}

std::vector<Rendered> StashWriter::for_its_owner(const StashOf& stash) const {
  if (dialect_.name != "postgresql") {
    return {};
  }
  const std::string name = quoted(stash.name);
  return {
      {"DO " +
       sql::quote_dollar(
           "DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE "
           "grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = " +
           sql::quote_literal(name, dialect_.lexicon) +
           "::regclass AND grantee <> relowner LOOP EXECUTE " +
           sql::quote_literal("REVOKE ALL ON " + name + " FROM ", dialect_.lexicon) +
           " || who; END LOOP; END")}};
}

std::vector<Rendered> StashWriter::fill(const StashOf& stash,
                                        const std::vector<std::string>& columns,
                                        const std::string& where) const {
  if (dialect_.name == "postgresql" || dialect_.name == "sqlite") {
    return {};
  }
  return {{"INSERT INTO " + quoted(stash.name) + " (" + quoted(with_key(stash, columns)) + ") " +
           rows(stash, columns, where)}};
}

// MySQL gives a column its ON UPDATE value unless the statement says one.
std::string StashWriter::steadily(const StashOf& stash) const {
  std::string text;
  for (const std::string& column : stash.steady) {
    text += ", " + quoted(column) + " = " + quoted(column);
  }
  return text;
}

// FORCE ROW LEVEL SECURITY hides rows from the owner of a table too: a copy would lack them, and
// what was copied goes. The server is asked, which knows the policies and the role of that moment;
// row_security = off would do so only until the end of a transaction.
std::vector<Rendered> StashWriter::seeing_all(const std::vector<std::string>& tables,
                                              const std::vector<Rendered>& steps) const {
  if (dialect_.name != "postgresql") {
    return steps;
  }
  std::vector<Rendered> all;
  all.reserve(tables.size() + steps.size());
  for (const std::string& table : tables) {
    all.push_back({.text = "SELECT 1 WHERE row_security_active(" +
                           sql::quote_literal(quoted(table), dialect_.lexicon) + ")",
                   .refuses = "row level security may hide rows of " + base::printable(table) +
                              " from who runs this, and they would be left out: run it as a role "
                              "with BYPASSRLS, or as the owner without FORCE ROW LEVEL SECURITY"});
  }
  all.insert(all.end(), steps.begin(), steps.end());
  return all;
}

// Every row of a full page moves to another when it grows: it is locked first, and every index gets
// an entry for it. CLUSTER writes the table anew with so much room on each page that the rows stay
// (on a million rows half the time, with three indexes more a third). Older transactions go on
// seeing what they saw, which they would not if the table were written anew in any other way. It
// waits for nobody: the change of the table has its lock. What it may meet leaves all as it was. A
// copy of what is larger than 4 GB might not find its room on the disk.
constexpr const char* written_with_room = R"(
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
)";

// PostgreSQL's usual 4 MB send a million rows through temporary files. SET would be a setting of
// the session, which a group or a pool refuses; this one ends with the transaction.
std::vector<Rendered> StashWriter::room(const StashOf& stash) const {
  if (dialect_.name != "postgresql") {
    return {};
  }
  const auto literal = [&](const std::string& name) {
    return sql::quote_literal(quoted(name), dialect_.lexicon);
  };
  const std::string block = "DECLARE\n  held regclass := " + literal(stash.table) +
                            ";\n  kept regclass := " + literal(stash.name) + ";" +
                            written_with_room;
  return {{"SELECT set_config('work_mem', '128MB', true)"}, {"DO " + sql::quote_dollar(block)}};
}

// A key of SQLite may say ON CONFLICT REPLACE or IGNORE: what comes back must neither take the
// place of a row that came since, nor be left out without a word.
std::string StashWriter::or_abort() const {
  return dialect_.name == "sqlite" ? "OR ABORT " : "";
}

// MySQL and MariaDB collect the rows first unless the table that changes is read first. As many
// rows on both sides, they take one or the other: by chance three times as long.
Rendered StashWriter::restore(const StashOf& stash, const std::vector<std::string>& columns,
                              Extent extent) const {
  const std::string table = quoted(stash.table);
  std::vector<std::string> set;
  if (dialect_.name == "mysql" || dialect_.name == "mariadb") {
    for (const std::string& column : columns) {
      set.push_back("t." + in_table(stash, column) + " = s." + quoted(column));
    }
    for (const std::string& column : stash.steady) {
      if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
        set.push_back("t." + quoted(column) + " = t." + quoted(column));
      }
    }
    const char* join = extent == Extent::every   ? " t LEFT JOIN "
                       : extent == Extent::whole ? " t STRAIGHT_JOIN "
                                                 : " t JOIN ";
    return {"UPDATE " + table + join + quoted(stash.name) + " s ON " + same_key(stash, "s", "t") +
            " SET " + base::joined(set, ", ")};
  }
  if (dialect_.name == "db2") {
    for (const std::string& column : columns) {
      set.push_back(in_table(stash, column) + " = (SELECT s." + quoted(column) + " FROM " +
                    quoted(stash.name) + " s WHERE " + same_key(stash, "s", table) + ")");
    }
    return {"UPDATE " + table + " SET " + base::joined(set, ", ") + " WHERE " +
            keeps(stash, table)};
  }
  for (const std::string& column : columns) {
    set.push_back(in_table(stash, column) + " = s." + quoted(column));
  }
  return {"UPDATE " + or_abort() + table + " SET " + base::joined(set, ", ") + " FROM " +
          quoted(stash.name) + " s WHERE " + same_key(stash, "s", table)};
}

Rendered StashWriter::put_back(const StashOf& stash, const std::vector<std::string>& columns,
                               const std::string& overriding) const {
  return {"INSERT " + or_abort() + "INTO " + quoted(stash.table) + " (" + quoted(columns) + ")" +
          overriding + " SELECT " + quoted(columns) + " FROM " + quoted(stash.name) +
          " s WHERE NOT EXISTS (SELECT 1 FROM " + quoted(stash.table) + " t WHERE " +
          same_key(stash, "t", "s") + ")"};
}

// MariaDB would look at every row of the table for EXISTS.
Rendered StashWriter::take_out(const StashOf& stash) const {
  if (dialect_.name == "mysql" || dialect_.name == "mariadb") {
    return {"DELETE t FROM " + quoted(stash.table) + " t JOIN " + quoted(stash.name) + " s ON " +
            same_key(stash, "s", "t")};
  }
  return {"DELETE FROM " + quoted(stash.table) + " WHERE " + keeps(stash, quoted(stash.table))};
}

// Not by NOT EXISTS, for which MariaDB asks the same in nearly twice the time. A key has no nulls.
Rendered StashWriter::gone(const StashOf& stash, const std::string& tells) const {
  std::vector<std::string> keys;
  for (const std::string& column : stash.key) {
    keys.push_back("s." + quoted(column));
  }
  return {"SELECT " + base::joined(keys, ", ") + " FROM " + quoted(stash.name) + " s LEFT JOIN " +
              quoted(stash.table) + " t ON " + same_key(stash, "t", "s") + " WHERE t." +
              quoted(stash.key.front()) + " IS NULL",
          false, false, tells};
}

// The two counts take a quarter of the time that MariaDB needs to look for each row.
Rendered StashWriter::gone_with_value(const StashOf& stash, const std::string& column, bool counted,
                                      const std::string& tells) const {
  Rendered question = gone(stash, tells);
  question.text += " AND s." + quoted(column) + " IS NOT NULL";
  if (counted) {
    question.text += " AND (SELECT COUNT(" + quoted(column) + ") FROM " + quoted(stash.name) +
                     ") <> (SELECT COUNT(" + in_table(stash, column) + ") FROM " +
                     quoted(stash.table) + ")";
  }
  return question;
}

Rendered StashWriter::came(const StashOf& stash, const std::string& refuses) const {
  const char* limit = dialect_.name == "db2" ? " FETCH FIRST 1 ROWS ONLY" : " LIMIT 1";
  return {.text = "SELECT 1 FROM " + quoted(stash.table) + " t LEFT JOIN " + quoted(stash.name) +
                  " s ON " + same_key(stash, "s", "t") + " WHERE s." + quoted(stash.key.front()) +
                  " IS NULL" + limit,
          .refuses = refuses};
}

Rendered StashWriter::there(const StashOf& stash, const std::string& tells) const {
  return {"SELECT " + quoted(stash.key) + " FROM " + quoted(stash.name) +
              " s WHERE EXISTS (SELECT 1 FROM " + quoted(stash.table) + " t WHERE " +
              same_key(stash, "t", "s") + ")",
          false, false, tells};
}

// To the letter: equal under a collation is not the same.
std::string StashWriter::differ(const std::string& one, const std::string& other) const {
  if (dialect_.name == "mysql" || dialect_.name == "mariadb") {
    return "NOT (CAST(" + one + " AS BINARY) <=> CAST(" + other + " AS BINARY))";
  }
  if (dialect_.name == "postgresql") {
    return one + "::text IS DISTINCT FROM " + other + "::text";
  }
  if (dialect_.name == "sqlite") {
    return "(" + one + " COLLATE BINARY IS NOT " + other + " OR typeof(" + one + ") <> typeof(" +
           other + "))";
  }
  return "(" + one + " <> " + other + " OR (" + one + " IS NULL AND " + other +
         " IS NOT NULL) OR (" + one + " IS NOT NULL AND " + other + " IS NULL))";
}

Rendered StashWriter::forget_changed(const StashOf& stash, const StashOf& last,
                                     const std::string& column, const std::string& tells) const {
  const std::string name = quoted(stash.name);
  return {"DELETE FROM " + name + " WHERE EXISTS (SELECT 1 FROM " + quoted(stash.table) +
              " t JOIN " + quoted(last.name) + " s ON " + same_key(stash, "s", "t") + " WHERE " +
              same_key(stash, "t", name) + " AND " +
              differ("t." + quoted(column), "s." + quoted(column)) + ")",
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
  return {};
}

}  // namespace helium::ddl

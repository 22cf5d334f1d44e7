#include "ddl/sqlite.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace helium::ddl {
namespace {

// The constraints of a table, as its options name those that say what happens when they are broken:
// "unique a, b on conflict replace".
constexpr const char* primary_key = "primary key";

std::string not_null(const Column& column) {
  return "not null " + column.name;
}

std::string unique(const Key& key) {
  return "unique " + base::joined(key.columns, ", ");
}

std::string on_conflict(const Table& table, const std::string& constraint) {
  const std::string start = constraint + " on conflict ";
  for (const std::string& option : table.options) {
    if (option.rfind(start, 0) == 0) {
      return " ON CONFLICT " + base::upper(option.substr(start.size()));
    }
  }
  return {};
}

bool stands_in_body(const std::string& option, const Table& table) {
  const std::string constraint = option.substr(0, option.rfind(" on conflict "));
  return (table.primary_key && constraint == primary_key) ||
         std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const Column& one) { return !one.null && constraint == not_null(one); }) ||
         std::any_of(table.uniques.begin(), table.uniques.end(),
                     [&](const Key& one) { return constraint == unique(one); });
}

// How often a text says CHECK (...).
std::size_t checks_in(const Lines& body) {
  std::string text = base::lower(base::joined(body, ","));
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  constexpr std::string_view check = "check(";
  return (text.size() - base::replaced(text, check, "").size()) / check.size();
}

bool is_constant(const std::string& text) {
  const std::string word = base::lower(text);
  return !text.empty() && text.front() != '(' && word.rfind("current_", 0) != 0;
}

}  // namespace

Lines SqliteWriter::change(const Add<Extension>&) {
  lacks("extensions");
}
Lines SqliteWriter::change(const Add<Enum>&) {
  lacks("enum types: use a check");
}
Lines SqliteWriter::change(const Add<Domain>&) {
  lacks("domains");
}
Lines SqliteWriter::change(const Add<Sequence>&) {
  lacks("sequences");
}
Lines SqliteWriter::change(const Add<Routine>&) {
  lacks("routines");
}
Lines SqliteWriter::change(const Add<Grant>&) {
  lacks("grants");
}

Lines SqliteWriter::change(const Add<View>& what) {
  const View& view = what.object;
  if (view.materialized) {
    lacks("materialized views");
  }
  const bool named = !view.definition.empty() && view.definition.front() == '(';
  const auto close = named ? view.definition.find(") ") : std::string::npos;
  if (close == std::string::npos) {
    return {"CREATE VIEW " + quoted(view.name) + " AS " + view.definition};
  }
  return {"CREATE VIEW " + quoted(view.name) + " " + view.definition.substr(0, close + 1) + " AS " +
          view.definition.substr(close + 2)};
}

Lines SqliteWriter::change(const Drop<Trigger>& what) {
  return {"DROP TRIGGER " + quoted(what.object.name)};
}

// A comment has no place in a file.
Lines SqliteWriter::change(const Add<Column>& what) {
  return {alter(what.table) + "ADD COLUMN " + column(what.object)};
}

Lines SqliteWriter::change(const Add<TableIndex>& what) {
  if (!what.object.include.empty() || !what.object.method.empty()) {
    lacks("INCLUDE and USING on an index");
  }
  return Writer::change(what);
}

Lines SqliteWriter::change(const Rename<TableIndex>& what) {
  Lines lines = change(Drop<TableIndex>{what.table, what.object});
  TableIndex renamed = what.object;
  renamed.name = what.name;
  const Lines more = change(Add<TableIndex>{what.table, renamed});
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

std::string SqliteWriter::column(const Column& column) const {
  std::string text = quoted(column.name) + (column.type.empty() ? "" : " " + column.type);
  text += column.identity == Column::Identity::none ? "" : " PRIMARY KEY AUTOINCREMENT";
  text += column.null ? "" : " NOT NULL";
  text += default_of(column);
  text += column.collation.empty() ? "" : " COLLATE " + column.collation;
  if (column.generated != Column::Generated::no) {
    text += " GENERATED ALWAYS AS (" + column.expression + ")" +
            (column.generated == Column::Generated::stored ? " STORED" : " VIRTUAL");
  }
  return text;
}

// An expression needs no parentheses here, and those that stand are the author's.
std::string SqliteWriter::part(const IndexPart& part) const {
  return (part.expression ? part.text : quoted(part.text)) +
         (part.collation.empty() ? "" : " COLLATE " + part.collation) +
         (part.descending ? " DESC" : "");
}

// AUTOINCREMENT stands with its key at the column itself, and what is to happen when a constraint
// is broken stands behind that constraint.
Lines SqliteWriter::body(const Table& table) const {
  Table plain = table;
  for (Column& one : plain.columns) {
    if (one.identity != Column::Identity::none) {
      plain.primary_key.reset();
    }
    one.null = one.null || !on_conflict(table, not_null(one)).empty();
  }
  Lines lines = Writer::body(plain);
  auto line = lines.begin();
  for (const Column& one : table.columns) {
    const std::string how = on_conflict(table, not_null(one));
    *line = base::replaced(*line, " PRIMARY KEY AUTOINCREMENT",
                           " PRIMARY KEY" + on_conflict(table, primary_key) + " AUTOINCREMENT");
    *line++ += how.empty() ? "" : " NOT NULL" + how;
  }
  if (plain.primary_key) {
    *line++ += on_conflict(table, primary_key);
  }
  for (const Key& one : table.uniques) {
    *line++ += on_conflict(table, unique(one));
  }
  return lines;
}

std::string SqliteWriter::table_options(const Table& table) const {
  std::vector<std::string> words;
  for (const std::string& option : table.options) {
    if (option == "strict" || option == "without rowid") {
      words.push_back(base::upper(option));
    } else if (!stands_in_body(option, table)) {
      lacks("way to write " + base::upper(option) + " of " + base::printable(table.name) +
            " again");
    }
  }
  return words.empty() ? "" : " " + base::joined(words, ", ");
}

Lines SqliteWriter::comments(const Table&) const {
  return {};
}

// SQLite keeps a trigger's text from its name on.
std::string SqliteWriter::other_triggers(const std::string& table,
                                         const std::vector<Trigger>& triggers) const {
  std::vector<std::string> known = {"0"};
  for (const Trigger& one : triggers) {
    if (one.table == table) {
      known.push_back("instr(" + literal(one.definition) + ", substr(sql, 16)) > 0");
    }
  }
  return "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = " + literal(table) +
         " COLLATE NOCASE AND NOT (" + base::joined(known, " OR ") + ")";
}

// A column that nobody knew would go with the old table, and one that is not there any more would
// be read as a text: SQLite takes "name" for 'name' when there is no such column. Checks are told
// by its text alone, in which they are counted.
std::string SqliteWriter::strange(const Table& before, const std::vector<Trigger>& triggers) const {
  std::vector<std::string> columns;
  std::vector<std::string> rows;
  for (const Column& one : before.columns) {
    columns.push_back(literal(one.name));
    rows.push_back("(" + literal(one.name) + ")");
  }
  std::vector<std::string> indexes;
  for (const TableIndex& one : before.indexes) {
    indexes.push_back(literal(one.name));
  }
  const std::string table = literal(before.name);
  const std::string there = "pragma_table_xinfo(" + table + ")";
  const std::string belongs = " FROM sqlite_master WHERE tbl_name = " + table + " COLLATE NOCASE";
  const std::string text =
      "replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')";
  const auto more = [](std::size_t known, const std::string& what, const std::string& from) {
    return "SELECT 'key' WHERE (SELECT count(" + what + ") FROM " + from + ") > " +
           std::to_string(known);
  };
  return base::joined(
      {"SELECT name FROM " + there + " WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN (" +
           base::joined(columns, ", ") + ")",
       "SELECT column1 FROM (VALUES " + base::joined(rows, ", ") +
           ") WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM " + there + ")",
       "SELECT name" + belongs +
           " AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE "
           "NOT IN (" +
           base::joined(indexes, ", ") + ")",
       other_triggers(before.name, triggers),
       more(before.foreign_keys.size(), "DISTINCT id", "pragma_foreign_key_list(" + table + ")"),
       more(before.uniques.size(), "*", "pragma_index_list(" + table + ") WHERE origin = 'u'"),
       "SELECT 'check'" + belongs + " AND type = 'table' AND (length(" + text +
           ") - length(replace(" + text + ", 'check(', ''))) / 6 > " +
           std::to_string(checks_in(body(before)))},
      " UNION ALL ");
}

// The new table takes the old one's name last: renaming the old one first would turn the references
// of other tables to it. A counter of AUTOINCREMENT follows its table.
Lines SqliteWriter::rebuilt(const Rebuild& what) {
  const std::string aside = "helium_rebuilt_" + what.after.name;
  std::vector<std::string> from;
  std::vector<std::string> to;
  for (const Rebuild::Copied& one : what.copied) {
    from.push_back(one.from);
    to.push_back(quoted(one.to));
  }
  Lines lines = {create_table(what.after, aside)};
  if (!to.empty()) {
    // A row that breaks a constraint must stop the rebuild, whatever ON CONFLICT says there.
    const bool quiet = std::any_of(
        what.after.options.begin(), what.after.options.end(),
        [](const std::string& option) { return option.find(" on conflict ") != option.npos; });
    lines.push_back(std::string("INSERT ") + (quiet ? "OR ABORT " : "") + "INTO " + quoted(aside) +
                    " (" + base::joined(to, ", ") + ") SELECT " + base::joined(from, ", ") +
                    " FROM " + quoted(what.before.name));
  }
  const bool counts =
      std::any_of(what.after.columns.begin(), what.after.columns.end(),
                  [](const Column& column) { return column.identity != Column::Identity::none; });
  if (counts) {
    lines.push_back(
        "UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = " +
        literal(what.before.name) + ") WHERE name = " + literal(aside) +
        " AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = " + literal(what.before.name) +
        ")");
  }
  lines.push_back("DROP TABLE " + quoted(what.before.name));
  lines.push_back(alter(aside) + "RENAME TO " + quoted(what.after.name));
  for (const TableIndex& index : what.after.indexes) {
    const Lines more = change(Add<TableIndex>{what.after.name, index});
    lines.insert(lines.end(), more.begin(), more.end());
  }
  for (const Trigger& trigger : what.triggers) {
    lines.push_back(trigger.definition);
  }
  return lines;
}

bool sqlite_alters(const Change& change) {
  if (const auto* added = std::get_if<Add<Column>>(&change.what)) {
    const Column& column = added->object;
    const bool constant = !column.default_value || is_constant(*column.default_value);
    const bool null_default =
        !column.default_value || base::same_word(*column.default_value, "null");
    return column.generated != Column::Generated::stored && constant &&
           column.identity == Column::Identity::none &&
           (column.null || !null_default || column.generated == Column::Generated::on_read);
  }
  return std::holds_alternative<Rename<Column>>(change.what) ||
         std::holds_alternative<Rename<Table>>(change.what) ||
         std::holds_alternative<Add<TableIndex>>(change.what) ||
         std::holds_alternative<Drop<TableIndex>>(change.what) ||
         std::holds_alternative<Rename<TableIndex>>(change.what) ||
         std::holds_alternative<Drop<Column>>(change.what);
}

}  // namespace helium::ddl

#include "ddl/mysql.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace helium::ddl {
namespace {

// What may follow DEFAULT without parentheses: a literal, NULL, and the time of day.
bool is_plain_default(const std::string& text) {
  const std::string word = base::lower(text);
  return text.empty() || text.front() == '\'' || text.front() == '-' ||
         std::isdigit(static_cast<unsigned char>(text.front())) != 0 || text.front() == '(' ||
         word == "null" || word == "true" || word == "false" ||
         word.rfind("current_timestamp", 0) == 0 || word.rfind("b'", 0) == 0 ||
         word.rfind("x'", 0) == 0 || word.rfind("nextval(", 0) == 0;
}

// A grantee is spelt 'user'@'host' already.
std::string on_table(const Grant& grant, const std::string& object) {
  return (grant.kind == "table" || grant.kind == "view" ? "" : base::upper(grant.kind) + " ") +
         object;
}

// Spelt already; of what cannot be made again as it was, it is who makes it.
std::string definer(const std::string& owner) {
  return owner.empty() || owner == "?" ? "" : "DEFINER = " + owner + " ";
}

// CREATE [OR REPLACE] of an author who does not say whose it is.
std::string with_definer(const std::string& statement, const std::string& definer) {
  std::size_t at = 0;
  for (const char* word : {"create", "or", "replace"}) {
    const auto next = std::min(statement.find_first_not_of(" \t\r\n", at), statement.size());
    const auto end = std::min(statement.find_first_of(" \t\r\n", next), statement.size());
    at = base::same_word(statement.substr(next, end - next), word) ? end : at;
  }
  const auto next = std::min(statement.find_first_not_of(" \t\r\n", at), statement.size());
  const bool says = definer.empty() || base::same_word(statement.substr(next, 7), "definer");
  return says ? statement : statement.substr(0, at) + " " + definer + statement.substr(next);
}

}  // namespace

std::string MysqlWriter::default_of(const Column& column) const {
  if (!column.default_value) {
    return "";
  }
  return " DEFAULT " + (is_plain_default(*column.default_value)
                            ? *column.default_value
                            : "(" + *column.default_value + ")");
}

std::string MysqlWriter::column(const Column& column) const {
  std::string text = quoted(column.name) + " " + column.type;
  text += column.collation.empty() ? "" : " COLLATE " + column.collation;
  if (column.generated != Column::Generated::no) {
    text += " GENERATED ALWAYS AS (" + column.expression + ")" +
            (column.generated == Column::Generated::stored ? " STORED" : " VIRTUAL");
    // MariaDB takes no NULL or NOT NULL behind it; MySQL takes NOT NULL.
    text += column.null || dialect_.name == "mariadb" ? "" : " NOT NULL";
  } else {
    text += column.null ? " NULL" : " NOT NULL";
    text += default_of(column);
  }
  text += column.on_update.empty() ? "" : " ON UPDATE " + column.on_update;
  text += column.identity == Column::Identity::none ? "" : " AUTO_INCREMENT";
  return text + (column.comment.empty() ? "" : " COMMENT " + literal(column.comment));
}

std::string MysqlWriter::key(const Key& key, const char* words) const {
  if (base::same_word(words, "PRIMARY KEY")) {
    return std::string("PRIMARY KEY (") + quoted(key.columns) + ")";
  }
  return std::string("UNIQUE KEY ") + (key.name.empty() ? "" : quoted(key.name) + " ") + "(" +
         quoted(key.columns) + ")";
}

// MySQL has other words for a check that no row is held against; MariaDB has no such check.
std::string MysqlWriter::check(const Check& check) const {
  return named(check.name) + "CHECK (" + check.expression + ")" +
         (check.validated ? "" : " NOT ENFORCED");
}

std::string MysqlWriter::part(const IndexPart& part) const {
  std::string text = part.expression ? "(" + part.text + ")" : quoted(part.text);
  text += part.prefix == 0 ? "" : "(" + std::to_string(part.prefix) + ")";
  return text + (part.descending ? " DESC" : "");
}

std::string MysqlWriter::table_options(const Table& table) const {
  std::string text;
  for (const std::string& option : table.options) {
    text += " " + base::upper(option.substr(0, option.find('='))) +
            option.substr(std::min(option.find('='), option.size()));
  }
  text += table.comment.empty() ? "" : " COMMENT=" + literal(table.comment);
  return text + (table.partition_by.empty()
                     ? ""
                     : " PARTITION BY " + table.partition_by + " " + table.partition_bound);
}

Lines MysqlWriter::comments(const Table&) const {
  return {};
}

Lines MysqlWriter::change(const Add<Extension>&) {
  lacks("extensions");
}
Lines MysqlWriter::change(const Add<Enum>&) {
  lacks("enum types: use enum('a', 'b') as a column's type");
}
Lines MysqlWriter::change(const Add<Domain>&) {
  lacks("domains");
}

Lines MysqlWriter::change(const Add<Sequence>& what) {
  if (dialect_.name == "mysql") {
    lacks("sequences");
  }
  return Writer::change(what);
}

std::string MysqlWriter::index(const TableIndex& index) const {
  std::vector<std::string> parts;
  for (const IndexPart& one : index.parts) {
    parts.push_back(part(one));
  }
  const bool special = index.method == "fulltext" || index.method == "spatial";
  return (index.unique ? "UNIQUE " : "") +
         (special ? base::upper(index.method) + " " : std::string()) + "KEY " + quoted(index.name) +
         " (" + base::joined(parts, ", ") + ")" + (index.method == "hash" ? " USING HASH" : "") +
         (index.comment.empty() ? "" : " COMMENT " + literal(index.comment));
}

// Indexes stand inside: a foreign key needs them, and AUTO_INCREMENT its key.
Lines MysqlWriter::change(const Add<Table>& what) {
  const Table& table = what.object;
  Lines inside = body(table);
  const auto foreign = inside.end() - static_cast<std::ptrdiff_t>(table.foreign_keys.size());
  Lines keys;
  for (const TableIndex& index : table.indexes) {
    keys.push_back(this->index(index));
  }
  inside.insert(foreign, keys.begin(), keys.end());
  return {"CREATE TABLE " + quoted(table.name) + " (\n  " + base::joined(inside, ",\n  ") + "\n)" +
          table_options(table)};
}

Lines MysqlWriter::change(const Alter<TableOptions>& what) {
  std::vector<std::string> parts;
  for (const std::string& option : what.after.options) {
    if (std::find(what.before.options.begin(), what.before.options.end(), option) ==
        what.before.options.end()) {
      parts.push_back(base::upper(option.substr(0, option.find('='))) +
                      option.substr(std::min(option.find('='), option.size())));
    }
  }
  if (what.before.comment != what.after.comment) {
    parts.push_back("COMMENT=" + literal(what.after.comment));
  }
  return parts.empty() ? Lines{} : Lines{alter(what.after.name) + base::joined(parts, ", ")};
}

Lines MysqlWriter::change(const Add<Column>& what) {
  const auto& behind = what.object.follows;
  const std::string place = !behind ? "" : behind->empty() ? " FIRST" : " AFTER " + quoted(*behind);
  return {alter(what.table) + "ADD COLUMN " + column(what.object) + place};
}

Lines MysqlWriter::change(const Alter<Column>& what) {
  if (!what.after.conversion.empty()) {
    lacks("way to change a type by an expression: add a column, backfill it, drop the old one");
  }
  if (what.before.generated != what.after.generated &&
      (what.before.generated == Column::Generated::on_read ||
       what.after.generated == Column::Generated::on_read)) {
    return {alter(what.table) + "DROP COLUMN " + quoted(what.after.name),
            alter(what.table) + "ADD COLUMN " + column(what.after)};
  }
  return {alter(what.table) + "MODIFY COLUMN " + column(what.after)};
}

Lines MysqlWriter::beside_checks(const Change& what, const Table& table) {
  const auto find = [](const auto& list, const std::string& name) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.name == name; });
    return found == list.end() ? nullptr : &*found;
  };
  if (const auto* dropped = std::get_if<Drop<Check>>(&what.what)) {
    if (const Column* of = find(table.columns, dropped->object.name)) {
      return {alter(table.name) + "DROP CONSTRAINT IF EXISTS " + quoted(of->name) +
              ", MODIFY COLUMN " + column(*of)};
    }
  }
  Lines lines = write(what);
  if (const auto* altered = std::get_if<Alter<Column>>(&what.what)) {
    if (const Check* kept = find(table.checks, altered->after.name)) {
      lines.back() += ", ADD CONSTRAINT IF NOT EXISTS " + quoted(kept->name) + " CHECK (" +
                      kept->expression + ")";
    }
  }
  return lines;
}

std::string MysqlWriter::together(const Changes& changes, const Table* checked) {
  const std::string start = alter(name_of(changes.front()).table);
  std::vector<std::string> parts;
  for (const Change& change : changes) {
    if (const auto* added = std::get_if<Add<TableIndex>>(&change.what)) {
      parts.push_back("ADD " + index(added->object));
      continue;
    }
    for (const std::string& line :
         checked == nullptr ? write(change) : beside_checks(change, *checked)) {
      parts.push_back(line.substr(start.size()));
    }
  }
  return start + base::joined(parts, ", ");
}

Lines MysqlWriter::change(const Drop<PrimaryKey>& what) {
  return {alter(what.table) + "DROP PRIMARY KEY"};
}

Lines MysqlWriter::change(const Drop<Key>& what) {
  return {alter(what.table) + "DROP INDEX " + quoted(what.object.name)};
}

Lines MysqlWriter::change(const Drop<ForeignKey>& what) {
  return {alter(what.table) + "DROP FOREIGN KEY " + quoted(what.object.name)};
}

Lines MysqlWriter::change(const Add<TableIndex>& what) {
  const TableIndex& index = what.object;
  std::vector<std::string> parts;
  for (const IndexPart& one : index.parts) {
    parts.push_back(part(one));
  }
  const bool special = index.method == "fulltext" || index.method == "spatial";
  if (!index.where.empty()) {
    lacks("partial indexes");
  }
  return {std::string("CREATE ") + (index.unique ? "UNIQUE " : "") +
          (special ? base::upper(index.method) + " " : std::string()) + "INDEX " +
          quoted(index.name) + " ON " + quoted(what.table) + " (" + base::joined(parts, ", ") +
          ")" + (index.method == "hash" ? " USING HASH" : "") +
          (index.comment.empty() ? "" : " COMMENT " + literal(index.comment))};
}

Lines MysqlWriter::change(const Drop<TableIndex>& what) {
  return {alter(what.table) + "DROP INDEX " + quoted(what.object.name)};
}

Lines MysqlWriter::change(const Rename<TableIndex>& what) {
  return {alter(what.table) + "RENAME INDEX " + quoted(what.object.name) + " TO " +
          quoted(what.name)};
}

Lines MysqlWriter::change(const Add<View>& what) {
  const View& view = what.object;
  if (view.materialized) {
    lacks("materialized views");
  }
  std::string algorithm;
  std::string before;
  std::string behind;
  for (const std::string& option : view.options) {
    if (option.rfind("check option ", 0) == 0) {
      behind = " WITH " + base::upper(option.substr(13)) + " CHECK OPTION";
    } else {
      (option.rfind("algorithm=", 0) == 0 ? algorithm : before) += base::upper(option) + " ";
    }
  }
  // Where the columns have names of their own, they stand in front of the query.
  const bool named = !view.definition.empty() && view.definition.front() == '(';
  const auto close = named ? view.definition.find(") ") : std::string::npos;
  const std::string columns =
      close == std::string::npos ? "" : " " + view.definition.substr(0, close + 1);
  return {"CREATE " + algorithm + definer(view.owner) + before + "VIEW " + quoted(view.name) +
          columns + " AS " + view.definition.substr(close == std::string::npos ? 0 : close + 2) +
          behind};
}

// An author gives the whole statement, the catalog what stands behind the arguments.
Lines MysqlWriter::change(const Add<Routine>& what) {
  const Routine& routine = what.object;
  if (base::lower(routine.definition).rfind("create", 0) == 0) {
    return {with_definer(routine.definition, definer(routine.owner))};
  }
  std::string definition = routine.definition;
  if (!routine.comment.empty()) {
    const auto line = definition.find('\n');
    definition.insert(std::min(line, definition.size()), " COMMENT " + literal(routine.comment));
  }
  return {"CREATE " + definer(routine.owner) + base::upper(routine.kind) + " " +
          quoted(routine.name) + "(" + routine.arguments + ") " + definition};
}

Lines MysqlWriter::change(const Drop<Routine>& what) {
  return {"DROP " + base::upper(what.object.kind) + " " + quoted(what.object.name)};
}

Lines MysqlWriter::change(const Drop<Trigger>& what) {
  return {"DROP TRIGGER " + quoted(what.object.name)};
}

Lines MysqlWriter::change(const Add<Grant>& what) {
  const Grant& grant = what.object;
  return {"GRANT " + base::upper(grant.privilege) +
          (grant.column.empty() ? "" : " (" + quoted(grant.column) + ")") + " ON " +
          on_table(grant, quoted(grant.object)) + " TO " + grant.grantee +
          (grant.grantable ? " WITH GRANT OPTION" : "")};
}

Lines MysqlWriter::change(const Drop<Grant>& what) {
  const Grant& grant = what.object;
  return {"REVOKE " + base::upper(grant.privilege) +
          (grant.column.empty() ? "" : " (" + quoted(grant.column) + ")") + " ON " +
          on_table(grant, quoted(grant.object)) + " FROM " + grant.grantee};
}

}  // namespace helium::ddl

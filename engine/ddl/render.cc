// Changes in their order as statements. Neighbouring changes of one SQLite table that ALTER cannot
// do become one rebuild; on DB2 a table that needs it is reorganised before its next change.
#include <algorithm>

#include "base/text.h"
#include "ddl/db2.h"
#include "ddl/mysql.h"
#include "ddl/sqlite.h"
#include "ddl/together.h"
#include "ddl/writer.h"
#include "sql/quote.h"

namespace helium::ddl {
namespace {

std::string table_of(const Change& change) {
  const Name name = name_of(change);
  return name.table;
}

bool belongs_to_table(const Change& change) {
  return std::holds_alternative<Add<Column>>(change.what) ||
         std::holds_alternative<Drop<Column>>(change.what) ||
         std::holds_alternative<Alter<Column>>(change.what) ||
         std::holds_alternative<Rename<Column>>(change.what) ||
         std::holds_alternative<Add<PrimaryKey>>(change.what) ||
         std::holds_alternative<Drop<PrimaryKey>>(change.what) ||
         std::holds_alternative<Add<Key>>(change.what) ||
         std::holds_alternative<Drop<Key>>(change.what) ||
         std::holds_alternative<Add<ForeignKey>>(change.what) ||
         std::holds_alternative<Drop<ForeignKey>>(change.what) ||
         std::holds_alternative<Add<Check>>(change.what) ||
         std::holds_alternative<Drop<Check>>(change.what) ||
         std::holds_alternative<Alter<TableOptions>>(change.what) ||
         std::holds_alternative<Add<TableIndex>>(change.what) ||
         std::holds_alternative<Drop<TableIndex>>(change.what);
}

const Table* find(const Schema& schema, const std::string& name) {
  const auto found = std::find_if(schema.tables.begin(), schema.tables.end(),
                                  [&](const Table& table) { return table.name == name; });
  return found == schema.tables.end() ? nullptr : &*found;
}

// A column of both tables, or one that was renamed on the way.
std::vector<Rebuild::Copied> copied(const Table& before, const Table& after, const Changes& changes,
                                    const Lexicon& lexicon) {
  std::vector<Rebuild::Copied> pairs;
  for (const Column& column : after.columns) {
    std::string from = column.name;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      if (const auto* renamed = std::get_if<Rename<Column>>(&change->what);
          renamed != nullptr && renamed->name == from) {
        from = renamed->object.name;
      }
      if (const auto* added = std::get_if<Add<Column>>(&change->what);
          added != nullptr && added->object.name == from) {
        from.clear();
      }
    }
    const bool held = std::any_of(before.columns.begin(), before.columns.end(),
                                  [&](const Column& one) { return one.name == from; });
    if (held && column.generated == Column::Generated::no) {
      std::string value = sql::quote_identifier(from, lexicon);
      for (const Change& change : changes) {
        const auto* altered = std::get_if<Alter<Column>>(&change.what);
        if (altered != nullptr && altered->after.name == column.name &&
            !altered->after.conversion.empty()) {
          value = altered->after.conversion;
        }
      }
      pairs.push_back({value, column.name});
    }
  }
  return pairs;
}

class Sqlite {
 public:
  Sqlite(const Schema& before, const Dialect& dialect, Look look)
      : dialect_(dialect), look_(look), schema_(before), writer_(dialect) {}

  std::vector<Rendered> render(const Changes& changes) {
    for (std::size_t i = 0; i < changes.size();) {
      const std::size_t end = group_end(changes, i);
      const Changes group(changes.begin() + static_cast<std::ptrdiff_t>(i),
                          changes.begin() + static_cast<std::ptrdiff_t>(end));
      add(group);
      schema_ = fold(std::move(schema_), group);
      i = end;
    }
    return std::move(rendered_);
  }

 private:
  // The neighbours that belong to the same table, when one of them needs a rebuild.
  [[nodiscard]] std::size_t group_end(const Changes& changes, std::size_t from) const {
    if (!belongs_to_table(changes[from])) {
      return from + 1;
    }
    const std::string table = table_of(changes[from]);
    std::size_t end = from;
    bool rebuilds = false;
    while (end < changes.size() && belongs_to_table(changes[end]) &&
           table_of(changes[end]) == table) {
      rebuilds = rebuilds || !alters(changes[end]);
      ++end;
    }
    return rebuilds ? end : from + 1;
  }

  // DROP COLUMN is refused for a column that a key, an index or a check names.
  [[nodiscard]] bool alters(const Change& change) const {
    if (const auto* added = std::get_if<Add<Column>>(&change.what)) {
      const Table* into = find(schema_, added->table);
      const auto& behind = added->object.follows;
      const bool last = !behind || into == nullptr || into->columns.empty() ||
                        into->columns.back().name == *behind;
      return last && sqlite_alters(change);
    }
    const auto* dropped = std::get_if<Drop<Column>>(&change.what);
    const Table* table = dropped == nullptr ? nullptr : find(schema_, dropped->table);
    if (table == nullptr) {
      return sqlite_alters(change);
    }
    Table without = *table;
    std::erase_if(without.columns,
                  [&](const Column& column) { return column.name == dropped->object.name; });
    Schema alone;
    alone.tables = {*table};
    Table folded = fold(alone, {change}).tables.front();
    return folded.uniques == table->uniques && folded.foreign_keys == table->foreign_keys &&
           folded.indexes == table->indexes && table->checks.empty() &&
           !(table->primary_key &&
             std::find(table->primary_key->columns.begin(), table->primary_key->columns.end(),
                       dropped->object.name) != table->primary_key->columns.end()) &&
           std::none_of(table->columns.begin(), table->columns.end(), [](const Column& column) {
             return column.generated != Column::Generated::no;
           });
  }

  void add(const Changes& group) {
    const bool plain = std::all_of(group.begin(), group.end(), [&](const Change& change) {
      return !belongs_to_table(change) || alters(change);
    });
    const Table* before = plain ? nullptr : find(schema_, table_of(group.front()));
    if (before == nullptr) {
      for (const Change& change : group) {
        put(writer_.write(change));
      }
      return;
    }
    const Schema folded = fold(schema_, group);
    Rebuild what;
    what.before = *before;
    what.after = *find(folded, before->name);
    what.copied = copied(what.before, what.after, group, dialect_.lexicon);
    std::copy_if(folded.triggers.begin(), folded.triggers.end(), std::back_inserter(what.triggers),
                 [&](const Trigger& trigger) { return trigger.table == what.after.name; });
    rendered_.push_back({"PRAGMA foreign_keys = OFF", true, true});
    if (look_ == Look::first) {
      rendered_.push_back({.text = writer_.strange(what.before, schema_.triggers),
                           .rebuilds = true,
                           .refuses = base::printable(before->name) +
                                      " is not what it was when this was planned: others changed "
                                      "its columns, indexes, triggers, keys or checks, and making "
                                      "it anew would lose that"});
    }
    for (const std::string& line : writer_.rebuilt(what)) {
      rendered_.push_back({line, false, true});
    }
    rendered_.push_back({"PRAGMA foreign_keys = ON", true, true});
  }

  void put(const Lines& lines) {
    for (const std::string& line : lines) {
      rendered_.push_back({line, false});
    }
  }

  const Dialect& dialect_;
  Look look_;
  Schema schema_;
  SqliteWriter writer_;
  std::vector<Rendered> rendered_;
};

// Some check has a column's name, which is how one that stands beside the column is called.
bool keeps_checks(const Table& table) {
  return std::any_of(table.checks.begin(), table.checks.end(), [&](const Check& check) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return column.name == check.name; });
  });
}

std::vector<Rendered> rendered_mysql(const Changes& changes, Schema schema, const Dialect& dialect,
                                     Look look) {
  MysqlWriter writer(dialect);
  const Together together(look == Look::never ? changes : Changes(), schema);
  const bool checked = dialect.name == "mariadb" &&
                       std::any_of(schema.tables.begin(), schema.tables.end(), keeps_checks);
  std::vector<Rendered> rendered;
  for (std::size_t at = 0, end = 0; at < changes.size(); at = end) {
    end = together.end(changes, at);
    const Changes group(changes.begin() + static_cast<std::ptrdiff_t>(at),
                        changes.begin() + static_cast<std::ptrdiff_t>(end));
    const Change& first = group.front();
    const Table* table =
        checked && belongs_to_table(first) ? find(schema, table_of(first)) : nullptr;
    const Lines lines = group.size() > 1   ? Lines{writer.together(group, table)}
                        : table == nullptr ? writer.write(first)
                                           : writer.beside_checks(first, *table);
    for (const std::string& line : lines) {
      rendered.push_back({.text = line, .pair = static_cast<std::uint32_t>(at + 1)});
    }
    if (checked) {
      schema = fold(std::move(schema), group);
    }
  }
  return rendered;
}

}  // namespace

std::unique_ptr<Writer> writer_for(const Dialect& dialect) {
  if (dialect.name == "mysql" || dialect.name == "mariadb") {
    return std::make_unique<MysqlWriter>(dialect);
  }
  if (dialect.name == "sqlite") {
    return std::make_unique<SqliteWriter>(dialect);
  }
  if (dialect.name == "db2") {
    return std::make_unique<Db2Writer>(dialect);
  }
  return std::make_unique<Writer>(dialect);
}

std::vector<Rendered> render(const Changes& changes, const Schema& before, const Dialect& dialect,
                             Look look) {
  if (dialect.name == "sqlite") {
    return Sqlite(before, dialect, look).render(changes);
  }
  if (dialect.name == "mysql" || dialect.name == "mariadb") {
    return rendered_mysql(changes, before, dialect, look);
  }
  const auto writer = writer_for(dialect);
  std::vector<Rendered> rendered;
  std::vector<std::string> to_reorganise;
  std::uint32_t pair = 0;
  for (const Change& change : changes) {
    ++pair;
    for (const std::string& line : writer->write(change)) {
      rendered.push_back({.text = line, .pair = pair});
    }
    if (dialect.name == "db2" && db2_reorganises(change)) {
      to_reorganise.push_back(table_of(change));
    }
  }
  std::sort(to_reorganise.begin(), to_reorganise.end());
  to_reorganise.erase(std::unique(to_reorganise.begin(), to_reorganise.end()), to_reorganise.end());
  for (const std::string& table : to_reorganise) {
    rendered.push_back({.text = "CALL SYSPROC.ADMIN_CMD('REORG TABLE \"" + table + "\"')",
                        .outside = true,
                        .pair = pair});
  }
  return rendered;
}

}  // namespace helium::ddl

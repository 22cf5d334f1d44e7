#include "draw/known.h"

#include <algorithm>

#include "base/text.h"
#include "ddl/ddl.h"
#include "draw/named.h"
#include "sql/quote.h"

namespace helium::draw {
namespace {

bool has_all(const Table& table, const std::vector<std::string>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](const std::string& name) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return column.name == name; });
  });
}

// Keys and indexes whose columns are gone go too.
void tidy(Table& table) {
  std::erase_if(table.uniques, [&](const Key& key) { return !has_all(table, key.columns); });
  std::erase_if(table.foreign_keys,
                [&](const ForeignKey& key) { return !has_all(table, key.columns); });
  std::erase_if(table.indexes, [&](const TableIndex& index) {
    return std::any_of(index.parts.begin(), index.parts.end(), [&](const IndexPart& part) {
      return !part.expression && !has_all(table, {part.text});
    });
  });
}

bool is_unique(const Table& table, const std::string& column) {
  const std::vector<std::string> alone = {column};
  return (table.primary_key && table.primary_key->columns == alone) ||
         std::any_of(table.uniques.begin(), table.uniques.end(),
                     [&](const Key& key) { return key.columns == alone; }) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), [&](const TableIndex& index) {
           return index.unique && index.parts.size() == 1 && index.parts.front().text == column;
         });
}

}  // namespace

Known::Known(const Dialect& dialect) : dialect_(dialect) {
  schema_.dialect = dialect.name;
}

// A diagram has the author's spelling, a schema that of the server.
std::string Known::spelt(const std::string& name) const {
  return dialect_.traits.upper_case_names && sql::is_plain_identifier(name) ? base::upper(name)
                                                                            : name;
}

Table* Known::table(const std::string& name) {
  const auto found = named(schema_.tables, name);
  return found == schema_.tables.end() ? nullptr : &*found;
}

void Known::lose(const DiagramVersion& takings) {
  for (const auto& lost : takings.lost) {
    Table* held = table(lost.table);
    if (held == nullptr) {
      continue;
    }
    const auto column = named(held->columns, lost.column);
    if (column == held->columns.end()) {
      continue;
    }
    const ChangeKind change =
        lost.renamed.empty() ? ChangeKind(Drop<Column>{held->name, *column})
                             : ChangeKind(Rename<Column>{held->name, *column, spelt(lost.renamed)});
    schema_ = ddl::fold(std::move(schema_), {{change, {}}});
  }
  for (const auto& name : takings.gone) {
    std::erase_if(schema_.views, [&](const View& one) { return base::same_word(one.name, name); });
    if (const Table* held = table(name); held != nullptr) {
      schema_ = ddl::fold(schema_, {{Drop<Table>{"", *held}, {}}});
    }
  }
}

void Known::learn(const std::vector<DiagramTable>& described) {
  for (const DiagramTable& one : described) {
    if (one.kind == DiagramTable::Kind::view) {
      continue;  // its query is not told, and no operation needs its columns
    }
    if (Table* held = table(one.name); held != nullptr) {
      learn(*held, one);
      continue;
    }
    Table made;
    made.name = spelt(one.name);
    learn(made, one);
    schema_ = ddl::fold(std::move(schema_), {{Add<Table>{"", made}, {}}});
  }
}

void Known::learn(Table& table, const DiagramTable& described) const {
  std::vector<Column> columns;
  Key key;
  for (const DiagramColumn& one : described.columns) {
    const auto held = named(table.columns, one.name);
    Column column = held == table.columns.end() ? Column() : *held;
    column.name = held == table.columns.end() ? spelt(one.name) : column.name;
    column.type = one.datatype;
    column.null = one.nullable;
    if (one.primary_key) {
      key.columns.push_back(column.name);
    }
    columns.push_back(std::move(column));
  }
  table.columns = std::move(columns);
  tidy(table);
  if (key.columns.empty()) {
    table.primary_key.reset();
  } else if (!table.primary_key || table.primary_key->columns != key.columns) {
    key.name = dialect_.name == "postgresql" ? table.name + "_pkey" : "";
    table.primary_key = key;
  }
  for (const DiagramColumn& one : described.columns) {
    const std::string& name = named(table.columns, one.name)->name;
    if (one.unique && !is_unique(table, name)) {
      Key unique;
      unique.name = table.name + "_" + name + (dialect_.traits.upper_case_names ? "_KEY" : "_key");
      unique.columns = {name};
      table.uniques.push_back(unique);
    }
  }
}

}  // namespace helium::draw

#include "catalog/rows.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "catalog/mysql_table.h"
#include "catalog/sqlite_text.h"
#include "catalog/text.h"
#include "helium/error.h"

namespace helium::catalog {
namespace {

using Cells = std::vector<std::optional<std::string>>;

std::string text(const Cells& row, std::size_t column) {
  return column < row.size() ? row[column].value_or("") : "";
}

bool truth(const Cells& row, std::size_t column) {
  return text(row, column) == "1";
}

std::optional<std::int64_t> number(const Cells& row, std::size_t column) {
  const std::string digits = text(row, column);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    if (end > from) {
      lines.push_back(text.substr(from, end - from));
    }
    from = end + 1;
  }
  return lines;
}

// The answers come ordered by table, so the last one found, or the one behind it, is nearly always
// the next one asked for.
class Reading {
 public:
  explicit Reading(const Dialect& dialect) : dialect_(dialect), types_(dialect) {
    schema_.dialect = dialect.name;
  }

  Schema finish() {
    for (Table& table : schema_.tables) {
      settle(table);
    }
    return std::move(schema_);
  }

  void tables(const Cells& row) {
    Table table;
    table.name = text(row, 0);
    table.options = lines_of(text(row, 1));
    table.partition_by = text(row, 2);
    table.partition_of = text(row, 3);
    table.partition_bound = text(row, 4);
    table.comment = text(row, 5);
    schema_.tables.push_back(std::move(table));
  }

  void columns(const Cells& row) {
    Table* table = find(text(row, 0));
    if (table == nullptr) {
      return;
    }
    Column column;
    column.name = text(row, 1);
    column.type = types_.canonical(text(row, 2));
    column.null = truth(row, 3);
    column.default_value = row.at(4);
    column.identity = identity_of(text(row, 5));
    column.generated = generated_of(text(row, 6));
    column.expression = without_as(text(row, 7));
    column.collation = text(row, 8);
    // MySQL tells it of every column; that of the table goes without saying.
    if (std::find(table->options.begin(), table->options.end(), "collate=" + column.collation) !=
        table->options.end()) {
      column.collation.clear();
    }
    column.on_update = text(row, 9);
    column.comment = text(row, 10);
    column.sequence = sequence(row, 11);
    column.sequence.type.reset();
    as_serial(column, *table, text(row, 18));
    table->columns.push_back(std::move(column));
  }

  void keys(const Cells& row) {
    Table* table = find(text(row, 0));
    if (table == nullptr) {
      return;
    }
    const std::string kind = text(row, 1);
    if (kind == "c" || kind == "x") {
      auto& list = kind == "c" ? table->checks : table->exclusions;
      list.push_back({text(row, 2), check_text(text(row, 13)), truth(row, 11)});
    } else if (kind == "f") {
      foreign_key(*table, row);
    } else {
      key(*table, row, kind == "p");
    }
  }

  void indexes(const Cells& row) {
    if (std::vector<TableIndex>* list = indexes_of(text(row, 0)); list != nullptr) {
      const std::string name = text(row, 1);
      if (list->empty() || list->back().name != name) {
        list->push_back(index(row));
      }
      if (truth(row, 8)) {
        list->back().include.push_back(text(row, 9));
      } else {
        list->back().parts.push_back(part(row));
      }
    }
  }

  void views(const Cells& row) {
    // Db2 tells the whole statement.
    const std::string told(base::trimmed(text(row, 1)));
    std::string query =
        base::same_word(told.substr(0, 7), "create ") ? view_query(told, dialect_.lexicon) : told;
    while (!query.empty() && query.back() == ';') {
      query.pop_back();
    }
    schema_.views.push_back({.name = text(row, 0),
                             .definition = settled_arrays(std::move(query)),
                             .materialized = truth(row, 2),
                             .indexes = {},
                             .options = lines_of(text(row, 3)),
                             .comment = text(row, 4),
                             .owner = text(row, 5)});
  }

  void view_columns(const Cells& row) {
    for (View& view : schema_.views) {
      if (view.name == text(row, 0)) {
        view.column_comments[text(row, 1)] = text(row, 2);
      }
    }
  }

  void triggers(const Cells& row) {
    schema_.triggers.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3) != "0",
                                text(row, 4), text(row, 5)});
  }

  void routines(const Cells& row) {
    schema_.routines.push_back(
        {text(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5)});
  }

  void sequences(const Cells& row) {
    Sequence sequence{text(row, 0), this->sequence(row, 2), text(row, 8)};
    if (row.at(1)) {
      sequence.options.type = types_.canonical(*row[1]);
    }
    const bool behind_serial =
        std::find(serials_.begin(), serials_.end(), sequence.name) != serials_.end();
    if (!behind_serial) {
      schema_.sequences.push_back(std::move(sequence));
    }
  }

  void enums(const Cells& row) {
    if (schema_.enums.empty() || schema_.enums.back().name != text(row, 0)) {
      schema_.enums.push_back({text(row, 0), {}, text(row, 2)});
    }
    if (row.at(1)) {
      schema_.enums.back().values.push_back(*row[1]);
    }
  }

  void domains(const Cells& row) {
    if (schema_.domains.empty() || schema_.domains.back().name != text(row, 0)) {
      schema_.domains.push_back({.name = text(row, 0),
                                 .type = types_.canonical(text(row, 1)),
                                 .null = truth(row, 2),
                                 .default_value = row.at(3),
                                 .checks = {},
                                 .comment = text(row, 7)});
    }
    if (row.at(4)) {
      schema_.domains.back().checks.push_back({*row[4], check_text(text(row, 5)), truth(row, 6)});
    }
  }

  void extensions(const Cells& row) { schema_.extensions.push_back({text(row, 0), text(row, 1)}); }

  void grants(const Cells& row) {
    schema_.grants.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4),
                              truth(row, 5), truth(row, 6)});
  }

  void unknown(const Cells& row) { schema_.unknown.push_back({text(row, 0), text(row, 1)}); }

 private:
  Table* find(const std::string& name) {
    const std::size_t count = schema_.tables.size();
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t place = (at_ + step) % count;
      if (schema_.tables[place].name == name) {
        at_ = place;
        return &schema_.tables[place];
      }
    }
    return nullptr;
  }

  std::vector<TableIndex>* indexes_of(const std::string& name) {
    if (Table* table = find(name); table != nullptr) {
      return &table->indexes;
    }
    for (View& view : schema_.views) {
      if (view.name == name) {
        return &view.indexes;
      }
    }
    return nullptr;
  }

  // Db2 tells a generated column as AS (expression).
  static std::string without_as(const std::string& expression) {
    const bool behind_as = base::same_word(expression.substr(0, 4), "as (");
    return behind_as ? check_text(expression.substr(3)) : expression;
  }

  static Column::Identity identity_of(const std::string& word) {
    return word == "always"       ? Column::Identity::always
           : word == "by default" ? Column::Identity::by_default
                                  : Column::Identity::none;
  }

  static Column::Generated generated_of(const std::string& word) {
    return word == "stored"    ? Column::Generated::stored
           : word == "on read" ? Column::Generated::on_read
                               : Column::Generated::no;
  }

  static SequenceOptions sequence(const Cells& row, std::size_t from) {
    SequenceOptions options;
    options.start = number(row, from);
    options.increment = number(row, from + 1);
    options.minimum = number(row, from + 2);
    options.maximum = number(row, from + 3);
    options.cache = number(row, from + 4);
    options.cycle = truth(row, from + 5);
    return options;
  }

  // A column with a sequence of its own, named as SERIAL names it, is written as one.
  void as_serial(Column& column, const Table& table, const std::string& owned) {
    const std::string usual = table.name + "_" + column.name + "_seq";
    if (owned.empty() || owned != usual || column.null || !column.default_value ||
        !is_next_of(*column.default_value, usual)) {
      return;
    }
    for (const auto& [type, serial] :
         {std::pair("integer", "serial"), std::pair("bigint", "bigserial"),
          std::pair("smallint", "smallserial")}) {
      if (column.type == type) {
        column.type = serial;
        column.default_value.reset();
        serials_.push_back(owned);
        return;
      }
    }
  }

  static void key(Table& table, const Cells& row, bool primary) {
    Key* key = nullptr;
    if (primary) {
      key = &(table.primary_key ? *table.primary_key : table.primary_key.emplace());
    } else {
      if (table.uniques.empty() || table.uniques.back().name != text(row, 2)) {
        table.uniques.emplace_back();
      }
      key = &table.uniques.back();
    }
    key->name = text(row, 2);
    key->columns.push_back(text(row, 3));
    key->deferrable = truth(row, 9);
    key->initially_deferred = truth(row, 10);
    key->nulls_equal = truth(row, 12);
  }

  static void foreign_key(Table& table, const Cells& row) {
    if (table.foreign_keys.empty() || table.foreign_keys.back().name != text(row, 2)) {
      ForeignKey key;
      key.name = text(row, 2);
      key.schema = text(row, 4);
      key.table = text(row, 5);
      key.on_delete = text(row, 7);
      key.on_update = text(row, 8);
      key.deferrable = truth(row, 9);
      key.initially_deferred = truth(row, 10);
      key.validated = truth(row, 11);
      table.foreign_keys.push_back(std::move(key));
    }
    table.foreign_keys.back().columns.push_back(text(row, 3));
    table.foreign_keys.back().referenced_columns.push_back(text(row, 6));
  }

  TableIndex index(const Cells& row) const {
    TableIndex index;
    index.name = text(row, 1);
    index.unique = truth(row, 2);
    index.method = text(row, 3) == "btree" ? "" : text(row, 3);
    index.where = check_text(text(row, 4));
    index.comment = text(row, 5);
    index.valid = truth(row, 6);
    index.nulls_equal = truth(row, 7);
    return index;
  }

  static IndexPart part(const Cells& row) {
    IndexPart part;
    part.text = text(row, 9);
    part.expression = truth(row, 10);
    part.descending = truth(row, 11);
    // PostgreSQL puts nulls last, and first when descending: only the other way is worth a word.
    if (row.at(12) && truth(row, 12) != part.descending) {
      part.nulls_first = truth(row, 12);
    }
    part.collation = text(row, 13);
    part.operator_class = text(row, 14);
    part.prefix = static_cast<std::uint32_t>(number(row, 15).value_or(0));
    return part;
  }

  Schema schema_;
  const Dialect& dialect_;
  TypeWords types_;
  std::size_t at_ = 0;                // the table found last
  std::vector<std::string> serials_;  // sequences that a serial column stands for
};

using Add = void (Reading::*)(const Cells&);

struct Kind {
  std::string_view name;
  Add add;
};

// In the order in which they are asked: tables before columns, columns before what is made of them.
constexpr Kind kinds[] = {{"tables", &Reading::tables},
                          {"columns", &Reading::columns},
                          {"keys", &Reading::keys},
                          {"views", &Reading::views},
                          {"view_columns", &Reading::view_columns},
                          {"indexes", &Reading::indexes},
                          {"triggers", &Reading::triggers},
                          {"routines", &Reading::routines},
                          {"sequences", &Reading::sequences},
                          {"enums", &Reading::enums},
                          {"domains", &Reading::domains},
                          {"extensions", &Reading::extensions},
                          {"grants", &Reading::grants},
                          {"unknown", &Reading::unknown}};

}  // namespace

Schema schema_of(const Answer& answer, const Dialect& dialect) {
  Reading reading(dialect);
  for (const Kind& kind : kinds) {
    if (dialect.catalog.count("inspect_" + std::string(kind.name)) == 0) {
      continue;
    }
    for (const Cells& row : answer(kind.name).rows) {
      (reading.*kind.add)(row);
    }
  }
  return reading.finish();
}

}  // namespace helium::catalog

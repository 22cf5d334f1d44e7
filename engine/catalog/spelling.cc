#include "catalog/spelling.h"

#include "base/text.h"

namespace helium::catalog {
namespace {

void settle_column(std::string& name, const Table& table) {
  for (const Column& column : table.columns) {
    if (base::same_word(column.name, name)) {
      name = column.name;
      return;
    }
  }
}

void settle_index(TableIndex& index, const Table& table) {
  for (IndexPart& part : index.parts) {
    if (!part.expression) {
      settle_column(part.text, table);
    }
  }
}

}  // namespace

Spelling::Spelling(Schema& schema) : schema_(schema) {
  for (Table& table : schema.tables) {
    tables_.emplace(base::lower(table.name), &table);
  }
  for (const View& view : schema.views) {
    views_.emplace(base::lower(view.name), view.name);
  }
}

Table* Spelling::table(const std::string& name) const {
  const auto found = tables_.find(base::lower(name));
  return found == tables_.end() ? nullptr : found->second;
}

void Spelling::settle(ForeignKey& key) const {
  if (const Table* parent = table(key.table); parent != nullptr) {
    key.table = parent->name;
    for (std::string& column : key.referenced_columns) {
      settle_column(column, *parent);
    }
  }
}

void Spelling::settle() const {
  for (Table& table : schema_.tables) {
    for (ForeignKey& key : table.foreign_keys) {
      settle(key);
    }
    for (TableIndex& index : table.indexes) {
      settle_index(index, table);
    }
  }
  for (Trigger& trigger : schema_.triggers) {
    if (const Table* held = table(trigger.table); held != nullptr) {
      trigger.table = held->name;
    } else if (const auto view = views_.find(base::lower(trigger.table)); view != views_.end()) {
      trigger.table = view->second;
    }
  }
}

}  // namespace helium::catalog

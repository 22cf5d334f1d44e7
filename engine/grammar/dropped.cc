#include "grammar/dropped.h"

#include <algorithm>
#include <vector>

#include "ddl/ddl.h"

namespace helium::grammar {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool stands_on(const TableIndex& index, const std::string& name) {
  return holds(index.include, name) || ddl::mentions(index.where, name) ||
         std::any_of(index.parts.begin(), index.parts.end(), [&](const IndexPart& part) {
           return part.expression ? ddl::mentions(part.text, name) : part.text == name;
         });
}

}  // namespace

void drop_column(Table& table, const std::string& name) {
  const auto of_columns = [&](const auto& key) { return holds(key.columns, name); };
  std::erase_if(table.columns, [&](const Column& one) { return one.name == name; });
  if (table.primary_key && of_columns(*table.primary_key)) {
    table.primary_key.reset();
  }
  std::erase_if(table.uniques, of_columns);
  std::erase_if(table.foreign_keys, of_columns);
  std::erase_if(table.checks,
                [&](const Check& check) { return ddl::mentions(check.expression, name); });
  std::erase_if(table.indexes, [&](const TableIndex& index) { return stands_on(index, name); });
}

}  // namespace helium::grammar

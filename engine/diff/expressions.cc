#include "diff/expressions.h"

namespace helium::diff {

std::string expressions_of(const Column& column) {
  return column.default_value.value_or("") + " " + column.expression;
}

std::string expressions_of(const TableIndex& index) {
  std::string text = index.where;
  for (const IndexPart& part : index.parts) {
    text += part.expression ? " " + part.text : "";
  }
  return text;
}

std::string expressions_of(const Domain& domain) {
  std::string text = domain.default_value.value_or("");
  for (const Check& check : domain.checks) {
    text += " " + check.expression;
  }
  return text;
}

std::string expressions_of(const Table& table) {
  std::string text = table.partition_by;
  for (const Column& column : table.columns) {
    text += " " + expressions_of(column);
  }
  for (const Check& check : table.checks) {
    text += " " + check.expression;
  }
  for (const Check& exclusion : table.exclusions) {
    text += " " + exclusion.expression;
  }
  for (const TableIndex& index : table.indexes) {
    text += " " + expressions_of(index);
  }
  return text;
}

}  // namespace helium::diff

// Texts that the server keeps and changes itself, when something in them gets another name.
#include "ddl/carrying.h"

namespace helium::ddl {

std::vector<std::string> texts_of(const Table& table) {
  std::vector<std::string> texts;
  for (const Check& check : table.checks) {
    texts.push_back("CHECK (" + check.expression + ")");
  }
  for (const Column& column : table.columns) {
    if (!column.expression.empty()) {
      texts.push_back(" AS (" + column.expression + ")");
    }
  }
  for (const TableIndex& index : table.indexes) {
    if (!index.where.empty()) {
      texts.push_back(" WHERE " + index.where);
    }
    for (const IndexPart& part : index.parts) {
      if (part.expression) {
        texts.push_back("(" + part.text);
      }
    }
  }
  return texts;
}

// The server changes the name in the texts that it keeps, and nobody else can say how. Each is
// remembered as it stands in the statement that would make it again.
void Carrying::renamed_in_texts(const Table& table, const std::string& name) {
  const auto look = [&](const std::string& text, const std::string& statement) {
    if (mentions(text, name)) {
      stale_.push_back(statement);
    }
  };
  for (const Trigger& trigger : schema_.triggers) {
    look(trigger.definition, trigger.definition);
  }
  for (const View& view : schema_.views) {
    look(view.definition, view.definition);
  }
  for (const std::string& text : texts_of(table)) {
    look(text, text);
  }
}

}  // namespace helium::ddl

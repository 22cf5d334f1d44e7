#include "expand/call.h"
#include "sql/quote.h"

namespace helium::expand {

Wishes insert(Call& call) {
  InsertRows what;
  what.table = call.name("the table's name");
  for (const Details& row : call.rows()) {
    what.rows.push_back(row.values());
  }
  return {what};
}
Wishes update(Call& call) {
  UpdateRows what;
  what.table = call.name("the table's name");
  const Details details = call.details({"set", "where"});
  what.set = details.expressions("set");
  what.where = details.text("where");
  return {what};
}
Wishes delete_rows(Call& call) {
  DeleteRows what;
  what.table = call.name("the table's name");
  what.where = call.details({"where"}).text("where");
  return {what};
}
Wishes copy(Call& call) {
  CopyRows what;
  what.table = call.name("the table's name");
  const Details details = call.details({"columns", "select"});
  what.columns = details.names("columns");
  what.select = details.needed("select");
  if (what.columns.empty()) {
    details.refuse("columns", "columns = { ... } says what the SELECT gives");
  }
  return {what};
}
Wishes backfill(Call& call) {
  UpdateRows what;
  what.table = call.name("the table's name");
  const Details details = call.details({"set", "where"});
  what.set = details.expressions("set");
  what.where = details.text("where");
  if (what.where.empty()) {
    std::vector<std::string> empty;
    for (const auto& [column, value] : what.set) {
      empty.push_back(sql::quote_identifier(column, call.language().dialect->lexicon) + " IS NULL");
    }
    what.where = base::joined(empty, " OR ");
  }
  return {what};
}
Wishes split_table(Call& call) {
  SplitTable what;
  what.table = call.name("the table's name");
  const Details details = call.details({"columns", "into"});
  what.into = name_of(details.needed("into"), call.language());
  what.columns = details.names("columns");
  if (what.columns.empty()) {
    details.refuse("columns", "columns = { ... } says what moves");
  }
  return {what};
}
Wishes merge_table(Call& call) {
  MergeTable what;
  what.table = call.name("the table's name");
  what.into = name_of(call.details({"into"}).needed("into"), call.language());
  return {what};
}

Wishes set_comment(Call& call) {
  SetComment what;
  what.table = call.name("the table's name");
  const Details details = call.details({"column", "comment"});
  what.column = details.name("column");
  what.comment = details.text("comment");
  return {what};
}

}  // namespace helium::expand

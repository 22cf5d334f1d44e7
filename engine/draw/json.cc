#include <nlohmann/json.hpp>

#include "draw/draw.h"
#include "draw/json_of.h"

namespace helium::draw {
namespace {

using Json = nlohmann::ordered_json;

std::string document(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json metadata(const Diagram& diagram) {
  Json json = {{"table_count", diagram.tables.size()},
               {"highlighted_tables", diagram.highlighted_tables()},
               {"highlighted_columns", diagram.highlighted_columns()},
               {"requested_migration", diagram.at}};
  if (diagram.compared) {
    json["compared_with"] = diagram.from;
  }
  return json;
}

Json mark(Mark mark) {
  return mark == Mark::none ? Json(nullptr) : Json(name_of(mark));
}

Json part(const DiagramColumn& column) {
  Json json = {{"name", column.name},
               {"datatype", column.datatype},
               {"nullable", column.nullable},
               {"primary_key", column.primary_key},
               {"unique", column.unique},
               {"lookup", column.lookup},
               {"standard", column.standard},
               {"highlight", column.highlight},
               {"references", column.references.empty() ? Json(nullptr) : Json(column.references)},
               {"mark", mark(column.mark)}};
  if (!column.was.empty()) {
    json["was"] = column.was;
  }
  return json;
}

Json part(const DiagramTable& table) {
  Json columns = Json::array();
  for (const auto& column : table.columns) {
    columns.push_back(part(column));
  }
  return {{"name", table.name},
          {"kind", table.kind == DiagramTable::Kind::view ? "view" : "table"},
          {"ref", table.ref},
          {"highlight", table.highlight},
          {"mark", mark(table.mark)},
          {"columns", columns}};
}

Json part(const DiagramRelation& relation) {
  return {{"from", {{"table", relation.from_table}, {"column", relation.from_column}}},
          {"to",
           {{"table", relation.to_table},
            {"column", relation.to_column.empty() ? Json(nullptr) : Json(relation.to_column)}}},
          {"kind", name_of(relation.kind)},
          {"mark", mark(relation.mark)}};
}

}  // namespace

std::string metadata_of(const Diagram& diagram) {
  return document(metadata(diagram));
}

std::string json(const Diagram& diagram) {
  Json tables = Json::array();
  for (const auto& table : diagram.tables) {
    tables.push_back(part(table));
  }
  Json relations = Json::array();
  for (const auto& relation : diagram.relations) {
    relations.push_back(part(relation));
  }
  return document({{"version", 1},
                   {"title", diagram.title},
                   {"dialect", diagram.dialect},
                   {"metadata", metadata(diagram)},
                   {"tables", tables},
                   {"relations", relations}}) +
         "\n";
}

}  // namespace helium::draw

// A diagram section, written.
#include "draw/section.h"

#include <nlohmann/json.hpp>

namespace helium::draw {
namespace {

using Json = nlohmann::ordered_json;

Json part(const DiagramColumn& column) {
  Json json = {{"name", column.name},
               {"datatype", column.datatype},
               {"nullable", column.nullable},
               {"primary_key", column.primary_key},
               {"unique", column.unique}};
  if (column.lookup) {
    json["lookup"] = true;
  }
  if (column.standard) {
    json["standard"] = true;
  }
  if (!column.references.empty()) {
    json["references"] = column.references;
  }
  return json;
}

Json head(DiagramTable::Kind kind, const std::string& name) {
  const std::string type = kind == DiagramTable::Kind::view ? "view" : "table";
  return {{"object_type", type}, {"object_id", type + "." + name}};
}

}  // namespace

std::string section_of(const std::vector<DiagramTable>& described,
                       const std::vector<std::string>& gone) {
  Json list = Json::array();
  for (const std::string& name : gone) {
    Json object = head(DiagramTable::Kind::table, name);
    object["dropped"] = true;
    list.push_back(std::move(object));
  }
  for (const DiagramTable& table : described) {
    Json object = head(table.kind, table.name);
    object["table"] = Json::array();
    for (const DiagramColumn& column : table.columns) {
      object["table"].push_back(part(column));
    }
    list.push_back(std::move(object));
  }
  Json section;
  section["diagram"] = std::move(list);
  return section.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace helium::draw

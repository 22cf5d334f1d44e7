// Small histories for the tests of diagrams.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "draw/draw.h"
#include "sql/shape.h"

namespace helium::world {

/// What a migration with this diagram section and these statements says.
inline DiagramVersion version(std::int64_t number, const std::string& diagram,
                              const std::vector<std::string>& forward = {}) {
  const Lexicon plain;
  Sections sections;
  sections.design = "shop";
  sections.number = number;
  if (!diagram.empty()) {
    sections.diagram.push_back({diagram, "", {.file = "shop.lua", .line = 7, .column = 3}});
  }
  for (const auto& text : forward) {
    Statement statement;
    statement.text = text;
    statement.shape = sql::shape_of(text, plain);
    sections.forward.push_back(statement);
  }
  return draw::read(sections, plain);
}

/// The JSON of one table; `columns` as JSON objects.
inline std::string table(const std::string& name, const std::string& columns) {
  return R"({"diagram":[{"object_type":"table","object_id":"table.)" + name + R"(","table":[)" +
         columns + "]}]}";
}

/// A nullable column's JSON; `more` are further members.
inline std::string column(const std::string& name, const std::string& more = "") {
  return R"({"name":")" + name + R"(","datatype":"integer")" + (more.empty() ? "" : "," + more) +
         "}";
}

inline DiagramHistory history(std::vector<DiagramVersion> versions) {
  return {.title = "shop", .dialect = "sqlite", .versions = std::move(versions)};
}

/// "people(id,name) roles(id)".
inline std::string names(const Diagram& diagram) {
  std::string all;
  for (const auto& table : diagram.tables) {
    all += (all.empty() ? "" : " ") + table.name + "(";
    for (const auto& column : table.columns) {
      all += (&column == &table.columns.front() ? "" : ",") + column.name;
    }
    all += ")";
  }
  return all;
}

/// "a.x>b.y a.z>b", with the kind where it is not a reference.
inline std::string relations(const Diagram& diagram) {
  std::string all;
  for (const auto& relation : diagram.relations) {
    all += (all.empty() ? "" : " ") + relation.from_table + "." + relation.from_column + ">" +
           relation.to_table + (relation.to_column.empty() ? "" : "." + relation.to_column);
    all += relation.kind == DiagramRelation::Kind::reference
               ? ""
               : ":" + std::string(name_of(relation.kind));
  }
  return all;
}

}  // namespace helium::world

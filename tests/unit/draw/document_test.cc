#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "unit/draw/world.h"

namespace helium {
namespace {

using namespace world;

const std::string key = R"("nullable":false,"primary_key":true,"unique":true)";

DiagramHistory small() {
  return history(
      {version(1, table("roles", column("id", key))),
       version(2, table("people", column("id", key) + "," +
                                      column("role_id", R"("references":"roles.id")")))});
}

// Everything that breaks out of something: XML, HTML, DOT, Mermaid, DBML, a terminal.
const std::string hostile =
    "x\"]}></title></style><script>alert(1)</script>'`%%{init}%% ;--\\n&amp;]]>\x1b[31m";

Diagram hostile_diagram() {
  Diagram diagram;
  diagram.title = hostile;
  diagram.dialect = "sqlite";
  DiagramTable table;
  table.name = hostile;
  table.ref = hostile;
  table.columns.push_back({.name = hostile, .datatype = hostile, .references = hostile});
  table.columns.back().mark = Mark::changed;
  table.columns.back().was = hostile;
  diagram.tables = {table};
  diagram.relations = {{hostile, hostile, hostile, hostile}};
  return diagram;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

TEST_CASE("Mermaid, DBML and DOT say the same as the picture") {
  const Diagram diagram = draw::at(small(), 2);
  CHECK(draw::mermaid(diagram) ==
        "erDiagram\n"
        "  roles {\n"
        "    integer id PK \"not null\"\n"
        "  }\n"
        "  people {\n"
        "    integer id PK \"not null\"\n"
        "    integer role_id FK\n"
        "  }\n"
        "  roles |o--o{ people : \"role_id\"\n");
  CHECK(draw::dbml(diagram) ==
        "Table \"roles\" {\n"
        "  \"id\" integer [pk, not null]\n"
        "}\n\n"
        "Table \"people\" {\n"
        "  \"id\" integer [pk, not null]\n"
        "  \"role_id\" integer\n"
        "}\n\n"
        "Ref: \"people\".\"role_id\" > \"roles\".\"id\"\n");
  CHECK_THAT(draw::dot(diagram), Catch::Contains("  \"roles\":c0 -> \"people\":c1;\n"));
}

TEST_CASE("The JSON tells counts, marks and what refers to what") {
  const auto all = small();
  const auto json =
      nlohmann::json::parse(draw::json(draw::compare(draw::at(all, 1), draw::at(all, 2))));
  CHECK(json["version"] == 1);
  CHECK(json["metadata"].dump() ==
        R"({"compared_with":1,"highlighted_columns":2,"highlighted_tables":1,)"
        R"("requested_migration":2,"table_count":2})");
  CHECK(json["tables"][1]["mark"] == "added");
  CHECK(json["relations"][0]["to"]["table"] == "roles");
}

TEST_CASE("Hostile names stay text in SVG") {
  const Diagram diagram = hostile_diagram();
  const std::string svg = draw::svg(diagram, draw::place(diagram), "");
  CHECK(count(svg, "<script") == 0);
  CHECK(count(svg, "<title") == count(svg, "</title>"));
  CHECK(count(svg, "<style") == 1);
  CHECK(count(svg, "</style>") == 1);
  CHECK(count(svg, "\x1b") == 0);
}

TEST_CASE("Hostile names stay inside their quotes in DOT, Mermaid and DBML") {
  const Diagram diagram = hostile_diagram();
  const std::string mermaid = draw::mermaid(diagram);
  CHECK(count(mermaid, "<script") == 0);
  CHECK(count(mermaid, "%%") == 0);
  CHECK(count(mermaid, "\n") == 5);
  const std::string dot = draw::dot(diagram);
  CHECK(count(dot, "<script") == count(dot, "\\\"]}></title></style><script"));
  CHECK(count(dot, "\n") == 7);
  const std::string dbml = draw::dbml(diagram);
  CHECK(count(dbml, "\"x\\\"]}>") == 7);
  CHECK(count(dbml, "was x\"]}>") == 1);  // inside '...', where only ' ends it
  CHECK(count(dbml, "'`%%") == count(dbml, "\"x\\\"]}>") + count(dbml, "\\'`%%"));
  CHECK(count(dbml, "--\\\\n") == 8);  // a backslash is one, in all of them
}

TEST_CASE("A name with a double quote keeps it in DBML") {
  Diagram diagram;
  DiagramTable table;
  table.name = "5\" disks";
  table.columns.push_back({.name = "a\\b", .datatype = "text"});
  diagram.tables = {table};
  CHECK(draw::dbml(diagram) == "Table \"5\\\" disks\" {\n  \"a\\\\b\" text\n}\n\n");
}

TEST_CASE("A hostile name is one string in JSON") {
  const auto json = nlohmann::json::parse(draw::json(hostile_diagram()));
  CHECK(json["tables"][0]["name"] == hostile);
}

TEST_CASE("Tables stand at one place in all versions, and none on another") {
  std::vector<DiagramVersion> versions;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "t" + std::to_string(i);
    const std::string to = "t" + std::to_string(i / 3) + ".id";
    versions.push_back(version(
        i,
        table(name, column("id", key) +
                        (i % 4 == 0 ? "" : "," + column("x", R"("references":")" + to + "\"")))));
  }
  const auto layout = draw::place(draw::everything(history(versions)));
  REQUIRE(layout.tables.size() == 30);
  for (const auto& [name, box] : layout.tables) {
    for (const auto& [other, place] : layout.tables) {
      const bool apart = name == other || box.x + box.width <= place.x ||
                         place.x + place.width <= box.x || box.y + box.height <= place.y ||
                         place.y + place.height <= box.y;
      CHECK(apart);
    }
    CHECK(box.x + box.width <= layout.width + 0.5);
    CHECK(box.y + box.height <= layout.height + 0.5);
  }
  const auto again = draw::place(draw::everything(history(versions)));
  CHECK(again.tables.at("t7").x == layout.tables.at("t7").x);
  CHECK(again.tables.at("t7").y == layout.tables.at("t7").y);
}

TEST_CASE("Lookups that many columns look into get no lines") {
  std::string columns = column("id", key);
  for (int i = 0; i < 9; ++i) {
    columns += "," + column("s_a" + std::to_string(i), R"("lookup":true)");
  }
  const auto all = history(
      {version(1, table("lookups", column("id", key))), version(2, table("people", columns))});
  const Diagram diagram = draw::at(all, 2);
  CHECK(diagram.relations.size() == 9);
  CHECK(draw::lined(diagram).empty());
}

TEST_CASE("The folder's own SVG is drawn into, where its comment says") {
  Diagram diagram = draw::at(small(), 2);
  diagram.frame =
      "<svg width=\"2520\" height=\"1980\"><text>Ours</text>"
      "<!-- ERD SVG content goes here --></svg>";
  const std::string svg = draw::svg(diagram, draw::place(diagram), "");
  CHECK_THAT(svg, Catch::StartsWith("<svg width=\"2520\" height=\"1980\"><text>Ours</text>"
                                    "<svg x=\"42.51\" y=\"42.51\" width=\"2435\" height=\"1895\""));
  CHECK_THAT(svg, Catch::EndsWith("</svg>\n</svg>\n"));
}

}  // namespace
}  // namespace helium

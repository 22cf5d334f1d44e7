// The pages about everything: migrations, tables, the diagram, and what the search looks into.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "site/parts.h"

namespace helium::site {
namespace {

using Json = nlohmann::ordered_json;

std::string row(const Frame& frame, const Index& index, const IndexRow& line) {
  const std::string page = frame.of_migration(index.design, line.number);
  const std::string table = frame.of_table(line.table);
  return "<tr><td class=\"number\">" + link(page, std::to_string(line.number)) + "</td><td>" +
         (table.empty() ? html(line.table) : link(table, line.table)) + "</td><td>" +
         html(line.version) + "</td><td class=\"date\">" + html(line.updated) +
         "</td><td class=\"number\">" + std::to_string(line.statements) +
         "</td><td class=\"middle\">" + (line.diagram ? "&#10003;" : "&#8211;") +
         "</td><td class=\"wide\">" +
         link(page, line.description.empty() ? "-" : line.description) + "</td></tr>\n";
}

std::string section(const Frame& frame, const Index& index) {
  std::string text = "<section><h2 id=\"" + html(index.design) + "\">" + html(index.design) +
                     "</h2>\n<table class=\"list\"><thead><tr><th class=\"number\">M#</th>"
                     "<th>Table</th><th>Version</th><th>Updated</th><th class=\"number\">Stmts</th>"
                     "<th class=\"middle\">Diagram</th><th>Description</th></tr></thead><tbody>\n";
  std::size_t statements = 0;
  std::size_t diagrams = 0;
  for (const auto& line : index.rows) {
    text += row(frame, index, line);
    statements += line.statements;
    diagrams += line.diagram ? 1U : 0U;
  }
  return text + "</tbody><tfoot><tr><td class=\"number\">" + std::to_string(index.rows.size()) +
         "</td><td></td><td></td><td></td><td class=\"number\">" + std::to_string(statements) +
         "</td><td class=\"middle\">" + std::to_string(diagrams) +
         "</td><td></td></tr></tfoot></table></section>\n";
}

std::string fact(std::size_t count, const std::string& what) {
  return "<div class=\"fact\"><b>" + std::to_string(count) + "</b> " + what +
         (count == 1 ? "" : "s") + "</div>";
}

}  // namespace

Page overview(const Frame& frame) {
  const auto& material = frame.material();
  const auto& newest = material.readings.front().lives.newest;
  std::size_t migrations = 0;
  std::string sections;
  for (const auto& index : material.indexes) {
    migrations += index.rows.size();
    sections += section(frame, index);
  }
  return frame.page("index.html", "Migrations", "Migrations",
                    "<h1>" + html(material.readings.front().history.title) +
                        "</h1>\n<div class=\"facts\">" + fact(migrations, "migration") +
                        fact(newest.tables.size(), "table") +
                        fact(newest.relations.size(), "relation") +
                        fact(material.readings.size(), "dialect") + "</div>\n" + sections);
}

Page tables(const Frame& frame) {
  const auto& reading = frame.material().readings.front();
  const auto number = [&](std::size_t version) {
    const auto& said = reading.history.versions[version];
    return link(frame.of_migration(said.design, said.number), std::to_string(said.number));
  };
  std::string there;
  std::string gone;
  for (const auto& life : reading.lives.tables) {
    const bool view = life.newest().kind == DiagramTable::Kind::view;
    std::string line = "<tr><td>" + link(frame.of_table(life.name), life.name) + "</td><td>" +
                       (view ? "view" : "table") + "</td><td class=\"number\">" +
                       std::to_string(life.newest().columns.size()) + "</td><td class=\"number\">" +
                       number(life.states.front().since) + "</td><td class=\"number\">" +
                       number(life.states.back().since) + "</td></tr>\n";
    (life.alive() ? there : gone) += line;
  }
  const auto list = [](const std::string& lines, const std::string& last) {
    return "<table class=\"list\"><thead><tr><th>Name</th><th>Kind</th><th "
           "class=\"number\">Columns</th><th class=\"number\">Since</th><th class=\"number\">" +
           last + "</th></tr></thead><tbody>\n" + lines + "</tbody></table>\n";
  };
  std::string body = "<h1>Tables</h1>\n" + list(there, "Last described");
  body += gone.empty() ? "" : "<h2>Gone</h2>\n" + list(gone, "Dropped");
  return frame.page("tables.html", "Tables", "Tables", body);
}

Page diagram(const Frame& frame) {
  const auto& reading = frame.material().readings.front();
  const draw::Film film =
      draw::film_of(reading.history, reading.lives, frame.material().texts.at("diagram.css"));
  std::string body =
      "<div class=\"stage\" id=\"stage\">\n<form class=\"controls\" id=\"controls\">"
      "<label>Version <select id=\"at\"></select></label>"
      "<input id=\"slide\" type=\"range\" min=\"0\" aria-label=\"Version\">"
      "<label>compared with <select id=\"from\"><option "
      "value=\"\">nothing</option></select></label>"
      "<span class=\"zoom\"><button type=\"button\" id=\"out\" title=\"Smaller\">&#8722;</button>"
      "<button type=\"button\" id=\"in\" title=\"Larger\">+</button>"
      "<button type=\"button\" id=\"fit\" title=\"Show all\">Fit</button></span></form>\n"
      "<div class=\"said\"><p id=\"said\" aria-live=\"polite\"></p><p class=\"key\">"
      "<span class=\"added\">added</span><span class=\"changed\">changed</span>"
      "<span class=\"removed\">removed</span></p><p class=\"types\">types of " +
      html(reading.dialect->name) + "</p></div>\n" + film.svg +
      "</div>\n"
      "<script type=\"application/json\" id=\"film\">" +
      film.data + "</script>\n";
  return frame.page("diagram.html", "Diagram", "Diagram", body);
}

// [kind, name, page, words]
Page search(const Frame& frame) {
  Json list = Json::array();
  const auto& reading = frame.material().readings.front();
  for (const auto& life : reading.lives.tables) {
    const std::string page = frame.of_table(life.name);
    const bool view = life.newest().kind == DiagramTable::Kind::view;
    const std::string kind = !life.alive() ? "gone" : view ? "view" : "table";
    list.push_back(
        {kind, life.name, page, std::to_string(life.newest().columns.size()) + " columns"});
    for (const auto& column : life.columns) {
      list.push_back({column.gone ? "gone" : "column", life.name + "." + column.column.name,
                      page + "#" + column.column.name, column.column.datatype});
    }
  }
  for (const auto& index : frame.material().indexes) {
    for (const auto& line : index.rows) {
      list.push_back({"migration", index.design + " " + std::to_string(line.number),
                      frame.of_migration(index.design, line.number), line.description});
    }
  }
  return {"search.js", "var helium_search = " +
                           list.dump(-1, ' ', true, Json::error_handler_t::replace) + ";\n"};
}

std::vector<Page> pages(const Material& material) {
  const Frame frame(material);
  std::vector<Page> all = {overview(frame),
                           tables(frame),
                           diagram(frame),
                           search(frame),
                           {"site.css", material.texts.at("site.css")},
                           {"site.js", material.texts.at("site.js")},
                           {"film.js", material.texts.at("film.js")}};
  for (const auto& design : *material.designs) {
    for (const auto& migration : design.migrations) {
      all.push_back(site::migration(frame, migration));
    }
  }
  for (std::size_t i = 0; i < material.readings.front().lives.tables.size(); ++i) {
    all.push_back(table(frame, i));
  }
  return all;
}

}  // namespace helium::site

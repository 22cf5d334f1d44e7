// The picture of one version.
#include <algorithm>

#include "base/text.h"
#include "draw/ink.h"
#include "draw/json_of.h"
#include "draw/measures.h"

namespace helium::draw {
namespace {

constexpr double margin = 28;
constexpr double title_height = 58;
constexpr double least_width = 560;

// The folder format's own SVG: where the drawing goes, and how far from the page's edge.
constexpr const char* place_in_frame = "<!-- ERD SVG content goes here -->";
constexpr double frame_inset = 42.51;

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string title_of(const Diagram& diagram) {
  const std::string at = diagram.title + " " + std::to_string(diagram.at);
  return diagram.compared ? at + ", compared with " + std::to_string(diagram.from) : at;
}

// "2 tables and 7 columns added"; empty when nothing has the mark.
std::string counts_of(const Diagram& diagram, Mark mark) {
  std::size_t tables = 0;
  std::size_t columns = 0;
  for (const auto& table : diagram.tables) {
    tables += table.mark == mark ? 1U : 0U;
    for (const auto& column : table.columns) {
      columns += column.mark == mark ? 1U : 0U;
    }
  }
  std::vector<std::string> parts;
  if (tables > 0) {
    parts.push_back(counted(tables, "table"));
  }
  if (columns > 0) {
    parts.push_back(counted(columns, "column"));
  }
  return parts.empty() ? "" : base::joined(parts, " and ") + " " + name_of(mark);
}

std::string summary_of(const Diagram& diagram) {
  std::vector<std::string> parts = {counted(diagram.tables.size(), "table"),
                                    counted(diagram.relations.size(), "relation")};
  if (diagram.compared) {
    parts.clear();
    for (const Mark mark : {Mark::added, Mark::changed, Mark::removed}) {
      if (std::string part = counts_of(diagram, mark); !part.empty()) {
        parts.push_back(std::move(part));
      }
    }
  }
  return (parts.empty() ? "nothing changed" : base::joined(parts, ", ")) + " (" + diagram.dialect +
         ")";
}

double end_of(const Diagram& diagram, const Layout& layout, const std::string& table,
              const std::string& column) {
  std::size_t row = 0;
  const auto& columns = diagram.table(table)->columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    row = columns[i].name == column ? i : row;
  }
  return layout.tables.at(table).y + row_middle(row);
}

std::string line_of(const Diagram& diagram, const Layout& layout, const DiagramRelation& relation) {
  const Ends ends{end_of(diagram, layout, relation.from_table, relation.from_column),
                  end_of(diagram, layout, relation.to_table, relation.to_column)};
  std::string classes = "rel";
  classes += relation.kind == DiagramRelation::Kind::reference
                 ? ""
                 : std::string(" ") + name_of(relation.kind);
  classes += relation.mark == Mark::none ? "" : std::string(" ") + name_of(relation.mark);
  std::string target = relation.to_table;
  target += relation.to_column.empty() ? "" : "." + relation.to_column;
  return "<path class=\"" + classes + "\" d=\"" + path_of(curve_of(relation, layout, ends)) +
         "\" marker-start=\"url(#helium-single)\" marker-end=\"url(#helium-many)\"><title>" +
         xml(relation.from_table + "." + relation.from_column + " refers to " + target) +
         "</title></path>\n";
}

std::string drawing_of(const Diagram& diagram, const Layout& layout) {
  std::string drawing = "<g class=\"relations\">\n";
  for (const auto& relation : lined(diagram)) {
    drawing += line_of(diagram, layout, relation);
  }
  drawing += "</g>\n<g class=\"tables\">\n";
  for (const auto& table : diagram.tables) {
    const Box& box = layout.tables.at(table.name);
    drawing += card_of(table, box, table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      drawing += row_of(table.columns[i], box.width,
                        at(0, header_height + static_cast<double>(i) * row_height));
    }
    drawing += "</g>\n";
  }
  return drawing + "</g>\n";
}

// The folder's own page around the drawing, which is scaled into it.
std::string framed(const Diagram& diagram, const std::string& drawing) {
  const std::string& frame = diagram.frame;
  const std::size_t place = frame.find(place_in_frame);
  const auto size = [&](const char* name, double unless_said) {
    const std::size_t found = frame.find(std::string(" ") + name + "=\"");
    const double value =
        found == std::string::npos
            ? 0
            : std::strtod(frame.c_str() + found + std::string(name).size() + 3, nullptr);
    return value > 3 * frame_inset ? value : unless_said;
  };
  const double width = size("width", 2520) - 2 * frame_inset;
  const double height = size("height", 1980) - 2 * frame_inset;
  std::string nested = drawing;
  nested.insert(nested.find("<svg ") + 5, "x=\"42.51\" y=\"42.51\" width=\"" + number(width) +
                                              "\" height=\"" + number(height) + "\" ");
  return frame.substr(0, place) + nested +
         frame.substr(place + std::string_view(place_in_frame).size()) +
         (frame.back() == '\n' ? "" : "\n");
}

}  // namespace

std::string svg(const Diagram& diagram, const Layout& layout, const std::string& theme) {
  const double inner = std::max(layout.width, least_width);
  const double width = inner + 2 * margin;
  const Legend legend = legend_of(diagram, inner);
  const double height = title_height + layout.height + margin + legend.height + margin;
  const bool in_frame = diagram.frame.find(place_in_frame) != std::string::npos;
  const std::string w = number(width);
  const std::string h = number(height);
  const std::string size = in_frame ? "" : "width=\"" + w + "\" height=\"" + h + "\" ";
  const std::string title = xml(title_of(diagram));
  const std::string summary = xml(summary_of(diagram));
  std::string text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"helium\" " + size + "viewBox=\"0 0 " + w +
      " " + h + "\" role=\"img\" aria-labelledby=\"helium-title helium-description\">\n" +
      "<title id=\"helium-title\">" + title + "</title>\n<desc id=\"helium-description\">" +
      summary + "</desc>\n<metadata>" + xml(metadata_of(diagram)) + "</metadata>\n<style>\n" +
      theme + "</style>\n" + definitions() + "<rect class=\"page\" width=\"" + w + "\" height=\"" +
      h + "\"/>\n<text class=\"title\" x=\"" + number(margin) + "\" y=\"32\">" + title +
      "</text>\n<text class=\"subtitle\" x=\"" + number(margin) + "\" y=\"50\">" + summary +
      "</text>\n<g" + at(margin, title_height + 8) + ">\n" + drawing_of(diagram, layout) +
      "</g>\n<g class=\"legend\"" + at(margin, title_height + layout.height + margin + 8) + ">\n" +
      legend.svg + "</g>\n</svg>\n";
  return in_frame ? framed(diagram, text) : text;
}

}  // namespace helium::draw

#include "draw/ink.h"

#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "draw/measures.h"

namespace helium::draw {
namespace {

constexpr double corner = 6;

const char* sign_of(const DiagramColumn& column) {
  return column.primary_key ? "key" : column.lookup ? "lens" : column.unique ? "one" : nullptr;
}

std::string use(const std::string& sign, double x, double y) {
  return "<use href=\"#helium-" + sign + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\"/>";
}

std::string text(const std::string& of_class, double x, double y, const std::string& shown) {
  return "<text class=\"" + of_class + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" +
         xml(shown) + "</text>";
}

}  // namespace

std::string xml(std::string_view text) {
  std::string result;
  for (const char c : base::printable(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

// By whole tenths: printing a floating number would take a third of the time of a picture.
std::string number(double value) {
  const long long tenths = std::llround(value * 10);
  const std::string whole = std::to_string(std::llabs(tenths) / 10);
  const long long rest = std::llabs(tenths) % 10;
  return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + std::to_string(rest));
}

std::string at(double x, double y) {
  return " transform=\"translate(" + number(x) + "," + number(y) + ")\"";
}

std::string definitions() {
  const auto sign = [](const std::string& name, const std::string& path) {
    return "<path id=\"helium-" + name +
           "\" fill=\"none\" stroke-width=\"1.4\" stroke-linecap=\"round\" "
           "stroke-linejoin=\"round\" d=\"" +
           path + "\"/>";
  };
  return "<defs>" +
         sign("key",
              "M5 4a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8zM8.4 7.4H15M12.2 7.4v2.8M15 7.4v2.2") +
         sign("lens", "M6.6 3.4a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6zM9.4 10l3.6 3.4") +
         sign("one", "M8 3l4.6 4.6L8 12.2L3.4 7.6z") +
         "<marker id=\"helium-many\" class=\"end\" viewBox=\"0 0 12 12\" refX=\"12\" refY=\"6\" "
         "markerWidth=\"12\" markerHeight=\"12\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
         "<path d=\"M12 1L2 6L12 11M2 6H12\"/></marker>"
         "<marker id=\"helium-single\" class=\"end\" viewBox=\"0 0 12 12\" refX=\"0\" refY=\"6\" "
         "markerWidth=\"12\" markerHeight=\"12\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
         "<path d=\"M7 1.5V10.5\"/></marker></defs>\n";
}

std::string words_of(const DiagramColumn& column) {
  std::string words = column.name + ": " + column.datatype;
  words += column.nullable ? "" : ", not null";
  words += column.primary_key ? ", primary key" : "";
  words += column.unique ? ", unique" : "";
  words += column.lookup ? ", lookup" : "";
  words += column.references.empty() ? "" : ", refers to " + column.references;
  words += column.mark == Mark::none ? "" : std::string("; ") + name_of(column.mark);
  words += column.was.empty() ? "" : "; was " + column.was;
  return words;
}

std::string classes_of(const DiagramColumn& column) {
  std::string classes = "col";
  classes += column.primary_key ? " pk" : column.lookup ? " lk" : column.standard ? " std" : "";
  classes += column.highlight ? " hl" : "";
  classes += column.mark == Mark::none ? "" : std::string(" ") + name_of(column.mark);
  return classes;
}

std::string row_of(const DiagramColumn& column, double width, const std::string& attributes) {
  const std::string name = shown_name(column.name);
  const std::string type = shown_type(column.datatype);
  std::string row = "<g class=\"" + classes_of(column) + "\"" + attributes + ">";
  if (name != column.name || type != column.datatype || column.mark == Mark::changed ||
      !column.references.empty()) {
    row += "<title>" + xml(words_of(column)) + "</title>";
  }
  row += "<rect class=\"row\" x=\"1\" width=\"" + number(width - 2) + "\" height=\"" +
         number(row_height) + "\"/>";
  if (const char* sign = sign_of(column); sign != nullptr) {
    row += use(sign, 7, 3.5);
  }
  if (column.primary_key && column.lookup) {
    row += use("lens", name_indent + width_of(name, 14) + 3, 3.5);
  }
  row += text("n", name_indent, 15.5, name) + text("t", width - type_indent, 15.5, type);
  if (!column.nullable) {
    row += "<circle class=\"dot\" cx=\"" + number(width - 13) + "\" cy=\"11\" r=\"3.2\"/>";
  }
  return row + "</g>\n";
}

std::string card_of(const DiagramTable& table, const Box& box, std::size_t rows) {
  const std::string shown = shown_name(table.name);
  const bool view = table.kind == DiagramTable::Kind::view;
  std::string classes = std::string("table") + (view ? " view" : "");
  classes += table.highlight ? " hl" : "";
  classes += table.mark == Mark::none ? "" : std::string(" ") + name_of(table.mark);
  const std::string w = number(box.width);
  const std::string c = number(corner);
  std::string title = table.name + (view ? ", view" : ", table");
  title += table.mark == Mark::none ? "" : std::string(", ") + name_of(table.mark);
  title += table.ref.empty() ? "" : ", described by " + table.ref;
  return "<g class=\"" + classes + "\" data-table=\"" + xml(table.name) + "\"" + at(box.x, box.y) +
         "><title>" + xml(title) + "</title><rect class=\"card\" width=\"" + w + "\" height=\"" +
         number(table_height(rows)) + "\" rx=\"" + c + "\"/><path class=\"head\" d=\"M0 " +
         number(header_height) + "V" + c + "a" + c + " " + c + " 0 0 1 " + c + " -" + c + "H" +
         number(box.width - corner) + "a" + c + " " + c + " 0 0 1 " + c + " " + c + "V" +
         number(header_height) + "z\"/>" + text("table-name", 12, 22, shown) +
         "<text class=\"ref\" text-anchor=\"end\" x=\"" + number(box.width - 11) +
         "\" y=\"21.5\">" + xml(table.ref) + "</text>\n";
}

std::vector<Point> curve_of(const DiagramRelation& relation, const Layout& layout,
                            const Ends& ends) {
  const Box& from = layout.tables.at(relation.from_table);
  const Box& to = layout.tables.at(relation.to_table);
  if (relation.from_table == relation.to_table) {
    const double x = from.x + from.width;
    return {{x, ends.to}, {x + 34, ends.to}, {x + 34, ends.from}, {x, ends.from}};
  }
  const auto found = layout.paths.find(path_key(relation));
  if (found == layout.paths.end() || found->second.size() < 4) {
    const double bend = 60;
    return {{to.x + to.width, ends.to},
            {to.x + to.width + bend, ends.to},
            {from.x - bend, ends.from},
            {from.x, ends.from}};
  }
  std::vector<Point> points = found->second;
  const std::size_t last = points.size() - 1;
  const double to_shift = ends.to - points[0].y;
  const double from_shift = ends.from - points[last].y;
  points[1].y += to_shift;
  points[last - 1].y += from_shift;
  points[0] = {to.x + to.width, ends.to};
  points[last] = {from.x, ends.from};
  return points;
}

std::string path_of(const std::vector<Point>& points) {
  std::string path;
  for (std::size_t i = 0; i < points.size(); ++i) {
    path += i == 0 ? "M" : i == 1 ? "C" : " ";
    path += number(points[i].x) + "," + number(points[i].y);
  }
  return path;
}

Legend legend_of(const Diagram& diagram, double width) {
  struct Item {
    std::string sign;
    std::string words;
    std::string of_class;
  };
  const auto swatch = [](const std::string& of_class) {
    return "<rect class=\"swatch " + of_class + "\" y=\"1\" width=\"16\" height=\"13\" rx=\"3\"/>";
  };
  const std::string dot = "<circle class=\"dot\" cx=\"8\" cy=\"7.5\" r=\"3.2\"/>";
  const std::string line =
      "<path class=\"rel\" d=\"M-8 7.5H20\" marker-start=\"url(#helium-single)\" "
      "marker-end=\"url(#helium-many)\"/>";
  std::vector<Item> items = {{"<g class=\"pk\">" + use("key", 0, 0) + "</g>", "primary key", ""},
                             {use("one", 0, 0), "unique", ""},
                             {"<g class=\"lk\">" + use("lens", 0, 0) + "</g>", "lookup", ""},
                             {dot, "not null", ""},
                             {"", "standard column", "std"},
                             {line, "one to many", ""}};
  if (diagram.compared) {
    for (const Mark mark : {Mark::added, Mark::changed, Mark::removed}) {
      items.push_back({swatch(name_of(mark)), name_of(mark), ""});
    }
  } else if (diagram.highlighted_columns() + diagram.highlighted_tables() > 0) {
    items.push_back({swatch("hl"), "highlighted", ""});
  }
  constexpr double line_height = 24;
  std::string svg;
  double x = 0;
  double y = 0;
  for (const auto& item : items) {
    const double indent = item.sign.empty() ? 0 : 26;
    const double needed = indent + width_of(item.words, 12) + 22;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += line_height;
    }
    svg +=
        "<g" + at(x, y) + ">" + item.sign + text(item.of_class, indent, 12, item.words) + "</g>\n";
    x += needed + (item.sign == line ? 8 : 0);
  }
  return {svg, y + line_height};
}

}  // namespace helium::draw

// DOT, for those who want Graphviz to draw it.
#include <map>

#include "draw/draw.h"
#include "draw/ink.h"

namespace helium::draw {
namespace {

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    result += c == '"' || c == '\\' ? std::string("\\") + c : c == '\n' ? "\\n" : std::string(1, c);
  }
  return result + "\"";
}

std::string colour_of(Mark mark, const std::string& otherwise) {
  switch (mark) {
    case Mark::added:
      return "#d8f5df";
    case Mark::changed:
      return "#ffeec2";
    case Mark::removed:
      return "#ffe0de";
    case Mark::none:
      return otherwise;
  }
  return otherwise;
}

std::string row_of_column(const DiagramColumn& column, std::size_t port) {
  std::string name = xml(column.name);
  name = column.primary_key ? "<B>" + name + "</B>"
         : column.standard  ? "<I>" + name + "</I>"
                            : name;
  name = column.mark == Mark::removed ? "<S>" + name + "</S>" : name;
  const std::string background = colour_of(column.mark, column.highlight ? "#fff4c2" : "#ffffff");
  return "<TR><TD ALIGN=\"LEFT\" BGCOLOR=\"" + background + "\" PORT=\"c" + std::to_string(port) +
         "\">" + name + "</TD><TD ALIGN=\"LEFT\" BGCOLOR=\"" + background + "\">" +
         (column.datatype.empty() ? " " : xml(column.datatype)) +
         (column.nullable ? "" : " <B>not null</B>") + "</TD></TR>";
}

std::string port_of(const Diagram& diagram, const std::string& table, const std::string& column) {
  const auto& columns = diagram.table(table)->columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column) {
      return ":c" + std::to_string(i);
    }
  }
  return {};
}

}  // namespace

std::string dot(const Diagram& diagram) {
  std::string text = "digraph " + quoted(diagram.title) +
                     " {\n  rankdir=LR;\n  node [shape=plain, fontname=\"Helvetica\"];\n"
                     "  edge [dir=both, arrowtail=tee, arrowhead=crow, color=\"#8794a3\"];\n";
  for (const auto& table : diagram.tables) {
    text += "  " + quoted(table.name) +
            " [label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"4\">"
            "<TR><TD COLSPAN=\"2\" BGCOLOR=\"" +
            colour_of(table.mark, "#dbe7f3") + "\"><B>" +
            (table.name.empty() ? " " : xml(table.name)) + "</B></TD></TR>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      text += row_of_column(table.columns[i], i);
    }
    text += "</TABLE>>];\n";
  }
  for (const auto& relation : diagram.relations) {
    text += "  " + quoted(relation.to_table) +
            port_of(diagram, relation.to_table, relation.to_column) + " -> " +
            quoted(relation.from_table) +
            port_of(diagram, relation.from_table, relation.from_column) +
            (relation.kind == DiagramRelation::Kind::reference ? "" : " [style=dashed]") + ";\n";
  }
  return text + "}\n";
}

}  // namespace helium::draw

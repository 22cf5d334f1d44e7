#include "draw/graph.h"

#include <gvc.h>

#include <cmath>
#include <memory>
#include <mutex>
#include <string>

#include "draw/measures.h"
#include "helium/error.h"

namespace helium::draw {
namespace {

// Graphviz measures in points and inches.
constexpr double points_per_inch = 72;

// Graphviz keeps its own globals: one layout at a time in a process.
std::mutex& one_at_a_time() {
  static std::mutex guard;
  return guard;
}

// A laid out graph, freed in the order that Graphviz wants. No text of an author gets in here.
class Graph {
 public:
  explicit Graph(const std::string& text) : context_(gvContext()) {
    agseterr(AGERR);
    graph_ = agmemread(text.c_str());
    laid_out_ = graph_ != nullptr && gvLayout(context_, graph_, "dot") == 0;
  }
  ~Graph() {
    if (graph_ != nullptr) {
      gvFreeLayout(context_, graph_);
      agclose(graph_);
    }
    gvFreeContext(context_);
  }
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  [[nodiscard]] graph_t* get() const {
    if (!laid_out_) {
      throw Error(Fault::bug, "Graphviz could not lay the diagram out");
    }
    return graph_;
  }

 private:
  GVC_t* context_;
  graph_t* graph_ = nullptr;
  bool laid_out_ = false;
};

std::string name_of_node(std::size_t node) {
  return "n" + std::to_string(node);
}

// A table of empty cells of the right sizes: its rows are what lines lead to.
std::string label(const GraphNode& node) {
  const std::string width = std::to_string(std::lround(node.width));
  const auto cell = [&](const std::string& port, double height) {
    return "<TR><TD" + port + " FIXEDSIZE=\"TRUE\" WIDTH=\"" + width + "\" HEIGHT=\"" +
           std::to_string(std::lround(height)) + "\"></TD></TR>";
  };
  std::string text = "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">" +
                     cell("", header_height);
  for (std::size_t row = 0; row < node.rows; ++row) {
    text += cell(" PORT=\"r" + std::to_string(row) + "\"", row_height);
  }
  return text + cell("", foot_height) + "</TABLE>>";
}

std::string text_of(const std::vector<GraphNode>& nodes, const std::vector<GraphLine>& lines) {
  std::string text =
      "digraph { rankdir=LR; nodesep=0.45; ranksep=1.1; node [shape=plain]; edge [dir=none];\n";
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    text += name_of_node(i) + " [label=" + label(nodes[i]) + "];\n";
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    text += name_of_node(line.from_node) + ":r" + std::to_string(line.from_row) + ":e -> " +
            name_of_node(line.to_node) + ":r" + std::to_string(line.to_row) +
            ":w [id=" + std::to_string(i) + ", minlen=" + std::to_string(line.layers) + "];\n";
  }
  return text + "}\n";
}

Box box_of(Agnode_t* node, double height_of_all) {
  const double width = ND_width(node) * points_per_inch;
  const double height = ND_height(node) * points_per_inch;
  const pointf middle = ND_coord(node);
  return {middle.x - width / 2, height_of_all - middle.y - height / 2, width, height};
}

std::vector<Point> points_of(Agedge_t* edge, double height_of_all) {
  std::vector<Point> points;
  const splines* all = ED_spl(edge);
  if (all == nullptr || all->size == 0) {
    return points;
  }
  const bezier& curve = all->list[0];
  for (std::size_t i = 0; i < static_cast<std::size_t>(curve.size); ++i) {
    points.push_back({curve.list[i].x, height_of_all - curve.list[i].y});
  }
  return points;
}

}  // namespace

GraphPlaces laid_out(const std::vector<GraphNode>& nodes, const std::vector<GraphLine>& lines) {
  const std::lock_guard lock(one_at_a_time());
  const Graph graph(text_of(nodes, lines));
  graph_t* all = graph.get();
  GraphPlaces places;
  places.width = GD_bb(all).UR.x;
  places.height = GD_bb(all).UR.y;
  places.lines.resize(lines.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::string name = name_of_node(i);
    Agnode_t* node = agnode(all, name.data(), 0);
    places.boxes.push_back(box_of(node, places.height));
    for (Agedge_t* edge = agfstout(all, node); edge != nullptr; edge = agnxtout(all, edge)) {
      const std::string id = agget(edge, std::string("id").data());
      places.lines.at(std::stoul(id)) = points_of(edge, places.height);
    }
  }
  return places;
}

}  // namespace helium::draw

// The only place that knows Graphviz: boxes with rows, lines between rows, positions back.
#pragma once

#include <cstddef>
#include <vector>

#include "draw/draw.h"

namespace helium::draw {

struct GraphNode {
  double width = 0;
  double height = 0;
  std::size_t rows = 0;
};

/// A line from the right side of one row to the left side of another one.
struct GraphLine {
  std::size_t from_node = 0;
  std::size_t from_row = 0;
  std::size_t to_node = 0;
  std::size_t to_row = 0;
  std::size_t layers = 1;  ///< how many layers further to the right it leads, at least
};

struct GraphPlaces {
  std::vector<Box> boxes;                 ///< of each node
  std::vector<std::vector<Point>> lines;  ///< of each line; empty where none could be drawn
  double width = 0;
  double height = 0;
};

/// Layered from left to right, so that few lines cross. Equal input gives equal places.
[[nodiscard]] GraphPlaces laid_out(const std::vector<GraphNode>& nodes,
                                   const std::vector<GraphLine>& lines);

}  // namespace helium::draw

// Where everything stands: tables that refer to each other by Graphviz, the others in columns.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>

#include "draw/draw.h"
#include "draw/graph.h"
#include "draw/measures.h"

namespace helium::draw {
namespace {

constexpr double gap = 36;

// Parts are packed on a grid of narrow columns.
constexpr double column_width = 12;

// Width by height of a page that is good to look at.
constexpr double page_shape = 1.4;

std::size_t columns_in(double width) {
  return static_cast<std::size_t>(std::ceil(width / column_width));
}

// A part of the picture that is laid out by itself.
struct Part {
  std::map<std::string, Box> tables;
  std::map<std::string, std::vector<Point>> paths;
  double width = 0;
  double height = 0;
};

double unevenness(const GraphPlaces& places) {
  const double ratio = places.width / places.height / page_shape;
  return ratio < 1 ? 1 / ratio : ratio;
}

// How the tables that refer to one are staggered: those to which nothing refers, or all.
enum class Stagger { ends, all };

std::vector<GraphLine> staggered(const std::vector<GraphNode>& nodes, std::vector<GraphLine> lines,
                                 Stagger stagger, std::size_t columns) {
  std::vector<std::size_t> referred(nodes.size());
  for (const auto& line : lines) {
    ++referred[line.from_node];
  }
  std::vector<std::size_t> turn(nodes.size());
  for (auto& line : lines) {
    const bool takes_part = stagger == Stagger::all || referred[line.to_node] == 0;
    line.layers = takes_part ? 1 + turn[line.from_node]++ % columns : 1;
  }
  return lines;
}

// Many tables that refer to one stand in one tall column, or staggered in several: the way that is
// nearest to a page's shape wins.
GraphPlaces evenly_laid_out(const std::vector<GraphNode>& nodes,
                            const std::vector<GraphLine>& lines) {
  constexpr std::size_t most_columns = 4;
  constexpr double even_enough = 1.6;
  GraphPlaces best = laid_out(nodes, lines);
  for (const Stagger stagger : {Stagger::ends, Stagger::all}) {
    for (std::size_t columns = 2; columns <= most_columns && unevenness(best) > even_enough;
         ++columns) {
      GraphPlaces other = laid_out(nodes, staggered(nodes, lines, stagger, columns));
      if (unevenness(other) < unevenness(best)) {
        best = std::move(other);
      }
    }
  }
  return best;
}

class Placing {
 public:
  explicit Placing(const Diagram& diagram) : diagram_(diagram) {
    for (std::size_t i = 0; i < diagram.tables.size(); ++i) {
      numbers_.emplace(diagram.tables[i].name, i);
    }
  }

  Layout place() {
    for (const auto& table : diagram_.tables) {
      auto& rows = layout_.rows[table.name];
      for (const auto& column : table.columns) {
        rows.push_back(column.name);
      }
    }
    std::vector<Part> parts;
    std::vector<std::size_t> single;
    for (const auto& group : groups()) {
      if (group.size() == 1) {
        single.push_back(group.front());
      } else {
        parts.push_back(related(group));
      }
    }
    auto more = alone(single);
    std::move(more.begin(), more.end(), std::back_inserter(parts));
    pack(std::move(parts));
    return std::move(layout_);
  }

 private:
  [[nodiscard]] std::size_t row(const std::string& table, const std::string& column) const {
    const auto& rows = layout_.rows.at(table);
    const auto found = std::find(rows.begin(), rows.end(), column);
    return found == rows.end() ? 0 : static_cast<std::size_t>(found - rows.begin());
  }

  // Numbers of the tables that hang together, each group ascending.
  std::vector<std::vector<std::size_t>> groups() {
    std::vector<std::size_t> head(diagram_.tables.size());
    std::iota(head.begin(), head.end(), 0U);
    const auto find = [&](std::size_t i) {
      while (head[i] != i) {
        head[i] = head[head[i]];
        i = head[i];
      }
      return i;
    };
    for (const auto& relation : lined(diagram_)) {
      const std::size_t a = find(numbers_.at(relation.from_table));
      const std::size_t b = find(numbers_.at(relation.to_table));
      head[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < head.size(); ++i) {
      groups[find(i)].push_back(i);
    }
    std::vector<std::vector<std::size_t>> result;
    result.reserve(groups.size());
    for (auto& [first, group] : groups) {
      result.push_back(std::move(group));
    }
    return result;
  }

  Part related(const std::vector<std::size_t>& group) {
    std::vector<GraphNode> nodes;
    std::map<std::string, std::size_t> places;
    for (const std::size_t number : group) {
      const auto& table = diagram_.tables[number];
      places.emplace(table.name, nodes.size());
      nodes.push_back(
          {table_width(table), table_height(table.columns.size()), table.columns.size()});
    }
    std::vector<GraphLine> lines;
    std::vector<std::string> keys;
    for (const auto& relation : lined(diagram_)) {
      if (places.count(relation.from_table) != 0 && relation.from_table != relation.to_table) {
        lines.push_back({places.at(relation.to_table), row(relation.to_table, relation.to_column),
                         places.at(relation.from_table),
                         row(relation.from_table, relation.from_column)});
        keys.push_back(path_key(relation));
      }
    }
    GraphPlaces found = evenly_laid_out(nodes, lines);
    Part part{{}, {}, found.width, found.height};
    for (const auto& [name, place] : places) {
      part.tables.emplace(name, found.boxes[place]);
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
      part.paths.emplace(keys[i], std::move(found.lines[i]));
    }
    return part;
  }

  void add(const Part& part, double x, double y) {
    for (const auto& [name, box] : part.tables) {
      layout_.tables[name] = {box.x + x, box.y + y, box.width, box.height};
    }
    for (const auto& [key, points] : part.paths) {
      auto& moved = layout_.paths[key];
      for (const auto& point : points) {
        moved.push_back({point.x + x, point.y + y});
      }
    }
    layout_.width = std::max(layout_.width, x + part.width);
    layout_.height = std::max(layout_.height, y + part.height);
  }

  // In the narrowest of the widths that come nearest to the shape of a page.
  void pack(std::vector<Part> parts) {
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.height > b.height; });
    double widest = 0;
    double whole = 0;
    for (const auto& part : parts) {
      widest = std::max(widest, part.width);
      whole += part.width + gap;
    }
    Packing best = packed(parts, widest);
    double width = widest;
    while (width < whole) {
      width *= 1.08;
      Packing other = packed(parts, width);
      if (other.size < best.size - 1) {
        best = std::move(other);
      }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      add(parts[i], best.places[i].x, best.places[i].y);
    }
  }

  struct Packing {
    std::vector<Point> places;
    double size = 0;  ///< of the page that it needs
  };

  // Each part as high up as it fits, then as far to the left.
  static Packing packed(const std::vector<Part>& parts, double width) {
    Packing packing;
    std::vector<double> heights(columns_in(width + gap));
    for (const auto& part : parts) {
      const std::size_t needed = columns_in(part.width + gap);
      std::size_t best = 0;
      double top = std::numeric_limits<double>::max();
      for (std::size_t first = 0; first + needed <= heights.size(); ++first) {
        const auto begin = heights.begin() + static_cast<std::ptrdiff_t>(first);
        const double height = *std::max_element(begin, begin + static_cast<std::ptrdiff_t>(needed));
        if (height < top) {
          top = height;
          best = first;
        }
      }
      const double x = static_cast<double>(best) * column_width;
      packing.places.push_back({x, top});
      packing.size = std::max({packing.size, (x + part.width) / page_shape, top + part.height});
      std::fill_n(heights.begin() + static_cast<std::ptrdiff_t>(best), needed,
                  top + part.height + gap);
    }
    return packing;
  }

  // Tables without relations are equally wide, so that they stand in columns.
  std::vector<Part> alone(const std::vector<std::size_t>& numbers) const {
    double widest = 0;
    for (const std::size_t number : numbers) {
      widest = std::max(widest, table_width(diagram_.tables[number]));
    }
    std::vector<Part> parts;
    for (const std::size_t number : numbers) {
      const auto& table = diagram_.tables[number];
      const double height = table_height(table.columns.size());
      parts.push_back({{{table.name, {0, 0, widest, height}}}, {}, widest, height});
    }
    return parts;
  }

  const Diagram& diagram_;
  std::map<std::string, std::size_t> numbers_;
  Layout layout_;
};

}  // namespace

std::vector<DiagramRelation> lined(const Diagram& diagram) {
  constexpr std::size_t crowd = 8;
  std::map<std::string, std::size_t> lookups;
  for (const auto& relation : diagram.relations) {
    lookups[relation.to_table] += relation.kind == DiagramRelation::Kind::lookup ? 1U : 0U;
  }
  std::vector<DiagramRelation> result;
  for (const auto& relation : diagram.relations) {
    if (relation.kind != DiagramRelation::Kind::lookup || lookups[relation.to_table] <= crowd) {
      result.push_back(relation);
    }
  }
  return result;
}

Layout place(const Diagram& everything) {
  return Placing(everything).place();
}

}  // namespace helium::draw

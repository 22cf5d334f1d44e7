// Pieces of SVG that the pictures of one version and of all versions share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draw/draw.h"

namespace helium::draw {

/// Text fit for XML and HTML, between tags and inside quotes; what a terminal should not see is
/// written out, as everywhere.
[[nodiscard]] std::string xml(std::string_view text);
/// A number with at most one decimal.
[[nodiscard]] std::string number(double value);
/// `translate(x,y)` as an attribute.
[[nodiscard]] std::string at(double x, double y);
/// Signs and line ends that the pieces refer to.
[[nodiscard]] std::string definitions();

/// Words for people about a column: "email: varchar(255), not null, unique".
[[nodiscard]] std::string words_of(const DiagramColumn& column);
/// The classes of a column's row.
[[nodiscard]] std::string classes_of(const DiagramColumn& column);
/// A row of a table: sign, name, type, mark of not null. `attributes` go to its group.
[[nodiscard]] std::string row_of(const DiagramColumn& column, double width,
                                 const std::string& attributes);
/// A table without its rows: card and header. The group stays open; `rows` is how many it has.
[[nodiscard]] std::string card_of(const DiagramTable& table, const Box& box, std::size_t rows);

/// The curve of a relation, ends moved to these heights; a loop at the table's side when it leads
/// to the table itself.
struct Ends {
  double from = 0;  ///< y at the referring table
  double to = 0;    ///< y at the referenced table
};
[[nodiscard]] std::vector<Point> curve_of(const DiagramRelation& relation, const Layout& layout,
                                          const Ends& ends);
/// The `d` of a path.
[[nodiscard]] std::string path_of(const std::vector<Point>& points);

/// Signs and what they mean, in lines that fit the width; its height is returned too.
struct Legend {
  std::string svg;
  double height = 0;
};
[[nodiscard]] Legend legend_of(const Diagram& diagram, double width);

}  // namespace helium::draw

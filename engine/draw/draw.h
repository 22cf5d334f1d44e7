// Diagrams: what migrations say about tables, folded into pictures of any version.
//
// read() takes the diagram section of one migration, and what its statements take away, and gives a
// DiagramVersion. at() folds the versions up to a number: the newest description of a table wins,
// what was dropped is gone, relations are found. compare() marks what differs between two pictures.
// place() lays the union of all versions out once, so that every table stands at one place in all
// pictures and they can be compared by eye; Graphviz finds the places, the drawing is ours. The
// five documents are made from the picture alone. Names and types are the authors' and may hold
// anything: each writer escapes for its own format.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "helium/diagram.h"
#include "helium/lexicon.h"
#include "helium/schema.h"
#include "helium/section.h"

namespace helium::draw {

/// What a migration's sections say. Throws Error(design) at the entry whose JSON is wrong.
[[nodiscard]] DiagramVersion read(const Sections& sections, const Lexicon& lexicon);

/// The picture of all versions up to and including `number`.
[[nodiscard]] Diagram at(const DiagramHistory& history, std::int64_t number);
/// The pictures of each version in turn, in linear time; `each` sees it after every version.
class Folding {
 public:
  /// Begins before the first version; the history must outlive it.
  explicit Folding(const DiagramHistory& history);
  /// Takes in the next version; false when there was none.
  bool next();
  /// The version taken in last.
  [[nodiscard]] const DiagramVersion& version() const;
  /// The picture as it is now, relations found.
  [[nodiscard]] Diagram diagram() const;

 private:
  void take(const DiagramVersion& version);
  const DiagramHistory& history_;
  std::size_t taken_ = 0;
  std::vector<DiagramTable> tables_;
  std::vector<DiagramNaming> naming_;
  std::string frame_;
};

/// The picture of a schema that was read from a server or a file.
[[nodiscard]] Diagram of(const Schema& schema);

/// `after` with marks for what differs from `before`, and with what is gone, marked removed.
[[nodiscard]] Diagram compare(const Diagram& before, const Diagram& after);

/// Every table that ever was, each with all the columns it ever had, and every relation: what the
/// shared layout is made of.
[[nodiscard]] Diagram everything(const DiagramHistory& history);

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// Where everything stands. Units are pixels, y grows downwards.
struct Layout {
  std::map<std::string, Box> tables;
  /// By path_key: Bezier curves, 1 + 3n points, from the referenced table to the referring one.
  std::map<std::string, std::vector<Point>> paths;
  std::map<std::string, std::vector<std::string>> rows;  ///< columns of each table, in their order
  double width = 0;
  double height = 0;
};

/// The name of a relation in Layout::paths.
[[nodiscard]] std::string path_key(const DiagramRelation& relation);

/// The relations that are drawn as lines: all but lookups in a table that many columns look into,
/// whose lines would hide everything else. Those columns carry the sign of a lookup.
[[nodiscard]] std::vector<DiagramRelation> lined(const Diagram& diagram);

/// Lays a picture out. Not for two threads at once: Graphviz is guarded by a lock.
[[nodiscard]] Layout place(const Diagram& everything);

// Each as a whole document that ends with a newline.
/// `theme` is the style sheet (scripts/site/diagram.css).
[[nodiscard]] std::string svg(const Diagram& diagram, const Layout& layout,
                              const std::string& theme);
[[nodiscard]] std::string mermaid(const Diagram& diagram);
[[nodiscard]] std::string dot(const Diagram& diagram);
[[nodiscard]] std::string dbml(const Diagram& diagram);
[[nodiscard]] std::string json(const Diagram& diagram);

}  // namespace helium::draw

// All versions at once: how each table and column came, changed and went, and one SVG that a
// script on the page turns into any version or into the change between two.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draw/draw.h"

namespace helium::draw {

/// A column from its first version to its last; versions are places in DiagramHistory::versions.
struct ColumnLife {
  DiagramColumn column;  ///< as it is, or was when it went
  std::size_t born = 0;
  std::size_t changed = 0;
  std::optional<std::size_t> gone;
};

/// What a table was from this version on; no table where it was gone.
struct TableState {
  std::size_t since = 0;
  std::optional<DiagramTable> table;
};

struct TableLife {
  std::string name;
  std::vector<TableState> states;   ///< ascending; each differs from the one before
  std::vector<ColumnLife> columns;  ///< in the order of the newest description, then those gone

  /// The newest description.
  [[nodiscard]] const DiagramTable& newest() const;
  /// True unless it is gone in the newest version.
  [[nodiscard]] bool alive() const { return states.back().table.has_value(); }
};

/// A relation and the versions in which it was there, each stretch from one up to before another.
struct RelationLife {
  DiagramRelation relation;
  std::vector<std::pair<std::size_t, std::size_t>> there;
};

struct Lives {
  std::vector<TableLife> tables;  ///< in the order of their first description
  std::vector<RelationLife> relations;
  Diagram newest;
  Diagram everything;  ///< what the shared layout is made of
};

/// Follows everything through all versions.
[[nodiscard]] Lives lives_of(const DiagramHistory& history);

struct Film {
  std::string svg;   ///< the newest version, all others folded away in it
  std::string data;  ///< JSON: versions, places, states; fit for a script element
};

/// The picture with all versions in it.
[[nodiscard]] Film film_of(const DiagramHistory& history, const Lives& lives,
                           const std::string& theme);

}  // namespace helium::draw

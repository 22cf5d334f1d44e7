// A picture of the schema as values: tables, their columns, what refers to what, and what is worth
// a colour. Migrations describe tables; all versions of a picture come from folding what they said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/span.h"

namespace helium {

/// How a thing differs from the version that a picture is compared with.
enum class Mark { none, added, changed, removed };

/// "", "added", "changed", "removed".
[[nodiscard]] const char* name_of(Mark mark) noexcept;

struct DiagramColumn {
  std::string name;
  std::string datatype;
  bool nullable = true;
  bool primary_key = false;
  bool unique = false;
  bool lookup = false;     ///< its values come from a table of lookups
  bool standard = false;   ///< one of the columns that every table has
  bool highlight = false;  ///< its author asked for attention
  std::string references;  ///< "table.column" or "table" as declared; empty: nothing
  Mark mark = Mark::none;
  std::string was;  ///< of a changed column: what it was before, in words

  /// True when both describe the same column in the same way; highlight and marks aside.
  [[nodiscard]] bool same_as(const DiagramColumn& other) const noexcept;
};

struct DiagramTable {
  enum class Kind { table, view };
  std::string name;
  Kind kind = Kind::table;
  std::string ref;  ///< the number of the migration that described it
  std::vector<DiagramColumn> columns;
  bool highlight = false;
  Mark mark = Mark::none;

  /// The column of this name; nullptr when there is none.
  [[nodiscard]] const DiagramColumn* column(const std::string& column_name) const noexcept;
};

struct DiagramRelation {
  enum class Kind { reference, lookup, naming };  ///< what declared it
  std::string from_table;
  std::string from_column;
  std::string to_table;
  std::string to_column;  ///< empty: the table as a whole
  Kind kind = Kind::reference;
  Mark mark = Mark::none;
};

/// "reference", "lookup", "naming".
[[nodiscard]] const char* name_of(DiagramRelation::Kind kind) noexcept;

/// One picture: the schema at a version, or what changed between two.
struct Diagram {
  std::string title;  ///< names of the designs
  std::string dialect;
  std::int64_t at = 0;    ///< the newest migration in it
  std::int64_t from = 0;  ///< compared with this version, when `compared`
  bool compared = false;  ///< marks tell what changed since `from`
  std::string frame;      ///< the design's own SVG with a place for the drawing; may be empty
  std::vector<DiagramTable> tables;  ///< in the order of their first description
  std::vector<DiagramRelation> relations;

  /// The table of this name; nullptr when there is none.
  [[nodiscard]] const DiagramTable* table(const std::string& table_name) const noexcept;
  /// How many tables, or columns of all tables, carry a mark or a highlight.
  [[nodiscard]] std::size_t highlighted_tables() const noexcept;
  [[nodiscard]] std::size_t highlighted_columns() const noexcept;
};

/// A rule by which a column's name tells what it refers to; `*` stands for the same text in both.
struct DiagramNaming {
  std::string column;      ///< "*_id"
  std::string references;  ///< "*s.id"
};

/// What one migration says about the picture.
struct DiagramVersion {
  std::string design;
  std::int64_t number = 0;
  std::string title;
  std::vector<DiagramTable> described;
  std::vector<std::string> gone;  ///< tables and views that it takes away
  /// Columns that it takes away or renames without describing the table again.
  struct Lost {
    std::string table;
    std::string column;
    std::string renamed;  ///< its new name; empty: it is gone
  };
  std::vector<Lost> lost;
  std::vector<DiagramNaming> naming;
  std::string frame;
};

/// What all migrations of a target say, ascending by number, then in the order of the designs.
struct DiagramHistory {
  std::string title;
  std::string dialect;
  std::vector<DiagramVersion> versions;
};

}  // namespace helium

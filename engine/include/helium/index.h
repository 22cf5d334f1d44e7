// The documentation index of a design: one row per migration, known without running any Lua.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace helium {

/// What the index tells about one migration.
struct IndexRow {
  std::int64_t number = 0;
  std::string link;  ///< from the README to the file, relative, fit for a Markdown link
  std::string table;
  std::string version;
  std::string updated;
  std::uint32_t statements = 0;  ///< counted in the text; see index::rows_of
  bool diagram = false;          ///< the file describes one
  std::string description;
};

/// A design's README and the rows that belong into it.
struct Index {
  std::string design;
  std::string readme;          ///< path of the README, which may not exist yet
  std::vector<IndexRow> rows;  ///< ascending by number
};

/// How a design's README stands to its index, and what was done about it.
struct IndexState {
  enum class Kind { current, written, stale };
  std::string design;
  std::string readme;
  Kind kind = Kind::current;
};

/// "current", "written", "stale".
[[nodiscard]] const char* name_of(IndexState::Kind kind) noexcept;

}  // namespace helium

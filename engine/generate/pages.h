// A script as the text of a file, in the style of the folder.
#pragma once

#include <string>
#include <vector>

#include "generate/generate.h"
#include "generate/header.h"
#include "generate/spelling.h"

namespace helium::generate {

/// What every page is made of.
struct Sheet {
  const Script& script;
  const Page& page;
  const Dialect& dialect;
  Spelling spelling;
  std::vector<std::string> header;  ///< comment lines, notes included
  std::string number;               ///< without leading zeros
};

/// A Lua migration in the form of `newest`: functions or lists, SQL texts or typed operations.
[[nodiscard]] std::string lua_page(const Sheet& sheet, const std::string& newest);

/// One SQL text with both ways, in the form of `newest`.
[[nodiscard]] std::string sql_page(const Sheet& sheet, const std::string& newest);

/// One way alone, in the form of `newest`.
[[nodiscard]] std::string sql_way(const Sheet& sheet, const std::vector<Entry>& entries,
                                  const std::string& newest);

/// The diagram of a table: the JSON of a diagram section.
[[nodiscard]] std::string diagram_of(const Table& table, const std::string& number);

}  // namespace helium::generate

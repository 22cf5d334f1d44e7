// Names that PostgreSQL makes up for keys, checks and indexes.
#pragma once

#include <functional>
#include <string>

namespace helium::grammar {

/// table_column_label, shortened to 63 bytes, with a number behind it while `taken` says so. An
/// empty column is left out.
[[nodiscard]] std::string made_name(const std::string& table, const std::string& column,
                                    const std::string& label,
                                    const std::function<bool(const std::string&)>& taken);

}  // namespace helium::grammar

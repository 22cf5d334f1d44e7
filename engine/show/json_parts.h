// JSON pieces that several documents share.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "helium/finding.h"
#include "helium/statement.h"

namespace helium::show {

using Json = nlohmann::ordered_json;

/// A value as one line; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string document(const Json& value);
[[nodiscard]] Json part(const Finding& finding);                    ///< one finding
[[nodiscard]] Json part(const Findings& findings);                  ///< a list of them
[[nodiscard]] Json part(const std::vector<Statement>& statements);  ///< text and place of each
[[nodiscard]] const char* word(Severity severity) noexcept;         ///< error, warning, info

}  // namespace helium::show

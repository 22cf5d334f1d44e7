// Writing names and values so that they stay one token.
#pragma once

#include <string>
#include <string_view>

#include "helium/lexicon.h"

namespace helium::sql {

/// The name in the dialect's identifier quotes. Throws Error(design) for an empty name, a NUL byte,
/// invalid UTF-8, or a name longer than the dialect allows.
[[nodiscard]] std::string quote_identifier(std::string_view name, const Lexicon& lexicon);

/// The text as a string literal, read the same whatever standard_conforming_strings is. Throws
/// Error(design) for a NUL byte or invalid UTF-8.
[[nodiscard]] std::string quote_literal(std::string_view text, const Lexicon& lexicon);

/// The text between dollar quotes, as PostgreSQL reads it: `$$`, or with a tag where the text has
/// those itself, as the name of a table in a block may. Throws Error(design) like quote_literal.
[[nodiscard]] std::string quote_dollar(std::string_view text);

/// True for a name that needs no quotes in any dialect: a letter or _, then letters, digits, _.
[[nodiscard]] bool is_plain_identifier(std::string_view name) noexcept;

/// Whether a bare name would be taken for a word of the language on at least one of the dialects.
[[nodiscard]] bool is_reserved(std::string_view name) noexcept;

}  // namespace helium::sql

// A schema as a Lua file: tables as data, in the keys of typed operations and in portable types.
//
//   return {
//     dialect = "postgresql",
//     tables = {
//       { name = "person", columns = { { name = "id", type = "integer", null = false } } },
//     },
//   }
//
// With `dialect` the texts of SQL in it are that server's own words, as inspect writes them.
// Without it the file is an author's: it may be held against any database (diff::translated), and
// kinds of objects that it does not speak of are left alone.
#pragma once

#include <string>
#include <string_view>

#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::source {

/// A document that ends with a newline. `dialect` is the schema's.
[[nodiscard]] std::string lua_of(const Schema& schema, const Dialect& dialect);

/// What `dialect = "..."` says in the file; empty where nothing does. Errors as schema_of_lua.
[[nodiscard]] std::string dialect_of_lua(std::string_view text, const std::string& file);

/// Reads it, in the words of `dialect` where the file names none. Throws Error(script) for what is
/// no Lua, Error(design) for what is no schema: at its place, with the nearest right word.
[[nodiscard]] Schema schema_of_lua(std::string_view text, const std::string& file,
                                   const std::string& dialect);

}  // namespace helium::source

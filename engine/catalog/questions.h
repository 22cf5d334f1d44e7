// The dialect's questions, made ready for one schema and some of its tables, and asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace helium::catalog {

/// Our own tables, and what goes with them.
[[nodiscard]] bool ours(std::string_view name, const Scope& scope);

/// Whether the question is about the wanted tables only, and says so.
[[nodiscard]] bool is_narrowed(std::string_view question);

/// The question about the wanted tables: `{only:t.table_name}` in it, and `{each:t.table_name}`,
/// become the condition that leaves these.
[[nodiscard]] std::string narrowed(const std::string& question, const Scope& scope,
                                   const Dialect& dialect);

/// Asks a question that is written in the dialect; :v1 is the schema, :v2 how our own names begin.
/// With `{each:...}` in it the server goes straight to a table that is asked for by itself: it is
/// asked once for each of few, in one message.
[[nodiscard]] session::Rows asked(const std::string& question, session::Session& session,
                                  const Dialect& dialect, const Scope& scope);

/// What a question of the dialect's finds, given by its name without `inspect_`; nothing where it
/// has none.
[[nodiscard]] session::Rows found(std::string_view kind, session::Session& session,
                                  const Dialect& dialect, const Scope& scope);

/// The tables, views and sequences of the schema, each with its kind as the server calls it.
[[nodiscard]] session::Rows kinds(session::Session& session, const Dialect& dialect,
                                  const Scope& scope);

/// What these sequences say of themselves, where each has to be asked by itself.
[[nodiscard]] session::Rows sequences(const std::vector<std::string>& names,
                                      session::Session& session, const Dialect& dialect,
                                      const Scope& scope);

/// The names of that kind.
[[nodiscard]] std::vector<std::string> names_of(const session::Rows& kinds, std::string_view kind,
                                                const Scope& scope);

}  // namespace helium::catalog

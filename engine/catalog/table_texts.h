// Digests of what the server itself writes of each table, where that is sooner had than the rows of
// its catalog are: MariaDB opens every table again for each question to information_schema.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/catalog.h"

namespace helium::catalog {

/// What digests speak of. Another version of this program may read more than this one. What has a
/// slash speaks of one server, and of none where this user may not know which it is.
[[nodiscard]] std::string kind_of(const session::Session& session, const std::string& said);

/// The text of a table without what is no part of its schema: the next number of AUTO_INCREMENT,
/// and the name of the schema (as it is quoted) before the sequence of a default.
[[nodiscard]] std::string schema_part(std::string_view text, std::string_view schema);

/// Nothing where the dialect has no such texts, or this user does not get the whole of every one.
[[nodiscard]] std::optional<Digests> text_digests(session::Session& session, const Dialect& dialect,
                                                  const Scope& scope);

}  // namespace helium::catalog

// How the grammar names types, and the dialect's own words for them.
#pragma once

#include <set>
#include <string>

#include "grammar/tree.h"
#include "helium/schema.h"

namespace helium::grammar {

/// The type as the catalog would write it: `varchar(20)`, `integer`, `decimal(10,0)`, `mood[]`.
/// A name is quoted where it is not plain. serial and its kin stay as they are.
[[nodiscard]] std::string type_of(const PgQuery__TypeName& type);

/// The name of the type alone, without size and brackets, as it was written.
[[nodiscard]] std::string type_name(const PgQuery__TypeName& type);

/// PostgreSQL knows a type of that name without any extension.
[[nodiscard]] bool is_known_type(const std::string& name);

/// The known type that is nearest to `wrong`, or one of `own`; "" when none is near.
[[nodiscard]] std::string near_type(const std::string& wrong, const std::set<std::string>& own);

/// Whether the routine is meant: by its name and the types that it takes; without types by its name
/// alone.
[[nodiscard]] bool is_meant(const Routine& routine, const PgQuery__ObjectWithArgs& object);

}  // namespace helium::grammar

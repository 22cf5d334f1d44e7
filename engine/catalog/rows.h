// The answers of a dialect's inspect questions, made into a Schema. Columns, in order:
//
//   tables      table, options (a line each), partition by, partition of, partition bound, comment
//   columns     table, column, type, null, default, identity (always, by default), generated
//               (stored, on read), expression, collation, on update, comment, start, increment,
//               minimum, maximum, cache, cycle, sequence's type, sequence owned by the column
//   keys        table, kind (p primary, u unique, f foreign, c check, x exclusion), name, column,
//               referenced schema, table, column, on delete, on update, deferrable, deferred,
//               validated, nulls equal, expression; a row for each column of a key
//   indexes     table, index, unique, method, where, comment, valid, nulls equal, included, text,
//               expression, descending, nulls first, collation, operator class, prefix
//   views       view, query, materialized, options, comment, DEFINER to be said (MySQL, MariaDB)
//   triggers    trigger, table, statement
//   routines    kind, name, arguments, statement, comment, DEFINER as a view's
//   sequences   sequence, type, start, increment, minimum, maximum, cache, cycle, owned by
//   enums       enum, value, comment; a row for each value
//   domains     domain, type, null, default, check's name, check, validated, comment
//   extensions  extension, version
//   grants      kind, object, column, grantee, privilege, grantable
//   unknown     kind, name
//
// Truth is "1" or "0".
#pragma once

#include <functional>
#include <string_view>

#include "catalog/catalog.h"

namespace helium::catalog {

/// Answers one question, given by its name without `inspect_`.
using Answer = std::function<session::Rows(std::string_view kind)>;

/// Asks for every kind that the dialect has a question for, and makes a Schema of the answers.
[[nodiscard]] Schema schema_of(const Answer& answer, const Dialect& dialect);

}  // namespace helium::catalog
